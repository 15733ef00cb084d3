//! A seat with tickets of two users.

use super::Place;
use crate::units::User;

/// Each buyer with the step of the sale. `excuse` is empty or one of those below.
pub fn sold_twice(seat: Place, first: (User, u32), second: (User, u32), excuse: &str) -> String {
    let ((first, first_step), (second, second_step)) = (first, second);
    format!(
        "{seat} is sold twice: to {first} at step {first_step} and to {second} at step {second_step}{excuse}."
    )
}

/// What the second buyer relied on: the end of the sentence.
pub fn had_read(step: u32) -> String {
    format!(", who had read it at step {step}")
}

pub fn had_checked(step: u32) -> String {
    format!(", who had checked it at step {step}")
}

pub fn had_held(since: u32) -> String {
    format!(", who had held it since step {since}")
}

pub const HOLD_HAD_DIED: &str = ", whose hold had died before";
