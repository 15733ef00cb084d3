//! Keys: one listener on the document, which asks the keyboard map what a key does where the focus is.

use crate::page::dom;
use crate::page::lab::Act;
use crate::player::desk::{Focus, Key};
use gloo_events::{EventListener, EventListenerOptions};
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, KeyboardEvent};
use yew::prelude::*;

const MOVES: &str =
    "input[type=range],input[type=radio],[role=tab],[role=grid],[role=grid] *,[role=slider]";
const TEXT: &str = "input,textarea,select,[contenteditable]";
const PRESSED: &str = "button,a,summary";

/// Listens for keys. `help` shows the help, `escape` closes what is open; with `off` nothing else is heard.
#[hook]
pub(in crate::page) fn use_keys(act: &Act, off: bool, help: Callback<()>, escape: Callback<()>) {
    let act = act.clone();
    use_effect_with((off, help, escape), move |(off, help, escape)| {
        let (off, help, escape) = (*off, help.clone(), escape.clone());
        let pressed = move |event: &web_sys::Event| {
            let Some(event) = event.dyn_ref::<KeyboardEvent>() else { return };
            if event.default_prevented() || a_dialog_has_the_page() {
                return;
            }
            if event.key() == "Escape" {
                escape.emit(());
                return;
            }
            if off || event.alt_key() || event.ctrl_key() || event.meta_key() {
                return;
            }
            let focus = focus_of(event);
            if focus == Focus::Moves && turn(event).is_some() {
                return event.prevent_default();
            }
            match Key::of(&event.key(), event.shift_key(), focus) {
                Some(Key::Race(deed)) => act.does(deed),
                Some(Key::Help) => help.emit(()),
                Some(Key::Fullscreen) => dom::fill_the_screen(),
                None => return,
            }
            event.prevent_default();
        };
        let options = EventListenerOptions::enable_prevent_default();
        let listener = dom::document()
            .map(|d| EventListener::new_with_options(&d, "keydown", options, pressed));
        move || drop(listener)
    });
}

pub(in crate::page) fn focus_of(event: &KeyboardEvent) -> Focus {
    let Some(element) = event.target().and_then(|target| target.dyn_into::<Element>().ok()) else {
        return Focus::Page;
    };
    let is = |selector| element.matches(selector).unwrap_or(false);
    if is(MOVES) {
        Focus::Moves
    } else if is(TEXT) {
        Focus::Text
    } else if is(PRESSED) {
        Focus::Button
    } else {
        Focus::Page
    }
}

/// From one tab to another, by the keys that move in tabs. What has the focus is open.
fn turn(event: &KeyboardEvent) -> Option<()> {
    let tab = event.target()?.dyn_into::<Element>().ok()?;
    let (beside, around) = match event.key().as_str() {
        "ArrowRight" => ("nextElementSibling", "firstElementChild"),
        "ArrowLeft" => ("previousElementSibling", "lastElementChild"),
        "Home" => ("", "firstElementChild"),
        "End" => ("", "lastElementChild"),
        _ => return None,
    };
    if !tab.matches("[role=tab]").ok()? {
        return None;
    }
    let next = dom::at(&tab, &[beside]).dyn_into::<HtmlElement>();
    let next = next.or_else(|_| dom::at(&tab, &["parentNode", around]).dyn_into()).ok()?;
    next.click();
    next.focus().ok()
}

/// A modal dialog is open: keys are its own. Browsers that do not know the selector have no such dialog.
pub(in crate::page) fn a_dialog_has_the_page() -> bool {
    let open = dom::document().and_then(|d| d.query_selector("dialog:modal").ok().flatten());
    open.is_some()
}
