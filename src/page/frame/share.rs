//! The share button: the link to what is on show, to be copied, and told to the host.

use super::booth::Booth;
use crate::page::{dom, icons};
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{HtmlDialogElement, HtmlInputElement};
use yew::prelude::*;

const SHEET: &str = "sharing";
const LINK: &str = "sharing-link";

/// The button and its sheet. Copying is done by `static/embed.js`, which knows a way where the clipboard is barred.
pub(super) fn share(booth: &Rc<Booth>) -> Html {
    let booth = Rc::clone(booth);
    let press = move |_: MouseEvent| {
        let url = booth.does(|usher, _| usher.share());
        show(&url);
    };
    html! {
        <>
            <button class="btn bare" type="button" aria-haspopup="dialog" onclick={press}>{ "Share" }</button>
            <dialog id={SHEET} class="passing" aria-labelledby="sharing-title">
                <h2 id="sharing-title">{ "Link to this step" }</h2>
                <input id={LINK} readonly={true} aria-label="Link"/>
                <div>
                    <button class="btn" type="button" data-copy={LINK}>{ "Copy" }</button>
                    <output role="status"></output>
                    <button class="btn bare" type="button" aria-label="Close" onclick={|_| close()}>{ icons::close() }</button>
                </div>
            </dialog>
        </>
    }
}

fn dialog() -> Option<HtmlDialogElement> {
    dom::by_id(SHEET)?.dyn_into().ok()
}

fn show(url: &str) {
    let input = dom::by_id(LINK).and_then(|input| input.dyn_into::<HtmlInputElement>().ok());
    if let Some(input) = input {
        input.set_value(url);
    }
    if let Some(dialog) = dialog().filter(|dialog| !dialog.open()) {
        // It is in the document and not open: it can be shown.
        let _ = dialog.show_modal();
    }
}

fn close() {
    if let Some(dialog) = dialog() {
        dialog.close();
    }
}
