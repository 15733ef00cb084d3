//! The comparison: a column for each race, and when to use which.

use crate::texts::forms::{clock, count, grouped, plural};
use crate::units::{Ms, User};
use num_bigint::BigUint;

/// Above the columns of a mix.
pub const BESIDE_THE_MIX: &str = "The users of this scenario follow different strategies on one show. Beside the mix \
                                  stands each of these strategies alone, with the same people and the same seed.";
/// Above a single column.
pub const ONE_COLUMN: &str =
    "This scenario has one strategy, so there is one column and nothing to hold it against.";
/// Behind that.
pub const COMPARE_ALL: &str = "Compare all four";
/// In place of what a step did.
pub const BEFORE_THE_FIRST_STEP: &str = "Before the first step.";
pub const WATCH: &str = "Watch this race";

/// A figure among others of a column.
pub const FAILING: &str = "orders that fail";
/// Its value, short.
pub const NOT_TRIED: &str = "not tried";
pub const BEING_TRIED: &str = "being tried";

/// The first column, against which the others are held.
pub const YARDSTICK: &str = "The yardstick.";
/// Behind that a race never parts from it.
pub const TOLD_THE_SAME: &str = "The same users step, and are told the same.";

pub const WHEN: &str = "When to use which";
pub const WHEN_REGION: &str = "When to use which, scrollable";
pub const WHEN_CAPTION: &str =
    "When to use which: the words of the textbooks, and what was measured on this scenario";
pub const STRATEGY: &str = "Strategy";
pub const TEXTBOOKS: &str = "The textbooks say";
pub const GOOD_FOR: &str = "Good for";
pub const COSTS: &str = "Costs";
pub const FAILS_WHEN: &str = "Fails when";
pub const MEASURED: &str = "Measured on this scenario, to the end";
pub const TICKETS: &str = "Tickets for the wanted seats";
pub const CONFLICTS: &str = "Conflicts";
pub const WAITS: &str = "Waits";
pub const UNTIL_DONE: &str = "Until all are done";
pub const ATTEMPTS: &str = "Attempts per sale";
/// The head of a column.
pub const FAILING_HEAD: &str = "Orders that fail";

/// How many orders go wrong.
pub fn failing(bad: &BigUint, all: &BigUint) -> String {
    format!("{} of {}", grouped(bad), grouped(all))
}

pub fn too_many_states(most: u64) -> String {
    format!("not tried: over {} states", grouped(most))
}

pub fn parts_at(step: u32) -> String {
    format!("Parts at step {step}.")
}

/// A race that goes as the first does.
pub fn never_parts(from: &str) -> String {
    format!("Never parts from {from}.")
}

/// The button, read aloud.
pub fn watch(race: &str) -> String {
    format!("Watch this race: {race}")
}

/// Wanted seats that are not shown large.
pub fn more_seats(n: u32) -> String {
    format!("{} more wanted {} in the hall", count(n), plural(n, "seat"))
}

/// Of the show.
pub fn version(n: u32) -> String {
    format!("version {n}")
}

/// With so many users in its queue.
pub fn has_the_lock(owner: User, waiting: u32) -> String {
    match waiting {
        0 => format!("{owner} has the lock"),
        1 => format!("{owner} has the lock, {} waits", count(1)),
        n => format!("{owner} has the lock, {} wait", count(n)),
    }
}

pub fn hold_is_dead(user: User) -> String {
    format!("{user}’s hold is dead")
}

pub fn holds_until(user: User, at: Ms) -> String {
    format!("{user} holds until {}", clock(at))
}

/// Without an end.
pub fn holds(user: User) -> String {
    format!("{user} holds")
}

/// The small lanes, read aloud.
pub fn lanes(race: &str, first: u32, last: u32, users: u32) -> String {
    let (n, noun) = (count(users), plural(users, "user"));
    format!("Lanes of {race}, steps {first} to {last}: what {n} {noun} did.")
}

/// Below them.
pub fn not_drawn(users: u32) -> String {
    format!("{} more {} not drawn", grouped(users), plural(users, "user"))
}
