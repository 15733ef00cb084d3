//! The show: seats, versions, holds, locks and payments, and nothing else.
//!
//! Every change is a transition from an expected state, guarded by a token where one exists. A transition that is not
//! allowed is an answer, never a panic: the race turns it into an event. The show knows neither strategies nor time
//! passing: it is told the time of each access, and told when a deadline has come.

mod book;
mod hold;
mod lock;
mod payment;

pub use book::{Confirmed, Conflict, Seen, Unconfirmed};
pub use hold::{HoldState, Lapse, Refusal, Token};
pub use lock::{Acquired, NotOwner, Released};
pub use payment::{Payment, PaymentError};

use crate::units::{Expiry, Hall, Late, Ms, Scope, Seat, User};
use book::Cell;
use hold::Holds;
use lock::Locks;

/// The rules of a show.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Policy {
    /// What a version counts the commits of.
    pub version: Scope,
    /// How long a hold lives, in ms; none: for ever.
    pub hold_ms: Option<Ms>,
    /// What becomes of expired seats.
    pub expiry: Expiry,
    /// What becomes of late payments.
    pub late: Late,
}

/// The shared state that users race for. 16 bytes a seat.
#[derive(Clone, Debug)]
pub struct Show {
    policy: Policy,
    version: u32,
    seats: Vec<Cell>,
    holds: Holds,
    locks: Locks,
    payments: Vec<Payment>,
}

/// How many seats are in which state; they always add up to the hall.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Counts {
    /// Neither booked nor held.
    pub free: u32,
    /// Held and not booked.
    pub held: u32,
    /// Under a hold that has expired and was not cleaned up, and not booked.
    pub expired: u32,
    /// Booked at least once.
    pub booked: u32,
}

impl Show {
    /// An empty show for so many users.
    pub fn new(hall: Hall, users: u32, policy: Policy) -> Show {
        Show {
            policy,
            version: 0,
            seats: vec![Cell::default(); hall.seats() as usize],
            holds: Holds::default(),
            locks: Locks::default(),
            payments: vec![Payment::None; users as usize],
        }
    }

    /// The earliest deadline that the show waits for: the expiry of a hold, or a sweep.
    pub fn deadline(&self) -> Option<Ms> {
        self.holds.deadline(self.policy.expiry)
    }

    /// Everything that is due at `now`: expiries in order of creation, then the sweep.
    pub fn lapse(&mut self, now: Ms) -> Vec<Lapse> {
        self.holds.lapse(now, self.policy.expiry, &mut self.seats)
    }

    /// Takes the lock of a seat, or of the show where `seat` is none; or joins its queue.
    pub fn lock(&mut self, user: User, seat: Option<Seat>) -> Acquired {
        self.locks.lock(user, seat)
    }

    /// Gives a lock back; the first waiter becomes its owner in the same transition.
    ///
    /// # Errors
    /// Only the owner may.
    pub fn unlock(&mut self, user: User, seat: Option<Seat>) -> Result<Released, NotOwner> {
        self.locks.unlock(user, seat)
    }

    /// A waiting user leaves the queue of a lock. What it owns stays owned.
    pub fn leave_queue(&mut self, user: User, seat: Option<Seat>) {
        self.locks.leave_queue(user, seat);
    }

    /// The owner of a lock, and its depth.
    pub fn lock_owner(&self, seat: Option<Seat>) -> Option<(User, u32)> {
        self.locks.owner(seat)
    }

    /// The payment of a user.
    pub fn payment(&self, user: User) -> Payment {
        self.payments[user.0 as usize]
    }

    /// Moves a payment along its states.
    ///
    /// # Errors
    /// A transition that its present state does not allow; the state is unchanged then.
    pub fn pay(
        &mut self,
        user: User,
        step: impl FnOnce(Payment) -> Result<Payment, PaymentError>,
    ) -> Result<(), PaymentError> {
        let payment = &mut self.payments[user.0 as usize];
        *payment = step(*payment)?;
        Ok(())
    }

    /// Counts the seats by state. O(seats).
    pub fn counts(&self) -> Counts {
        let mut counts = Counts::default();
        for cell in &self.seats {
            let hold = self.holds.state(cell.hold);
            *match (cell.is_booked(), hold) {
                (true, _) => &mut counts.booked,
                (false, Some(HoldState::Live)) => &mut counts.held,
                (false, Some(HoldState::Expired)) => &mut counts.expired,
                (false, _) => &mut counts.free,
            } += 1;
        }
        assert_eq!(
            (counts.free + counts.held + counts.expired + counts.booked) as usize,
            self.seats.len(),
            "every seat is in exactly one state"
        );
        counts
    }
}
