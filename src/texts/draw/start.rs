//! Before the first step: who is about to race for what, and the question that the race will answer.

use crate::texts::forms::{capital, count, listed, plural};
use crate::units::User;

pub const THE_RACE_TO_COME: &str = "The race to come";
/// The list of the users.
pub const CAST: &str = "Cast";
pub const RACE_YOURSELF: &str = "Race against others yourself";

/// At the end of the cast, where there is no room for all.
pub fn and_more(users: u32) -> String {
    format!("and {} more", count(users))
}

/// Of a user's button, read aloud.
pub fn let_step_first(user: User) -> String {
    format!("Let {user} step first")
}

fn are_about_to(users: u32) -> String {
    let are = if users == 1 { "person is" } else { "people are" };
    format!("{} {are} about to ", capital(&count(users)))
}

// Headlines.

/// All or some want one seat, and nobody wants another.
pub fn same_seat(users: u32) -> String {
    are_about_to(users) + "press the same seat."
}

/// All want the same seats.
pub fn same_seats(users: u32) -> String {
    are_about_to(users) + "press the same seats."
}

/// Nobody wants what another wants.
pub fn seats_of_their_own(users: u32) -> String {
    are_about_to(users) + "book, each a seat of their own."
}

/// Some want the same, or nobody wants any.
pub fn some_seats(users: u32, seats: u32) -> String {
    match seats {
        0 => "Nobody wants a seat.".to_owned(),
        _ => format!("{}press {} {}.", are_about_to(users), count(seats), plural(seats, "seat")),
    }
}

// What they do, and what one may wonder. Where no seats can be named, none are given.

fn the_seats(names: &[String]) -> String {
    if names.is_empty() { "the seat".to_owned() } else { listed(names) }
}

pub fn naive(seats: &[String]) -> String {
    let is = if seats.len() > 1 { "are" } else { "is" };
    format!(
        "Each looks whether {} {is} free, thinks for a moment, and books. Nobody looks twice. \
         How many tickets will be sold for one seat?",
        the_seats(seats)
    )
}

pub fn optimistic(seats: &[String]) -> String {
    format!(
        "Each remembers the version of {} it has seen, thinks for a moment, and books only if nothing \
         has changed. Whoever is late begins again. How much work will be wasted?",
        the_seats(seats)
    )
}

pub fn pessimistic(seats: &[String]) -> String {
    format!(
        "Each takes the lock of {} before looking, and gives it back when done. Everybody else waits. \
         How long will the queue be?",
        the_seats(seats)
    )
}

pub fn two_phase(seats: &[String]) -> String {
    format!(
        "The first holds {} and pays; the others are turned away at once. But the payment may be declined, \
         or come after the hold has ended. Who will sit there, and will anybody pay for nothing?",
        the_seats(seats)
    )
}

pub const MIXED: &str = "Each books by rules of its own, on one show: some look, some lock, some hold. \
     A rule protects only against those who keep it. What will be sold, and to whom?";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_race_may_be_for_no_seat() {
        assert_eq!(some_seats(1, 0), "Nobody wants a seat.");
        assert_eq!(some_seats(1, 1), "One person is about to press one seat.");
        assert_eq!(some_seats(3, 2), "Three people are about to press two seats.");
    }
}
