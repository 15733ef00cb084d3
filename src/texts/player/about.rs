//! What a user is about to do, or why it does nothing: a word in bold, the rest, and a reason in small print.

use crate::texts::forms::{clock, lapse};
use crate::units::{Ms, User};

/// In bold, before what comes next.
pub const ABOUT_TO: &str = "about to";

/// Behind `ABOUT_TO`: one of the verbs below, and seats or what a lock protects.
pub fn act(verb: &str, on: &str) -> String {
    format!("{verb} {on}")
}

pub const READ: &str = "read";
pub const WRITE: &str = "write";
pub const COMMIT: &str = "commit";
pub const LOCK: &str = "lock";
pub const CHECK: &str = "check";
pub const UPDATE: &str = "update";
pub const UNLOCK: &str = "unlock";
pub const RESERVE: &str = "reserve";
pub const RELEASE: &str = "release";
pub const PAY: &str = "pay";
pub const CONFIRM: &str = "confirm";
pub const CANCEL: &str = "cancel";

pub const TAKE_MONEY_BACK: &str = "take the money back";
pub const HEAR_OF_PAYMENT: &str = "hear of the payment";

/// Why: its own look at the seat, which a write relies on.
pub fn read_free(step: u32) -> String {
    format!("read free at step {step}")
}

/// The same, once somebody else has changed the seat.
pub fn read_out_of_date(step: u32) -> String {
    format!("the read at step {step} is out of date")
}

pub fn has_lock_since(step: u32) -> String {
    format!("has the lock since step {step}")
}

/// Of an unlock for which somebody waits.
pub fn lets_in(next: User) -> String {
    format!("lets {next} in")
}

/// Of a lock that is taken.
pub fn has_it(owner: User) -> String {
    format!("{owner} has it")
}

/// Of a refund.
pub const HOLD_WAS_DEAD: &str = "the hold was dead";
/// Of a hold that is given back.
pub const NOT_PAID: &str = "not paid";
/// Of a hold that is given back because another seat of the order could not be had.
pub const ALL_OR_NOTHING: &str = "all its seats or none";

pub fn round(round: u32) -> String {
    format!("round {round}, after a conflict")
}

/// At a later virtual time.
pub fn at(at: Ms) -> String {
    format!("at {}", clock(at))
}

pub fn hold_ends_in(ms: Ms) -> String {
    format!("hold ends in {}", lapse(ms))
}

pub const HOLD_HAS_EXPIRED: &str = "the hold has expired";

/// In bold: for a lock, or for ever.
pub const WAITS: &str = "waits";
pub const FOR_A_LOCK: &str = "for a lock";

pub fn for_lock_of(owner: User) -> String {
    format!("for {owner}’s lock")
}

/// In small print behind these two: what it protects, and whether its owner has crashed.
pub fn lock_on_since(protected: &str, step: u32, crashed: Option<User>) -> String {
    match crashed {
        None => format!("on {protected}, since step {step}"),
        Some(owner) => format!("on {protected}, since step {step}; {owner} crashed"),
    }
}

pub const FOR_EVER: &str = "for ever";

pub fn nobody_can_go_on(step: u32) -> String {
    format!("nobody can go on since step {step}")
}

/// In bold.
pub const CRASHED: &str = "crashed";

pub fn crashed_at(step: u32) -> String {
    format!("at step {step}")
}

/// In bold, before what `narrate` says.
pub const WAS_TOLD: &str = "was told:";

pub fn finished_at(step: u32) -> String {
    format!("finished at step {step}")
}
