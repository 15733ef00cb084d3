//! The address bar follows the scenario, and the scenario follows the address bar.

use crate::page::dom;
use crate::page::lab::Act;
use crate::player::Action;
use crate::scenario::{Query, Scenario};
use gloo_events::EventListener;
use gloo_timers::callback::Timeout;
use std::rc::Rc;
use wasm_bindgen::JsValue;
use yew::prelude::*;

/// After the last change of the scenario, in ms: browsers refuse hundreds of changes of the address in a row.
const SETTLE_MS: u32 = 300;

/// What stands after the path in the address bar, as far as it is a query.
pub(in crate::page) fn link() -> String {
    dom::window().and_then(|window| window.location().search().ok()).unwrap_or_default()
}

/// Keeps the two together. A link that already means the scenario stays as somebody wrote it.
#[hook]
pub(in crate::page) fn use_address(scenario: &Scenario, act: &Act) {
    let seen = use_mut_ref(link);
    let (writer, reader) = (Rc::clone(&seen), seen);
    use_effect_with(scenario.clone(), move |scenario| {
        let same = Query::parse_tolerant(&writer.borrow()).0 == *scenario;
        let query = format!("?{}", scenario.query());
        let write = move || {
            let history = dom::window().and_then(|window| window.history().ok());
            let written = history
                .map(|history| history.replace_state_with_url(&JsValue::NULL, "", Some(&query)));
            // Where a page may not have an address of its own, it goes on without.
            if written.is_some_and(|written| written.is_ok()) {
                *writer.borrow_mut() = link();
            }
        };
        let timer = (!same).then(|| Timeout::new(SETTLE_MS, write));
        move || drop(timer)
    });
    let act = act.clone();
    use_effect_with((), move |()| {
        let read = move |_: &web_sys::Event| {
            let link = link();
            if *reader.borrow() != link {
                reader.borrow_mut().clone_from(&link);
                act.now(Action::Open(link));
            }
        };
        let listen = |window: web_sys::Window| {
            let back = EventListener::new(&window, "popstate", read.clone());
            (back, EventListener::new(&window, "hashchange", read))
        };
        let listeners = dom::window().map(listen);
        move || drop(listeners)
    });
}
