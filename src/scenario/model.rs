//! The scenario: everything a race depends on, as plain data.

use crate::trace::Order;
use crate::units::Answers;
pub use crate::units::{Backoff, Clock, Expiry, Late, Scope, Span};
use crate::units::{Hall, Ms, Seat, User};

/// The most users of a race; with an order, only those with a letter ([`crate::units::LETTERS`]).
pub const USERS_MAX: u32 = 10_000;
/// The most strategies that `mix` may list: one for every letter.
pub const MIX_MAX: usize = 26;
/// The most seats of one order.
pub const PARTY_MAX: u32 = 8;
/// The most orders that `want` may list.
pub const WANT_ORDERS_MAX: usize = 1_000;
/// The longest delay, hold or period, in ms: one day.
pub const TIME_MS_MAX: Ms = 86_400_000;
/// The most read-to-commit rounds of an optimistic user.
pub const ATTEMPTS_MAX: u32 = 20;
/// The most crashes in a run.
pub const CRASHES_MAX: u32 = 3;
/// The largest bug depth of `pct`.
pub const DEPTH_MAX: u32 = 9;

/// How a user books.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Strategy {
    /// Look, think, write: no protection.
    Naive,
    /// Check versions at the end, retry on a conflict.
    Optimistic,
    /// Lock first.
    Pessimistic,
    /// Hold, pay, confirm.
    TwoPhase,
}

/// Which strategies a scenario runs.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub enum Cast {
    /// One race for each of these, 1 to 4 without repetition, to be compared (`strategy=`).
    Compare(Vec<Strategy>),
    /// One race in which user i uses the i-th of these, cyclically: 1 to [`MIX_MAX`] (`mix=`).
    Mix(Vec<Strategy>),
}

/// Which seats the users want.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub enum Want {
    /// All the same: seat index 30, or as near to it as the hall allows.
    Same,
    /// Everyone a seat of their own, as long as there are enough.
    Each,
    /// Drawn uniformly before the run.
    Random,
    /// Drawn before the run with probability proportional to 1 / rank, rank = seat index + 1.
    Zipf,
    /// User i wants the seats of the i-th order, cyclically: 1 to [`WANT_ORDERS_MAX`] orders of 1 to [`PARTY_MAX`] seats,
    /// none twice in one order.
    Seats(Vec<Vec<Seat>>),
}

/// In which order an order of several seats takes its locks.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum LockOrder {
    /// As the seats were asked for.
    Asked,
    /// By seat number.
    Sorted,
}

/// Who chooses where the order does not.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Sched {
    /// Smallest time first.
    Time,
    /// Uniform over everyone enabled.
    Random,
    /// Round robin.
    Rr,
    /// Probabilistic concurrency testing.
    Pct,
}

/// Everything a race depends on.
///
/// The fields are plain data and can hold nonsense; a scenario is *valid* if [`super::Query::parse`] gives it back from its
/// [`Scenario::query`], and all scenarios that come from there are.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct Scenario {
    /// The gallery scenario it starts from.
    pub slug: &'static str,
    /// Which strategies run.
    pub cast: Cast,
    /// How many users.
    pub users: u32,
    /// The shape of the hall.
    pub hall: Hall,
    /// The seed of every draw.
    pub seed: u64,
    /// Which seats the users want.
    pub want: Want,
    /// Seats an order; 1 where [`Want::Seats`] lists the seats of each order itself.
    pub party: u32,
    /// When a user comes, after the start.
    pub arrive: Span,
    /// What every step takes to reach the show.
    pub lat: Span,
    /// How long a user thinks.
    pub think: Span,
    /// Read-to-commit rounds of an optimistic user.
    pub attempts: u32,
    /// The wait after a conflict.
    pub backoff: Backoff,
    /// What a version counts the changes of.
    pub version: Scope,
    /// What a lock protects.
    pub lock: Scope,
    /// In which order several locks are taken.
    pub lock_order: LockOrder,
    /// How long a hold lives, in ms; none: for ever.
    pub hold_ms: Option<Ms>,
    /// What becomes of expired seats.
    pub expiry: Expiry,
    /// How long a payment takes.
    pub pay: Span,
    /// How many payments of a hundred are declined.
    pub payfail_percent: u32,
    /// How many payments of a hundred are never answered.
    pub paylost_percent: u32,
    /// How long a user waits for the answer, in ms.
    pub pay_timeout_ms: Ms,
    /// What becomes of late payments.
    pub late: Late,
    /// At most so many crashes in a run.
    pub crash: u32,
    /// Whether delays count.
    pub clock: Clock,
    /// Who chooses after the order.
    pub sched: Sched,
    /// The bug depth that `pct` aims at.
    pub depth: u32,
    /// The first choices of the run.
    pub order: Order,
    /// The person at the page.
    pub you: Option<User>,
    /// The seats that person clicked, in order: one order, at most [`PARTY_MAX`] seats, none twice.
    pub clicks: Vec<Seat>,
}

impl Scenario {
    /// Which answers a payment can have: the marks that an order may carry.
    pub fn answers(&self) -> Answers {
        Answers::possible(
            self.clock,
            self.pay,
            self.pay_timeout_ms,
            self.payfail_percent,
            self.paylost_percent,
        )
    }
}
