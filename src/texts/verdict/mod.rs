//! What the judge says: the rules, a file for what breaks each of them, and the names that stand in all of them.

pub mod deadlock;
pub mod double;
pub mod ending;
pub mod lock;
pub mod money;
pub mod order;
pub mod rule;
pub mod seats;
pub mod token;
pub mod version;

use crate::units::{Hall, Seat, User};
use std::fmt;

/// Longer lists of names end in "and 7 others": a sentence stays a sentence.
pub const NAMES_MAX: usize = 6;

/// `Alice`, `Alice and Bob`, `Alice, Bob and Carol`, … up to [`NAMES_MAX`] names.
pub fn users(users: &[User]) -> String {
    list(users.iter().map(User::to_string), users.len())
}

/// `D1`, `D1 and D2`, … up to [`NAMES_MAX`] names.
pub fn seats(hall: Hall, seats: &[Seat]) -> String {
    list(seats.iter().map(|s| hall.name(*s)), seats.len())
}

fn list(names: impl Iterator<Item = String>, count: usize) -> String {
    let mut names: Vec<String> = names.take(NAMES_MAX).collect();
    match count - names.len() {
        0 => {}
        1 => names.push("1 other".into()),
        more => names.push(format!("{more} others")),
    }
    match names.split_last() {
        Some((last, [])) => last.clone(),
        Some((last, rest)) => format!("{} and {last}", rest.join(", ")),
        None => "nobody".into(),
    }
}

/// A name that is put into words only where a sentence needs it: most events break no rule.
#[derive(Clone, Copy)]
pub struct Place {
    pub hall: Hall,
    pub seat: Option<Seat>,
}

/// `D1`, or `the show` where no seat is meant.
impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.seat {
            Some(seat) => f.write_str(&self.hall.name(seat)),
            None => f.write_str("the show"),
        }
    }
}

/// Stands behind a "but": who has a seat.
pub fn has_booked(owner: User, since: u32) -> String {
    format!("{owner} has it booked since step {since}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_lists_are_counted_not_listed() {
        let some = |n: u32| users(&(0..n).map(User).collect::<Vec<_>>());
        assert_eq!(some(0), "nobody");
        assert_eq!(some(1), "Alice");
        assert_eq!(some(3), "Alice, Bob and Carol");
        assert_eq!(some(7), "Alice, Bob, Carol, Dave, Eve, Frank and 1 other");
        assert_eq!(some(1000), "Alice, Bob, Carol, Dave, Eve, Frank and 994 others");
    }
}
