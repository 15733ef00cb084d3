//! The log and the table of events.

use crate::texts::forms::of;

pub const LOG: &str = "Log";

/// Above the log where it is too long.
pub fn log_before(step: u32) -> String {
    format!("… the log before step {step} is not shown.")
}

// The caption of the table.
pub const NOTHING_YET: &str = "Nothing has happened yet";

/// The caption of the table.
pub fn events(all: usize, step: u32) -> String {
    format!("{} up to step {step}", of(all, "event"))
}

/// The caption of the table where it is too long.
pub fn last_events(shown: usize, all: usize, step: u32) -> String {
    format!("The last {shown} of {} up to step {step}", of(all, "event"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_event_is_no_events() {
        assert_eq!(events(1, 1), "1 event up to step 1");
        assert_eq!(events(1_204, 900), "1,204 events up to step 900");
        assert_eq!(last_events(200, 1_204, 900), "The last 200 of 1,204 events up to step 900");
    }
}
