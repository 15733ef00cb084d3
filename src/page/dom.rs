//! The few things that the page asks of the browser's window. All of them can fail, and none of them may end the page.

use gloo_timers::callback::Timeout;
use js_sys::{Function, Reflect};
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Document, Element, FocusOptions, HtmlElement, Window};

pub(super) fn window() -> Option<Window> {
    web_sys::window()
}

pub(super) fn document() -> Option<Document> {
    window()?.document()
}

pub(super) fn by_id(id: &str) -> Option<Element> {
    document()?.get_element_by_id(id)
}

/// The address of the page, without a query.
pub(super) fn here() -> String {
    let href = window().and_then(|window| window.location().href().ok()).unwrap_or_default();
    href.split(['?', '#']).next().unwrap_or_default().to_owned()
}

/// A steady clock, in ms.
pub(super) fn now_ms() -> f64 {
    let performance = window().and_then(|window| window.performance());
    performance.map_or_else(js_sys::Date::now, |performance| performance.now())
}

/// What a media query says, false where it cannot be asked.
pub(super) fn media(query: &str) -> bool {
    let list = window().and_then(|window| window.match_media(query).ok().flatten());
    list.is_some_and(|list| list.matches())
}

/// Does something just before the page is drawn again.
pub(super) fn before_drawn(does: impl FnOnce() + 'static) {
    if let Some(window) = window() {
        // It fails for no function alone, and this is one.
        let _ = window.request_animation_frame(Closure::once_into_js(does).unchecked_ref());
    }
}

/// Does something when the page has been drawn: then it may ask where things stand, and nothing has to be laid out for the
/// answer in the middle of a step.
pub(super) fn when_drawn(does: impl FnOnce() + 'static) {
    before_drawn(move || {
        Timeout::new(0, does).forget();
    });
}

/// What stands at the end of a chain of names, undefined where it breaks.
pub(super) fn at(of: &JsValue, names: &[&str]) -> JsValue {
    let step = |of: JsValue, name: &&str| Reflect::get(&of, &(*name).into()).unwrap_or_default();
    names.iter().fold(of.clone(), step)
}

/// What has the focus, if it is one of these, as a selector of what will stand in its place when it is drawn anew.
pub(super) fn held(is: impl FnOnce(&Element) -> bool) -> Option<String> {
    let active = document()?.active_element().filter(is)?;
    // A lane has the function of its key cap.
    let tag = active.tag_name();
    let by = |name| Some(format!("{tag}[{name}='{}']", active.get_attribute(name)?));
    by("id").or_else(|| by("data-do"))
}

/// Puts markup of the program's own making into an element. What had the focus there has it afterwards, or what stands in its
/// place.
pub(super) fn put(id: &str, markup: &str) {
    let Some(element) = by_id(id) else { return };
    let held = held(|active| element.contains(Some(active)));
    element.set_inner_html(markup);
    // What was pressed may be gone: then the first thing to press there.
    if let Some(held) = held {
        focus_first(&element, &[&held, "button"]);
    }
}

/// Gives the focus to the first of these that is there: what is drawn can have it as well as an element of HTML.
fn focus_first(within: &Element, selectors: &[&str]) {
    let find = |what: &&str| within.query_selector(what).ok().flatten();
    if let Some(found) = selectors.iter().find_map(find) {
        // It has the same function, if not the same type.
        let _ = found.unchecked_into::<HtmlElement>().focus();
    }
}

/// After a drawing was made anew: what had the focus in it has it again, or else the one thing that is always there to press.
pub(super) fn hold_again(held: Option<&str>) {
    let Some(document) = document() else { return };
    let lost = document.active_element().is_none_or(|active| active.tag_name() == "BODY");
    if let (Some(held), Some(root), true) = (held, document.document_element(), lost) {
        focus_first(&root, &[held, "#play"]);
    }
}

pub(super) fn focus(id: &str) {
    if let Some(element) = html_by_id(id) {
        // An element that cannot be focused stays as it is.
        let _ = element.focus();
    }
}

fn html_by_id(id: &str) -> Option<HtmlElement> {
    by_id(id)?.dyn_into().ok()
}

/// The focus was on something that is gone or hidden: it goes to the one thing that is always there to press.
pub(super) fn rescue_focus() {
    let active = document().and_then(|document| document.active_element());
    let stands = active.is_some_and(|active| {
        active.tag_name() != "BODY" && active.get_client_rects().length() > 0
    });
    if let Some(play) = html_by_id("play").filter(|_| !stands) {
        // It stands at the foot of the window: nothing need scroll.
        let options = FocusOptions::new();
        options.set_prevent_scroll(true);
        let _ = play.focus_with_options(&options);
    }
}

/// The whole screen, or back from it, where that is allowed: a host decides it for a frame.
pub(super) fn fill_the_screen() {
    let Some(document) = document().map(JsValue::from) else { return };
    let root = at(&document, &["documentElement"]);
    let (of, name) = match at(&document, &["fullscreenElement"]).is_null() {
        true => (root, "requestFullscreen"),
        false => (document.clone(), "exitFullscreen"),
    };
    let allowed = at(&document, &["fullscreenEnabled"]).is_truthy();
    let call = at(&of, &[name]).dyn_into::<Function>().ok().filter(|_| allowed);
    if let Some(call) = call {
        // A key was pressed and it is allowed; if the browser still does not, nothing changes.
        let _ = call.call0(&of);
    }
}
