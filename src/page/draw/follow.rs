//! Keeps the current line of a list in sight, by scrolling the list's own place and never the page.

use crate::page::dom;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};
use yew::{NodeRef, hook, use_effect_with, use_mut_ref, use_node_ref};

/// Room that the tabs above a list take, and a line or two before the current one, in CSS pixels.
const ABOVE: i32 = 72;
/// Room kept below the line.
const BELOW: i32 = 12;

/// A reference for the list. After every change of `what` its `[aria-current]` line is brought into sight.
#[hook]
pub(super) fn use_follow<T: PartialEq + 'static>(what: T) -> NodeRef {
    let list = use_node_ref();
    let node = list.clone();
    let is_due = use_mut_ref(|| false);
    use_effect_with(what, move |_| {
        // What changes until then is seen as well.
        if !is_due.replace(true) {
            dom::when_drawn(move || {
                is_due.replace(false);
                follow(&node);
            });
        }
    });
    list
}

fn follow(list: &NodeRef) -> Option<()> {
    let list = list.cast::<Element>()?;
    let line: HtmlElement = list.query_selector("[aria-current]").ok()??.dyn_into().ok()?;
    let place: HtmlElement = list.closest("section").ok()??.dyn_into().ok()?;
    let top = top_in(&place, &line);
    let (above, below) = (top - ABOVE, top + line.offset_height() + BELOW - place.client_height());
    let at = place.scroll_top();
    place.set_scroll_top(at.max(below).min(above).max(0));
    Some(())
}

/// How far below the top of a place's content an element begins, whatever has been scrolled.
fn top_in(place: &HtmlElement, element: &HtmlElement) -> i32 {
    let outside = place.offset_parent();
    let (mut top, mut at) = (element.offset_top(), element.offset_parent());
    while at != outside {
        // A positioned ancestor between the two, or the place itself.
        match at.and_then(|parent| parent.dyn_into::<HtmlElement>().ok()) {
            Some(parent) if parent == *place => return top,
            Some(parent) => {
                top += parent.offset_top();
                at = parent.offset_parent();
            }
            None => break,
        }
    }
    top - place.offset_top()
}
