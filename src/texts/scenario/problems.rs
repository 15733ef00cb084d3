//! What is wrong with a query, and what is allowed instead: without a full stop. Names of parameters and their words are
//! those of the grammar.

use crate::units::{Hall, User};

/// The whole of it. `reason` says what is wrong where `allowed` alone does not.
pub fn is_not_valid(parameter: &str, value: &str, reason: Option<&str>, allowed: &str) -> String {
    match reason {
        Some(reason) => {
            format!("{parameter}={value} is not valid: {reason}; {parameter} can be {allowed}")
        }
        None => format!("{parameter}={value} is not valid: {parameter} can be {allowed}"),
    }
}

/// Of several.
pub fn all(problems: &[String]) -> String {
    problems.join(". ")
}

// What is allowed: the end of the sentence "users can be …".

pub fn from_to(min: u64, max: u64) -> String {
    format!("{min} to {max}")
}

/// Behind what is allowed by itself: what other parameters ask.
pub fn with_rule(allowed: &str, rule: &str) -> String {
    format!("{allowed} ({rule})")
}

/// What is said of every time.
const UNITS: &str = "(units ms, s and m; without one, ms)";

pub fn a_time(min: u64, max: &str) -> String {
    format!("a time from {min}ms to {max} {UNITS}")
}

pub fn off_or_a_time(min: u64, max: &str) -> String {
    format!("off, or a time from {min}ms to {max} {UNITS}")
}

pub fn a_time_or_range(max: &str) -> String {
    format!("a time from 0 to {max}, or a range MIN..MAX of times {UNITS}")
}

/// `a`, `a or b`, `a, b or c`.
pub fn one_of(words: &[&str]) -> String {
    list(words, "or")
}

fn list(words: &[&str], last: &str) -> String {
    match words {
        [] => String::new(),
        [word] => (*word).to_owned(),
        [most @ .., word] => format!("{} {last} {word}", most.join(", ")),
    }
}

pub fn strategies(words: &[&str]) -> String {
    let max = words.len();
    format!("1 to {max} of {}, none twice, separated by commas", list(words, "and"))
}

pub fn mixed_strategies(max: usize, words: &[&str]) -> String {
    format!("1 to {max} of {}, separated by commas", list(words, "and"))
}

pub fn a_hall(seats_max: u32) -> String {
    format!("ROWSxSEATS, such as 10x10, with at most {seats_max} seats in all")
}

pub fn wants(orders_max: usize, seats_max: u32) -> String {
    format!(
        "same, each, random, zipf, or for up to {orders_max} users up to {seats_max} seats each by name, such as D1.D2,D2.D1"
    )
}

pub fn an_expiry(longest: &str) -> String {
    format!("timer, lazy, or sweep:P with a period P from 1ms to {longest}")
}

pub fn an_order(choices_max: usize) -> String {
    format!("none, or up to {choices_max} choices such as A3B2tC")
}

pub const A_USER: &str = "none, or the letter of a user";

pub fn clicks(seats_max: u32) -> String {
    format!("none, or up to {seats_max} seats by name, none twice, such as D1.D2")
}

pub fn bytes_at_most(max: usize) -> String {
    format!("up to {max} bytes long")
}

// What other parameters ask.

pub const NOT_WITH_STRATEGY: &str = "not together with strategy";
pub const LETTERS_WITH_AN_ORDER: &str = "at most 26 with an order";
pub const SEATS_OF_THE_HALL: &str =
    "at most the seats of the hall, and not with seats named in want";
pub const PERCENT_WITH_PAYFAIL: &str = "at most 100 together with payfail";
pub const POSSIBLE_CHOICES: &str = "with users of the race, and marks that can happen in it";
pub const ONLY_WITH_YOU: &str = "only with you";

// What a plain number counts.

pub const USERS: &str = "users";
pub const SEATS: &str = "seats";
pub const ROUNDS: &str = "rounds";
pub const PERCENT: &str = "percent";
pub const CRASHES: &str = "crashes";

// Reasons.

pub fn bytes_long(bytes: usize) -> String {
    format!("it is {bytes} bytes long")
}

pub fn listed_twice(word: &str) -> String {
    format!("{word} is listed twice")
}

pub fn that_makes(seats: u64) -> String {
    format!("that makes {seats} seats")
}

pub fn order_of_at_most(seats_max: u32) -> String {
    format!("a user wants at most {seats_max} seats")
}

pub fn no_such_seat(name: &str, hall: Hall) -> String {
    let Hall { rows, cols } = hall;
    format!("there is no seat {name} in a hall of {rows}x{cols}")
}

pub fn seat_twice(name: &str) -> String {
    format!("seat {name} is listed twice for one user")
}

pub const STRATEGY_GIVEN_TOO: &str = "strategy is given too";
pub const WANT_NAMES_SEATS: &str = "want names the seats of each user";

pub fn more_than_the_hall(order: u32, hall: u32) -> String {
    format!("a user wants {order} seats, and the hall has {hall}")
}

pub fn too_many_percent(percent: u32) -> String {
    format!("payfail and paylost make {percent} percent together")
}

pub const NOBODY_CLICKS: &str = "nobody clicks, because there is no you";

pub fn only_some_have_letters(letters: u32, users: u32) -> String {
    format!("only {letters} of {users} users have a letter in the order")
}

/// A letter that stands for nobody in the race.
pub fn beyond(user: User, users: u32) -> String {
    let letter = user.letter().map_or(String::new(), String::from);
    match users {
        1 => format!("{letter} is {user}, and there is 1 user"),
        _ => format!("{letter} is {user}, and there are {users} users"),
    }
}

/// `why` is one of those below.
pub fn impossible_mark(mark: char, why: &str) -> String {
    format!("the order has the mark {mark}, and {why}")
}

pub const NO_CRASH: &str = "no crash is allowed";
pub const NOBODY_PAYS: &str = "nobody pays";
pub const NONE_CAPTURED: &str = "no payment is captured";
pub const NONE_DECLINED: &str = "no payment is declined";
pub const ALL_ANSWERED: &str = "every payment is answered";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_users_with_letters_are_counted() {
        let says = format!("at most {} with an order", crate::units::LETTERS);
        assert_eq!(LETTERS_WITH_AN_ORDER, says);
    }
}
