//! The few words that every other module shares: who, where and when. Data without behaviour; it imports nothing.

mod cut;
mod hall;
mod policy;
mod ranked;
mod table;

pub use cut::cut;
pub use hall::Hall;
pub use policy::{Answers, Backoff, Clock, Expiry, Late, Scope, Span};
pub use ranked::ranked;
pub use table::{Key, Table};

use std::fmt;

/// Virtual time in whole milliseconds since the start of a run.
pub type Ms = u64;

/// A user by number, in the order of the scenario, from 0.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct User(pub u32);

/// A seat by number: row by row, seat by seat, from 0.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct Seat(pub u32);

/// The most users that have a letter of their own in an order: A to Z.
pub const LETTERS: u32 = 26;

/// The most seats a hall may have.
pub const SEATS_MAX: u32 = 100_000;

const NAMES: [&str; LETTERS as usize] = [
    "Alice", "Bob", "Carol", "Dave", "Eve", "Frank", "Grace", "Heidi", "Ivan", "Judy", "Kim",
    "Leo", "Mallory", "Nina", "Olivia", "Peggy", "Quinn", "Rupert", "Sybil", "Trent", "Uma",
    "Victor", "Walter", "Xavier", "Yara", "Zoe",
];

impl User {
    /// The user whose letter this is, if it is one of `A` to `Z`.
    pub fn from_letter(letter: char) -> Option<User> {
        letter.is_ascii_uppercase().then(|| User(letter as u32 - 'A' as u32))
    }

    /// The letter of the order grammar: that of the first 26 users only.
    pub fn letter(self) -> Option<char> {
        (self.0 < LETTERS).then(|| char::from(b'A' + self.0 as u8))
    }
}

/// `Alice`, `Bob`, … `Zoe`, then `User 27` and so on.
impl fmt::Display for User {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match NAMES.get(self.0 as usize) {
            Some(name) => f.write_str(name),
            None => write!(f, "User {}", u64::from(self.0) + 1),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_users_initial_is_the_letter_of_the_order_grammar() {
        for user in (0..LETTERS).map(User) {
            assert_eq!(user.to_string().chars().next(), user.letter());
            assert_eq!(user.letter().and_then(User::from_letter), Some(user));
        }
        assert_eq!(User(26).to_string(), "User 27");
        assert_eq!(User(26).letter(), None);
    }
}
