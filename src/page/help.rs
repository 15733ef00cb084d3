//! The help: the keyboard map, and what is read aloud.

use super::hooks::tell;
use super::lab::Act;
use super::{dom, icons};
use crate::player::desk::{Aloud, Deed, KEYS};
use crate::texts::page as texts;
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
pub(super) fn help(act: &Act, off: bool, aloud: Aloud, choose: Callback<String>) -> Html {
    let act = act.clone();
    let switch = move |_: Event| act.does(Deed::Keys(off));
    let hear = move |event: Event| {
        let word = event.target().and_then(|target| dom::at(&target, &["value"]).as_string());
        choose.emit(word.unwrap_or_default());
    };
    let choice = |it: Aloud| html! { <option value={it.word()} selected={it == aloud}>{ it.name() }</option> };
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
                <h2 id="help-title">{ texts::HELP_AND_KEYS }</h2>
                <button class="btn bare" type="button" aria-label={texts::CLOSE} onclick={close}>{ icons::close() }</button>
            </div>
            <details ontoggle={|_| tell("terms", &[])}>
                <summary>{ texts::WHAT_THE_WORDS_MEAN }</summary>
                <div id="terms">{ texts::ONE_MOMENT }</div>
            </details>
            <dl>{ for KEYS.iter().map(row) }</dl>
            <p>
                <label class="btn">
                    <input type="checkbox" checked={!off} onchange={switch}/>{ texts::SINGLE_KEYS }
                </label>
            </p>
            <p class="quiet">{ texts::KEYS_REST }</p>
            <p><label>{ texts::READ_ALOUD }<select onchange={hear}>{ for Aloud::ALL.map(choice) }</select></label></p>
            <p class="quiet">{ texts::MILESTONES_ARE }</p>
        </dialog>
    }
}
