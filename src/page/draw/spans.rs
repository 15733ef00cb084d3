//! What lasts in a lane: beliefs, locks, waits, holds, payments under way.

use super::grid::Grid;
use crate::player::{Lane, Markup, Span, SpanKind};
use crate::texts::draw::lanes as texts;

/// Words under a spoiled belief need so many steps.
const WORDS_STEPS: i32 = 4 * 24;

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
    let (from, to) = (grid.x(span.from), grid.x(span.to));
    let open = |end| if span.open { to + 12 } else { end };
    match span.kind {
        SpanKind::Belief { spoiled, harmful } => {
            let turn = spoiled.map_or(to, |step| grid.x(step).clamp(from, to));
            belief(out, [from, turn, to, y], harmful);
            if spoiled.is_some() && to - turn >= WORDS_STEPS && !grid.is_dense() {
                let class = if harmful { "bad" } else { "fade" };
                let words = "<text class='mid $' x='%' y='%'>$</text>";
                out.put(words, &[(turn + to) / 2, y + 18], &[class, texts::OUT_OF_DATE]);
            }
        }
        SpanKind::Lock => bracket(out, grid, y, span),
        SpanKind::Hold => {
            let end = open(to);
            let line = "<path class='span-hold' d='M% %H%M% %H%'/>";
            out.put(line, &[from, y - 11, end, from, y + 11, end], &[]);
        }
        SpanKind::Wait => {
            // Granted, the bracket of the lock takes over.
            let x = (from - 6).max(0);
            let numbers = [x, y - 6, (open(to - 12) - x).max(0)];
            out.put("<rect class='span-wait' x='%' y='%' width='%' height='12'/>", &numbers, &[]);
        }
        SpanKind::Pay => {
            let line = "<path class='span-pay' d='M% %.5H%M% %.5H%'/>";
            out.put(line, &[from, y - 2, to, from, y + 1, to], &[]);
        }
    }
}

/// From its lock to its unlock, round where an end is seen.
fn bracket(out: &mut Markup, grid: &Grid, y: i32, span: &Span) {
    let (top, foot) = (y - 11, y + 11);
    let left = grid.x(span.from) - 11;
    let right = grid.x(span.to) + if span.open { 12 } else { 11 };
    let back = (left + 4).max(0);
    out.raw("<path class='span-lock' d='");
    if span.from < grid.first {
        out.put("M0 %M0 %", &[foot, top], &[]);
    } else {
        out.put("M% %a4 4 0 0 1-4-4v-14a4 4 0 0 1 4-4", &[left + 4, foot], &[]);
    }
    if span.open {
        out.put("H%M% %H%'/>", &[right, back, foot, right], &[]);
    } else {
        out.put("H%a4 4 0 0 1 4 4v14a4 4 0 0 1-4 4H%'/>", &[right - 4, back], &[]);
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
