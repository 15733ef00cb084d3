//! The help: what the page is, and the keyboard map.

use super::lab::Act;
use super::{dom, icons};
use crate::player::desk::{Deed, KEYS};
use wasm_bindgen::JsCast;
use web_sys::HtmlDialogElement;
use yew::prelude::*;

const ID: &str = "help";

/// Shows the help.
pub(super) fn show() {
    if let Some(dialog) = dialog().filter(|dialog| !dialog.open()) {
        // It is in the document and not open: it can be shown.
        let _ = dialog.show_modal();
    }
}

fn dialog() -> Option<HtmlDialogElement> {
    dom::by_id(ID)?.dyn_into().ok()
}

/// A dialog that the browser itself closes with Esc, and after which the focus returns.
pub(super) fn help(act: &Act, off: bool) -> Html {
    let act = act.clone();
    let switch = move |_: Event| act.does(Deed::Keys(off));
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
            <dl>{ for KEYS.iter().map(row) }</dl>
            <p>
                <label class="btn">
                    <input type="checkbox" checked={!off} onchange={switch}/>{ " Single keys do this" }
                </label>
            </p>
            <p class="quiet">
                { "Keys rest while you type. In the slider, the switch and the hall the arrows move there." }
            </p>
        </dialog>
    }
}
