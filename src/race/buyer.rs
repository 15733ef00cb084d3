//! What a strategy sees: a buyer with an order, whose steps it awaits.
//!
//! A strategy is an `async fn` from a [`Buyer`] to what the user is [`Told`]. Each step is awaited; the answer is name-free
//! (free or taken, done or conflict): no clock, no token, no version, no other user's name. So a strategy is a pure
//! function from the answers so far to its next step, and may be run again on recorded answers, which is how the explorer
//! reaches every order without polling futures.

use crate::trace::{Op, Outcome};
use crate::units::{Scope, Seat, ranked};
use std::cell::Cell;
use std::future::Future;
use std::panic::Location;
use std::pin::Pin;
use std::rc::Rc;
use std::task::{Context, Poll};

/// A strategy that was started.
pub type Task = Pin<Box<dyn Future<Output = Told>>>;

/// How to start a strategy.
pub type Start = fn(Buyer) -> Task;

/// What a user is told in the end.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Told {
    /// "Booking successful": every seat of the order.
    Booked,
    /// "Seat already booked".
    Taken,
    /// "Seat not available": somebody holds it.
    Held,
    /// Every attempt met a conflict.
    GaveUp,
    /// The payment was declined.
    Declined,
    /// The payment was not answered in time.
    Unpaid,
    /// Paid too late; the money came back.
    Refunded,
}

/// What a user is about to do.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct Request {
    /// The awaited step.
    pub op: Op,
    /// The seat of the order it is about; none where it is about all of them.
    pub slot: Option<Slot>,
    /// The line of the strategy's source that awaits it.
    pub line: u16,
    /// What the user waits for before it.
    pub delays: Delays,
}

/// What a user waits for by itself before a step.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default)]
pub struct Delays {
    /// It thinks.
    pub thinks: bool,
    /// It backs off after this conflict, counted from 1; 0: it does not.
    pub conflicts: u32,
}

/// A seat of the user's order, by its place in it.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct Slot(pub u8);

/// The order of a user: what it wants and how it goes about it. Users with equal plans run the same program.
#[derive(Clone, Debug)]
pub struct Plan {
    /// The strategy.
    pub start: Start,
    /// The seats it wants, 1 to 8, none twice.
    pub seats: Vec<Seat>,
    /// The locks it takes, in order; none: the lock of the show.
    pub locks: Vec<Option<Slot>>,
    /// Read-to-commit rounds.
    pub attempts: u32,
}

impl Plan {
    /// A plan whose locks are taken for the whole show, or one a seat, as asked or by seat number.
    pub fn new(start: Start, seats: Vec<Seat>, lock: Scope, sorted: bool, attempts: u32) -> Plan {
        assert!((1..=SLOTS_MAX).contains(&seats.len()), "an order has 1 to {SLOTS_MAX} seats");
        let mut slots: Vec<Slot> = (0..seats.len()).map(|slot| Slot(slot as u8)).collect();
        if sorted {
            slots = ranked(slots, |slot| u64::from(seats[slot.0 as usize].0));
        }
        let locks = match lock {
            Scope::Show => vec![None],
            Scope::Seat => slots.into_iter().map(Some).collect(),
        };
        Plan { start, seats, locks, attempts }
    }

    /// More steps than any run of this plan takes: what the `pct` scheduler divides, and a bound on every run.
    pub fn steps_max(&self) -> u64 {
        let k = self.seats.len() as u64;
        // The longest is optimistic (k reads and a commit a round) or pessimistic (lock, check, update, unlock each).
        (u64::from(self.attempts) * (k + 1)).max(2 * k + 2 * self.locks.len() as u64).max(2 * k + 3)
    }
}

/// The most seats one order may have.
pub const SLOTS_MAX: usize = 8;

/// The one wire between a strategy and whoever runs it: a request out, an answer in.
#[derive(Debug, Default)]
struct Port {
    request: Cell<Option<Request>>,
    answer: Cell<Option<Outcome>>,
    delays: Cell<Delays>,
}

/// A user as its strategy sees it.
#[derive(Clone, Debug)]
pub struct Buyer {
    port: Rc<Port>,
    plan: Rc<Plan>,
}

/// The answer to looking at a seat.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Look(Outcome);

impl Look {
    /// Whether somebody has booked it.
    pub fn is_taken(self) -> bool {
        self.0 != Outcome::Free
    }
}

/// The answer of the payment service.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Payment {
    /// The money is captured.
    Captured,
    /// The answer is no.
    Declined,
    /// There is no answer.
    Lost,
}

impl Buyer {
    /// The seats of the order, as asked for.
    pub fn seats(&self) -> impl DoubleEndedIterator<Item = Slot> + use<> {
        (0..self.plan.seats.len()).map(|slot| Slot(slot as u8))
    }

    /// The locks that protect them, in the order in which they are to be taken.
    pub fn locks(&self) -> impl DoubleEndedIterator<Item = Option<Slot>> + use<> {
        let plan = Rc::clone(&self.plan);
        (0..plan.locks.len()).map(move |lock| plan.locks[lock])
    }

    /// How often a booking may be tried.
    pub fn attempts(&self) -> u32 {
        self.plan.attempts
    }

    /// Look whether a seat is booked.
    #[track_caller]
    pub fn read(&self, seat: Slot) -> Step<Look> {
        self.step(Op::Read, Some(seat), Look)
    }

    /// Book a seat without looking.
    #[track_caller]
    pub fn write(&self, seat: Slot) -> Step<()> {
        self.step(Op::Write, Some(seat), |_| ())
    }

    /// Book all seats if nothing that was read has changed.
    #[track_caller]
    pub fn commit(&self) -> Step<Result<(), Conflict>> {
        self.step(Op::Commit, None, |answer| match answer {
            Outcome::Ok => Ok(()),
            _ => Err(Conflict),
        })
    }

    /// Take a lock; resolves once it is owned.
    #[track_caller]
    pub fn lock(&self, lock: Option<Slot>) -> Step<()> {
        self.step(Op::Lock, lock, |_| ())
    }

    /// Look whether a seat is booked, under its lock.
    #[track_caller]
    pub fn check(&self, seat: Slot) -> Step<Look> {
        self.step(Op::Check, Some(seat), Look)
    }

    /// Book a seat, under its lock.
    #[track_caller]
    pub fn update(&self, seat: Slot) -> Step<()> {
        self.step(Op::Update, Some(seat), |_| ())
    }

    /// Give a lock back.
    #[track_caller]
    pub fn unlock(&self, lock: Option<Slot>) -> Step<()> {
        self.step(Op::Unlock, lock, |_| ())
    }

    /// Hold a seat for a while.
    #[track_caller]
    pub fn reserve(&self, seat: Slot) -> Step<Result<(), Told>> {
        self.step(Op::Reserve, Some(seat), |answer| match answer {
            Outcome::Ok => Ok(()),
            Outcome::Taken => Err(Told::Taken),
            _ => Err(Told::Held),
        })
    }

    /// Give up the hold of a seat.
    #[track_caller]
    pub fn release(&self, seat: Slot) -> Step<()> {
        self.step(Op::Release, Some(seat), |_| ())
    }

    /// Pay for the order; resolves with the answer, or when the payment timeout is over.
    #[track_caller]
    pub fn pay(&self) -> Step<Payment> {
        self.step(Op::Pay, None, |answer| match answer {
            Outcome::Captured => Payment::Captured,
            Outcome::Declined => Payment::Declined,
            _ => Payment::Lost,
        })
    }

    /// Turn the holds into bookings.
    #[track_caller]
    pub fn confirm(&self) -> Step<Result<(), TooLate>> {
        self.step(Op::Confirm, None, |answer| match answer {
            Outcome::Ok => Ok(()),
            _ => Err(TooLate),
        })
    }

    /// Have the money back.
    #[track_caller]
    pub fn refund(&self) -> Step<()> {
        self.step(Op::Refund, None, |_| ())
    }

    /// Give up the holds of the order.
    #[track_caller]
    pub fn cancel(&self) -> Step<()> {
        self.step(Op::Cancel, None, |_| ())
    }

    /// Think. Not a step: it only takes time, before the next one.
    pub async fn think(&self) {
        let delays = self.port.delays.get();
        self.port.delays.set(Delays { thinks: true, ..delays });
    }

    /// Wait after the n-th conflict, n from 1. Not a step: it only takes time, before the next one.
    pub async fn back_off(&self, conflicts: u32) {
        let delays = self.port.delays.get();
        self.port.delays.set(Delays { conflicts, ..delays });
    }

    /// `#[track_caller]` tells the line of the strategy, because each step is a plain `fn` that returns its future: an
    /// `async fn` would run its body at the first poll, and the caller would be this file.
    #[track_caller]
    fn step<T>(&self, op: Op, slot: Option<Slot>, read: fn(Outcome) -> T) -> Step<T> {
        let line = u16::try_from(Location::caller().line()).unwrap_or(u16::MAX);
        let delays = self.port.delays.take();
        let request = Request { op, slot, line, delays };
        Step { port: Rc::clone(&self.port), request: Some(request), read }
    }
}

/// Something that was read has changed since.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Conflict;

/// A hold died before the payment was captured.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct TooLate;

/// A step that is awaited. Dropping it never touches the show: nothing happens before the race makes the step.
#[must_use = "a step happens when it is awaited"]
#[derive(Debug)]
pub struct Step<T> {
    port: Rc<Port>,
    request: Option<Request>,
    read: fn(Outcome) -> T,
}

impl<T> Future for Step<T> {
    type Output = T;

    fn poll(mut self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<T> {
        if let Some(request) = self.request.take() {
            self.port.request.set(Some(request));
            return Poll::Pending;
        }
        match self.port.answer.take() {
            Some(answer) => Poll::Ready((self.read)(answer)),
            None => Poll::Pending,
        }
    }
}

/// What a strategy does next.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Next {
    /// It awaits a step.
    Await(Request),
    /// It is finished.
    End(Told),
}

/// A running strategy without a show: it is given answers and gives requests.
///
/// The race runs one a user; the explorer runs one a node of its observation tree.
pub struct Puppet {
    port: Rc<Port>,
    task: Task,
}

impl Puppet {
    /// Starts the plan's strategy and runs it to its first step.
    pub fn start(plan: &Rc<Plan>) -> (Puppet, Next) {
        let port = Rc::new(Port::default());
        let buyer = Buyer { port: Rc::clone(&port), plan: Rc::clone(plan) };
        let mut puppet = Puppet { port, task: (plan.start)(buyer) };
        let next = puppet.poll();
        (puppet, next)
    }

    /// Gives the answer to the awaited step and runs on to the next.
    pub fn answer(&mut self, answer: Outcome) -> Next {
        let unread = self.port.answer.replace(Some(answer));
        assert_eq!(unread, None, "one answer a step");
        self.poll()
    }

    /// The executor: a strategy is polled when its step has happened, and at no other time, so no waker is needed.
    fn poll(&mut self) -> Next {
        let mut context = Context::from_waker(std::task::Waker::noop());
        match self.task.as_mut().poll(&mut context) {
            Poll::Ready(told) => Next::End(told),
            Poll::Pending => {
                let request = self.port.request.take();
                Next::Await(request.expect("a strategy awaits nothing but its steps"))
            }
        }
    }
}
