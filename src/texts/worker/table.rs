//! How every seat and every user stands, as tables.

use crate::texts::forms::{grouped, of};

pub const SEATS: &str = "Seats";
pub const SEAT: &str = "Seat";
pub const STATE: &str = "State";

pub const USERS: &str = "Users";
pub const USER: &str = "User";
pub const STRATEGY: &str = "Strategy";
/// The seats of an order.
pub const WANTS: &str = "Wants";
/// The seats of which a user has a ticket.
pub const HAS: &str = "Has";

/// Above the seats.
pub fn seats_after(step: u32) -> String {
    format!("Seats after step {step}")
}

/// Below the seats that are shown.
pub fn more_seats(n: usize) -> String {
    format!("and {} more seats with which something is going on", grouped(n))
}

/// Of the seats with which nothing is going on, where others are shown.
pub fn others_are_free(n: u32) -> String {
    match n {
        1 => "The one other seat is free.".to_owned(),
        n => format!("The other {} are free.", of(n, "seat")),
    }
}

/// In place of the seats: there is none with which something is going on.
pub const ALL_ARE_FREE: &str = "Every seat is free, and nobody wants one.";
