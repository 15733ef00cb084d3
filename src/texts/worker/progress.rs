//! How far an exploration has come.

use crate::texts::forms::grouped;

pub const PROGRESS: &str = "Progress";
pub const STOP: &str = "Stop";

pub const TRYING_EVERY_ORDER: &str = "Trying every order";
pub const COUNTING_SWITCHES: &str = "Counting switches";
pub const LETTING_SCHEDULERS_TRY: &str = "Letting schedulers try";

pub const STATES: &str = "states";
pub const STATES_A_SECOND: &str = "states a second";
pub const STILL_TO_FOLLOW: &str = "still to follow";
pub const MEMORY: &str = "memory";

/// In the unit that leaves one to three digits.
pub fn bytes(n: u64) -> String {
    match n {
        ..1_000 => format!("{n} B"),
        1_000..1_000_000 => format!("{} KB", n / 1_000),
        _ => format!("{} MB", grouped(n / 1_000_000)),
    }
}
