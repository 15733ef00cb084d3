//! What lasts in a lane: beliefs, locks, waits, holds, payments under way.

use super::grid::Grid;
use crate::player::{Lane, Markup, Span, SpanKind};
use crate::texts::draw::lanes as texts;

/// Words under a spoiled belief need so many steps.
const WORDS_STEPS: i32 = 3 * 24;

/// The spans of a row, below its marks. Brackets and corridors first, then lines upon them.
pub(super) fn spans(out: &mut Markup, grid: &Grid, row: usize, lane: &Lane) {
    for line in [false, true] {
        for span in lane.spans.iter().filter(|span| span.to >= grid.first) {
            let lasts = matches!(span.kind, SpanKind::Lock | SpanKind::Hold | SpanKind::Wait);
            if lasts != line {
                drawn(out, grid, grid.y(row), span);
            }
        }
    }
}

fn drawn(out: &mut Markup, grid: &Grid, y: i32, span: &Span) {
    let from = grid.x(span.from);
    let to = if span.open { grid.onwards(span.from) } else { grid.x(span.to) };
    match span.kind {
        SpanKind::Belief { spoiled, harmful } => {
            let turn = spoiled.map_or(to, |step| grid.x(step).clamp(from, to));
            belief(out, [from, turn, to, y], harmful);
            let seen = (turn.max(grid.left()), grid.x(span.to));
            if spoiled.is_some() && seen.1 - seen.0 >= WORDS_STEPS && !grid.is_dense() {
                let class = if harmful { "bad" } else { "fade" };
                let words = "<text class='mid $' x='%' y='%'>$</text>";
                out.put(words, &[(seen.0 + seen.1) / 2, y + 18], &[class, texts::OUT_OF_DATE]);
            }
        }
        SpanKind::Lock => bracket(out, y, [from, to], span.open),
        SpanKind::Hold => {
            let line = "<path class='span-hold' d='M% %H%M% %H%'/>";
            out.put(line, &[from, y - 11, to, from, y + 11, to], &[]);
        }
        SpanKind::Wait => {
            // Granted, the bracket of the lock takes over.
            let x = from - 6;
            let end = if span.open { to } else { to - 12 };
            let numbers = [x, y - 6, (end - x).max(0)];
            out.put("<rect class='span-wait' x='%' y='%' width='%' height='12'/>", &numbers, &[]);
        }
        SpanKind::Pay => {
            let line = "<path class='span-pay' d='M% %.5H%M% %.5H%'/>";
            out.put(line, &[from, y - 2, to, from, y + 1, to], &[]);
        }
    }
}

/// From its lock to its unlock, round where an end is seen.
fn bracket(out: &mut Markup, y: i32, [from, to]: [i32; 2], open: bool) {
    let foot = y + 11;
    let back = from - 7;
    let start = "<path class='span-lock' d='M% %a4 4 0 0 1-4-4v-14a4 4 0 0 1 4-4";
    out.put(start, &[back, foot], &[]);
    if open {
        out.put("H%M% %H%'/>", &[to, back, foot, to], &[]);
    } else {
        out.put("H%a4 4 0 0 1 4 4v14a4 4 0 0 1-4 4H%'/>", &[to + 7, back], &[]);
    }
}

/// The tail of a read: whole as long as what was read is true, broken once it is out of date.
fn belief(out: &mut Markup, [from, turn, to, y]: [i32; 4], harmful: bool) {
    let tail = "<path class='tail $' d='M% %H%'/>";
    out.put(tail, &[from, y, turn], &[""]);
    if turn < to {
        out.put(tail, &[turn, y, to], &[if harmful { "bad" } else { "old" }]);
    }
}
