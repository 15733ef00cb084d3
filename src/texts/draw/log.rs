//! The log and the table of events.

pub const LOG: &str = "Log";

/// Above the log where it is too long.
pub fn log_before(step: u32) -> String {
    format!("… the log before step {step} is not shown.")
}

// The caption of the table.
pub const NOTHING_YET: &str = "Nothing has happened yet";

/// The caption of the table.
pub fn events(all: usize, step: u32) -> String {
    format!("{all} events up to step {step}")
}

/// The caption of the table where it is too long.
pub fn last_events(shown: usize, all: usize, step: u32) -> String {
    format!("The last {shown} of {all} events up to step {step}")
}
