//! Small lanes: a row a user, a column a step. All columns of the comparison show the same steps at the same places.
//!
//! A step has its place for good, and the window moves. What goes on is drawn ahead, beyond an edge that goes with the cursor.
//! A user stays in the row that it got, and the row moves. So a step writes little anew: the row of who acts, and the one
//! whose mark goes out of sight.

use super::places::{Places, Stands};
use super::{LABEL, text};
use crate::compare::{Column, Comparison};
use crate::player::paint::{hue, initial};
use crate::player::{Lane, Markup, Span, SpanKind};
use crate::texts::worker::compare as texts;
use crate::units::{User, ranked};

/// The most users that are drawn.
const USERS_MAX: usize = 10;
/// The fewest and the most steps that are drawn at once.
const STEPS: (u32, u32) = (8, 24);
/// The height of a row, its middle, and where the steps begin and end.
const ROW: i32 = 18;
const MIDDLE: i32 = ROW / 2;
const LEFT: i32 = 22;
const RIGHT: i32 = 296;
/// A lane is drawn so far beyond the steps on both sides.
const ASIDE: i32 = 4;
/// Below the rows stands the number of a step.
const FOOT: i32 = 16;
const NUMBER: i32 = 13;
/// So many steps are drawn ahead at most, and the rows are drawn anew for that one after the other, so many steps apart.
const AHEAD: u32 = 64;
const APART: u32 = AHEAD / USERS_MAX as u32;

/// The attribute that moves what is drawn.
const MOVED: &str = "transform";
/// What lasts is seen from the first step in sight on. What goes on ends for now in the middle of the step, or behind it.
const FIRST: &str = "first-at";
const NOW: &str = "now-at";
const NEXT: &str = "next-at";

/// Which steps stand where.
struct Grid {
    first: u32,
    last: u32,
    /// Where the comparison stands, and where this race does.
    cursor: u32,
    now: u32,
    foot: i32,
}

impl Grid {
    /// The steps up to the cursor; all of them where there is room. A race that was over long before shows its last steps.
    fn new(all: &Comparison, column: &Column, rows: usize) -> Grid {
        let steps = all.steps().clamp(STEPS.0, STEPS.1);
        let last = all.step().max(steps);
        let last = if column.steps() + steps <= last { column.steps().max(steps) } else { last };
        let (cursor, now) = (all.step(), column.step());
        Grid { first: last - steps + 1, last, cursor, now, foot: foot(rows) }
    }

    fn pitch(&self) -> i32 {
        (RIGHT - LEFT) / (self.last - self.first + 1) as i32
    }

    fn has(&self, step: u32) -> bool {
        (self.first..=self.last).contains(&step)
    }

    /// The middle of a step, at its place for good.
    fn x(&self, step: u32) -> i32 {
        match step {
            0 => LEFT,
            step => LEFT + (step - 1) as i32 * self.pitch() + self.pitch() / 2,
        }
    }

    /// How far the window has moved.
    fn moved(&self) -> i32 {
        (self.first - 1) as i32 * self.pitch()
    }

    /// The middle of a step in the window.
    fn seen(&self, step: u32) -> i32 {
        self.x(step) - self.moved()
    }

    /// The left edge of a step in the window.
    fn left(&self, step: u32) -> i32 {
        self.seen(step) - self.pitch() / 2
    }

    /// The steps between which what lasts is drawn in a row: at least what is in sight.
    fn reach(&self, row: usize) -> (u32, u32) {
        let shift = row as u32 * APART;
        let block = (self.last + shift) / AHEAD * AHEAD;
        (block.saturating_sub(shift + STEPS.1), block + AHEAD - shift)
    }

    /// The size of the marks, in hundredths.
    fn size(&self) -> i32 {
        (self.pitch() * 5).clamp(55, 82)
    }
}

fn foot(rows: usize) -> i32 {
    rows as i32 * ROW
}

/// All users, or those that acted last, in order.
fn acted(column: &Column) -> Vec<User> {
    let views = &column.session().stage().users;
    let last = |(_, step): &(User, u32)| u64::from(u32::MAX - step);
    let all = (0..).map(User).zip(views.iter().map(|view| view.last.map_or(0, |event| event.step)));
    let mut users = ranked(all.collect(), last);
    users.truncate(USERS_MAX);
    ranked(users.into_iter().map(|(user, _)| user).collect(), |user| u64::from(user.0))
}

/// Whoever is drawn now and was not before gets the row of somebody who is not drawn any more.
pub fn seat(rows: &mut Vec<User>, column: &Column) {
    let users = acted(column);
    if rows.len() != users.len() {
        *rows = users;
        return;
    }
    let new: Vec<User> = users.iter().filter(|user| !rows.contains(user)).copied().collect();
    let left = rows.iter_mut().filter(|row| !users.contains(row));
    left.zip(new).for_each(|(row, user)| *row = user);
}

/// The drawing, and what its places show at first.
pub(super) fn strip(
    out: &mut Markup,
    (n, column): (usize, &Column),
    rows: &[User],
    places: &Places<'_>,
) {
    let at = n as i32;
    let foot = foot(rows.len());
    out.put(
        "<svg id='c-strip-%' viewBox='0 0 % %' role='img' aria-label='$'><g id='c-band-%'>",
        &[at, RIGHT + ASIDE, foot + FOOT, at],
        &[places.get("strip", n, LABEL)],
    );
    places.fill(out, "band", n);
    out.put(
        "</g><rect id='c-now-band-%' class='now-band' y='0' x='$' width='$' height='%'/>\
         <text id='c-step-%' class='mid on' y='%' x='$'>",
        &[at, foot, at, foot + NUMBER],
        &[
            places.get("now-band", n, "x"),
            places.get("now-band", n, "width"),
            places.get("step", n, "x"),
        ],
    );
    places.fill(out, "step", n);
    out.raw("</text>");
    for row in 0..rows.len() {
        out.put(
            "<g id='c-lane-%-%' transform='$'><path class='lane-l' d='M% %H%'/>\
             <text id='c-user-%-%' class='fade row' x='4' y='%'>",
            &[at, row as i32, LEFT - ASIDE, MIDDLE, RIGHT + ASIDE, at, row as i32, MIDDLE + 4],
            &[places.get_one("lane", n, row, MOVED)],
        );
        places.fill_one(out, "user", n, row);
        out.raw("</text></g>");
    }
    for edge in [FIRST, NOW, NEXT] {
        out.put(
            "<clipPath id='c-to-$-%'><rect id='c-$-%' y='-9' height='36' x='$' width='$'/></clipPath>",
            &[at, at],
            &[edge, edge, places.get(edge, n, "x"), places.get(edge, n, "width")],
        );
    }
    let moved = places.get("moved", n, MOVED);
    out.put("<g id='c-moved-%' transform='$'>", &[at], &[moved]);
    for row in 0..rows.len() {
        let moved = places.get_one("row", n, row, MOVED);
        out.put("<g id='c-row-%-%' transform='$'>", &[at, row as i32], &[moved]);
        places.fill_one(out, "row", n, row);
        out.raw("</g>");
    }
    out.put("</g><g id='c-goes-on-%'>", &[at], &[]);
    places.fill(out, "goes-on", n);
    out.raw("</g></svg>");
    if let Some(more @ 1..) = column.session().scenario().users.checked_sub(rows.len() as u32) {
        out.put("<p class='part-of'>$</p>", &[], &[&texts::not_drawn(more)]);
    }
}

/// The drawing of a race as it stands, of this number: two on one page have different ones.
pub(in crate::worker::view) fn picture(all: &Comparison, (n, column): (usize, &Column)) -> Markup {
    let mut put = Stands::of(n);
    let rows = acted(column);
    seen(&mut put, all, column, &rows);
    let mut out = Markup::new();
    strip(&mut out, (n, column), &rows, &Places::new(&put.all()));
    out
}

/// The lanes of a column up to the cursor.
pub(super) fn seen(put: &mut Stands, all: &Comparison, column: &Column, rows: &[User]) {
    let grid = Grid::new(all, column, rows.len());
    let race = column.contest().to_string();
    put.set("strip", LABEL, texts::lanes(&race, grid.first, grid.last, rows.len() as u32));
    put.put("band", marked(&grid, column));
    stepped(put, &grid, column);
    let now = grid.x(grid.now);
    put.set(FIRST, "x", (LEFT + grid.moved()).to_string());
    put.set(FIRST, "width", RIGHT.to_string());
    [NOW, NEXT].iter().for_each(|edge| put.set(edge, "x", "0".to_owned()));
    put.set(NOW, "width", now.to_string());
    put.set(NEXT, "width", (now + grid.pitch() / 2).to_string());
    put.set("moved", MOVED, format!("translate({} 0)", -grid.moved()));
    let lanes = &column.session().lanes().lanes;
    let none = Lane::default();
    let mut waits = Markup::new();
    for (row, user) in rows.iter().enumerate() {
        let rank = rows.iter().filter(|other| *other < user).count() as i32;
        let moved = format!("translate(0 {})", ROW * rank);
        put.set_one("lane", row, MOVED, moved.clone());
        put.put_one("user", row, text(&initial(*user)));
        put.set_one("row", row, MOVED, moved);
        let lane = lanes.get(user.0 as usize).unwrap_or(&none);
        put.put_one("row", row, drawn(&grid, put.column(), (row, *user), lane));
        if lane.spans.iter().any(|span| span.open && span.kind == SpanKind::Wait) {
            let end = grid.seen(grid.now) + grid.pitch() / 2;
            waits.put("M% ~v9", &[end, 100 * (ROW * rank + MIDDLE) - 450], &[]);
        }
    }
    let mut ends = Markup::new();
    let waits = waits.into_string();
    if !waits.is_empty() && grid.now >= grid.first {
        ends.put("<path class='span-wait' d='$'/>", &[], &[&waits]);
    }
    put.put("goes-on", ends);
}

/// The step at which the race parts from the yardstick, and the last one if that was long ago.
fn marked(grid: &Grid, column: &Column) -> Markup {
    let mut out = Markup::new();
    if let Some(parting) = column.parting().filter(|parting| grid.has(parting.step)) {
        let left = grid.left(parting.step);
        let band = [left, grid.pitch(), grid.foot];
        out.put("<rect class='parted' x='%' y='0' width='%' height='%'/>", &band, &[]);
        out.put("<path class='cue' d='M% 0V%'/>", &[left, grid.foot + 3], &[]);
        number(&mut out, grid, parting.step, "");
    }
    if column.steps() < grid.first.max(grid.cursor)
        && grid.has(column.steps())
        && column.steps() > STEPS.1
    {
        number(&mut out, grid, column.steps(), "on");
    }
    out
}

fn number(out: &mut Markup, grid: &Grid, step: u32, class: &str) {
    let numbers = [grid.seen(step), grid.foot + NUMBER, step as i32];
    out.put("<text class='mid $' x='%' y='%'>%</text>", &numbers, &[class]);
}

/// The step that is now: its band, which has no width where there is none, and its number.
fn stepped(put: &mut Stands, grid: &Grid, column: &Column) {
    let cursor = grid.cursor;
    let is_there = cursor > 0 && cursor <= column.steps();
    let is_free = column.parting().is_none_or(|parting| parting.step.abs_diff(cursor) > 1);
    let wide = if is_there { grid.pitch() } else { 0 };
    put.set("now-band", "x", grid.left(cursor).to_string());
    put.set("now-band", "width", wide.to_string());
    put.set("step", "x", grid.seen(cursor).to_string());
    let number = if is_there && is_free { cursor.to_string() } else { String::new() };
    put.put("step", text(&number));
}

/// What a user did, as far as it is in sight.
fn drawn(grid: &Grid, column: usize, (row, user): (usize, User), lane: &Lane) -> Markup {
    let mut out = Markup::new();
    let seen = |span: &&Span| span.to >= grid.first && span.from <= grid.last;
    out.put("<g class='$'>", &[], &[hue(user)]);
    let reach = grid.reach(row);
    if lane.spans.iter().any(|span| seen(&span)) {
        out.put("<g clip-path='url(#c-to-$-%)'>", &[column as i32], &[FIRST]);
        let spans = lane.spans.iter().filter(seen);
        spans.for_each(|span| lasting(&mut out, grid, (column, reach), span));
        out.raw("</g>");
    }
    marks(&mut out, grid, lane);
    out.raw("</g>");
    out
}

/// What lasts: what a user believes, waits for, owns or holds. What goes on ends at an edge.
fn lasting(out: &mut Markup, grid: &Grid, (column, (low, high)): (usize, (u32, u32)), span: &Span) {
    let (y, from) = (MIDDLE, grid.x(span.from.max(low)));
    let to = grid.x(if span.open { high } else { span.to });
    let begin = |out: &mut Markup, tag: &'static str, edge: &str| {
        out.raw(tag);
        if span.open {
            out.put(" clip-path='url(#c-to-$-%)'", &[column as i32], &[edge]);
        }
    };
    match span.kind {
        SpanKind::Belief { spoiled, harmful } => {
            let turn = spoiled.map_or(to, |step| grid.x(step).clamp(from, to));
            begin(out, "<path", NOW);
            out.put(" class='tail' d='M% %H%'/>", &[from, y, turn], &[]);
            if turn < to {
                let class = if harmful { "bad" } else { "old" };
                begin(out, "<path", NOW);
                out.put(" class='tail $' d='M% %H%'/>", &[turn, y, to], &[class]);
            }
        }
        SpanKind::Lock => {
            begin(out, "<path", NEXT);
            out.put(" class='span-lock' d='M% %H%M% %H%'/>", &lines(from, to, y), &[]);
        }
        SpanKind::Hold => {
            begin(out, "<path", NEXT);
            out.put(" class='span-hold' d='M% %H%M% %H%'/>", &lines(from, to, y), &[]);
        }
        SpanKind::Wait => {
            begin(out, "<rect", NEXT);
            let numbers = [from - 4, y - 4, (to - from + 4).max(0)];
            out.put(" class='span-wait' x='%' y='%' width='%' height='8'/>", &numbers, &[]);
        }
        SpanKind::Pay => {
            begin(out, "<path", NOW);
            let numbers = [from, y - 1, to, from, y + 1, to];
            out.put(" class='span-pay' d='M% %H%M% %H%'/>", &numbers, &[]);
        }
    }
}

/// One above and one below the middle of the row.
fn lines(from: i32, to: i32, y: i32) -> [i32; 6] {
    [from, y - 7, to, from, y + 7, to]
}

fn marks(out: &mut Markup, grid: &Grid, lane: &Lane) {
    let size = grid.size();
    for (at, mark) in lane.marks.iter().enumerate().filter(|(_, mark)| grid.has(mark.step)) {
        // Two marks of one step stand beside each other.
        let same = |other: Option<usize>| {
            other
                .and_then(|other| lane.marks.get(other))
                .is_some_and(|other| other.step == mark.step)
        };
        let aside = i32::from(same(at.checked_sub(1))) - i32::from(same(Some(at + 1)));
        let place = [100 * grid.x(mark.step) + 6 * aside * size, 100 * MIDDLE, size];
        out.put("<g transform='translate(~ ~) scale(~)'>", &place, &[]);
        if mark.anomaly {
            out.raw("<rect class='frame' x='-10' y='-10' width='20' height='20' rx='2'/>");
        }
        out.put("<use href='#$'/></g>", &[], &[mark.glyph.symbol()]);
    }
}
