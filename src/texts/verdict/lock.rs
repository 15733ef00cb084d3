//! A lock in wrong hands. `lock` is what it protects: a seat or the show.

use super::Place;
use crate::units::User;

pub fn not_handed_over(step: u32, lock: Place, waiter: User) -> String {
    format!(
        "Step {step} gives up the lock of {lock}, but does not hand it to {waiter}, who waits for it."
    )
}

pub fn acts_while_waiting(user: User, step: u32, lock: Place) -> String {
    format!("{user} acts at step {step} while it waits for the lock of {lock}.")
}

pub fn takes_owned(user: User, lock: Place, step: u32, owner: User) -> String {
    format!("{user} takes the lock of {lock} at step {step}, but {owner} owns it.")
}

pub fn takes_before(user: User, lock: Place, step: u32, waiter: User) -> String {
    format!("{user} takes the lock of {lock} at step {step}, but {waiter} has waited longer.")
}

pub fn granted_out_of_turn(user: User, lock: Place, step: u32) -> String {
    format!("{user} is granted the lock of {lock} at step {step} out of turn.")
}

pub fn waits_for_nobodys(user: User, lock: Place, step: u32) -> String {
    format!("{user} waits for the lock of {lock} at step {step}, but nobody owns it.")
}

pub fn waits_for_its_own(user: User, lock: Place, step: u32) -> String {
    format!("{user} waits for the lock of {lock} at step {step}, but owns it.")
}

/// Who locks twice owns it to depth 2.
pub fn takes_to_depth(user: User, lock: Place, step: u32, from: u32, to: u32) -> String {
    format!("{user} takes the lock of {lock} to depth {to} at step {step}, from {from}.")
}

pub fn gives_back_owned(user: User, lock: Place, step: u32, owner: User) -> String {
    format!("{user} gives the lock of {lock} back at step {step}, but {owner} owns it.")
}

pub fn gives_back_nobodys(user: User, lock: Place, step: u32) -> String {
    format!("{user} gives the lock of {lock} back at step {step}, but nobody owns it.")
}

pub fn gives_back_to_depth(user: User, lock: Place, step: u32, from: u32, to: u32) -> String {
    format!("{user} gives the lock of {lock} back to depth {to} at step {step}, from {from}.")
}

pub fn checks_without(user: User, seat: Place, step: u32) -> String {
    format!("{user} checks {seat} at step {step} without owning its lock.")
}

pub fn books_without(user: User, seat: Place, step: u32) -> String {
    format!("{user} books {seat} at step {step} without owning its lock.")
}

pub fn waits_in_no_queue(user: User, step: u32) -> String {
    format!("{user} ends waiting at step {step}, but is in no queue.")
}

pub fn ends_and_owns(user: User, step: u32, lock: Place) -> String {
    format!("{user} ends at step {step} and still owns the lock of {lock}.")
}
