//! What the worker answers where it cannot do what it was asked, and what it says aloud.
//!
//! Words like `mode` and `max_states` are those of the protocol.

use std::fmt::Display;

/// Said to who listens.
pub const TRYING_EVERY_ORDER: &str = "Trying every order.";

pub const NOTHING_ON_SHOW: &str = "nothing is on show yet";
pub const STOPPED: &str = "stopped at your request";
pub const NO_ID: &str = "id is missing: the answer would reach nobody";
pub const NO_STATES: &str = "max_states needs a whole number from 1 on, not 0";

pub const GOES_RIGHT: &str = "this run does not go wrong: there is nothing to shorten";
pub const WRONG_BY_DELAYS: &str = "this run goes wrong by its delays only: it cannot be shortened";

/// In the editor's hall.
pub const ONE_SEAT_AT_LEAST: &str = "a user wants at least one seat: press another first";

pub fn no_number_of_switches(value: &str) -> String {
    format!("{value} is no number of switches")
}

pub fn no_number_of_runs(value: &str) -> String {
    format!("{value} is no number of runs")
}

/// What is no number.
pub fn not_an_outcome(value: &str) -> String {
    format!("{value} is no outcome")
}

/// A number that none has.
pub fn no_such_outcome(place: usize) -> String {
    format!("there is no outcome {place}")
}

/// What is wrong with a history.
pub fn history(why: impl Display) -> String {
    format!("history: {why}")
}

/// What is wrong with an order.
pub fn order(why: impl Display) -> String {
    format!("order: {why}")
}

pub fn too_many_requests(most: usize) -> String {
    format!("{most} requests are waiting, and no more can")
}

pub fn cannot_be_explored(race: impl Display, why: impl Display) -> String {
    format!("{race} cannot be explored: {why}")
}

pub fn cannot_be_shared(what: &str) -> String {
    format!("{what} cannot be shared")
}

pub fn no_snippet(host: &str) -> String {
    format!("there is no snippet for {host}")
}

pub fn no_choice(of: &str) -> String {
    format!("{of} is nothing that can be chosen")
}

pub fn no_format(name: &str) -> String {
    format!("there is no format {name}")
}

pub fn no_file(name: &str) -> String {
    format!("{name} is no file")
}

pub fn no_seat(name: &str) -> String {
    format!("there is no seat {name}")
}

pub fn too_many_to_shorten(users: u32) -> String {
    format!("only orders of at most {users} users can be shortened")
}

pub fn no_mode(mode: &str) -> String {
    format!("mode={mode} is neither race, compare nor explore")
}

pub fn no_strategy(name: &str) -> String {
    format!("strategy={name} is not in this scenario")
}

pub fn no_tab(name: &str) -> String {
    format!("tab={name} is no tab")
}

pub fn no_language(name: &str) -> String {
    format!("language={name} is no language")
}

/// A message in another version of the protocol, or in none.
pub fn other_version(ours: u32, theirs: Option<&str>) -> String {
    let theirs = theirs.unwrap_or("none");
    format!("this worker speaks version {ours}, and was asked in version {theirs}")
}

pub fn not_understood(why: &str) -> String {
    format!("the worker does not understand: {why}")
}
