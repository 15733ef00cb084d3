//! A version that is not what it should be. `what` is that of a seat or that of the show.

use super::{Place, has_booked};
use crate::units::User;

pub fn misread(user: User, read: u32, what: Place, step: u32, now: u32) -> String {
    format!("{user} reads version {read} of {what} at step {step}, but it is {now}.")
}

pub fn commits_unread(user: User, seat: Place, step: u32) -> String {
    format!("{user} commits {seat} at step {step} without having read it.")
}

pub fn commits_changed(
    user: User,
    seat: Place,
    step: u32,
    read: u32,
    what: Place,
    changed: u32,
) -> String {
    format!(
        "{user} commits {seat} at step {step}, having read it at step {read}, but {what} changed at step {changed}."
    )
}

pub fn commits_booked(user: User, seat: Place, step: u32, owner: User, since: u32) -> String {
    format!("{user} commits {seat} at step {step}, but {}.", has_booked(owner, since))
}

pub fn jumps(user: User, step: u32, what: Place, from: u32, to: u32) -> String {
    format!("The commit of {user} at step {step} takes {what} from version {from} to {to}.")
}

pub fn finds_wrong(user: User, found: u32, what: Place, step: u32, now: u32) -> String {
    format!("{user} finds version {found} of {what} at step {step}, but it is {now}.")
}

pub fn false_conflict(user: User, step: u32) -> String {
    format!("{user} meets a conflict at step {step}, but nothing it had read has changed.")
}
