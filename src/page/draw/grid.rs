//! The grid of the lanes: which steps and users are drawn, and where. In units of the drawing: a step is 24 wide.

use crate::player::Session;
use crate::units::User;

/// The most users that are drawn at once.
pub(super) const ROWS_MAX: usize = 60;
/// The most steps that are drawn at once: what fits beside the heads at 1280 px.
const STEPS_MAX: u32 = 18;
/// The least, so that the first steps do not fill a phone.
const STEPS_MIN: u32 = 12;
/// From so many users on, rows are low and say less.
const DENSE: usize = 8;
const STEP: i32 = 24;

/// Where things stand.
pub(super) struct Grid {
    /// The users that are drawn, by number.
    pub(super) rows: Vec<User>,
    /// How many are not.
    pub(super) hidden_users: usize,
    /// The first step that is drawn, at least 1.
    pub(super) first: u32,
    /// The step that is now; 0 before the first.
    pub(super) cursor: u32,
    cols: u32,
    ribbons: usize,
}

impl Grid {
    /// The grid of a race as it stands.
    pub(super) fn new(session: &Session) -> Grid {
        let cursor = session.cursor();
        let all = session.stage().users.len();
        Grid {
            rows: rows(session),
            hidden_users: all.saturating_sub(ROWS_MAX),
            first: cursor.saturating_sub(STEPS_MAX) + 1,
            cursor,
            cols: cursor.clamp(STEPS_MIN, STEPS_MAX),
            ribbons: session.lanes().ribbons.len(),
        }
    }

    /// Rows are low.
    pub(super) fn is_dense(&self) -> bool {
        self.rows.len() > DENSE
    }

    /// The middle of a step; the left edge for what lies before the first.
    pub(super) fn x(&self, step: u32) -> i32 {
        if step < self.first { 0 } else { (step - self.first + 1) as i32 * STEP }
    }

    /// The step lies within the drawing.
    pub(super) fn has(&self, step: u32) -> bool {
        (self.first..=self.cursor).contains(&step)
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
        self.cols as i32 * STEP + STEP / 2
    }

    /// The width that the rows are ruled to, however few steps there are yet.
    pub(super) fn ruled(&self) -> i32 {
        STEPS_MAX as i32 * STEP + STEP / 2
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
