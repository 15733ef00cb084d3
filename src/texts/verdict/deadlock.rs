//! Users who wait for ever.

use super::{NAMES_MAX, Place, users};
use crate::units::User;

/// A circle of `count` users: the first of their `links`, and those who wait behind it.
pub fn circle(links: &[String], count: usize, behind: &[User]) -> String {
    let links = links.join("; ");
    let behind = waiting_behind(behind);
    match count {
        ..=NAMES_MAX => format!("Deadlock: {links}.{behind}"),
        _ => format!("Deadlock: {links}; and so on through {count} users.{behind}"),
    }
}

/// A link of the circle.
pub fn waits_for(user: User, lock: Place, owner: Option<User>) -> String {
    let owner = users(owner.as_slice());
    format!("{user} waits for the lock of {lock}, which {owner} owns")
}

/// `because` is one of those below.
pub fn wait_for_ever(waiters: &[User], lock: Place, because: &str, behind: &[User]) -> String {
    let wait = if waiters.len() == 1 { "waits" } else { "wait" };
    let (waiters, behind) = (users(waiters), waiting_behind(behind));
    format!("{waiters} {wait} for ever for the lock of {lock}: {because}.{behind}")
}

pub const NOBODY_OWNS_IT: &str = "nobody owns it, and nobody hands it over";

pub fn owner_crashed(owner: User, step: u32) -> String {
    format!("{owner} crashed at step {step} and still owns it")
}

pub fn owner_ended(owner: User, step: u32) -> String {
    format!("{owner} ended at step {step} and still owns it")
}

pub fn owner_keeps_it(owner: User) -> String {
    format!("{owner} owns it and never gives it back")
}

/// A sentence behind another one, if there is anybody.
fn waiting_behind(behind: &[User]) -> String {
    match behind {
        [] => String::new(),
        [user] => format!(" {user} waits behind."),
        _ => format!(" {} wait behind.", users(behind)),
    }
}
