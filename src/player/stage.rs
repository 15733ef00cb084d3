//! The stage: how everything stands at one step, folded from the events up to it.

use crate::trace::{Event, Intent, Outcome};
use crate::units::{Ms, Seat, User, ranked};
use std::collections::BTreeMap;

/// How everything stands after a step.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Stage {
    /// The step, 0 before the first.
    pub step: u32,
    /// The virtual time, in ms.
    pub at: Ms,
    /// Every seat that somebody wants, looks at, locks, holds or has booked; all others are plainly free.
    pub seats: BTreeMap<Seat, SeatView>,
    /// Every user, by number.
    pub users: Vec<UserView>,
    /// The lock of the show, if somebody owns it.
    pub show_lock: Option<LockView>,
    /// Commits so far: the version of the show.
    pub version: u32,
    /// Refused commits so far.
    pub conflicts: u32,
    /// How long a hold of this show lives, in ms; none: for ever.
    pub hold_ms: Option<Ms>,
}

/// A seat that something is going on with.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct SeatView {
    /// Who has a ticket of it, with the step at which it was written; more than one user: sold more than once.
    pub tickets: Vec<(User, u32)>,
    /// The hold on it, live or expired and not cleaned up.
    pub hold: Option<HoldView>,
    /// Its lock.
    pub lock: Option<LockView>,
    /// Who has read it as free and has not acted on that yet.
    pub readers: Vec<User>,
    /// Who wants it and is not finished.
    pub wanted: Vec<User>,
    /// How many commits changed it.
    pub version: u32,
}

impl SeatView {
    /// How many different users have a ticket.
    pub fn owners(&self) -> usize {
        let mut users = ranked(self.tickets.clone(), |(user, _)| u64::from(user.0));
        users.dedup_by_key(|(user, _)| *user);
        users.len()
    }
}

/// A hold as it is seen.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct HoldView {
    /// Whose.
    pub user: User,
    /// Its token.
    pub token: u32,
    /// Since when, in ms.
    pub since: Ms,
    /// Until when, in ms; none: for ever.
    pub expires: Option<Ms>,
    /// Its deadline has come; it still stands on the seat.
    pub expired: bool,
}

/// A lock as it is seen.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct LockView {
    /// Who owns it.
    pub owner: User,
    /// Since which step.
    pub since: u32,
    /// Who waits for it, first come first.
    pub queue: Vec<User>,
}

/// What a user believes of the seats it has read and not acted on: the tail of a read in the lanes.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Belief {
    /// The step of its first read of this round.
    pub since: u32,
    /// The step at which somebody else's write made it false, if that happened, and who.
    pub spoiled: Option<(u32, User)>,
    /// The seats it has read as free and has not written yet, in the order in which it read them.
    pub seats: Vec<Seat>,
}

/// A user as it is seen.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct UserView {
    /// What it is doing.
    pub state: UserState,
    /// Its read-to-commit round, from 1.
    pub round: u32,
    /// What it believes.
    pub belief: Option<Belief>,
    /// Locks it owns: a seat, or none for the lock of the show.
    pub locks: Vec<Option<Seat>>,
    /// Holds of its that are live.
    pub holds: Vec<Seat>,
    /// Its last event so far: what it did.
    pub last: Option<Event>,
}

/// What a user is doing at a step.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum UserState {
    /// About to make this step (with line, seat and the time from which it can).
    About(Intent),
    /// Waits for a lock: of the intent's seat, or of the show.
    Waits {
        /// The lock step it waits in.
        intent: Intent,
        /// Who owns the lock.
        owner: Option<User>,
        /// The step at which it joined the queue.
        since: u32,
    },
    /// Waits for the answer to its payment.
    Pays {
        /// The answer, as the step it awaits.
        intent: Intent,
        /// When the payment was asked for, in ms.
        since: Ms,
    },
    /// It is finished.
    Ended {
        /// What it was told.
        result: Outcome,
        /// At which step.
        step: u32,
    },
}
