//! Events: what happened, to whom, where and when, in 32 bytes each.

use crate::units::{Ms, Seat, User};

/// What was done. A closed list: the names are part of the JSON format and of the digest.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
#[repr(u8)]
pub enum Op {
    /// Look whether a seat is booked (naive, optimistic). `detail`: the version seen.
    Read = 0,
    /// Book a seat without looking again (naive).
    Write = 1,
    /// Check versions and seats, then book all, in one step (optimistic). `detail`: the version afterwards.
    Commit = 2,
    /// Take a lock, or queue for it (pessimistic). `detail`: the depth; no seat: the lock of the show.
    Lock = 3,
    /// Look whether a seat is booked, under its lock (pessimistic).
    Check = 4,
    /// Book a seat, under its lock (pessimistic).
    Update = 5,
    /// Give a lock back (pessimistic). `detail`: the depth left.
    Unlock = 6,
    /// Hold a seat for a while (two-phase). `detail`: the token of the hold.
    Reserve = 7,
    /// Give up a hold because another seat of the order was refused. `detail`: the token.
    Release = 8,
    /// A payment is asked for, or its answer arrives. `detail`: the payment key.
    Pay = 9,
    /// Turn holds into bookings (two-phase). `detail`: the token.
    Confirm = 10,
    /// Give the money back after a refused confirm. `detail`: the payment key.
    Refund = 11,
    /// Give up the holds of an order that was not paid. `detail`: the token.
    Cancel = 12,
    /// A hold reaches its deadline. `detail`: the token. Its user is the one who held.
    Expire = 13,
    /// The sweeper frees an expired seat. `detail`: the token of the hold that had expired.
    Sweep = 14,
    /// The user's client crashes: the task is dropped, what it owns stays owned.
    Crash = 15,
    /// The person at the page let time pass. `detail`: milliseconds.
    Wait = 16,
    /// The user is told how it ended. `detail`: read-to-commit rounds, or 1.
    End = 17,
}

/// How it went, as one word. A closed list, like [`Op`].
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
#[repr(u8)]
pub enum Outcome {
    /// Done.
    Ok = 0,
    /// The seat is not booked.
    Free = 1,
    /// The seat is booked by the user who asks.
    Mine = 2,
    /// The seat is booked by somebody else. As a result: "Seat already booked".
    Taken = 3,
    /// The seat is held by somebody else. As a result: "Seat not available".
    Held = 4,
    /// Something the user had read has changed since.
    Conflict = 5,
    /// The transition is not allowed in this state or with this token.
    Refused = 6,
    /// The lock has an owner: the user waits in its queue.
    Queued = 7,
    /// The lock is handed over to the user who waited first.
    Granted = 8,
    /// There was nothing left to give back: the hold was dead already.
    Gone = 9,
    /// The payment is on its way.
    Asked = 10,
    /// The payment was captured.
    Captured = 11,
    /// The payment was declined. As a result: the order ended so.
    Declined = 12,
    /// No answer within the payment timeout.
    NoAnswer = 13,
    /// A confirm with a dead token was accepted without looking (`late=accept`).
    Late = 14,
    /// A confirm with a dead token was accepted because the seats were still free (`late=accept-if-free`).
    LateFree = 15,
    /// Result: has the tickets.
    Booked = 16,
    /// Result: every attempt met a conflict.
    GaveUp = 17,
    /// Result: the payment had no answer.
    Unpaid = 18,
    /// Result: paid, refused, refunded.
    Refunded = 19,
    /// Result: paid, refused, and the refund is still due.
    RefundDue = 20,
    /// Result: the client crashed.
    Crashed = 21,
    /// Result: still waiting for a lock when the run ended.
    Waiting = 22,
}

impl Op {
    /// The name of the JSON format.
    pub fn name(self) -> &'static str {
        match self {
            Op::Read => "read",
            Op::Write => "write",
            Op::Commit => "commit",
            Op::Lock => "lock",
            Op::Check => "check",
            Op::Update => "update",
            Op::Unlock => "unlock",
            Op::Reserve => "reserve",
            Op::Release => "release",
            Op::Pay => "pay",
            Op::Confirm => "confirm",
            Op::Refund => "refund",
            Op::Cancel => "cancel",
            Op::Expire => "expire",
            Op::Sweep => "sweep",
            Op::Crash => "crash",
            Op::Wait => "wait",
            Op::End => "end",
        }
    }
}

impl Outcome {
    /// The name of the JSON format.
    pub fn name(self) -> &'static str {
        match self {
            Outcome::Ok => "ok",
            Outcome::Free => "free",
            Outcome::Mine => "mine",
            Outcome::Taken => "taken",
            Outcome::Held => "held",
            Outcome::Conflict => "conflict",
            Outcome::Refused => "refused",
            Outcome::Queued => "queued",
            Outcome::Granted => "granted",
            Outcome::Gone => "gone",
            Outcome::Asked => "asked",
            Outcome::Captured => "captured",
            Outcome::Declined => "declined",
            Outcome::NoAnswer => "no-answer",
            Outcome::Late => "late",
            Outcome::LateFree => "late-free",
            Outcome::Booked => "booked",
            Outcome::GaveUp => "gave-up",
            Outcome::Unpaid => "unpaid",
            Outcome::Refunded => "refunded",
            Outcome::RefundDue => "refund-due",
            Outcome::Crashed => "crashed",
            Outcome::Waiting => "waiting",
        }
    }
}

const NOBODY: u32 = u32::MAX;

/// One thing that happened. Several events may belong to one step.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Event {
    /// When, in virtual milliseconds.
    pub at: Ms,
    /// The number of the choice that caused it, from 1; 0 before the first.
    pub step: u32,
    user: u32,
    seat: u32,
    /// A number whose meaning depends on [`Op`]: a version, a token, a depth, a payment key.
    pub detail: u32,
    /// The line of the strategy's source that awaited the step; 0 where no user did.
    pub line: u16,
    /// What was done.
    pub op: Op,
    /// How it went.
    pub outcome: Outcome,
}

const _: () = assert!(size_of::<Event>() <= 32, "an event is at most 32 bytes");

impl Event {
    /// An event at line 0 with detail 0; see [`Event::with`].
    pub fn new(
        step: u32,
        at: Ms,
        user: Option<User>,
        op: Op,
        seat: Option<Seat>,
        outcome: Outcome,
    ) -> Event {
        Event {
            at,
            step,
            user: user.map_or(NOBODY, |u| u.0),
            seat: seat.map_or(NOBODY, |s| s.0),
            detail: 0,
            line: 0,
            op,
            outcome,
        }
    }

    /// The same event with a detail and a line.
    pub fn with(self, detail: u32, line: u16) -> Event {
        Event { detail, line, ..self }
    }

    /// Who did it, or to whom it happened; none for the passing of time.
    pub fn user(&self) -> Option<User> {
        (self.user != NOBODY).then_some(User(self.user))
    }

    /// The seat it is about, if it is about one.
    pub fn seat(&self) -> Option<Seat> {
        (self.seat != NOBODY).then_some(Seat(self.seat))
    }

    /// The buyer and the seat, if this event sells a ticket: a write, a commit, an update or an accepted confirm.
    pub fn sale(&self) -> Option<(User, Seat)> {
        let sold = match self.op {
            Op::Write | Op::Commit | Op::Update => self.outcome == Outcome::Ok,
            Op::Confirm => {
                matches!(self.outcome, Outcome::Ok | Outcome::Late | Outcome::LateFree)
            }
            _ => false,
        };
        if sold { self.user().zip(self.seat()) } else { None }
    }
}

/// What a user is about to do, from `step` on: the step it now awaits.
///
/// Intents are what the "about to" labels fold over. They decide nothing and are not part of the digest.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Intent {
    /// The step after which the user awaits this; 0 before the first.
    pub step: u32,
    /// Who.
    pub user: User,
    /// The awaited step.
    pub op: Op,
    /// The seat it is about, if it is about one.
    pub seat: Option<Seat>,
    /// The line of the strategy's source.
    pub line: u16,
    /// Not before this time.
    pub ready_at: Ms,
}

/// The record of a run, in the order in which it happened.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Trace {
    /// Everything that happened.
    pub events: Vec<Event>,
    /// Everything that was about to happen.
    pub intents: Vec<Intent>,
}

impl Trace {
    /// The events up to and including `step`: what a view of that moment folds over.
    pub fn events_to(&self, step: u32) -> &[Event] {
        &self.events[..self.events.partition_point(|e| e.step <= step)]
    }

    /// The events from `step` on.
    pub fn events_from(&self, step: u32) -> &[Event] {
        &self.events[self.events.partition_point(|e| e.step < step)..]
    }

    /// The intents up to and including `step`.
    pub fn intents_to(&self, step: u32) -> &[Intent] {
        &self.intents[..self.intents.partition_point(|i| i.step <= step)]
    }
}
