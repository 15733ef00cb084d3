//! Below the lanes: who had a contested seat when.

use super::grid::Grid;
use super::sign::{hue, initial};
use crate::player::{Ribbon, RibbonKind, RibbonPart, Session};
use yew::{Html, classes, html};

/// Width of a letter in a ribbon, about.
const LETTER: i32 = 7;

/// The ribbons.
pub(super) fn ribbons(grid: &Grid, session: &Session) -> Html {
    let all = session.lanes().ribbons.iter().enumerate();
    let drawn = all.map(|(i, ribbon)| {
        html! { <g key={ribbon.seat.0} transform={format!("translate(0 {})", grid.ribbon_y(i))}>{ drawn(grid, ribbon) }</g> }
    });
    html! { <g>{ for drawn }</g> }
}

fn drawn(grid: &Grid, ribbon: &Ribbon) -> Html {
    let seen = ribbon.parts.iter().enumerate().filter(|(_, part)| part.to >= grid.first);
    // Where the seat is sold twice the pattern covers the owners.
    let (twice, parts): (Vec<_>, Vec<_>) = seen.partition(|(_, p)| p.kind == RibbonKind::Twice);
    // Words end where the next part begins.
    let next =
        |p: &RibbonPart| ribbon.parts.iter().map(|q| q.from).filter(|from| *from > p.from).min();
    let all = parts.into_iter().chain(twice);
    html! { <g>
        <path class="rb" d={format!("M0 11.5H{}", grid.ruled())} />
        <g>{ for all.map(|(i, p)| html! { <g key={i} class={hue(p.user)}>{ part(grid, p, next(p)) }</g> }) }</g>
    </g> }
}

fn part(grid: &Grid, part: &RibbonPart, next: Option<u32>) -> Html {
    let open = part.to == grid.cursor;
    let from = grid.x(part.from);
    let to = grid.x(part.to) + if open { 12 } else { 0 };
    let (x, width) = (from.to_string(), (to - from).max(0).to_string());
    let rect = |class: &'static str| {
        html! { <rect {class} x={x.clone()} y="4.75" width={width.clone()} height="13.5" /> }
    };
    let (shape, verb) = match part.kind {
        RibbonKind::Booked => (rect("rb-u"), ""),
        RibbonKind::Held => (rect("rb-held"), "held by "),
        RibbonKind::Locked => (rect("rb-lock"), "locked by "),
        RibbonKind::Twice => return html! { <g>{ rect("rb-x") }{ rect("rb-twice") }</g> },
    };
    let booked = part.kind == RibbonKind::Booked;
    let room = next.map_or(to, |step| grid.x(step).min(to)) - from;
    let words =
        fitting(room, &[format!("{verb}{}", part.user), part.user.to_string(), initial(part.user)]);
    html! { <g>
        { shape }
        <text class={classes!("rb-t", booked.then_some("on"))} x={(from + 5).to_string()} y="15.5">{ words }</text>
    </g> }
}

/// The first that there is room for.
fn fitting(room: i32, texts: &[String]) -> String {
    let fits = |text: &&String| text.chars().count() as i32 * LETTER + 8 <= room;
    texts.iter().find(fits).cloned().unwrap_or_default()
}
