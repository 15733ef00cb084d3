//! A history that is dropped anywhere on the page goes to the judge.

use super::worker::tell;
use crate::page::dom;
use crate::page::lab::Act;
use crate::player::Action;
use crate::player::desk::{Deed, Mode, Tab};
use gloo_events::{EventListener, EventListenerOptions};
use wasm_bindgen::JsValue;
use yew::prelude::*;

/// Listens for dropped files.
#[hook]
pub(in crate::page) fn use_drop(act: &Act) {
    let act = act.clone();
    use_effect_with((), move |()| {
        let dropped = move |event: &Event| {
            let file = dom::at(event, &["dataTransfer", "files", "0"]);
            let carries = dom::at(event, &["dataTransfer", "types", "length"]).as_f64();
            if !file.is_undefined() {
                check(&act, file);
            }
            if carries.is_some_and(|types| types > 0.0) {
                event.prevent_default();
            }
        };
        let listen = |name: &'static str| {
            let options = EventListenerOptions::enable_prevent_default();
            let dropped = dropped.clone();
            dom::document().map(|d| EventListener::new_with_options(&d, name, options, dropped))
        };
        // A browser hands over what is dropped only where dragging over was answered.
        let listeners = ["dragover", "drop"].map(listen);
        move || drop(listeners)
    });
}

/// Gives a file to the judge, and shows what it says.
pub(in crate::page) fn check(act: &Act, file: JsValue) {
    act.does(Deed::Turn(Mode::Race));
    act.now(Action::Look(Tab::Judge));
    tell("check", &[("file", file)]);
}
