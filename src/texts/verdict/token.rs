//! A confirm that should have been refused, or a refusal that should have been a confirm.

use super::Place;
use crate::units::User;

/// `but` says why not: who has the seat booked, or one of those below.
pub fn confirms(user: User, seat: Place, token: u32, step: u32, but: &str) -> String {
    format!("{user} confirms {seat} with token {token} at step {step}, but {but}.")
}

pub const LATE_IS_NOT_ACCEPTED: &str = "late payments are not accepted";
pub const NEVER_HELD: &str = "nobody has ever held it";

pub fn others_hold(holder: User, since: u32, token: u32) -> String {
    format!("{holder} has held it since step {since}, with token {token}")
}

pub fn others_held_last(holder: User, token: u32) -> String {
    format!("the last who held it was {holder}, with token {token}")
}

pub const AS_IF_DEAD: &str = "as if that token were dead";

pub fn expired_unswept(step: u32) -> String {
    format!("that hold expired at step {step}, and the seat is not swept yet")
}

pub fn was_over(step: u32) -> String {
    format!("that hold was over by step {step}")
}

pub fn was_given_back(step: u32) -> String {
    format!("that hold was given back at step {step}")
}

pub fn refused_though_live(user: User, seat: Place, step: u32, token: u32) -> String {
    format!("{user} is refused {seat} at step {step}, but its token {token} is live.")
}

pub fn refused_unknown(user: User, seat: Place, step: u32, token: u32) -> String {
    format!("{user} is refused {seat} at step {step} with token {token}, which it never had.")
}

/// The old token with its holder and the step of its reserve.
pub fn reused(
    user: User,
    token: u32,
    seat: Place,
    step: u32,
    (holder, old, since): (User, u32, u32),
) -> String {
    format!(
        "{user} gets token {token} for {seat} at step {step}, though {holder} had token {old} since step {since}."
    )
}
