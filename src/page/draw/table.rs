//! The table: every event as a row, for who would rather read than look.

use super::follow::use_follow;
use super::log::EVENTS_MAX;
use super::sign::nodes;
use crate::player::{COLUMNS, Markup, Shown, cells};
use crate::texts::draw::log as texts;
use yew::{Html, Properties, component, html, use_memo};

/// What the table depends on.
#[derive(Properties, PartialEq)]
pub struct TableProps {
    /// The race.
    pub shown: Shown,
}

/// The table.
#[component]
pub fn Table(props: &TableProps) -> Html {
    let table = use_memo(props.shown.clone(), |shown| nodes(written(shown)));
    let place = use_follow(props.shown.stamp);
    html! { <div class="events" ref={place}>{ (*table).clone() }</div> }
}

fn written(shown: &Shown) -> Markup {
    let session = &shown.session;
    let (hall, cursor) = (session.scenario().hall, session.cursor());
    let events = session.trace().events_to(cursor);
    let first = events.len().saturating_sub(EVENTS_MAX);
    let mut out = Markup::new();
    let caption = match (events.len(), first) {
        (0, _) => texts::NOTHING_YET.to_owned(),
        (all, 0) => texts::events(all, cursor),
        (all, _) => texts::last_events(EVENTS_MAX, all, cursor),
    };
    out.put("<table><caption>$</caption><thead><tr>", &[], &[&caption]);
    for column in COLUMNS {
        out.put("<th scope='col'>$</th>", &[], &[column]);
    }
    out.raw("</tr></thead><tbody>");
    let mut before = 0;
    for event in &events[first..] {
        let begins = event.step != before;
        before = event.step;
        let current = event.step == cursor && begins;
        out.raw(if current { "<tr aria-current='step'>" } else { "<tr>" });
        let cells = cells(hall, event);
        let texts = cells.each_ref().map(String::as_str);
        out.put(
            "<th scope='row'>$</th><td>$</td><td>$</td><td>$</td><td>$</td><td>$</td></tr>",
            &[],
            &texts,
        );
    }
    out.raw("</tbody></table>");
    out
}
