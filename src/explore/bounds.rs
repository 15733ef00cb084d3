//! Schedules by their number of switches: how many of a class there are with none, with one, with two, ...

use super::counts::{Counts, EMPTY, Key, TableId};
use super::step::Step;
use super::walk::Walk;
use crate::measure::Class;
use num_bigint::BigUint;

/// A number of switches.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
struct Switches(u32);

impl Key for Switches {
    type Gain = u32;

    fn after(self, switches: u32) -> Switches {
        Switches(self.0 + switches)
    }

    fn hash(self) -> u64 {
        self.0.into()
    }
}

/// The count under way: state by state, each with every user who may have stepped last.
///
/// Takes states x users x choices steps, and 4 bytes for each pair of a state and a user.
pub(super) struct Bounds {
    class: Class,
    counts: Counts<Switches>,
    /// For each state that was counted, a table for each last user, then one for none.
    tables: Vec<TableId>,
    next: u32,
}

impl Bounds {
    pub(super) fn new(class: Class) -> Bounds {
        Bounds { class, counts: Counts::new(), tables: Vec::new(), next: 0 }
    }

    /// Counts so many states more; true when all are.
    pub(super) fn advance<const K: usize>(&mut self, walk: &Walk<K>, states: u32) -> bool {
        let all = walk.visited.len();
        let end = self.next.saturating_add(states).min(all);
        while self.next < end {
            self.count(walk);
            self.next += 1;
        }
        self.next == all
    }

    /// The states that were counted, of how many.
    pub(super) fn done(&self) -> u32 {
        self.next
    }

    pub(super) fn bytes(&self) -> u64 {
        self.counts.bytes() + self.tables.capacity() as u64 * 4
    }

    /// The schedules with exactly 0, 1, 2, ... switches. The start was the last state to be finished, and nobody has
    /// stepped there.
    pub(super) fn result(&self) -> Vec<BigUint> {
        let table = self.counts.table(self.tables.last().copied().unwrap_or(EMPTY));
        let most = table.last().map_or(0, |(switches, _)| switches.0 as usize + 1);
        let mut counts = vec![BigUint::ZERO; most];
        table.iter().for_each(|(switches, count)| counts[switches.0 as usize] = count.clone());
        counts
    }

    /// The tables of the next state. What it leads to was counted before.
    fn count<const K: usize>(&mut self, walk: &Walk<K>) {
        let state = walk.visited.state(self.next);
        let users = walk.model.users.len();
        if !walk.reaches(&state, self.class) {
            return self.tables.extend(vec![EMPTY; users + 1]);
        }
        let steps = walk.choices(&state);
        if steps.is_empty() {
            let one = self.counts.one(Switches(0));
            return self.tables.extend(vec![one; users + 1]);
        }
        let canonical = |mut after| {
            walk.canonical(&mut after);
            (walk.visited.find(&after).expect("a complete walk has visited every state"), after)
        };
        let places: Vec<_> = steps.iter().map(|step| canonical(step.after)).collect();
        for last in (0..users).map(Some).chain([None]) {
            let ready = last.filter(|user| walk.model.is_ready(&state, *user));
            let sum = if ready != last {
                EMPTY // nobody asks: who cannot go on is not remembered
            } else {
                steps.iter().zip(&places).fold(EMPTY, |sum, (step, (place, after))| {
                    let way = self.way(walk, step, *place, after, last);
                    self.counts.add(sum, way)
                })
            };
            self.tables.push(sum);
        }
    }

    /// The schedules that go on with this step.
    fn way<const K: usize>(
        &mut self,
        walk: &Walk<K>,
        step: &Step<K>,
        place: u32,
        canonical: &[u64; K],
        last: Option<usize>,
    ) -> TableId {
        let (next, switched) = walk.last_after(last, step);
        let next = walk.canonical_last(&step.after, canonical, next);
        let users = walk.model.users.len();
        let table = self.tables[place as usize * (users + 1) + next.unwrap_or(users)];
        self.counts.through(table, 1, u32::from(switched))
    }
}
