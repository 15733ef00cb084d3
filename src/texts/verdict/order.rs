//! An order that is booked in part, or of which its user is told what is not so.

use super::{Place, seats};
use crate::units::{Hall, Seat, User};

pub fn gets_after_its_end(user: User, seat: Place, step: u32, end: u32) -> String {
    format!("{user} gets {seat} at step {step}, but had ended at step {end}.")
}

pub fn gets_unasked(user: User, seat: Place, step: u32) -> String {
    format!("{user} gets {seat} at step {step}, which it never asked for.")
}

pub fn only_in_part(user: User, hall: Hall, got: &[Seat], missing: &[Seat]) -> String {
    let (got, missing) = (seats(hall, got), seats(hall, missing));
    format!("The purchase of {user} is booked only in part: {got}, but not {missing}.")
}

pub fn booked_without_ticket(user: User) -> String {
    format!("{user} is told \"booked\" and has no ticket.")
}

/// `told` is the name of a result.
pub fn told_and_has_tickets(user: User, told: &str) -> String {
    format!("{user} is told \"{told}\" and has tickets.")
}
