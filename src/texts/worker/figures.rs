//! The figures of a run, and what came of each user.

use crate::texts::forms::{grouped, of};

pub const SEATS: &str = "Seats";
pub const TICKETS: &str = "Tickets";
pub const SEATS_SOLD: &str = "Seats sold";
pub const SOLD_TWICE: &str = "Sold twice";
pub const HOLDS_TAKEN: &str = "Holds taken";
pub const HOLDS_LIVE: &str = "Holds live now";
pub const HOLDS_EXPIRED: &str = "Holds expired";

pub const CONFLICTS_AND_WAITING: &str = "Conflicts and waiting";
pub const CONFLICTS: &str = "Conflicts";
pub const RETRIES: &str = "Retries";
pub const ATTEMPTS_A_TICKET: &str = "Attempts a ticket";
pub const WAITS: &str = "Waits for a lock";
pub const TIME_WAITED: &str = "Time waited";
pub const WAITING_FOR_EVER: &str = "Waiting for ever";

pub const MONEY: &str = "Money";
pub const PAYMENTS_ASKED: &str = "Payments asked for";
pub const PAYMENTS_CAPTURED: &str = "Payments captured";
pub const REFUNDS_DUE: &str = "Refunds due";
pub const REFUNDS_DONE: &str = "Refunds done";

pub const RUN: &str = "Run";
pub const STEPS: &str = "Steps";
pub const SWITCHES: &str = "Switches";
pub const VIRTUAL_TIME: &str = "Virtual time";
pub const USERS_BOOKED: &str = "Users booked";
pub const USERS_GAVE_UP: &str = "Users who gave up";
pub const WORK_THROWN_AWAY: &str = "Work thrown away";
pub const OUTCOME: &str = "Outcome";
/// An outcome that is not known before the end.
pub const STILL_OPEN: &str = "still open";

pub const USERS: &str = "Users";
pub const USER: &str = "User";
pub const RESULT: &str = "Result";
pub const ATTEMPTS: &str = "Attempts";
pub const WAITED_MS: &str = "Waited, ms";
pub const BEGAN: &str = "Began";
pub const FINISHED: &str = "Finished";

/// How much work was thrown away.
pub fn wasted(steps: u32, all: u32) -> String {
    format!("{} of {}", grouped(steps), of(all, "step"))
}

/// Above the table.
pub fn users_after(step: u32) -> String {
    format!("Users after step {step}")
}

/// Below the table.
pub fn more_users(n: usize) -> String {
    format!("and {}", of(n, "more user"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_user_is_no_users() {
        assert_eq!([1, 1_200].map(more_users), ["and 1 more user", "and 1,200 more users"]);
        assert_eq!([wasted(0, 1), wasted(3, 12)], ["0 of 1 step", "3 of 12 steps"]);
    }
}
