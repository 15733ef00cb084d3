//! The form: every parameter of the scenario, in a sheet at the side.
//!
//! Beside the race where there is room, so that a change is seen as it is made; over the page where there is not.

mod field;
mod gallery;
mod section;

use super::lab::Act;
use super::{dom, icons};
use crate::player::desk::{GROUPS, Group, group_of};
use crate::player::{Action, Desk};
use gallery::{GalleryProps, gallery};
use section::{SectionProps, section};
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{HtmlDialogElement, HtmlElement};
use yew::prelude::*;

const ID: &str = "form";
/// Below this the sheet covers the page, and is modal.
const NARROW: &str = "(max-width: 859px)";

#[derive(Properties)]
pub(super) struct FormProps {
    pub(super) act: Act,
    pub(super) desk: Rc<Desk>,
    /// The parameter at which it is open; none while it is closed.
    pub(super) at: Option<&'static str>,
    pub(super) close: Callback<()>,
}

/// While it is closed, nothing of the race concerns it; and a step never does.
impl PartialEq for FormProps {
    fn eq(&self, other: &FormProps) -> bool {
        let same = || {
            self.desk.edits() == other.desk.edits() && self.desk.scenario() == other.desk.scenario()
        };
        self.at == other.at && (self.at.is_none() || same())
    }
}

/// The sheet.
#[component]
pub(super) fn Form(props: &FormProps) -> Html {
    let opener = use_mut_ref(|| None::<HtmlElement>);
    use_effect_with(props.at, move |at| match at {
        Some(name) => {
            let was = show(name);
            opener.replace(was);
        }
        None => hide(opener.take()),
    });
    let closed = props.close.reform(|_: Event| ());
    html! {
        <dialog id={ID} class="form" aria-labelledby="form-title" onclose={closed}>
            { if props.at.is_some() { inside(props) } else { html! { <div key="none"></div> } } }
        </dialog>
    }
}

fn inside(props: &FormProps) -> Html {
    let scenario = props.desk.scenario();
    let slug = scenario.slug;
    let shown = |group: &'static Group| {
        section(&SectionProps {
            group,
            act: props.act.clone(),
            desk: Rc::clone(&props.desk),
            open: props.at.and_then(group_of) == Some(group),
        })
    };
    html! {
        <div key="sheet">
            <div class="head">
                <h2 id="form-title">{ "Scenario" }</h2>
                <button
                    class="btn" type="button" title="Everything as the gallery has it"
                    onclick={props.act.on(Action::Load(format!("s={slug}")))}
                >
                    { "Reset all" }
                </button>
                <button
                    class="btn bare" type="button" aria-label="Close" title="Close (Esc)"
                    onclick={props.close.reform(|_: MouseEvent| ())}
                >
                    { icons::close() }
                </button>
            </div>
            { gallery(&GalleryProps { act: props.act.clone(), slug }) }
            <div class="groups">{ for GROUPS.iter().map(shown) }</div>
            <p class="quiet">
                { "Times are in ms, s or m; A..B is drawn anew for each user. A change starts the race again." }
            </p>
        </div>
    }
}

fn dialog() -> Option<HtmlDialogElement> {
    dom::by_id(ID)?.dyn_into().ok()
}

/// Shows the sheet at a parameter. What had the focus before, to give it back to.
fn show(name: &str) -> Option<HtmlElement> {
    let dialog = dialog()?;
    let opener = dom::document().and_then(|document| document.active_element());
    if !dialog.open() {
        if dom::media(NARROW) {
            // It is in the document and not open: it can be shown.
            let _ = dialog.show_modal();
        } else {
            dialog.show();
        }
    }
    let group = group_of(name).and_then(|group| dom::by_id(&section::id(group)));
    if let Some(group) = &group {
        let _ = group.set_attribute("open", ""); // a plain name
    }
    dom::focus(&field::id(name));
    if let Some(group) = group {
        group.scroll_into_view();
    }
    opener?.dyn_into().ok()
}

/// The focus returns to what had it; if that is gone, it must not be nowhere.
fn hide(opener: Option<HtmlElement>) {
    let Some(dialog) = dialog() else { return };
    if dialog.open() {
        dialog.close();
    }
    if let Some(opener) = opener {
        // What is gone does not take the focus.
        let _ = opener.focus();
        dom::rescue_focus();
    }
}
