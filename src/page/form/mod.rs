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
use gallery::Gallery;
use section::Section;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::HtmlDialogElement;
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
    use_effect_with(props.at, |at| match at {
        Some(name) => show(name),
        None => hide(),
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
    let section = |group: &'static Group| {
        html! {
            <Section
                key={group.title} {group} act={props.act.clone()} desk={Rc::clone(&props.desk)}
                open={props.at.and_then(group_of) == Some(group)}
            />
        }
    };
    html! {
        <div key="sheet">
            <header>
                <h2 id="form-title">{ "Scenario" }</h2>
                <button
                    class="btn" type="button" title="Everything as the gallery has it"
                    onclick={props.act.on(Action::Open(format!("s={slug}")))}
                >
                    { "Reset all" }
                </button>
                <button
                    class="btn bare" type="button" aria-label="Close" title="Close (Esc)"
                    onclick={props.close.reform(|_: MouseEvent| ())}
                >
                    { icons::close() }
                </button>
            </header>
            <Gallery act={props.act.clone()} {slug}/>
            <div class="groups">{ for GROUPS.iter().map(section) }</div>
            <p class="quiet">
                { "Times are in ms, s or m; A..B is drawn anew for each user. A change starts the race again." }
            </p>
        </div>
    }
}

fn dialog() -> Option<HtmlDialogElement> {
    dom::by_id(ID)?.dyn_into().ok()
}

fn show(name: &str) {
    let Some(dialog) = dialog() else { return };
    if !dialog.open() {
        if dom::media(NARROW) {
            // It is in the document and not open: it can be shown.
            let _ = dialog.show_modal();
        } else {
            dialog.show();
        }
    }
    if let Some(group) = group_of(name).and_then(|group| dom::by_id(&section::id(group))) {
        let _ = group.set_attribute("open", ""); // a plain name
    }
    dom::focus(&field::id(name));
}

/// The browser gives the focus back to what had it before; if that is gone, it must not be nowhere.
fn hide() {
    if let Some(dialog) = dialog().filter(HtmlDialogElement::open) {
        dialog.close();
        dom::rescue_focus();
    }
}
