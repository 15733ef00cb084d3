//! The hall as one who cannot see it is told.

use crate::texts::forms::{count, listed, plural};
use crate::units::User;

/// The most seats that the sentence of a hall names.
const NAMED_MAX: usize = 12;

/// Its shape, then a sentence for each seat with which something is going on, which end without their point.
pub fn hall(rows: u32, last_row: &str, cols: u32, told: &[String]) -> String {
    let rows = match rows {
        1 => "one row".to_owned(),
        n => format!("{} rows A to {last_row}", count(n)),
    };
    let mut text = format!("Hall, {rows} of {} {}", count(cols), plural(cols, "seat"));
    if told.is_empty() {
        text.push_str(", all free");
    }
    for sentence in told.iter().take(NAMED_MAX) {
        text.push_str(". ");
        text.push_str(sentence);
    }
    if told.len() > NAMED_MAX {
        let more = told.len() - NAMED_MAX;
        text.push_str(&format!(". And {more} more seats that are not free or not left alone"));
    }
    text + "."
}

pub fn is_wanted(seat: &str, users: &[User]) -> String {
    format!("{seat} is wanted by {}", named(users))
}

pub fn is_being_read(seat: &str, users: &[User]) -> String {
    format!("{seat} is being read by {}", named(users))
}

fn named(users: &[User]) -> String {
    match users {
        [one] => one.to_string(),
        _ => format!("{} users", count(users.len() as u32)),
    }
}

pub fn is_held(seat: &str, user: User) -> String {
    format!("{seat} is held by {user}")
}

/// Its hold has expired and nobody has cleaned up.
pub fn is_not_freed(seat: &str, user: User) -> String {
    format!("{seat} was held by {user} and is not freed")
}

pub fn is_booked(seat: &str, owner: User) -> String {
    format!("{seat} is booked by {owner}")
}

/// To several.
pub fn is_sold(seat: &str, owners: &[User]) -> String {
    let owners: Vec<String> = owners.iter().map(|owner| format!("to {owner}")).collect();
    format!("{seat} is sold {}", listed(&owners))
}

/// And nothing else is the matter with it.
pub fn is_locked(seat: &str, owner: User) -> String {
    format!("{seat} is locked by {owner}")
}

/// One of the sentences above, of a seat that is locked besides.
pub fn and_locked(says: &str, owner: User) -> String {
    format!("{says} and locked by {owner}")
}
