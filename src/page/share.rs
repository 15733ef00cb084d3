//! The dialog for sharing: the plain link at once, and whatever the worker has to offer.

use super::hooks::tell;
use super::{dom, icons};
use crate::texts::page as texts;
use wasm_bindgen::JsCast;
use web_sys::HtmlDialogElement;
use yew::prelude::*;

const ID: &str = "share";

/// Opens it. The worker fills it, and `static/share.js` copies and saves.
pub(super) fn show() {
    if let Some(dialog) = dialog().filter(|dialog| !dialog.open()) {
        // It is in the document and not open: it can be shown.
        let _ = dialog.show_modal();
        tell("share", &[("base", dom::here().into())]);
    }
}

fn dialog() -> Option<HtmlDialogElement> {
    dom::by_id(ID)?.dyn_into().ok()
}

/// The dialog. What its inside does is heard at the root of the page.
pub(super) fn share(link: &str) -> Html {
    let close = |_: MouseEvent| {
        if let Some(dialog) = dialog() {
            dialog.close();
        }
    };
    html! {
        <dialog id={ID} class="sharing" aria-labelledby="share-title">
            <div class="head">
                <h2 id="share-title">{ texts::SHARE }</h2>
                <button class="btn bare" type="button" aria-label={texts::CLOSE} onclick={close}>{ icons::close() }</button>
            </div>
            <div id="shared"></div>
            <input class="plain" readonly=true aria-label={texts::LINK} value={format!("{}?{link}", dom::here())}/>
        </dialog>
    }
}
