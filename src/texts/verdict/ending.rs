//! What became of the seats when the run is over.

use super::Place;
use crate::units::{Ms, User};

pub fn stays_unsold(seat: Place, quitters: &[User]) -> String {
    let quitters = super::users(quitters);
    format!("{seat} stays unsold, though {quitters}, who wanted it, gave up after conflicts.")
}

pub fn never_expires(user: User, seat: Place, until: Ms) -> String {
    format!("The hold of {user} on {seat} should have expired at {until} ms and never does.")
}

pub fn never_swept(seat: Place, expired: u32) -> String {
    format!("{seat} expired at step {expired} and is never swept.")
}
