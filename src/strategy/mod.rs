//! The four strategies, one file each, written to be read: the page shows these very files beside the running race.

mod naive;
mod optimistic;
mod pessimistic;
mod two_phase;

use crate::race::{Buyer, Start, Task};

/// A strategy: what the page needs to show it, and how to start it.
#[derive(Clone, Copy, Debug)]
pub struct Strategy {
    /// The word of the query.
    pub name: &'static str,
    /// What people call it.
    pub title: &'static str,
    /// What it does, in one sentence.
    pub says: &'static str,
    /// The name of its file.
    pub file: &'static str,
    /// Starts it.
    pub start: Start,
}

/// No protection.
pub const NAIVE: Strategy = Strategy {
    name: "naive",
    title: "No protection",
    says: "Look whether the seat is free, think, then write without looking again.",
    file: "naive.rs",
    start: |me: Buyer| -> Task { Box::pin(naive::naive(me)) },
};

/// Optimistic locking.
pub const OPTIMISTIC: Strategy = Strategy {
    name: "optimistic",
    title: "Optimistic locking",
    says: "Remember the version that was read; write only if it is still the same, else begin again.",
    file: "optimistic.rs",
    start: |me: Buyer| -> Task { Box::pin(optimistic::optimistic(me)) },
};

/// Pessimistic locking.
pub const PESSIMISTIC: Strategy = Strategy {
    name: "pessimistic",
    title: "Pessimistic locking",
    says: "Take the lock first; look, think and write while everybody else waits.",
    file: "pessimistic.rs",
    start: |me: Buyer| -> Task { Box::pin(pessimistic::pessimistic(me)) },
};

/// Two-phase booking.
pub const TWO_PHASE: Strategy = Strategy {
    name: "two-phase",
    title: "Two-phase booking",
    says: "Hold the seat for a while, pay, then confirm; a hold that is not confirmed in time expires.",
    file: "two_phase.rs",
    start: |me: Buyer| -> Task { Box::pin(two_phase::two_phase(me)) },
};

/// All of them, in the order in which they are compared.
pub const ALL: [Strategy; 4] = [NAIVE, OPTIMISTIC, PESSIMISTIC, TWO_PHASE];

impl Strategy {
    /// Its source. A function, so that programs that never show it do not carry it.
    pub fn source(&self) -> &'static str {
        match self.file {
            "naive.rs" => include_str!("naive.rs"),
            "optimistic.rs" => include_str!("optimistic.rs"),
            "pessimistic.rs" => include_str!("pessimistic.rs"),
            _ => include_str!("two_phase.rs"),
        }
    }
}
