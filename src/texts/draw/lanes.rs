//! The lanes: a row a user.

use crate::texts::forms::{count, lapse, plural};
use crate::units::Ms;

pub const LANES: &str = "Lanes";
pub const LANES_SCROLLABLE: &str = "Lanes, scrollable";

/// What is drawn, read aloud: the steps from first to last, and the number of rows.
pub fn steps_of_users(first: u32, last: u32, users: u32) -> String {
    format!(
        "Steps {first} to {last} of {} {}. The log says the same in words.",
        count(users),
        plural(users, "user"),
    )
}

/// Where there is no room for all.
pub fn users_drawn(users: usize, more: usize) -> String {
    format!("Drawn are the {users} users that acted last; {more} more are not.")
}

// What choosing by hand does to time.
/// A person takes part.
pub const OTHERS_RACE: &str = "The others race by themselves, at the speed of people.";
pub const LETTERS_DELAYS: &str =
    "Press a lane, or Shift and its letter: that user steps. Delays no longer count then.";
pub const LETTERS: &str = "Press a lane, or Shift and its letter: that user steps next.";

/// More users than letters.
pub const TOO_MANY_TO_CHOOSE: &str = "Who steps can be chosen where there are 26 users or fewer.";

/// Before the name of a seat.
pub const SEAT: &str = "seat ";

/// Under a user who books by a strategy of its own, and tries again.
pub fn strategy_and_round(strategy: &str, round: u32, rounds: u32) -> String {
    format!("{strategy}, {round}/{rounds}")
}

/// Under a user.
pub fn round_of(round: u32, rounds: u32) -> String {
    format!("round {round} of {rounds}")
}

/// The column at the right end.
pub const NEXT: &str = "What each user does next";
pub const TIME_PASSES: &str = "time passes: a hold ends";

/// Above the axis, where virtual time was idle.
pub fn later(ms: Ms) -> String {
    lapse(ms) + " later"
}

/// Under a belief that a write has made false.
pub const OUT_OF_DATE: &str = "out of date";

/// In the ribbon of a seat.
pub fn held_by(user: &str) -> String {
    "held by ".to_owned() + user
}

/// In the ribbon of a seat.
pub fn locked_by(user: &str) -> String {
    "locked by ".to_owned() + user
}
