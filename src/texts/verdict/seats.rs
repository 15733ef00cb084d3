//! Something that happened to a seat though it cannot have, or an answer that is not true.

use super::{Place, has_booked};
use crate::units::{Ms, User};

pub fn expires_unnoticed(user: User, seat: Place, due: Ms, step: u32) -> String {
    format!("The hold of {user} on {seat} expires at {due} ms, but step {step} comes first.")
}

pub fn swept_unnoticed(seat: Place, due: Ms, step: u32) -> String {
    format!("{seat} is to be swept at {due} ms, but step {step} comes first.")
}

pub fn no_such_seat(seat: Place) -> String {
    format!("The hall has no seat {seat}.")
}

pub fn second_ticket(user: User, seat: Place, step: u32) -> String {
    format!("{user} gets a second ticket of {seat} at step {step}.")
}

/// `but` says why not: who has the seat booked, or one of those below.
pub fn gets_hold(user: User, seat: Place, step: u32, but: &str) -> String {
    format!("{user} gets a hold of {seat} at step {step}, but {but}.")
}

pub fn not_swept_yet(expired: u32) -> String {
    format!("it expired at step {expired} and is not swept yet")
}

pub fn others_hold(holder: User, since: u32) -> String {
    format!("{holder} holds it since step {since}")
}

pub fn frees_unheld(user: User, seat: Place, step: u32) -> String {
    format!("{user} frees {seat} at step {step}, but does not hold it.")
}

pub fn told_gone(user: User, step: u32, seat: Place) -> String {
    format!("{user} is told at step {step} that its hold of {seat} is gone, but it is live.")
}

pub fn expires_early(user: User, seat: Place, at: Ms, step: u32, until: Ms) -> String {
    format!(
        "The hold of {user} on {seat} expires at {at} ms in step {step}, but it lasts until {until} ms."
    )
}

pub fn expires_never(user: User, seat: Place, step: u32) -> String {
    format!("The hold of {user} on {seat} expires at step {step}, but holds last for ever.")
}

pub fn expires_unheld(user: User, seat: Place, step: u32) -> String {
    format!("A hold of {user} on {seat} expires at step {step}, but there is none.")
}

pub fn swept_early(seat: Place, at: Ms, step: u32, due: Ms) -> String {
    format!("{seat} is swept at {at} ms in step {step}, but the sweeper is due at {due} ms.")
}

pub fn swept_unexpired(seat: Place, step: u32) -> String {
    format!("{seat} is swept at step {step}, but has not expired.")
}

pub fn told_free(user: User, step: u32, seat: Place, owner: User, since: u32) -> String {
    let but = has_booked(owner, since);
    format!("{user} is told at step {step} that {seat} is free, but {but}.")
}

pub fn told_its_own(user: User, step: u32, seat: Place) -> String {
    format!("{user} is told at step {step} that {seat} is its own, but it has no ticket.")
}

pub fn told_booked(user: User, step: u32, seat: Place) -> String {
    format!("{user} is told at step {step} that {seat} is booked, but nobody else has a ticket.")
}

pub fn told_held(user: User, step: u32, seat: Place) -> String {
    format!("{user} is told at step {step} that {seat} is held, but it is not.")
}
