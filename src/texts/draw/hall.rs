//! The hall: its screen, and what stands below the seats.

use crate::texts::forms::{capital, clock, count, plural};
use crate::units::Ms;

pub const HALL: &str = "Hall";

// The screen before the first step.
pub const NOBODY_TO_RACE: &str = "One user, and nobody to race.";
pub const NO_COMMON_SEAT: &str = "Nobody wants what another wants.";
pub const ONE_COMMON_SEAT: &str = "Everyone wants the same seat.";
pub const COMMON_SEATS: &str = "Everyone wants the same seats.";

/// The screen before the first step.
pub fn users_want(users: u32, seats: u32) -> String {
    let who = capital(&count(users));
    format!("{who} users want {} {}.", count(seats), plural(seats, "seat"))
}

/// Below what happens at a step: when it was.
pub fn when(step: u32, at: Ms) -> String {
    format!("step {step}, at {}", clock(at))
}

/// Before its number.
pub const VERSION_OF_THE_SHOW: &str = "version of the show ";
/// Before the name of its owner.
pub const LOCK_OF_THE_SHOW: &str = "lock of the show: ";
/// In place of the owner of the lock.
pub const NOBODY: &str = "nobody";

/// Below the seats before the first step: how many there are, and how many of them nobody wants.
pub fn seats_nobody_wants(all: u32, left: u32) -> String {
    let seats = [capital(&count(all)), plural(all, "seat")].join(" ");
    match left {
        0 => seats + ". Every one of them is wanted.",
        1 => seats + ". One of them nobody wants.",
        _ => format!("{seats}. {} of them nobody wants.", capital(&count(left))),
    }
}
