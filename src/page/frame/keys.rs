//! The keys of the frame: they are heard only while the focus is in it.

use super::booth::Booth;
use crate::frame::{Press, Usher};
use crate::page::dom;
use crate::page::hooks::{a_dialog_has_the_page, focus_of};
use gloo_events::{EventListener, EventListenerOptions};
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{HtmlDialogElement, KeyboardEvent};
use yew::prelude::*;

/// Listens for keys, unless the link wants none.
#[hook]
pub(super) fn use_frame_keys(booth: &Rc<Booth>) {
    let booth = Rc::clone(booth);
    use_effect_with((), move |()| {
        let pressed = move |event: &web_sys::Event| {
            let Some(event) = event.dyn_ref::<KeyboardEvent>() else { return };
            let chord = event.alt_key() || event.ctrl_key() || event.meta_key();
            if event.default_prevented() || chord || a_dialog_has_the_page() {
                return;
            }
            if !booth.with(|usher| usher.has_keys()) {
                return;
            }
            let press = Press::of(&event.key(), event.shift_key(), focus_of(event));
            let Some(press) = press else { return };
            event.prevent_default();
            match press {
                Press::Help => show_help(),
                Press::Fullscreen => dom::fill_the_screen(),
                other => booth.does(|usher: &mut Usher, at_ms| usher.press(&other, at_ms)),
            }
        };
        let options = EventListenerOptions::enable_prevent_default();
        let listener = dom::document()
            .map(|d| EventListener::new_with_options(&d, "keydown", options, pressed));
        move || drop(listener)
    });
}

/// The list of keys, which stands in the page of the frame.
fn show_help() {
    let dialog = dom::by_id("help").and_then(|dialog| dialog.dyn_into::<HtmlDialogElement>().ok());
    if let Some(dialog) = dialog.filter(|dialog| !dialog.open()) {
        // It is in the document and not open: it can be shown.
        let _ = dialog.show_modal();
    }
}
