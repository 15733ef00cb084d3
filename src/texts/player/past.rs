//! How a seat stands after a step.

use crate::texts::forms::{clock, count, listed};
use crate::units::{Ms, User};

/// More names than so many are counted.
const NAMED_MAX: usize = 6;

/// Between two facts about a seat.
pub const AND: &str = "; ";

pub const FREE: &str = "free";

pub fn booked(owner: User) -> String {
    format!("booked by {owner}")
}

/// To several.
pub fn sold(owners: &[User]) -> String {
    match owners {
        [a, b] => format!("sold twice, to {a} and {b}"),
        many => format!("sold {} times, to {}", count(many.len() as u32), names(many)),
    }
}

/// None for as long as it takes.
pub fn held(user: User, until: Option<Ms>) -> String {
    match until {
        Some(until) => format!("held by {user} until {}", clock(until)),
        None => format!("held by {user} for as long as it takes"),
    }
}

pub fn hold_has_expired(user: User) -> String {
    format!("the hold of {user} has expired and still stands")
}

/// And who waits for it.
pub fn locked(owner: User, queue: &[User]) -> String {
    format!("locked by {owner}{}", wait(queue))
}

/// The same of the lock of the whole show.
pub fn show_is_locked(owner: User, queue: &[User]) -> String {
    format!("the show is locked by {owner}{}", wait(queue))
}

fn wait(queue: &[User]) -> String {
    match queue {
        [] => String::new(),
        [one] => format!(", {one} waits"),
        many => format!(", {} wait", names(many)),
    }
}

/// The users by name, the first of them if there are many: "Alice, Bob and 40 others".
pub fn names(users: &[User]) -> String {
    let named = if users.len() > NAMED_MAX { &users[..NAMED_MAX - 1] } else { users };
    let mut words: Vec<String> = named.iter().map(User::to_string).collect();
    if users.len() > named.len() {
        words.push(format!("{} others", users.len() - named.len()));
    }
    listed(&words)
}
