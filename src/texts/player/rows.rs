//! The events of a run as a table.

pub const STEP: &str = "Step";
pub const TIME: &str = "Time";
pub const WHO: &str = "Who";
pub const WHAT: &str = "What";
pub const SEAT: &str = "Seat";
pub const OUTCOME: &str = "Outcome";

/// In a cell: no user, or no seat.
pub const NONE: &str = "–";
