//! The events of a run as the rows of a table.

use crate::texts::forms::clock;
use crate::texts::player::rows as texts;
use crate::trace::Event;
use crate::units::Hall;

/// What the columns are called.
pub const COLUMNS: [&str; 6] =
    [texts::STEP, texts::TIME, texts::WHO, texts::WHAT, texts::SEAT, texts::OUTCOME];

/// The cells of an event, in the order of [`COLUMNS`]. Where there is no user or no seat, there is a dash.
///
/// # Example
/// ```
/// use seatrace::player::cells;
/// use seatrace::trace::{Event, Op, Outcome};
/// use seatrace::units::{Hall, Seat, User};
/// let event = Event::new(3, 1_250, Some(User(0)), Op::Read, Some(Seat(30)), Outcome::Free);
/// let hall = Hall { rows: 10, cols: 10 };
/// assert_eq!(cells(hall, &event), ["3", "0:01.250", "Alice", "read", "D1", "free"]);
/// ```
pub fn cells(hall: Hall, event: &Event) -> [String; 6] {
    let none = || texts::NONE.to_owned();
    [
        event.step.to_string(),
        clock(event.at),
        event.user().map_or_else(none, |user| user.to_string()),
        event.op.name().to_owned(),
        event.seat().map_or_else(none, |seat| hall.name(seat)),
        event.outcome.name().to_owned(),
    ]
}
