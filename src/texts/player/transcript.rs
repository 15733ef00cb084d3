//! A run as the original program would have printed it: in its own words, with seats by their numbers.

use crate::texts::forms::listed;
use crate::units::{Seat, User};

/// Over a race; one of the five titles below.
pub fn testing(title: &str) -> String {
    format!("=== Testing {title} ===")
}

pub const NAIVE: &str = "No Protection (naive)";
pub const OPTIMISTIC: &str = "Optimistic Locking";
pub const PESSIMISTIC: &str = "Pessimistic Locking";
pub const TWO_PHASE: &str = "Two-Phase Booking";
pub const MIX: &str = "Mixed Strategies";

/// What concerns a user, as a line.
pub fn of_user(user: User, says: &str) -> String {
    match user.letter() {
        Some(_) => format!("User {user}: {says}"),
        None => format!("{user}: {says}"), // its name is "User 27" already
    }
}

pub fn swept(seat: Seat) -> String {
    format!("Sweeper: Seat {} is free again", seat.0)
}

pub fn pays_for(seats: &[Seat]) -> String {
    format!("Processing payment for {}...", numbers(seats))
}

pub fn hold_expired(seats: &[Seat]) -> String {
    format!("Hold on {} expired", numbers(seats))
}

pub const PAID_LATE: &str = "Hold expired, payment accepted anyway";
pub const PAID_LATE_BUT_FREE: &str = "Hold expired, payment accepted as the seat is still free";

pub fn retries(attempt: usize) -> String {
    format!("Version conflict, retrying... (attempt {attempt})")
}

pub const CONFIRMED: &str = "Booking confirmed";
pub const BOOKED: &str = "Booking successful";
pub const TAKEN: &str = "Seat already booked";
pub const HELD: &str = "Seat not available";
pub const DECLINED: &str = "Payment declined, reservation cancelled";
pub const UNPAID: &str = "Payment timed out, reservation cancelled";
pub const REFUNDED: &str = "Payment came too late, refunded";
pub const REFUND_DUE: &str = "Payment came too late, refund due";
pub const CRASHED: &str = "Client crashed";

pub fn gave_up(conflicts: u32) -> String {
    if conflicts == 1 {
        return "Gave up after 1 conflict".to_owned();
    }
    format!("Gave up after {conflicts} conflicts")
}

/// For the lock of a seat, or of the show.
pub fn waits_for_ever(seat: Option<Seat>) -> String {
    match seat {
        Some(seat) => format!("Waiting for the lock of {} for ever", numbers(&[seat])),
        None => "Waiting for the lock of the show for ever".to_owned(),
    }
}

/// "seat 30", "seats 30 and 31".
fn numbers(seats: &[Seat]) -> String {
    let numbers: Vec<String> = seats.iter().map(|seat| seat.0.to_string()).collect();
    let word = if seats.len() == 1 { "seat" } else { "seats" };
    format!("{word} {}", listed(&numbers))
}

/// The number of a seat for each ticket.
pub fn booked(tickets: &[String]) -> String {
    format!("Final booked seats: [{}]", tickets.join(", "))
}

pub fn sold_to(seat: Seat, owners: &[String]) -> String {
    format!("Double booking: seat {} was sold to {}", seat.0, listed(owners))
}
