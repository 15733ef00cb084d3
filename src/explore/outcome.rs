//! Outcomes: what makes finished runs different.

use super::counts::Key;
use super::slots::hash;
use crate::measure::Class;
use num_bigint::BigUint;

/// What a finished run amounts to.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct Outcome {
    /// What kind of ending it is.
    pub class: Class,
    /// Successful writes, commits, updates and confirms, counted for each seat.
    pub tickets: u32,
    /// Users told "booked".
    pub booked: u32,
    /// Users told "gave-up".
    pub gave_up: u32,
    /// Holds that expired.
    pub expired: u32,
}

/// An outcome and how many schedules end in it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Counted {
    /// The outcome.
    pub outcome: Outcome,
    /// Exactly so many schedules.
    pub schedules: BigUint,
}

/// What a step adds to the outcome without leaving a mark in the state: each below 2^8.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub(super) struct Gain {
    pub(super) expired: u8,
    /// Tickets of a user who crashes after the sale.
    pub(super) tickets: u8,
}

impl Gain {
    /// Both, one after the other.
    pub(super) fn and(self, other: Gain) -> Gain {
        Gain { expired: self.expired + other.expired, tickets: self.tickets + other.tickets }
    }
}

impl From<Gain> for u32 {
    fn from(gain: Gain) -> u32 {
        u32::from(gain.expired) << 8 | u32::from(gain.tickets)
    }
}

impl Key for Outcome {
    type Gain = Gain;

    fn after(self, gain: Gain) -> Outcome {
        Outcome {
            tickets: self.tickets + u32::from(gain.tickets),
            expired: self.expired + u32::from(gain.expired),
            ..self
        }
    }

    fn hash(self) -> u64 {
        let Outcome { class, tickets, booked, gave_up, expired } = self;
        hash([class as u32, tickets, booked, gave_up, expired].map(u64::from))
    }
}

impl Outcome {
    /// The outcome that is left to reach after a step with this gain; none if it has passed it already.
    pub(super) fn before(self, gain: Gain) -> Option<Outcome> {
        Some(Outcome {
            tickets: self.tickets.checked_sub(gain.tickets.into())?,
            expired: self.expired.checked_sub(gain.expired.into())?,
            ..self
        })
    }

    /// How outcomes are listed: those without an expiry first, then the worst class first.
    pub fn rank(self) -> (bool, Outcome) {
        (self.expired > 0, self)
    }
}

/// The classes that nobody wants to see: the others are how a race may end.
pub fn is_bad(class: Class) -> bool {
    class < Class::Unsold
}
