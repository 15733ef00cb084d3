//! What the judge knows before the first event.

use crate::units::{Expiry, Hall, Late, Ms, Scope, Seat, User};

/// The terms of a race, as far as they decide what is right and wrong.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Facts {
    /// The hall: how many seats there are, and what they are called.
    pub hall: Hall,
    /// The seats that each user wants, in the order asked. An empty list means not known: a person who is still clicking.
    pub wants: Vec<Vec<Seat>>,
    /// What a version counts the changes of.
    pub version: Scope,
    /// What becomes of late payments.
    pub late: Late,
    /// How long a hold lives, in ms; none: for ever.
    pub hold_ms: Option<Ms>,
    /// What becomes of expired seats.
    pub expiry: Expiry,
}

impl Facts {
    /// The seats that a user wants, in the order asked; empty where they are not known.
    pub(super) fn wants(&self, user: User) -> &[Seat] {
        self.wants.get(user.0 as usize).map_or(&[], Vec::as_slice)
    }

    /// When a seat that expires at this time is swept; none where nobody sweeps.
    pub(super) fn sweep_at(&self, expired_at: Ms) -> Option<Ms> {
        match self.expiry {
            Expiry::Sweep(period) => expired_at.checked_next_multiple_of(period.max(1)),
            Expiry::Timer | Expiry::Lazy => None,
        }
    }
}
