//! A moment of a run: what the show remembers, what every user is about to do, and what may come next.

use std::collections::{BTreeMap, BTreeSet};

use super::model::{Expiry, Model, Place, Strategy};

/// What stands behind a letter in an order.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Mark {
    /// `p`: the payment is captured.
    Captured,
    /// `d`: it is declined.
    Declined,
    /// `n`: no answer comes.
    NoAnswer,
    /// `k`: the user's client crashes.
    Crash,
}

/// One choice of an order.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Choice {
    /// A user steps (no mark, or at a payment its answer), or crashes.
    Step(usize, Option<Mark>),
    /// `t`: the clock moves to the earliest deadline.
    Time,
}

/// The step a user is about to do. The number is the place in the user's seats, or in its locks.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Next {
    Read(usize),
    Write(usize),
    Commit,
    Lock(usize),
    /// Not a step: in the queue of this lock, until it is granted.
    Queued(usize),
    Check(usize),
    Update(usize),
    Unlock(usize),
    Reserve(usize),
    /// The first number is the seat to release now, the second the seat that was refused.
    Release(usize, usize),
    Pay,
    Confirm,
    Refund,
    Cancel,
    /// Finished or crashed.
    Nothing,
}

/// Where the money of an order is.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Money {
    Unmoved,
    Captured,
    /// The confirm was refused: to be given back.
    Due,
    Refunded,
    /// Paid for tickets.
    Spent,
}

/// One user at this moment.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct User {
    pub next: Next,
    /// The result: final once there is nothing left to do, before that what it will be after cleaning up.
    pub result: Option<&'static str>,
    /// The read-to-commit round, from 1.
    pub round: u32,
    /// The versions seen by the reads of this round, in the order asked.
    pub seen: Vec<u32>,
    pub money: Money,
}

/// A seat held, or expired and not yet reused or swept. Its owner reserves a seat at most once in a run, so
/// (seat, owner) is as good as a token.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Hold {
    pub seat: usize,
    pub owner: usize,
    /// None: for ever.
    pub expires_ms: Option<u64>,
}

/// A lock that somebody owns, and who waits for it, first come first served.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Lock {
    pub owner: usize,
    pub queue: Vec<usize>,
}

/// What the show remembers.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug, Default)]
pub struct Show {
    pub now_ms: u64,
    pub crashes: u32,
    /// Holds that expired so far.
    pub expired: u32,
    /// (seat, user): who has a ticket for what. Nobody writes a seat twice.
    pub tickets: BTreeSet<(usize, usize)>,
    /// In order of creation; at most one a seat.
    pub holds: Vec<Hold>,
    /// Absent: 0.
    pub versions: BTreeMap<Place, u32>,
    /// Absent: nobody owns it.
    pub locks: BTreeMap<Place, Lock>,
}

/// A moment of a run.
#[derive(Clone, Debug)]
pub struct State<'m> {
    pub model: &'m Model,
    pub show: Show,
    pub users: Vec<User>,
}

impl<'m> State<'m> {
    /// The beginning: nothing sold, everyone about to do the first step.
    pub fn new(model: &'m Model) -> State<'m> {
        model.validate();
        let start = |strategy| match strategy {
            Strategy::Naive | Strategy::Optimistic => Next::Read(0),
            Strategy::Pessimistic => Next::Lock(0),
            Strategy::TwoPhase => Next::Reserve(0),
        };
        let user = |strategy| User {
            next: start(strategy),
            result: None,
            round: 1,
            seen: Vec::new(),
            money: Money::Unmoved,
        };
        let users = model.users.iter().map(|party| user(party.strategy)).collect();
        State { model, show: Show::default(), users }
    }

    /// The earliest time at which the show does something by itself.
    pub fn deadline_ms(&self) -> Option<u64> {
        let of_hold = |hold: &Hold| match (hold.expires_ms, self.model.expiry) {
            (None, _) => None,
            (Some(expires), _) if self.show.now_ms < expires => Some(expires),
            (Some(expires), Expiry::Sweep(period)) => Some(expires.next_multiple_of(period)),
            (Some(_), Expiry::Timer | Expiry::Lazy) => None,
        };
        self.show.holds.iter().filter_map(of_hold).min()
    }

    /// Whether this user may step: it has something to do, and no deadline stands before it.
    fn is_enabled(&self, user: usize) -> bool {
        let has_step = !matches!(self.users[user].next, Next::Queued(_) | Next::Nothing);
        has_step && self.deadline_ms().is_none_or(|deadline| self.show.now_ms < deadline)
    }

    /// The answers a payment may get.
    fn answers(&self) -> Vec<Mark> {
        let Model { payfail_percent, paylost_percent, .. } = *self.model;
        let mut marks = Vec::new();
        if payfail_percent + paylost_percent < 100 {
            marks.push(Mark::Captured);
        }
        if payfail_percent > 0 {
            marks.push(Mark::Declined);
        }
        if paylost_percent > 0 {
            marks.push(Mark::NoAnswer);
        }
        marks
    }
}

impl Show {
    /// Whether anybody has a ticket for this seat.
    pub fn is_booked(&self, seat: usize) -> bool {
        self.tickets.range((seat, 0)..=(seat, usize::MAX)).next().is_some()
    }

    /// Gives a ticket, whoever else may have one.
    pub fn book(&mut self, seat: usize, user: usize) {
        assert!(self.tickets.insert((seat, user)), "user {user} writes seat {seat} twice");
    }

    /// The hold on a seat, dead or alive.
    pub fn hold_of(&self, seat: usize) -> Option<&Hold> {
        self.holds.iter().find(|hold| hold.seat == seat)
    }

    /// The one predicate of life: now < expires.
    pub fn is_live(&self, hold: &Hold) -> bool {
        hold.expires_ms.is_none_or(|expires| self.now_ms < expires)
    }

    /// Whether this user's token for this seat is current and live.
    pub fn holds_live(&self, seat: usize, user: usize) -> bool {
        self.hold_of(seat).is_some_and(|hold| hold.owner == user && self.is_live(hold))
    }

    /// How often this has changed.
    pub fn version(&self, place: Place) -> u32 {
        self.versions.get(&place).copied().unwrap_or(0)
    }
}

/// Every choice of this moment, in a fixed order: the users by number, at a payment the answers p, d, n;
/// then the crashes by number; then `t`. None: the run is over.
pub fn choices(state: &State<'_>) -> Vec<Choice> {
    let mut found = Vec::new();
    for (number, user) in state.users.iter().enumerate() {
        if !state.is_enabled(number) {
            continue;
        }
        if user.next == Next::Pay {
            let answers = state.answers().into_iter();
            found.extend(answers.map(|mark| Choice::Step(number, Some(mark))));
        } else {
            found.push(Choice::Step(number, None));
        }
    }
    let has_deadline = state.deadline_ms().is_some();
    if found.is_empty() && !has_deadline {
        return found; // a crash may end a user, but it never keeps a run going
    }
    if state.show.crashes < state.model.crash {
        let unfinished = (0..state.users.len()).filter(|&u| state.users[u].next != Next::Nothing);
        found.extend(unfinished.map(|u| Choice::Step(u, Some(Mark::Crash))));
    }
    if has_deadline {
        found.push(Choice::Time);
    }
    found
}
