//! The log: every step in words, the current one marked.

use super::follow::use_follow;
use super::marks::owners_by;
use super::sign::{glyph_icon, tag_icon};
use crate::player::{Session, Shown, clock, step_sentences};
use crate::trace::{Event, Op, Outcome};
use crate::units::Ms;
use std::collections::BTreeMap;
use yew::{Html, Properties, classes, component, html, use_memo};

/// The log shows the steps of so many last events.
pub(super) const EVENTS_MAX: usize = 200;

/// What the log depends on.
#[derive(Properties, PartialEq)]
pub struct LogProps {
    /// The race.
    pub shown: Shown,
}

/// A step of the log.
#[derive(PartialEq)]
struct Entry {
    step: u32,
    at: Ms,
    says: Vec<String>,
    refused: bool,
    /// How many owners a seat has got by it, if it breaks a rule.
    anomaly: Option<usize>,
}

/// The log.
#[component]
pub fn Log(props: &LogProps) -> Html {
    let entries = use_memo(props.shown.clone(), |shown| entries(&shown.session));
    let list = use_follow(props.shown.stamp);
    let cursor = props.shown.session.cursor();
    let first = entries.first().map_or(1, |entry| entry.step);
    html! {
        <div class="log-of">
            <p class="log-cut" hidden={first <= 1}>{ format!("… the log before step {first} is not shown.") }</p>
            <ol class="log" ref={list} aria-label="Log">{ for entries.iter().flat_map(|entry| rows(entry, cursor)) }</ol>
        </div>
    }
}

fn entries(session: &Session) -> Vec<Entry> {
    let hall = session.scenario().hall;
    let told = session.trace().events_to(session.cursor());
    let first = told.len().checked_sub(EVENTS_MAX).map_or(1, |from| told[from].step + 1);
    let anomalies = anomalies(session);
    let mut entries = Vec::new();
    session.retell(first, |before, events| {
        let Some(event) = events.first() else { return };
        let says = step_sentences(hall, before, events);
        let refused = events.iter().any(is_refusal);
        let anomaly = anomalies.get(&event.step).copied();
        entries.push(Entry { step: event.step, at: event.at, says, refused, anomaly });
    });
    entries
}

fn is_refusal(event: &Event) -> bool {
    let acts = matches!(event.op, Op::Commit | Op::Confirm);
    acts && matches!(event.outcome, Outcome::Conflict | Outcome::Refused)
}

/// The steps at which a rule breaks, with the number of owners.
fn anomalies(session: &Session) -> BTreeMap<u32, usize> {
    let marks = session.lanes().lanes.iter().flat_map(|lane| &lane.marks);
    marks.filter(|mark| mark.anomaly).map(|mark| (mark.step, owners_by(session, mark))).collect()
}

/// The first sentence has the number and the time, the others stand below it.
fn rows(entry: &Entry, cursor: u32) -> Vec<Html> {
    let now = entry.step == cursor;
    let rows = entry.says.iter().enumerate().map(|(i, says)| {
        let first = i == 0;
        let class = classes!((!first).then_some("also"), now.then_some("lit"));
        html! { <li key={format!("{}.{i}", entry.step)} {class} aria-current={(now && first).then_some("step")}>
            <span aria-hidden={(!first).then_some("true")}>{ entry.step }</span>
            <span aria-hidden={(!first).then_some("true")}>{ clock(entry.at) }</span>
            <span>{ says.clone() }{ sign(entry, first) }</span>
        </li> }
    });
    rows.collect()
}

fn sign(entry: &Entry, first: bool) -> Html {
    match entry.anomaly {
        Some(owners) if first => html! { <span>{ " " }{ tag_icon(owners) }</span> },
        None if first && entry.refused => {
            html! { <span>{ " " }{ glyph_icon("n-conf", classes!("ink")) }</span> }
        }
        _ => html! { <span></span> },
    }
}
