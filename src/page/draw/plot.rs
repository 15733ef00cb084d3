//! The plot of the lanes: the axis of steps, the band of now, and what every row holds.

use super::grid::Grid;
use super::marks::{arrows, marks};
use super::ribbons::rules;
use super::sign::{hue, nodes};
use super::spans::Spans;
use crate::player::{Markup, Session};
use crate::texts::draw::lanes as texts;
use crate::units::User;
use yew::{Html, classes, html};

/// Numbers of steps keep so far apart.
const NUMBERS_APART: i32 = 22;
/// Words above the axis keep so far apart.
const WORDS_APART: i32 = 104;

/// The numbers of the steps, the chip of now, and where virtual time was idle. It stays in sight while the rows scroll.
pub(super) fn axis(out: &mut Markup, grid: &Grid, session: &Session) {
    if grid.first > 1 {
        out.raw("<text class='fade' x='2' y='29'>…</text>");
    }
    let mut last = i32::MIN;
    for step in grid.first..grid.cursor {
        let x = grid.x(step) - grid.left();
        // On the axis of time there may be no room for each.
        if x.saturating_sub(last) >= NUMBERS_APART && grid.now() - x >= NUMBERS_APART {
            out.put("<text class='mid fade' x='%' y='29'>%</text>", &[x, step as i32], &[]);
            last = x;
        }
    }
    let mut free_from = 0;
    for (step, ms) in session.lanes().cuts.iter().filter(|(step, _)| grid.has(*step)) {
        let cut = grid.x(*step) - grid.left() - 12;
        let x = cut.clamp(44, grid.width() - 38);
        let text = "<text class='mid fade' x='%' y='9'>$</text>";
        if x >= free_from {
            free_from = x + WORDS_APART;
            out.put(text, &[x], &[&texts::later(*ms)]);
        } else {
            out.put(text, &[cut], &["…"]);
        }
    }
    if grid.cursor > 0 {
        let x = grid.now();
        let wide = if grid.cursor > 999 { 32 } else { 24 };
        out.put(
            "<rect class='now-band' x='%' y='16' width='24' height='20'/>\
             <rect class='now-chip' x='%' y='16' width='%' height='18' rx='2'/>\
             <text class='mid now-n' x='%' y='29'>%</text>",
            &[x - 12, x - wide / 2, wide, x, grid.cursor as i32],
            &[],
        );
    }
}

/// What lies below the rows and does not move with them: the band of now, and the rules.
pub(super) fn paper(out: &mut Markup, grid: &Grid, session: &Session) {
    if grid.cursor > 0 {
        let numbers = [grid.now() - 12, grid.height()];
        out.put("<rect class='now-band' x='%' y='0' width='24' height='%'/>", &numbers, &[]);
    }
    out.raw("<path class='lane-l' d='");
    for row in 0..=grid.rows.len() as i32 {
        out.put("M0 %.5H%", &[row * grid.lane(), grid.ruled()], &[]);
    }
    out.raw("'/>");
    rules(out, grid, session);
}

/// What can be pressed: each lane, as wide as it is ruled.
pub(super) fn presses(out: &mut Markup, grid: &Grid) {
    for (row, user) in (0..).zip(&grid.rows) {
        if let Some(letter) = user.letter() {
            let lane = "<rect class='lane' y='%' width='%' height='%' data-do='choose:$'/>";
            let numbers = [row * grid.lane(), grid.ruled(), grid.lane()];
            out.put(lane, &numbers, &[&letter.to_string()]);
        }
    }
}

/// The rows, each a drawing of its own: with a step few of them change. The tails are paths of the page: one write can make
/// them out of date in all rows at once, and then only where they go changes.
pub(super) fn rows(grid: &Grid, session: &Session) -> Vec<Html> {
    let lanes = session.lanes();
    let row = |(row, user): (usize, &User)| {
        let lane = lanes.lanes.get(user.0 as usize).filter(|lane| grid.shows(lane));
        let mut spans = Spans::default();
        if let Some(lane) = lane {
            spans.add(grid, row, lane);
            marks(&mut spans.above, grid, row, lane, session);
        }
        let tails = [None, Some("old"), Some("bad")].into_iter().zip(spans.tails);
        let tail = |(how, path): (Option<&'static str>, Markup)| {
            html! { <path class={classes!("tail", how)} d={path.into_string()}/> }
        };
        html! {
            <g class={hue(*user)}>{ nodes(spans.below) }{ for tails.map(tail) }{ nodes(spans.above) }</g>
        }
    };
    grid.rows.iter().enumerate().map(row).collect()
}

/// What joins rows: where virtual time was idle, and the arrows.
pub(super) fn across(out: &mut Markup, grid: &Grid, session: &Session) {
    let lanes = session.lanes();
    for (step, _) in lanes.cuts.iter().filter(|(step, _)| grid.has(*step)) {
        let numbers = [grid.x(*step) - 12, grid.height()];
        out.put("<path class='brk' d='M% -20V%'/>", &numbers, &[]);
    }
    arrows(out, grid, &lanes.arrows);
}
