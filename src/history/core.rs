//! Why there is no order: the fewest facts that already contradict each other.
//!
//! A fact is that an operation was answered so, that it began when it did, or that it ended when it did. Facts are
//! dropped as long as what is left is still impossible (the reduction of Zeller and Hildebrandt, Simplifying and
//! isolating failure-inducing input, 2002). Where one is dropped, the operation may have happened or not, earlier, or
//! later; that a refusal changes nothing is taken for granted.

use super::search::{Found, Task, search};

/// One reason.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(super) enum Fact {
    /// The task was answered so.
    Happened(u32),
    /// It began no earlier.
    Began(u32),
    /// It ended no later.
    Ended(u32),
}

/// What is left.
pub(super) struct Core {
    pub(super) facts: Vec<Fact>,
    /// None of them can be dropped. If not, the budget was used up before that was known.
    pub(super) minimal: bool,
}

/// All tries together may look at so many tasks.
const LOOKS_MAX: u64 = 10_000_000;

/// Each try may look at so many, then its fact is kept.
const TRY_LOOKS_MAX: u64 = 100_000;

/// Of more tasks than this no core is sought: each try would take too long.
pub const REDUCED_MAX: usize = 2_000;

/// The core of tasks that have no order.
pub(super) fn reduce(tasks: &[Task], seats: usize) -> Core {
    let mut budget = LOOKS_MAX;
    let mut facts = facts(tasks);
    let mut minimal = true;
    let mut size = facts.len().div_ceil(2).max(1);
    loop {
        let mut from = 0;
        let mut dropped = false;
        while from < facts.len() {
            let to = (from + size).min(facts.len());
            let rest: Vec<Fact> = facts[..from].iter().chain(&facts[to..]).copied().collect();
            let left = with(tasks, &rest);
            let mut own = TRY_LOOKS_MAX.min(budget);
            budget -= own;
            let found = search(&left, seats, &mut own);
            budget += own;
            match found {
                Found::None => {
                    facts = rest;
                    dropped = true;
                }
                Found::Order(_) => from = to,
                Found::GaveUp => {
                    minimal &= size > 1;
                    from = to;
                }
            }
        }
        match (size, dropped) {
            (1, false) => return Core { facts, minimal },
            (1, true) => minimal = true,
            _ => size = size.div_ceil(2),
        }
    }
}

/// All facts of these tasks.
fn facts(tasks: &[Task]) -> Vec<Fact> {
    let mut facts = Vec::new();
    for (task, place) in tasks.iter().zip(0..) {
        if task.required {
            facts.push(Fact::Happened(place));
        }
        facts.push(Fact::Began(place));
        if task.end != u32::MAX {
            facts.push(Fact::Ended(place));
        }
    }
    facts
}

/// The tasks as far as these facts tell.
fn with(tasks: &[Task], facts: &[Fact]) -> Vec<Task> {
    let unknown = |task: &Task| Task { start: 0, end: u32::MAX, required: false, ..task.clone() };
    let mut left: Vec<Task> = tasks.iter().map(unknown).collect();
    for fact in facts {
        match *fact {
            Fact::Happened(place) => left[place as usize].required = true,
            Fact::Began(place) => left[place as usize].start = tasks[place as usize].start,
            Fact::Ended(place) => left[place as usize].end = tasks[place as usize].end,
        }
    }
    left.retain(|task| task.required || !task.deed.is_look());
    left.sort_by_key(|task| task.start);
    left
}
