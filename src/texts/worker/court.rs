//! The judge: whether each rule holds.

use crate::texts::forms::grouped;

pub const RULES: &str = "Rules";
pub const ONE_AFTER_THE_OTHER: &str = "Could it have been one after the other?";

pub const FAILS_AT_THE_END: &str = "fails at the end";
pub const HOLDS: &str = "holds";
/// A rule about the end of a run that goes on.
pub const KNOWN_AT_THE_END: &str = "known at the end";
pub const HOLDS_SO_FAR: &str = "holds so far";

pub fn fails_at(step: u32) -> String {
    format!("fails at step {step}")
}

/// A run that is too long to be put in order. The command that can is code.
pub fn not_checked(events: usize) -> [String; 3] {
    [
        format!("Not checked: the run has more than {} events. ", grouped(events)),
        "seatrace check".to_owned(),
        " takes its history.".to_owned(),
    ]
}
