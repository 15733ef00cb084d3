//! The address bar follows the scenario, and the scenario follows the address bar.

use super::worker::tell;
use crate::page::dom;
use crate::page::lab::Act;
use crate::player::Desk;
use crate::player::desk::Deed;
use crate::scenario::pairs;
use gloo_events::EventListener;
use gloo_timers::callback::Timeout;
use std::cell::{Cell, RefCell};
use wasm_bindgen::JsValue;
use yew::prelude::*;

/// The address is written at most once in so many ms: browsers refuse hundreds of changes of it in a row.
const REST_MS: u32 = 500;
/// Servers and programs that pass links on may cut off longer ones: the worker finds a shorter form for those.
const LINK_CHARS_MAX: usize = 1_800;

thread_local! {
    /// What the address bar says, as far as this page has read or written it.
    static SEEN: RefCell<String> = const { RefCell::new(String::new()) };
    /// It was written less than [`REST_MS`] ago.
    static RESTS: Cell<bool> = const { Cell::new(false) };
    /// What is to be written after that, and whether as a new entry.
    static WAITS: RefCell<Option<(String, bool)>> = const { RefCell::new(None) };
}

/// What stands after the path in the address bar: a query, and a fragment. A page may have a query of its own, `data-query`,
/// such as that of a scenario; the address adds to it, and a link that seatrace has printed, with its `v`, says all by itself.
pub(in crate::page) fn link() -> String {
    let location = dom::window().map(|window| window.location());
    let part = |text: Result<String, JsValue>| text.unwrap_or_default();
    let link = location.map_or(String::new(), |l| part(l.search()) + &part(l.hash()));
    let root = dom::document().and_then(|document| document.document_element());
    match root.and_then(|root| root.get_attribute("data-query")) {
        Some(own) if !pairs(&link).any(|(name, _)| name.eq_ignore_ascii_case("v")) => {
            link.strip_prefix('?').map_or(format!("{own}{link}"), |more| format!("{own}&{more}"))
        }
        _ => link,
    }
}

/// Puts a query, and perhaps a fragment, into the address bar: as a new entry of the browser's history, or in the place of
/// the one that is there.
pub(super) fn write(text: &str, anew: bool) {
    let history = dom::window().and_then(|window| window.history().ok());
    let written = history.map(|h| match anew {
        true => h.push_state_with_url(&JsValue::NULL, "", Some(text)),
        false => h.replace_state_with_url(&JsValue::NULL, "", Some(text)),
    });
    // Where a page may not have an address of its own, it goes on without.
    if written.is_some_and(|written| written.is_ok()) {
        SEEN.replace(link());
    }
}

/// Puts a change into the address bar at once, because whoever reloads the page then is to find it there, and rests. Of the
/// changes that come meanwhile the last is written then.
fn settle() {
    if RESTS.get() {
        return;
    }
    let Some((query, anew)) = WAITS.take() else { return };
    if query.len() > LINK_CHARS_MAX {
        tell("address", &[("query", query.into())]);
    } else {
        write(&query, anew);
    }
    RESTS.set(true);
    let go_on = || {
        RESTS.set(false);
        settle();
    };
    Timeout::new(REST_MS, go_on).forget();
}

/// Keeps the two together. A link that already means the scenario stays as somebody wrote it.
#[hook]
pub(in crate::page) fn use_address(desk: &Desk, act: &Act) {
    let same = SEEN.with_borrow(|seen| desk.newer().is_some() || desk.is_said_by(seen));
    // What was there before is a step back away. Each choice by hand as a step of its own would bury it.
    let anew = !same && SEEN.with_borrow(|seen| !desk.is_continued_from(seen));
    let query = desk.link();
    use_effect_with((same, query), move |(same, query)| {
        WAITS.replace((!same).then(|| (format!("?{query}"), anew)));
        settle();
    });
    let act = act.clone();
    use_effect_with((), move |()| {
        let read = move |_: &web_sys::Event| {
            let link = link();
            if SEEN.with_borrow(|seen| *seen != link) {
                SEEN.replace(link.clone());
                act.does(Deed::Visit(link));
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

/// What the page opens with.
pub(in crate::page) fn first_link() -> String {
    let link = link();
    SEEN.replace(link.clone());
    link
}
