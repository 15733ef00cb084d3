//! Small lanes: a row a user, a column a step. All columns of the comparison show the same steps at the same places.

use crate::compare::{Column, Comparison};
use crate::player::paint::{hue, initial};
use crate::player::{Lane, Lanes, Markup, Span, SpanKind};
use crate::texts::worker::compare as texts;
use crate::units::{User, ranked};

/// The most users that are drawn.
const USERS_MAX: usize = 10;
/// The fewest and the most steps that are drawn at once.
const STEPS: (u32, u32) = (8, 24);
/// The height of a row, and where the steps begin and end.
const ROW: i32 = 18;
const LEFT: i32 = 22;
const RIGHT: i32 = 296;
/// Below the rows stands the number of a step.
const FOOT: i32 = 16;

/// Which steps stand where.
struct Grid {
    first: u32,
    last: u32,
    cursor: u32,
    rows: Vec<User>,
}

impl Grid {
    /// The steps up to the cursor; all of them where there is room. A race that was over long before shows its last steps.
    fn new(all: &Comparison, column: &Column) -> Grid {
        let steps = all.steps().clamp(STEPS.0, STEPS.1);
        let last = all.step().max(steps);
        let last = if column.steps() + steps <= last { column.steps().max(steps) } else { last };
        Grid { first: last - steps + 1, last, cursor: all.step(), rows: rows(column) }
    }

    fn pitch(&self) -> i32 {
        (RIGHT - LEFT) / (self.last - self.first + 1) as i32
    }

    fn has(&self, step: u32) -> bool {
        (self.first..=self.last).contains(&step)
    }

    /// The middle of a step; the left edge for what lies before the first.
    fn x(&self, step: u32) -> i32 {
        if step < self.first {
            return LEFT;
        }
        LEFT + (step.min(self.last) - self.first) as i32 * self.pitch() + self.pitch() / 2
    }

    fn y(&self, row: usize) -> i32 {
        row as i32 * ROW + ROW / 2
    }

    fn foot(&self) -> i32 {
        self.rows.len() as i32 * ROW
    }

    /// The size of the marks, in hundredths.
    fn size(&self) -> i32 {
        (self.pitch() * 5).clamp(55, 82)
    }
}

/// All users, or those that acted last.
fn rows(column: &Column) -> Vec<User> {
    let views = &column.session().stage().users;
    let last = |(_, step): &(User, u32)| u64::from(u32::MAX - step);
    let all = (0..).map(User).zip(views.iter().map(|view| view.last.map_or(0, |event| event.step)));
    let mut users = ranked(all.collect(), last);
    users.truncate(USERS_MAX);
    ranked(users.into_iter().map(|(user, _)| user).collect(), |user| u64::from(user.0))
}

/// The lanes of a column up to the cursor.
pub(in crate::worker::view) fn strip(all: &Comparison, column: &Column) -> Markup {
    let users = column.session().scenario().users;
    let lanes = column.session().lanes();
    let grid = Grid::new(all, column);
    let rows = grid.rows.len() as u32;
    let mut out = Markup::new();
    let race = column.contest().to_string();
    let says = texts::lanes(&race, grid.first, grid.last, rows);
    let numbers = [RIGHT + 4, grid.foot() + FOOT];
    out.put("<svg viewBox='0 0 % %' role='img' aria-label='$'>", &numbers, &[&says]);
    marked(&mut out, &grid, column);
    drawn(&mut out, &grid, lanes);
    out.raw("</svg>");
    if let Some(more @ 1..) = users.checked_sub(rows) {
        out.put("<p class='part-of'>$</p>", &[], &[&texts::not_drawn(more)]);
    }
    out
}

/// The step that is now, and the one at which the race parts from the yardstick.
fn marked(out: &mut Markup, grid: &Grid, column: &Column) {
    let half = grid.pitch() / 2;
    let band = |step| [grid.x(step) - half, grid.pitch(), grid.foot()];
    let cursor = grid.cursor;
    if let Some(parting) = column.parting().filter(|parting| grid.has(parting.step)) {
        let rect = "<rect class='parted' x='%' y='0' width='%' height='%'/>";
        out.put(rect, &band(parting.step), &[]);
        out.put(
            "<path class='cue' d='M% 0V%'/>",
            &[grid.x(parting.step) - half, grid.foot() + 3],
            &[],
        );
        number(out, grid, parting.step, "");
    }
    if column.steps() < grid.first.max(cursor)
        && grid.has(column.steps())
        && column.steps() > STEPS.1
    {
        number(out, grid, column.steps(), "on");
    }
    if cursor > 0 && cursor <= column.steps() {
        out.put("<rect class='now-band' x='%' y='0' width='%' height='%'/>", &band(cursor), &[]);
        if column.parting().is_none_or(|parting| parting.step.abs_diff(cursor) > 1) {
            number(out, grid, cursor, "on");
        }
    }
}

fn number(out: &mut Markup, grid: &Grid, step: u32, class: &str) {
    let numbers = [grid.x(step), grid.foot() + 13, step as i32];
    out.put("<text class='mid $' x='%' y='%'>%</text>", &numbers, &[class]);
}

fn drawn(out: &mut Markup, grid: &Grid, lanes: &Lanes) {
    for (row, user) in grid.rows.iter().enumerate() {
        let Some(lane) = lanes.lanes.get(user.0 as usize) else { continue };
        let y = grid.y(row);
        out.put("<path class='lane-l' d='M% %H%'/>", &[LEFT - 4, y, RIGHT + 4], &[]);
        out.put("<text class='fade row' x='4' y='%'>$</text>", &[y + 4], &[&initial(*user)]);
        out.put("<g class='$'>", &[], &[hue(*user)]);
        let seen = |span: &&Span| span.to >= grid.first && span.from <= grid.last;
        lane.spans.iter().filter(seen).for_each(|span| lasting(out, grid, y, span));
        marks(out, grid, y, lane);
        out.raw("</g>");
    }
}

/// What lasts: what a user believes, waits for, owns or holds.
fn lasting(out: &mut Markup, grid: &Grid, y: i32, span: &Span) {
    let (from, to) = (grid.x(span.from), grid.x(span.to));
    let end = if span.open { to + grid.pitch() / 2 } else { to };
    match span.kind {
        SpanKind::Belief { spoiled, harmful } => {
            let turn = spoiled.map_or(to, |step| grid.x(step).clamp(from, to));
            out.put("<path class='tail' d='M% %H%'/>", &[from, y, turn], &[]);
            if turn < to {
                let class = if harmful { "bad" } else { "old" };
                out.put("<path class='tail $' d='M% %H%'/>", &[turn, y, to], &[class]);
            }
        }
        SpanKind::Lock => {
            out.put("<path class='span-lock' d='M% %H%M% %H%'/>", &lines(from, end, y), &[])
        }
        SpanKind::Hold => {
            out.put("<path class='span-hold' d='M% %H%M% %H%'/>", &lines(from, end, y), &[])
        }
        SpanKind::Wait => {
            let numbers = [from - 4, y - 4, (end - from + 4).max(0)];
            out.put("<rect class='span-wait' x='%' y='%' width='%' height='8'/>", &numbers, &[]);
        }
        SpanKind::Pay => out.put(
            "<path class='span-pay' d='M% %H%M% %H%'/>",
            &[from, y - 1, to, from, y + 1, to],
            &[],
        ),
    }
}

/// One above and one below the middle of the row.
fn lines(from: i32, to: i32, y: i32) -> [i32; 6] {
    [from, y - 7, to, from, y + 7, to]
}

fn marks(out: &mut Markup, grid: &Grid, y: i32, lane: &Lane) {
    let size = grid.size();
    for (at, mark) in lane.marks.iter().enumerate().filter(|(_, mark)| grid.has(mark.step)) {
        // Two marks of one step stand beside each other.
        let same = |other: Option<usize>| {
            other
                .and_then(|other| lane.marks.get(other))
                .is_some_and(|other| other.step == mark.step)
        };
        let aside = i32::from(same(at.checked_sub(1))) - i32::from(same(Some(at + 1)));
        let place = [100 * grid.x(mark.step) + 6 * aside * size, 100 * y, size];
        out.put("<g transform='translate(~ ~) scale(~)'>", &place, &[]);
        if mark.anomaly {
            out.raw("<rect class='frame' x='-10' y='-10' width='20' height='20' rx='2'/>");
        }
        out.put("<use href='#$'/></g>", &[], &[mark.glyph.symbol()]);
    }
}
