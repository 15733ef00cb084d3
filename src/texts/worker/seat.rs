//! One seat: how it stands, and its past.

use crate::texts::forms::{clock, grouped, lapse, of};
use crate::units::{Ms, User};

pub const ANY_SEAT: &str = "Any seat";
/// Behind the field for its name.
pub const OR_PRESS_ONE: &str = "or press one in the hall";
pub const WANTED_SEATS: &str = "Seats that somebody wants";
pub const WHAT_HAPPENED: &str = "What happened to it";
pub const NOTHING_YET: &str = "Nothing yet.";

pub const TICKETS_SOLD: &str = "Tickets sold";
pub const VERSION: &str = "Version";
pub const VERSION_OF_SHOW: &str = "Version of the show";
pub const HELD_BY: &str = "Held by";
pub const DEADLINE: &str = "Deadline";
pub const LOCK_OWNER: &str = "Lock owner";
pub const LOCK_OWNER_OF_SHOW: &str = "Lock owner, of the show";
pub const QUEUE: &str = "Queue";
pub const WANTED_BY: &str = "Wanted by";

/// In place of users.
pub const NOBODY: &str = "nobody";
/// In place of a deadline.
pub const NO_DEADLINE: &str = "none";

/// How many want a seat.
pub fn users(n: u32) -> String {
    of(n, "user")
}

/// Below the seats that are shown.
pub fn and_more(n: usize) -> String {
    format!("and {} more", grouped(n))
}

/// What was typed is no seat.
pub fn no_seat(typed: &str, last: &str) -> String {
    format!("This hall has no seat {typed}: its seats are A1 to {last}.")
}

pub fn hold(user: User, token: u32, since: Ms) -> String {
    format!("{user}, token {token}, since {}", clock(since))
}

/// A deadline that has passed.
pub fn deadline_over(at: Ms) -> String {
    format!("{}, over", clock(at))
}

pub fn deadline_in(at: Ms, left: Ms) -> String {
    format!("{}, in {}", clock(at), lapse(left))
}

pub fn lock_owner(user: User, since_step: u32) -> String {
    format!("{user}, since step {since_step}")
}

/// Those who want it still, by name, and how many of all who ever did are finished.
pub fn wanted_by(still: &str, finished: usize, ever: usize) -> String {
    match finished {
        0 => still.to_owned(),
        n => format!("{still}; {n} of {ever} finished"),
    }
}

/// `2: Alice at step 3, Bob at step 5`.
pub fn tickets(sold: &[(User, u32)]) -> String {
    const NAMED_MAX: usize = 4;
    if sold.is_empty() {
        return "none".to_owned();
    }
    let told = sold.iter().take(NAMED_MAX).map(|(user, step)| format!("{user} at step {step}"));
    let told: Vec<String> = told.collect();
    let more = if sold.len() > NAMED_MAX { ", …" } else { "" };
    format!("{}: {}{more}", sold.len(), told.join(", "))
}

/// Above a past that is cut.
pub fn first_not_shown(n: usize) -> String {
    format!("… the first {} are not shown.", grouped(n))
}

/// The past, read aloud.
pub fn what_happened_to(seat: &str) -> String {
    format!("What happened to {seat}")
}
