//! The lanes of the picture: a row a user, a column a step.

use super::palette::Palette;
use super::{STEPS_DRAWN_MAX, USERS_DRAWN_MAX};
use crate::export::Finished;
use crate::player::{Arrow, Lane, Markup, Span, SpanKind, lanes as lanes_of};
use crate::texts::forms::plural;
use crate::units::User;

/// Where the rows are: left of the names, left and right of the steps, top and foot.
const NAMES: i32 = 48;
const LEFT: i32 = 176;
const RIGHT: i32 = 820;
const TOP: i32 = 160;
const FOOT: i32 = 470;
const ROW_MAX: i32 = 96;

/// The drawn steps and users, and where they stand.
struct Grid {
    from: u32,
    to: u32,
    users: Vec<User>,
}

impl Grid {
    /// All steps if there is room for them, else those that lead to the first thing that is wrong.
    fn new(run: &Finished) -> Grid {
        let steps = run.steps().max(1);
        let shown = run.first().map_or(STEPS_DRAWN_MAX, |first| first.step.saturating_add(4));
        let to = steps.min(shown.max(STEPS_DRAWN_MAX));
        let from = to.saturating_sub(STEPS_DRAWN_MAX - 1).max(1);
        Grid { from, to, users: run.users_drawn(USERS_DRAWN_MAX) }
    }

    fn has(&self, step: u32) -> bool {
        (self.from..=self.to).contains(&step)
    }

    fn column(&self) -> i32 {
        (RIGHT - LEFT) / (self.to - self.from + 1).max(6) as i32
    }

    /// The middle of a step's column; steps before and behind stand at the edges.
    fn x(&self, step: u32) -> i32 {
        if step < self.from {
            return LEFT;
        }
        let column = (step.min(self.to) - self.from) as i32;
        LEFT + column * self.column() + self.column() / 2
    }

    fn y(&self, row: usize) -> i32 {
        let pitch = ((FOOT - TOP) / self.users.len().max(1) as i32).min(ROW_MAX);
        TOP + row as i32 * pitch + pitch / 2
    }

    fn row(&self, user: User) -> Option<usize> {
        self.users.iter().position(|drawn| *drawn == user)
    }

    /// The size of the shapes, in hundredths.
    fn size(&self) -> i32 {
        (self.column() * 100 / 19).clamp(85, 160)
    }
}

pub(super) fn lanes(out: &mut Markup, run: &Finished, palette: &Palette) {
    let grid = Grid::new(run);
    let lanes = lanes_of(&run.scenario, run.contest, &run.run.trace);
    axis(out, &grid);
    for (row, user) in grid.users.iter().enumerate() {
        let y = grid.y(row);
        let hue = palette.user(*user);
        out.put("<path class='rule' d='M% %H%'/>\n", &[LEFT, y, RIGHT], &[]);
        out.put("<g color='$'>\n", &[], &[hue]);
        out.put("<text class='hue' x='%' y='%'>$</text>\n", &[NAMES, y + 6], &[&user.to_string()]);
        let lane = &lanes.lanes[user.0 as usize];
        lane.spans.iter().for_each(|span| lasting(out, &grid, y, span));
        marks(out, &grid, y, lane);
        out.raw("</g>\n");
    }
    lanes.arrows.iter().filter(|arrow| grid.has(arrow.step)).for_each(|a| arrow(out, &grid, a));
    left_out(out, &grid, run);
}

/// The numbers of the steps, as many as there is room for.
fn axis(out: &mut Markup, grid: &Grid) {
    let each = (48 / grid.column().max(1)).max(1) as u32;
    out.put("<text class='fade' x='%' y='%'>step</text>\n", &[NAMES, TOP - 14], &[]);
    for step in (grid.from..=grid.to).filter(|step| (step - grid.from).is_multiple_of(each)) {
        let numbers = [grid.x(step), TOP - 14, step as i32];
        out.put("<text class='fade mid' x='%' y='%'>%</text>\n", &numbers, &[]);
    }
}

/// What lasts: what a user believes, waits for, owns or holds.
fn lasting(out: &mut Markup, grid: &Grid, y: i32, span: &Span) {
    if span.to < grid.from || span.from > grid.to {
        return;
    }
    let (from, to) = (grid.x(span.from), grid.x(span.to));
    let reach = grid.size() * 11 / 100;
    let end = if span.open { (to + reach).min(RIGHT) } else { to };
    match span.kind {
        SpanKind::Belief { spoiled, harmful } => {
            let turn = spoiled.map_or(end, |step| grid.x(step).clamp(from, end));
            out.put("<path class='tail' d='M% %H%'/>", &[from, y, turn], &[]);
            let class = if harmful { "tail bad" } else { "tail old" };
            if turn < end {
                out.put("<path class='$' d='M% %H%'/>", &[turn, y, end], &[class]);
            }
        }
        SpanKind::Lock => {
            let numbers = [from - reach, y - reach, to - from + 2 * reach, 2 * reach];
            out.put("<rect class='lasts' rx='5' x='%' y='%' width='%' height='%'/>", &numbers, &[]);
        }
        SpanKind::Hold => {
            let numbers = [from, y - reach, end, from, y + reach, end];
            out.put("<path class='lasts' d='M% %H%M% %H%'/>", &numbers, &[]);
        }
        SpanKind::Wait => out.put("<path class='wait' d='M% %H%'/>", &[from, y, end], &[]),
        SpanKind::Pay => out.put("<path class='pays' d='M% %H%'/>", &[from, y, end], &[]),
    }
    out.raw("\n");
}

fn marks(out: &mut Markup, grid: &Grid, y: i32, lane: &Lane) {
    let size = grid.size();
    for (at, mark) in lane.marks.iter().enumerate().filter(|(_, mark)| grid.has(mark.step)) {
        // Two marks of one step stand beside each other.
        let same = |other: Option<usize>| {
            let other = other.and_then(|other| lane.marks.get(other));
            other.is_some_and(|other| other.step == mark.step)
        };
        let aside = i32::from(same(at.checked_sub(1))) - i32::from(same(Some(at + 1)));
        let x = 100 * grid.x(mark.step) + aside * 7 * size;
        out.put("<g transform='translate(~ %) scale(~)'>", &[x, y, size], &[]);
        if mark.anomaly {
            out.raw("<rect class='bad' x='-11' y='-11' width='22' height='22' rx='2'/>");
        }
        out.put("<use href='#$'/></g>\n", &[], &[mark.glyph.symbol()]);
    }
}

/// From a write to the row of the user whose read it made false.
fn arrow(out: &mut Markup, grid: &Grid, arrow: &Arrow) {
    let (Some(from), Some(to)) = (grid.row(arrow.from), grid.row(arrow.to)) else { return };
    let way = if to > from { 1 } else { -1 };
    let reach = grid.size() * 9 / 100 + 2;
    let (x, from, to) = (grid.x(arrow.step), grid.y(from) + reach * way, grid.y(to) - 4 * way);
    let classes = if arrow.harmful { ["bad", "bad-fill"] } else { ["arrow", "old-fill"] };
    out.put(
        "<path class='$' d='M% %V%'/><path class='$' d='M% %h12l-6 %z'/>\n",
        &[x, from, to - 8 * way, x - 6, to - 9 * way, 9 * way],
        &classes,
    );
}

/// What there was no room for.
fn left_out(out: &mut Markup, grid: &Grid, run: &Finished) {
    let mut notes = Vec::new();
    let users = run.scenario.users - grid.users.len() as u32;
    if users > 0 {
        notes.push(format!("{users} more {} not drawn", plural(users, "user")));
    }
    if (grid.from, grid.to) != (1, run.steps().max(1)) {
        notes.push(format!("steps {} to {} of {}", grid.from, grid.to, run.steps()));
    }
    if !notes.is_empty() {
        out.put(
            "<text class='fade' x='%' y='%'>$</text>\n",
            &[NAMES, FOOT + 18],
            &[&notes.join(", ")],
        );
    }
}
