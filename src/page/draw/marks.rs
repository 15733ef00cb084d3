//! What happened at a step: the marks of a lane, and the arrows from a write to the read it spoiled.

use super::grid::Grid;
use super::sign::tag;
use crate::player::{Arrow, Glyph, Lane, Mark, Session};
use std::collections::BTreeSet;
use yew::{Html, classes, html};

/// The seat is named again after so many steps.
const NAME_AGAIN_STEPS: u32 = 6;
const ASIDE: i32 = 6;

/// The name of a glyph among the symbols.
pub(super) fn symbol(glyph: Glyph) -> &'static str {
    match glyph {
        Glyph::Read => "#n-read",
        Glyph::Write => "#n-write",
        Glyph::Reserve => "#n-reserve",
        Glyph::Pay => "#n-pay",
        Glyph::Paid => "#n-paid",
        Glyph::Declined => "#n-no",
        Glyph::NoAnswer => "#n-what",
        Glyph::Lock => "#n-lock",
        Glyph::Unlock => "#n-unlock",
        Glyph::Refused => "#n-conf",
        Glyph::Expired => "#n-exp",
        Glyph::Refund => "#n-ref",
        Glyph::Release => "#n-release",
        Glyph::TurnedAway => "#n-out",
        Glyph::Crash => "#n-crash",
    }
}

/// The marks of a row.
pub(super) fn marks(grid: &Grid, row: usize, lane: &Lane, session: &Session) -> Html {
    let hall = session.scenario().hall;
    let y = grid.y(row);
    let mut named = None;
    let seen = lane.marks.iter().enumerate().filter(|(_, mark)| grid.has(mark.step));
    let drawn = seen.map(|(i, mark)| {
        let name = mark.seat.filter(|seat| {
            let new = named
                .is_none_or(|(last, step)| last != *seat || mark.step >= step + NAME_AGAIN_STEPS);
            new && !grid.is_dense()
        });
        if let Some(seat) = name {
            named = Some((seat, mark.step));
        }
        let name = name.map(|seat| hall.name(seat));
        let x = grid.x(mark.step) + aside(&lane.marks, i);
        html! { <g key={i}>{ drawn(x, y, mark, session, name) }</g> }
    });
    html! { <g>{ for drawn.collect::<Vec<_>>() }</g> }
}

/// Two marks of one step stand beside each other: a hold is taken and the payment goes out.
fn aside(marks: &[Mark], i: usize) -> i32 {
    let same = |j: usize| marks.get(j).is_some_and(|mark| mark.step == marks[i].step);
    match (i.checked_sub(1).is_some_and(same), same(i + 1)) {
        (true, false) => ASIDE,
        (false, true) => -ASIDE,
        _ => 0,
    }
}

fn drawn(x: i32, y: i32, mark: &Mark, session: &Session, name: Option<String>) -> Html {
    let place = format!("translate({x} {y})");
    html! { <g transform={place}>
        if mark.anomaly { <rect class="frame" x="-10" y="-10" width="20" height="20" rx="2" /> }
        <use href={symbol(mark.glyph)} />
        if mark.anomaly { <g transform="translate(0 -14)">{ tag(owners_by(session, mark)) }</g> }
        if let Some(name) = name { <text class="mid fade" y="24">{ name }</text> }
    </g> }
}

/// How many users had a ticket of the mark's seat once its step was done.
pub(super) fn owners_by(session: &Session, mark: &Mark) -> usize {
    let Some(seat) = mark.seat.and_then(|seat| session.stage().seats.get(&seat)) else { return 0 };
    let before = seat.tickets.iter().filter(|(_, step)| *step <= mark.step);
    before.map(|(user, _)| *user).collect::<BTreeSet<_>>().len()
}

/// The arrows: down or up from the row of the write to the tail it made false.
pub(super) fn arrows(grid: &Grid, arrows: &[Arrow]) -> Html {
    let seen = arrows.iter().enumerate().filter(|(_, arrow)| grid.has(arrow.step));
    // Harmless ones first, so that none covers a harmful one.
    let (bad, good): (Vec<_>, Vec<_>) = seen.partition(|(_, arrow)| arrow.harmful);
    let drawn = good.into_iter().chain(bad).filter_map(|(i, arrow)| {
        let (from, to) = (grid.y(grid.row(arrow.from)?), grid.y(grid.row(arrow.to)?));
        let x = grid.x(arrow.step);
        let bad = arrow.harmful.then_some("bad");
        let (start, end, head) = if to > from {
            (from + 8, to - 9, format!("M{} {}h10l-5 8z", x - 5, to - 11))
        } else {
            (from - 8, to + 9, format!("M{} {}h10l-5-8z", x - 5, to + 11))
        };
        Some(html! { <g key={i}>
            <path class={classes!("arrow", bad)} d={format!("M{x} {start}V{end}")} />
            <path class={classes!("arrow-h", bad)} d={head} />
        </g> })
    });
    html! { <g>{ for drawn }</g> }
}
