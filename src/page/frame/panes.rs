//! The views: one at a time where there is little room; else the hall, and one of the others beside it.

use super::booth::Booth;
use crate::frame::Usher;
use crate::page::dom;
use crate::page::draw::{Hall, Lanes, Log, Start, Table, screen};
use crate::share::View;
use crate::texts::frame as texts;
use std::rc::Rc;
use yew::prelude::*;

/// Tabs and views.
pub(super) fn panes(booth: &Rc<Booth>, usher: &Usher) -> Html {
    let view = usher.view();
    let views = usher.views();
    let tab = |view: &View| tab(booth, usher, *view);
    html! {
        <>
            if usher.is_wide() { <div class="stage">{ hall(usher) }</div> }
            // Where the hall and its screen are out of sight, what they say is still to be heard.
            <p class="sr" role="status" aria-live={if usher.desk().is_playing() { "off" } else { "polite" }}>
                if !usher.is_wide() && [View::Timeline, View::Log, View::Table].contains(&view) { { screen(usher.desk().shown()).0 } }
            </p>
            <div class="tabs turns" role="tablist" aria-label={texts::VIEWS}>{ for views.iter().map(tab) }</div>
            <section id="pane" class={view.word()} role="tabpanel" aria-label={name(view)} tabindex="0">
                { inside(usher, view) }
            </section>
        </>
    }
}

fn inside(usher: &Usher, view: View) -> Html {
    let shown = usher.desk().shown().clone();
    let start = usher.desk().session().cursor() == 0;
    match view {
        View::Log => html! { <Log key="log" {shown}/> },
        View::Table => html! { <Table key="table" {shown}/> },
        View::Timeline if start => html! { <Start key="start" {shown}/> },
        View::Timeline => html! { <Lanes key="lanes" {shown}/> },
        _ => hall(usher),
    }
}

fn hall(usher: &Usher) -> Html {
    let desk = usher.desk();
    html! { <Hall key="hall" shown={desk.shown().clone()} now={desk.now()} quiet={desk.is_playing()}/> }
}

fn name(view: View) -> &'static str {
    match view {
        View::Timeline => texts::LANES,
        View::Log => texts::LOG,
        View::Table => texts::TABLE,
        _ => texts::HALL,
    }
}

fn id(view: View) -> String {
    format!("tab-{}", view.word())
}

fn tab(booth: &Rc<Booth>, usher: &Usher, view: View) -> Html {
    let chosen = view == usher.view();
    let views = usher.views();
    let at = views.iter().position(|each| *each == view).unwrap_or(0);
    let turning = Rc::clone(booth);
    let turn = move |event: KeyboardEvent| {
        let by = match event.key().as_str() {
            "ArrowRight" => 1,
            "ArrowLeft" => views.len() - 1,
            _ => return,
        };
        event.prevent_default();
        let next = views[(at + by) % views.len()];
        turning.does(|usher, at_ms| usher.look(next, at_ms));
        dom::focus(&id(next));
    };
    let look = booth.on(move |usher, at_ms| usher.look(view, at_ms));
    html! {
        <button
            key={view.word()} id={id(view)} type="button" role="tab" aria-selected={chosen.to_string()} aria-controls="pane"
            tabindex={if chosen { "0" } else { "-1" }} onclick={look} onkeydown={turn}
        >
            { name(view) }
        </button>
    }
}
