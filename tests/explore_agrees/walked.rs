//! Every run of a small race with what is asked of it: walked one by one, nothing shared, nothing merged.

use crate::bridge::outcome;
use crate::oracle::{self, Model, State, apply, choices};
use seatrace::explore::Outcome;
use seatrace::trace::{Choice, Mark, Order};
use seatrace::units::User;

/// A complete order.
#[derive(Clone, Debug)]
pub(crate) struct Run {
    pub(crate) order: Order,
    pub(crate) outcome: Outcome,
    /// Changes of user while the one before could have gone on.
    pub(crate) switches: u32,
}

/// Every run, in letter order.
pub(crate) fn runs(model: &Model) -> Vec<Run> {
    let mut runs = Vec::new();
    let start = Point { state: State::new(model), last: None, switches: 0 };
    descend(&start, &mut Vec::new(), &mut runs);
    runs.sort_by_cached_key(|run| letters(&run.order));
    runs
}

struct Point<'m> {
    state: State<'m>,
    /// Who made the last choice that is somebody's.
    last: Option<usize>,
    switches: u32,
}

fn descend(point: &Point<'_>, made: &mut Vec<oracle::Choice>, runs: &mut Vec<Run>) {
    let possible = choices(&point.state);
    if possible.is_empty() {
        let order = Order(made.iter().copied().map(choice).collect());
        let outcome = outcome(&oracle::outcome(&point.state));
        return runs.push(Run { order, outcome, switches: point.switches });
    }
    for taken in &possible {
        let mut state = point.state.clone();
        apply(&mut state, *taken);
        let (last, switched) = match taken {
            oracle::Choice::Time => (point.last, false),
            oracle::Choice::Step(user, _) => {
                let other = point.last.filter(|last| last != user);
                (Some(*user), other.is_some_and(|last| could_step(&possible, last)))
            }
        };
        made.push(*taken);
        descend(&Point { state, last, switches: point.switches + u32::from(switched) }, made, runs);
        made.pop();
    }
}

/// Whether a user could step. That its client could crash does not count: that can happen to who waits in a queue.
fn could_step(possible: &[oracle::Choice], user: usize) -> bool {
    possible.iter().any(|choice| match choice {
        oracle::Choice::Step(other, mark) => *other == user && *mark != Some(oracle::Mark::Crash),
        oracle::Choice::Time => false,
    })
}

/// A choice of the oracle.
pub(crate) fn choice(choice: oracle::Choice) -> Choice {
    let mark = |mark| match mark {
        oracle::Mark::Captured => Mark::Captured,
        oracle::Mark::Declined => Mark::Declined,
        oracle::Mark::NoAnswer => Mark::NoAnswer,
        oracle::Mark::Crash => Mark::Crash,
    };
    match choice {
        oracle::Choice::Time => Choice::Time,
        oracle::Choice::Step(user, by) => Choice::Step(User(user as u32), by.map(mark)),
    }
}

/// A choice as it is compared in letter order: by user, then none, d, k, n, p; `t` after all users.
pub(crate) fn letter(choice: Choice) -> (u32, char) {
    match choice {
        Choice::Step(user, None) => (user.0, ' '),
        Choice::Step(user, Some(Mark::Declined)) => (user.0, 'd'),
        Choice::Step(user, Some(Mark::Crash)) => (user.0, 'k'),
        Choice::Step(user, Some(Mark::NoAnswer)) => (user.0, 'n'),
        Choice::Step(user, Some(Mark::Captured)) => (user.0, 'p'),
        Choice::Time => (u32::MAX, 't'),
        Choice::Wait(_) => panic!("the oracle never waits"),
    }
}

/// An order as it is compared in letter order.
pub(crate) fn letters(order: &Order) -> Vec<(u32, char)> {
    order.0.iter().copied().map(letter).collect()
}
