//! Money that went astray.

use crate::units::User;

pub fn charged_twice(user: User, step: u32) -> String {
    format!("{user} is charged a second time at step {step}.")
}

/// `answer` is the name of an outcome.
pub fn answered_unasked(user: User, answer: &str, step: u32) -> String {
    format!("{user} is answered \"{answer}\" at step {step}, but no payment is asked.")
}

pub fn refused_without_payment(user: User, step: u32) -> String {
    format!("{user} is refused a confirm at step {step} without a captured payment.")
}

pub fn seat_without_money(user: User, step: u32) -> String {
    format!("{user} is given a seat at step {step} without money for it.")
}

pub fn refund_not_due(user: User, step: u32) -> String {
    format!("{user} is refunded at step {step}, but no refund is due.")
}

pub fn neither_seat_nor_money(user: User, paid: u32) -> String {
    format!("{user} has paid at step {paid} and has neither a seat nor the money at the end.")
}

pub fn never_refunded(user: User, since: u32) -> String {
    format!("The refund of {user} is due since step {since} and never paid.")
}

/// `result` is its name, `but` one of those below, which say how far the payment of that user has come.
pub fn ends_as(user: User, result: &str, step: u32, but: &str) -> String {
    format!("{user} ends as \"{result}\" at step {step}, but {but}.")
}

pub const HAS_NOT_PAID: &str = "has not paid";
pub const IS_BEING_ASKED: &str = "is still being asked to pay";
pub const WAS_DECLINED: &str = "was declined";
pub const GOT_NO_ANSWER: &str = "got no answer";

pub fn paid_for_nothing(step: u32) -> String {
    format!("has paid at step {step} and got nothing")
}

pub fn paid_for_seat(step: u32) -> String {
    format!("has paid for a seat at step {step}")
}

pub fn is_owed(since: u32) -> String {
    format!("is owed a refund since step {since}")
}

pub const WAS_REFUNDED: &str = "was refunded";
