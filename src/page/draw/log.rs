//! The log: every step in words, the current one marked.

use super::follow::use_follow;
use super::marks::owners_by;
use super::sign::{drawing, glyph_icon, tag_icon};
use crate::player::{Markup, Session, Shown, step_sentences};
use crate::texts::draw::log as texts;
use crate::texts::forms::clock;
use crate::trace::{Event, Op, Outcome};
use crate::units::Ms;
use yew::{Html, Properties, component, html, use_memo};

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
    let mut items = Vec::new();
    for entry in entries.iter() {
        rows(&mut items, entry, cursor);
    }
    let first = entries.first().map_or(1, |entry| entry.step);
    html! {
        <div class="log-of">
            <p class="log-cut" hidden={first <= 1}>{ texts::log_before(first) }</p>
            <ol class="log" ref={list} aria-label={texts::LOG}>{ items }</ol>
        </div>
    }
}

fn entries(session: &Session) -> Vec<Entry> {
    let hall = session.scenario().hall;
    let told = session.trace().events_to(session.cursor());
    let first = told.len().checked_sub(EVENTS_MAX).map_or(1, |from| told[from].step + 1);
    let anomalies = anomalies(session, first);
    let mut entries = Vec::new();
    session.retell(first, |before, events| {
        let Some(event) = events.first() else { return };
        let says = step_sentences(hall, before, events);
        let refused = events.iter().any(is_refusal);
        let anomaly = anomalies.iter().rev().find(|a| a.0 == event.step).map(|a| a.1);
        entries.push(Entry { step: event.step, at: event.at, says, refused, anomaly });
    });
    entries
}

fn is_refusal(event: &Event) -> bool {
    let acts = matches!(event.op, Op::Commit | Op::Confirm);
    acts && matches!(event.outcome, Outcome::Conflict | Outcome::Refused)
}

/// The steps from the first that is told at which a rule breaks, with the number of owners.
fn anomalies(session: &Session, first: u32) -> Vec<(u32, usize)> {
    let mut found = Vec::new();
    for mark in session.lanes().lanes.iter().flat_map(|lane| &lane.marks) {
        if mark.anomaly && mark.step >= first {
            found.push((mark.step, owners_by(session, mark)));
        }
    }
    found
}

/// The first sentence has the number and the time, the others stand below it.
fn rows(items: &mut Vec<Html>, entry: &Entry, cursor: u32) {
    let now = entry.step == cursor;
    for (i, says) in entry.says.iter().enumerate() {
        let first = i == 0;
        let class = match (first, now) {
            (true, false) => "",
            (true, true) => "lit",
            (false, false) => "also",
            (false, true) => "also lit",
        };
        let words = drawing(|out| row(out, entry, says, first));
        let current = (now && first).then_some("step");
        items.push(html! { <li key={format!("{}.{i}", entry.step)} {class} aria-current={current}>{ words }</li> });
    }
}

fn row(out: &mut Markup, entry: &Entry, says: &str, first: bool) {
    let texts = [entry.step.to_string(), clock(entry.at)];
    for text in &texts {
        let column = if first { "<span>$</span>" } else { "<span aria-hidden='true'>$</span>" };
        out.put(column, &[], &[text]);
    }
    out.put("<span>$", &[], &[says]);
    match entry.anomaly.filter(|_| first) {
        Some(owners) => {
            out.raw(" ");
            tag_icon(out, owners);
        }
        None if first && entry.refused && entry.anomaly.is_none() => {
            out.raw(" ");
            glyph_icon(out, "n-conf", "ink");
        }
        None => {}
    }
    out.raw("</span>");
}
