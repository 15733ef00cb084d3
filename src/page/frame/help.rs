//! The keys of the frame, as a list that `?` shows.

use crate::frame::FRAME_KEYS;
use crate::page::{dom, icons};
use wasm_bindgen::JsCast;
use web_sys::HtmlDialogElement;
use yew::prelude::*;

const ID: &str = "help";

/// Shows the list.
pub(super) fn show() {
    if let Some(dialog) = dialog().filter(|dialog| !dialog.open()) {
        // It is in the document and not open: it can be shown.
        let _ = dialog.show_modal();
    }
}

fn dialog() -> Option<HtmlDialogElement> {
    dom::by_id(ID)?.dyn_into().ok()
}

/// A dialog that the browser itself closes with Esc.
pub(super) fn help() -> Html {
    let close = |_: MouseEvent| {
        if let Some(dialog) = dialog() {
            dialog.close();
        }
    };
    let row = |(keys, does): &(&'static [&'static str], &'static str)| {
        html! {
            <div key={*does}>
                <dt>{ for keys.iter().map(|key| html! { <kbd key={*key}>{ *key }</kbd> }) }</dt>
                <dd>{ *does }</dd>
            </div>
        }
    };
    html! {
        <dialog id={ID} class="keymap" aria-labelledby="help-title">
            <div class="head">
                <h2 id="help-title">{ "Keys" }</h2>
                <button class="btn bare" type="button" aria-label="Close" onclick={close}>{ icons::close() }</button>
            </div>
            <dl>{ for FRAME_KEYS.iter().map(row) }</dl>
        </dialog>
    }
}
