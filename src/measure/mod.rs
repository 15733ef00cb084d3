//! Figures and class of a run: what came of it, in numbers.
//!
//! Like the judge it reads events only and shares no code with the show. The judge says what was wrong; this says how much.

mod class;
mod effort;
mod meter;

#[cfg(test)]
mod tests;

pub use class::Class;
pub use effort::{Effort, UserEffort};
pub use meter::Meter;

use crate::trace::{Outcome, Trace};
use crate::units::{Ms, Seat, User};

/// What came of a run. Counts of a run that still goes on are those so far.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Figures {
    /// What kind of ending it is.
    pub class: Class,
    /// Successful writes, commits, updates and confirms, counted for each seat.
    pub tickets: u32,
    /// Seats with a ticket.
    pub seats_sold: u32,
    /// Seats with tickets of two users or more.
    pub double_sold: u32,
    /// Holds that are live.
    pub held: u32,
    /// Orders that were refused after their payment, and not refunded.
    pub refunds_due: u32,
    /// Orders that were refunded.
    pub refunded: u32,
    /// Refused commits.
    pub conflicts: u32,
    /// Rounds from read to commit after the first.
    pub retries: u32,
    /// Lock steps that queued.
    pub waits: u32,
    /// Holds that expired.
    pub expired: u32,
    /// Users still waiting for a lock when the run ended.
    pub deadlocked: u32,
    /// When the last event happened, in virtual ms.
    pub virtual_ms: Ms,
    /// Users told "booked".
    pub booked: u32,
    /// Users told "gave-up".
    pub gave_up: u32,
    /// What came of each user, in their order.
    pub users: Vec<UserFigures>,
}

/// What came of one user.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct UserFigures {
    /// Who.
    pub user: User,
    /// What it was told; none while it is still going on.
    pub result: Option<Outcome>,
    /// The seats that it has tickets of, in the order it got them.
    pub seats: Vec<Seat>,
    /// Rounds from read to commit; 1 for other strategies.
    pub attempts: u32,
}

/// The figures of a finished run. `wants` are the seats that each user wants; there are as many users.
pub fn measure(wants: &[Vec<Seat>], trace: &Trace) -> Figures {
    let mut meter = Meter::default();
    trace.events.iter().for_each(|event| meter.see(event));
    meter.figures(wants)
}
