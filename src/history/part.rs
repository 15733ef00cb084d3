//! Cuts a history into parts that can be checked apart: seats that no operation has in common.
//!
//! Linearizability is local (M. Herlihy and J. Wing, Linearizability, 1990, theorem 1): a history is linearizable exactly
//! if it is for each object alone. An object is a seat, or seats that were asked for together.

use super::operation::{Claim, Operation};
use super::record::Action;
use super::search::Task;
use super::spec::Deed;
use std::collections::BTreeMap;

/// Seats that belong together, and what was done with them.
pub(super) struct Part {
    /// Their places in the history, sorted.
    pub(super) seats: Vec<u32>,
    /// The operations, by place, in the order in which they begin.
    pub(super) operations: Vec<u32>,
}

/// The parts, by their first seats. Operations that say nothing are in none.
pub(super) fn parts(seats: usize, operations: &[Operation]) -> Vec<Part> {
    let mut roots: Vec<u32> = (0..).take(seats).collect();
    let telling = || operations.iter().zip(0..).filter(|(op, _)| op.claim != Claim::Nothing);
    for (operation, _) in telling() {
        for pair in operation.seats.windows(2) {
            let (a, b) = (root(&mut roots, pair[0]), root(&mut roots, pair[1]));
            roots[a.max(b) as usize] = a.min(b);
        }
    }
    let mut parts: BTreeMap<u32, Part> = BTreeMap::new();
    let empty = || Part { seats: Vec::new(), operations: Vec::new() };
    for seat in (0..).take(seats) {
        let root = root(&mut roots, seat);
        parts.entry(root).or_insert_with(empty).seats.push(seat);
    }
    for (operation, place) in telling() {
        let root = root(&mut roots, operation.seats[0]);
        parts.entry(root).or_insert_with(empty).operations.push(place);
    }
    parts.into_values().filter(|part| !part.operations.is_empty()).collect()
}

/// The seat that stands for all that belong to this one; shortens the way there.
fn root(roots: &mut [u32], mut seat: u32) -> u32 {
    while roots[seat as usize] != seat {
        let above = roots[seat as usize];
        roots[seat as usize] = roots[above as usize];
        seat = above;
    }
    seat
}

impl Part {
    /// What the search is to order, as it was known when the record at `until` was written: what had not ended by then may
    /// or may not have happened.
    pub(super) fn tasks(&self, all: &[Operation], until: u32) -> Vec<(u32, Task)> {
        let mut processes = BTreeMap::new();
        let task = |place: &u32| {
            let operation = &all[*place as usize];
            let next = u32::try_from(processes.len()).expect("there are at most so many lines");
            let process = *processes.entry(operation.process).or_insert(next);
            let local = |seat: &u32| {
                let place = self.seats.binary_search(seat).expect("the seats of its operations");
                u32::try_from(place).expect("there are at most so many seats")
            };
            let end = operation.ends.filter(|end| *end <= until);
            let task = Task {
                process,
                deed: deed(operation.action, operation.claim),
                seats: operation.seats.iter().map(local).collect(),
                start: operation.begins,
                end: end.unwrap_or(u32::MAX),
                required: end.is_some(),
            };
            // A refusal that was not yet given says nothing, and it will have changed nothing.
            (task.required || !task.deed.is_look()).then_some((*place, task))
        };
        self.operations.iter().filter_map(task).collect()
    }
}

fn deed(action: Action, claim: Claim) -> Deed {
    Deed::of(action, claim).expect("operations that say nothing belong to no part")
}
