//! What the users remember between two steps, as the script must: the versions they read.

use crate::trace::{Event, Op, Outcome};
use crate::units::{Scope, Seat, User};
use std::collections::BTreeMap;

/// The versions that each user has read in its present round, in the order in which it read them.
#[derive(Clone, Debug, Default)]
pub(super) struct Books {
    read: BTreeMap<User, Vec<(Seat, u32)>>,
}

impl Books {
    pub(super) fn see(&mut self, user: User, event: &Event) {
        match (event.op, event.seat()) {
            (Op::Read, Some(seat)) if event.outcome == Outcome::Free => {
                self.read.entry(user).or_default().push((seat, event.detail));
            }
            (Op::Commit, _) => drop(self.read.remove(&user)),
            _ => {}
        }
    }

    /// The seats of the round.
    pub(super) fn seats(&self, user: User) -> Vec<Seat> {
        self.read.get(&user).into_iter().flatten().map(|(seat, _)| *seat).collect()
    }

    /// The versions that must be unchanged: a seat's each, or the show's as it was at the first read.
    pub(super) fn versions(&self, user: User, scope: Scope) -> Vec<(Option<Seat>, u32)> {
        let read = self.read.get(&user).into_iter().flatten();
        match scope {
            Scope::Seat => read.map(|(seat, version)| (Some(*seat), *version)).collect(),
            Scope::Show => read.take(1).map(|(_, version)| (None, *version)).collect(),
        }
    }
}
