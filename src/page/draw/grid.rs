//! The grid of the lanes: which steps and users are drawn, and where. In units of the drawing: a step is 24 wide.
//!
//! Where the steps stand side by side, each has its place for good, and the drawing is moved as a whole: with a step only the
//! row that acted is drawn anew.

use crate::player::{IDLE_MS, Lane, Session, Window};
use crate::units::User;

/// The most users that are drawn at once.
pub(super) const ROWS_MAX: usize = 60;
/// On the axis of time steps stand at least so far apart.
const APART: i32 = 8;
/// From so many users on, rows are low and say less.
const DENSE: usize = 8;
/// What goes on is drawn so many steps ahead at most, and drawn anew when they are over.
const AHEAD: u32 = 16;

/// Where things stand.
pub(super) struct Grid {
    /// The users that are drawn, by number.
    pub(super) rows: Vec<User>,
    /// How many are not.
    pub(super) hidden_users: usize,
    /// The steps that are drawn.
    window: Window,
    /// The first of them, at least 1.
    pub(super) first: u32,
    /// The step that is now; 0 before the first.
    pub(super) cursor: u32,
    ribbons: usize,
    /// Where the steps stand on the axis of virtual time, from the first; nothing on that of steps.
    times: Vec<i32>,
}

/// Where steps stand, if not side by side.
type Places = fn(&Session, Window) -> Vec<i32>;

/// How the lanes are scaled. It is given, and not a part of the lanes: the frame's program does not carry it.
#[derive(Clone, Copy, Default)]
pub struct Scale(Option<Places>);

impl Scale {
    /// By virtual time.
    pub const TIME: Scale = Scale(Some(times));
}

/// There is one other way.
impl PartialEq for Scale {
    fn eq(&self, other: &Scale) -> bool {
        self.0.is_some() == other.0.is_some()
    }
}

impl Grid {
    /// The grid of a race as it stands.
    pub(super) fn new(session: &Session, scale: Scale) -> Grid {
        let cursor = session.cursor();
        let all = session.stage().users.len();
        let window = Window::at(cursor);
        Grid {
            rows: rows(session),
            hidden_users: all.saturating_sub(ROWS_MAX),
            window,
            first: window.first,
            cursor,
            ribbons: session.lanes().ribbons.len(),
            times: scale.0.map(|times| times(session, window)).unwrap_or_default(),
        }
    }

    /// The axis shows virtual time.
    pub(super) fn is_timed(&self) -> bool {
        !self.times.is_empty()
    }

    /// Rows are low.
    pub(super) fn is_dense(&self) -> bool {
        self.rows.len() > DENSE
    }

    /// The middle of a step. By virtual time what lies before the first drawn step has no place: it is at the left edge.
    pub(super) fn x(&self, step: u32) -> i32 {
        if !self.is_timed() {
            return Window::place(step);
        }
        let timed = step.checked_sub(self.first).and_then(|at| self.times.get(at as usize));
        timed.copied().unwrap_or_default()
    }

    /// The left edge of what is in sight.
    pub(super) fn left(&self) -> i32 {
        if self.is_timed() { 0 } else { self.window.left() }
    }

    /// The middle of the step that is now, from the left edge.
    pub(super) fn now(&self) -> i32 {
        self.x(self.cursor) - self.left()
    }

    /// Where something is drawn to that began at a step and goes on: to the right of now. If now is at the right edge, it is
    /// drawn on out of sight, so that the same drawing will do for the next steps.
    pub(super) fn onwards(&self, from: u32) -> i32 {
        let now = self.x(self.cursor) + 12;
        if self.is_timed() || now < self.left() + self.width() {
            return now;
        }
        let lasted = self.cursor.saturating_sub(from);
        Window::place(from + (lasted / AHEAD + 1) * AHEAD)
    }

    /// The step lies within the drawing.
    pub(super) fn has(&self, step: u32) -> bool {
        (self.first..=self.cursor).contains(&step)
    }

    /// Something of a lane lies within the drawing.
    pub(super) fn shows(&self, lane: &Lane) -> bool {
        lane.spans.iter().any(|span| span.to >= self.first)
            || lane.marks.last().is_some_and(|mark| mark.step >= self.first)
    }

    /// The height of a row.
    pub(super) fn lane(&self) -> i32 {
        if self.is_dense() { 32 } else { 48 }
    }

    /// Where the marks of a row stand.
    pub(super) fn y(&self, row: usize) -> i32 {
        row as i32 * self.lane() + if self.is_dense() { 16 } else { 20 }
    }

    /// The upper edge of a ribbon.
    pub(super) fn ribbon_y(&self, ribbon: usize) -> i32 {
        self.rows.len() as i32 * self.lane() + ribbon as i32 * 22
    }

    /// The row of a user, if it is drawn.
    pub(super) fn row(&self, user: User) -> Option<usize> {
        self.rows.binary_search(&user).ok()
    }

    /// The width of the drawing.
    pub(super) fn width(&self) -> i32 {
        if self.is_timed() { Window::width_max() } else { self.window.width() }
    }

    /// The width that the rows are ruled to, however few steps there are yet.
    pub(super) fn ruled(&self) -> i32 {
        Window::width_max()
    }

    /// The height of the drawing below the axis.
    pub(super) fn height(&self) -> i32 {
        self.ribbon_y(self.ribbons) + 2
    }

    /// The width as an attribute: the style sheet scales it by the font size, 12 px to begin with.
    pub(super) fn width_em(&self) -> String {
        format!("{}em", self.width() / 12)
    }
}

/// The places of the steps of a window in proportion to their virtual times, each at least a little behind the one before.
/// Longer waits than [`IDLE_MS`] are drawn as that long: a cut says how long they were.
fn times(session: &Session, window: Window) -> Vec<i32> {
    let mut waits: Vec<u64> = Vec::new();
    let (mut last, mut step) = (None, window.first);
    for event in session.trace().events_from(window.first) {
        if event.step < step {
            continue;
        }
        if event.step > session.cursor() {
            break;
        }
        waits.push(event.at.saturating_sub(last.unwrap_or(event.at)).min(IDLE_MS));
        (last, step) = (Some(event.at), event.step + 1);
    }
    let all: u64 = waits.iter().sum::<u64>().max(1);
    let room = (Window::width_max() - 36 - APART * waits.len() as i32).max(0) as u64;
    let (mut x, mut passed) = (24, 0);
    let place = |wait: &u64| {
        passed += wait;
        x += APART;
        x - APART + (passed * room / all) as i32
    };
    waits.iter().map(place).collect()
}

/// All users, or those that acted last.
fn rows(session: &Session) -> Vec<User> {
    let views = &session.stage().users;
    if views.len() <= ROWS_MAX {
        return (0..views.len() as u32).map(User).collect();
    }
    // Those that acted last and when, the last first.
    let mut latest: Vec<(u32, u32)> = Vec::new();
    for (user, view) in (0..).zip(views) {
        let last = view.last.map_or(0, |event| event.step);
        let place = latest.partition_point(|(step, _)| *step >= last);
        if place < ROWS_MAX {
            latest.truncate(ROWS_MAX - 1);
            latest.insert(place, (last, user));
        }
    }
    let is_latest = |user: &User| latest.iter().any(|(_, latest)| *latest == user.0);
    (0..views.len() as u32).map(User).filter(is_latest).collect()
}
