//! What lasts in a lane: beliefs, locks, waits, holds, payments under way.

use super::grid::Grid;
use crate::player::{Lane, Span, SpanKind};
use yew::{Html, classes, html};

/// Words under a spoiled belief need so many steps.
const WORDS_STEPS: i32 = 4 * 24;

/// The spans of a row, below its marks.
pub(super) fn spans(grid: &Grid, row: usize, lane: &Lane) -> Html {
    let y = grid.y(row);
    let seen = lane.spans.iter().enumerate().filter(|(_, span)| span.to >= grid.first);
    // Brackets and corridors first, then lines upon them.
    let (under, over): (Vec<_>, Vec<_>) = seen.partition(|(_, span)| {
        matches!(span.kind, SpanKind::Lock | SpanKind::Hold | SpanKind::Wait)
    });
    let all = under.into_iter().chain(over);
    html! { <g>{ for all.map(|(i, span)| html! { <g key={i}>{ drawn(grid, y, span) }</g> }) }</g> }
}

fn drawn(grid: &Grid, y: i32, span: &Span) -> Html {
    let (from, to) = (grid.x(span.from), grid.x(span.to));
    match span.kind {
        SpanKind::Belief { spoiled, harmful } => belief(grid, y, span, spoiled, harmful),
        SpanKind::Lock => html! { <path class="span-lock" d={bracket(grid, y, span)} /> },
        SpanKind::Hold => {
            let end = if span.open { to + 12 } else { to };
            html! { <path class="span-hold" d={format!("M{from} {}H{end}M{from} {}H{end}", y - 11, y + 11)} /> }
        }
        SpanKind::Wait => {
            // Granted, the bracket of the lock takes over.
            let end = if span.open { to + 12 } else { to - 12 };
            let (x, wide) = ((from - 6).max(0), end - (from - 6).max(0));
            html! { <rect class="span-wait" x={x.to_string()} y={(y - 6).to_string()} width={wide.max(0).to_string()} height="12" /> }
        }
        SpanKind::Pay => {
            let line = format!("M{from} {}.5H{to}M{from} {}.5H{to}", y - 2, y + 1);
            html! { <path class="span-pay" d={line} /> }
        }
    }
}

/// From its lock to its unlock, round where an end is seen.
fn bracket(grid: &Grid, y: i32, span: &Span) -> String {
    let (top, foot) = (y - 11, y + 11);
    let left = grid.x(span.from) - 11;
    let right = grid.x(span.to) + if span.open { 12 } else { 11 };
    let begin = if span.from < grid.first {
        format!("M0 {foot}M0 {top}")
    } else {
        format!("M{} {foot}a4 4 0 0 1-4-4v-14a4 4 0 0 1 4-4", left + 4)
    };
    if span.open {
        format!("{begin}H{right}M{} {foot}H{right}", (left + 4).max(0))
    } else {
        format!("{begin}H{}a4 4 0 0 1 4 4v14a4 4 0 0 1-4 4H{}", right - 4, (left + 4).max(0))
    }
}

/// The tail of a read: whole as long as what was read is true, broken once it is out of date.
fn belief(grid: &Grid, y: i32, span: &Span, spoiled: Option<u32>, harmful: bool) -> Html {
    let (from, to) = (grid.x(span.from), grid.x(span.to));
    let turn = spoiled.map_or(to, |step| grid.x(step).clamp(from, to));
    let class = if harmful { "bad" } else { "old" };
    let words = spoiled.is_some() && to - turn >= WORDS_STEPS && !grid.is_dense();
    html! { <g>
        <path class="tail" d={format!("M{from} {y}H{turn}")} />
        if spoiled.is_some() && turn < to {
            <path class={classes!("tail", class)} d={format!("M{turn} {y}H{to}")} />
        }
        if words {
            <text class={classes!("mid", if harmful { "bad" } else { "fade" })} x={((turn + to) / 2).to_string()} y={(y + 18).to_string()}>{ "out of date" }</text>
        }
    </g> }
}
