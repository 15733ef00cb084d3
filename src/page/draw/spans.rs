//! What lasts in a lane: beliefs, locks, waits, holds, payments under way.

use super::grid::Grid;
use crate::player::{Lane, Markup, Span, SpanKind};
use crate::texts::draw::lanes as texts;

/// Words under a spoiled belief need so many steps.
const WORDS_STEPS: i32 = 3 * 24;

/// The spans of a row, below its marks.
#[derive(Default)]
pub(super) struct Spans {
    /// Brackets and corridors.
    pub(super) below: Markup,
    /// Upon them the tails of reads: whole as long as what was read is true, broken once it is out of date; last those that
    /// did harm. Each is where a path goes.
    pub(super) tails: [Markup; 3],
    /// Payments under way, and words.
    pub(super) above: Markup,
}

impl Spans {
    /// Draws those of a lane.
    pub(super) fn add(&mut self, grid: &Grid, row: usize, lane: &Lane) {
        for span in lane.spans.iter().filter(|span| span.to >= grid.first) {
            self.span(grid, grid.y(row), span);
        }
    }

    fn span(&mut self, grid: &Grid, y: i32, span: &Span) {
        let from = grid.x(span.from);
        let to = if span.open { grid.onwards(span.from) } else { grid.x(span.to) };
        match span.kind {
            SpanKind::Belief { spoiled, harmful } => {
                let turn = spoiled.map_or(to, |step| grid.x(step).clamp(from, to));
                self.belief([from, turn, to, y], harmful);
                let seen = (turn.max(grid.left()), grid.x(span.to));
                if spoiled.is_some() && seen.1 - seen.0 >= WORDS_STEPS && !grid.is_dense() {
                    let class = if harmful { "bad" } else { "fade" };
                    let words = "<text class='mid $' x='%' y='%'>$</text>";
                    let place = [(seen.0 + seen.1) / 2, y + 18];
                    self.above.put(words, &place, &[class, texts::OUT_OF_DATE]);
                }
            }
            SpanKind::Lock => bracket(&mut self.below, y, [from, to], span.open),
            SpanKind::Hold => {
                let line = "<path class='span-hold' d='M% %H%M% %H%'/>";
                self.below.put(line, &[from, y - 11, to, from, y + 11, to], &[]);
            }
            SpanKind::Wait => {
                // Granted, the bracket of the lock takes over.
                let x = from - 6;
                let end = if span.open { to } else { to - 12 };
                let rect = "<rect class='span-wait' x='%' y='%' width='%' height='12'/>";
                self.below.put(rect, &[x, y - 6, (end - x).max(0)], &[]);
            }
            SpanKind::Pay => {
                let line = "<path class='span-pay' d='M% %.5H%M% %.5H%'/>";
                self.above.put(line, &[from, y - 2, to, from, y + 1, to], &[]);
            }
        }
    }

    fn belief(&mut self, [from, turn, to, y]: [i32; 4], harmful: bool) {
        let [whole, old, bad] = &mut self.tails;
        let tail = "M% %H%";
        whole.put(tail, &[from, y, turn], &[]);
        if turn < to {
            let broken = if harmful { bad } else { old };
            broken.put(tail, &[turn, y, to], &[]);
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
