//! One sentence for one step: in the log, on the screen of the hall, and wherever a race is told.
//!
//! `seats` are names as in a sentence, "D1 and D2"; `protected` is a seat too, or the show.

use crate::texts::forms::{clock, lapse, listed};
use crate::units::{Ms, User};

/// More owners than so many are counted and not named.
const NAMED_MAX: usize = 2;

/// What a lock protects that is not that of a seat.
pub const THE_SHOW: &str = "the show";

pub fn sweeper_frees(seats: &str) -> String {
    format!("The sweeper frees {seats}.")
}

/// Virtual time in which nobody steps.
pub fn passes(ms: Ms) -> String {
    format!("{} pass.", lapse(ms))
}

/// A seat is looked at: what is seen follows, one of the next four.
pub fn reads(user: User, seats: &str, sees: &str) -> String {
    format!("{user} reads {seats}: {sees}.")
}

/// The same under a lock.
pub fn checks(user: User, seats: &str, sees: &str) -> String {
    format!("{user} checks {seats}: {sees}.")
}

pub const FREE: &str = "free";
pub const TAKEN: &str = "taken";

pub fn has_it(owner: User) -> String {
    format!("{owner} has it")
}

pub fn has_it_already(user: User) -> String {
    format!("{user} has it already")
}

/// `over` are those who have a ticket already, whom the write does not see.
pub fn writes(user: User, seats: &str, over: &[User]) -> String {
    format!("{user} writes {seats}{}.", over_whom(over))
}

/// The same under a lock.
pub fn updates(user: User, seats: &str, over: &[User]) -> String {
    format!("{user} updates {seats}{}.", over_whom(over))
}

/// A write that has made sure that nothing has changed since; it makes a new version.
pub fn commits(user: User, seats: &str, over: &[User], version: u32) -> String {
    format!("{user} commits {seats}{}: version {version}.", over_whom(over))
}

/// Behind a verb: " over Alice and Bob", " over Alice and 3 others".
fn over_whom(owners: &[User]) -> String {
    match owners {
        [] => String::new(),
        [first, rest @ ..] if owners.len() > NAMED_MAX => {
            format!(" over {first} and {} others", rest.len())
        }
        _ => format!(" over {}", listed(&owners.iter().map(User::to_string).collect::<Vec<_>>())),
    }
}

/// `changed` is a seat, or the show.
pub fn commit_is_refused(user: User, changed: &str, read_at_step: u32) -> String {
    format!(
        "{user}’s commit is refused: {changed} has changed since the read at step {read_at_step}."
    )
}

pub fn locks(user: User, protected: &str) -> String {
    format!("{user} locks {protected}.")
}

/// It has that lock already.
pub fn locks_once_more(user: User, protected: &str) -> String {
    format!("{user} locks {protected} once more.")
}

pub fn waits_for_lock_of(user: User, owner: User, protected: &str) -> String {
    format!("{user} waits for {owner}’s lock on {protected}.")
}

pub fn waits_for_lock(user: User, protected: &str) -> String {
    format!("{user} waits for the lock on {protected}.")
}

pub fn is_handed_lock(user: User, protected: &str) -> String {
    format!("{user} is handed the lock on {protected}.")
}

pub fn unlocks(user: User, protected: &str) -> String {
    format!("{user} unlocks {protected}.")
}

pub fn reserves_until(user: User, seats: &str, until: Ms) -> String {
    format!("{user} reserves {seats} until {}.", clock(until))
}

pub fn reserves(user: User, seats: &str) -> String {
    format!("{user} reserves {seats}.")
}

/// No reservation: somebody has a ticket.
pub fn is_refused_as_sold(user: User, seats: &str, owner: User) -> String {
    format!("{user} is refused {seats}: {owner} has it.")
}

/// No reservation: a hold has expired and still stands.
pub fn is_refused_as_not_swept(user: User, seats: &str, holder: User) -> String {
    format!("{user} is refused {seats}: {holder}’s dead hold is not swept yet.")
}

/// No reservation: somebody holds it.
pub fn is_refused_as_held(user: User, seats: &str, holder: User) -> String {
    format!("{user} is refused {seats}: {holder} holds it.")
}

pub fn is_refused(user: User, seats: &str) -> String {
    format!("{user} is refused {seats}.")
}

/// A hold is given back because not all seats of the order could be had.
pub fn releases(user: User, seats: &str) -> String {
    format!("{user} releases {seats}.")
}

pub fn releases_dead(user: User, seats: &str) -> String {
    format!("{user} releases {seats}: the hold was dead already.")
}

/// A hold is given back because the payment failed.
pub fn cancels(user: User, seats: &str) -> String {
    format!("{user} cancels {seats}.")
}

pub fn cancels_dead(user: User, seats: &str) -> String {
    format!("{user} cancels {seats}: the hold was dead already.")
}

pub fn payment_goes_out(user: User) -> String {
    format!("{user}’s payment goes out.")
}

pub fn payment_is_captured(user: User) -> String {
    format!("{user}’s payment is captured.")
}

pub fn payment_is_captured_too_late(user: User) -> String {
    format!("{user}’s payment is captured, too late.")
}

pub fn payment_is_declined(user: User) -> String {
    format!("{user}’s payment is declined.")
}

pub fn payment_has_no_answer(user: User) -> String {
    format!("{user}’s payment has no answer.")
}

pub fn confirms(user: User, seats: &str, over: &[User]) -> String {
    format!("{user} confirms {seats}{}.", over_whom(over))
}

pub fn confirms_too_late(user: User, seats: &str, over: &[User]) -> String {
    format!("{user} confirms {seats}{}, too late and unchecked.", over_whom(over))
}

pub fn confirms_late_but_free(user: User, seats: &str, over: &[User]) -> String {
    format!("{user} confirms {seats}{}, late but still free.", over_whom(over))
}

pub fn confirm_is_refused(user: User, seats: &str) -> String {
    format!("{user}’s confirm is refused: the hold on {seats} has expired. Refund due.")
}

pub fn is_refunded(user: User) -> String {
    format!("{user} is refunded.")
}

/// The holds of a user on `n` seats reach their deadline.
pub fn expires(user: User, seats: &str, n: usize) -> String {
    if n > 1 {
        return format!("{user}’s holds on {seats} expire.");
    }
    format!("{user}’s hold on {seats} expires.")
}

pub fn crashes(user: User) -> String {
    format!("{user}’s client crashes.")
}

pub fn crashes_with_locks(user: User, protected: &str) -> String {
    format!("{user}’s client crashes and leaves {protected} locked.")
}

pub fn crashes_with_holds(user: User, seats: &str) -> String {
    format!("{user}’s client crashes and leaves {seats} held.")
}

pub fn gives_up(who: &str, conflicts: u32) -> String {
    if conflicts == 1 {
        return format!("{who} gives up after a conflict.");
    }
    format!("{who} gives up after {conflicts} conflicts.")
}

/// `who` are the names of `n` users.
pub fn wait_for_ever(who: &str, n: usize) -> String {
    if n > 1 {
        return format!("{who} wait for a lock for ever.");
    }
    format!("{who} waits for a lock for ever.")
}

pub fn is_gone(who: &str) -> String {
    format!("{who} is gone.")
}

/// `told` as in `narrate`.
pub fn is_told(who: &str, told: &str) -> String {
    format!("{who} is told: {told}.")
}
