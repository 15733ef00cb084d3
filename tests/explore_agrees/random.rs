//! Random races: each is looked up by its number, so that a failure names a race that can be had again.

use crate::oracle::{Expiry, Late, LockOrder, Model, Party, Scope, Strategy};
use seatrace::race::{NO_USER, Purpose, below, draw};

/// Draws that depend on a seed and on how many were drawn before.
pub(crate) struct Draws {
    seed: u64,
    drawn: u64,
}

impl Draws {
    pub(crate) fn new(seed: u64) -> Draws {
        Draws { seed, drawn: 0 }
    }

    /// A number below `n`.
    pub(crate) fn below(&mut self, n: usize) -> usize {
        self.drawn += 1;
        below(draw(self.seed, NO_USER, Purpose::Sched, self.drawn), n as u64) as usize
    }

    /// One of these.
    pub(crate) fn one<T: Clone>(&mut self, of: &[T]) -> T {
        of[self.below(of.len())].clone()
    }
}

/// Up to four users of up to four strategies who want one or two of three seats, under any rules.
pub(crate) fn model(draws: &mut Draws) -> Model {
    use Strategy::{Naive, Optimistic, Pessimistic, TwoPhase};
    let strategies = [Naive, Optimistic, Pessimistic, TwoPhase];
    let wants: [&[usize]; 7] = [&[0], &[0], &[1], &[0, 1], &[1, 0], &[1, 2], &[2, 0]];
    let user = |draws: &mut Draws| Party {
        strategy: draws.one(&strategies),
        wants: draws.one(&wants).to_vec(),
    };
    let mut users = vec![user(draws), user(draws)];
    for _ in 0..draws.below(3) {
        // Half of the others are like somebody before them: those are the ones who are merged.
        let other = if draws.below(2) == 0 { user(draws) } else { draws.one(&users) };
        users.push(other);
    }
    let payfail_percent = draws.one(&[0, 10, 100]);
    Model {
        attempts: 1 + draws.below(3) as u32,
        version: draws.one(&[Scope::Show, Scope::Seat]),
        lock: draws.one(&[Scope::Show, Scope::Seat]),
        lock_order: draws.one(&[LockOrder::Asked, LockOrder::Sorted]),
        hold_ms: draws.one(&[None, Some(1), Some(600_000)]),
        expiry: draws.one(&[
            Expiry::Timer,
            Expiry::Lazy,
            Expiry::Sweep(60_000),
            Expiry::Sweep(420_000),
            Expiry::Sweep(7),
        ]),
        late: draws.one(&[Late::Refund, Late::AcceptIfFree, Late::Accept]),
        payfail_percent,
        paylost_percent: if payfail_percent == 100 { 0 } else { draws.one(&[0, 5]) },
        crash: draws.below(3) as u32,
        ..Model::new(users)
    }
}
