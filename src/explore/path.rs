//! Ways through what was explored: along an order, to an outcome, and what can happen after each choice.

use super::counts::{Key, Table};
use super::layout::State;
use super::outcome::{Counted, Gain, Outcome};
use super::step::{Code, Step};
use super::walk::Walk;
use crate::race::{NO_USER, Purpose, draw};
use crate::trace::{Choice, Order};
use num_bigint::BigUint;

/// A choice that is possible, and what can still happen after it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Future {
    /// The choice.
    pub choice: Choice,
    /// Every outcome that it leaves possible.
    pub outcomes: Vec<Counted>,
}

/// A point on the way along an order.
pub(super) struct Point<const K: usize> {
    pub(super) state: State<K>,
    /// What the steps so far have gained.
    pub(super) gain: Gain,
}

impl<const K: usize> Walk<K> {
    /// The start, in original names.
    pub(super) fn start(&self) -> Point<K> {
        Point { state: self.model.start(), gain: Gain::default() }
    }

    /// Every choice in a state, in original names and letter order. A walk that was stopped because there were too many
    /// different deadlines knows none where that happened.
    pub(super) fn choices(&self, state: &State<K>) -> Vec<Step<K>> {
        let mut steps = Vec::new();
        if self.model.expand(state, false, &mut steps).is_err() {
            steps.clear();
        }
        steps
    }

    /// What can still happen from a state, as far as the walk went.
    pub(super) fn ahead(&self, state: &State<K>) -> &Table<Outcome> {
        let mut canonical = *state;
        self.canonical(&mut canonical);
        self.counts.table(self.known(&canonical))
    }

    /// The points before the first and after each choice; none if a choice is not possible.
    pub(super) fn follow(&self, order: &Order) -> Option<Vec<Point<K>>> {
        let mut points = vec![self.start()];
        for choice in &order.0 {
            let Point { state, gain } = points.last()?;
            let code = Code::of(*choice)?;
            let step = self.choices(state).into_iter().find(|step| step.code == code)?;
            points.push(Point { state: step.after, gain: gain.and(step.gain) });
        }
        Some(points)
    }

    /// For each choice after this prefix, what can still happen.
    pub(super) fn futures(&self, order: &Order) -> Option<Vec<Future>> {
        let Point { state, gain } = self.follow(order)?.pop()?;
        let future = |step: Step<K>| Future {
            choice: step.code.choice(),
            outcomes: counted(self.ahead(&step.after), gain.and(step.gain)),
        };
        Some(self.choices(&state).into_iter().map(future).collect())
    }

    /// What a complete schedule ends in; none if a choice is not possible.
    pub(super) fn outcome_of(&self, order: &Order) -> Option<Outcome> {
        let Point { state, gain } = self.follow(order)?.pop()?;
        Some(self.model.ending(&state).after(gain))
    }

    /// The first schedule with this outcome in letter order.
    pub(super) fn first(&self, outcome: Outcome) -> Option<Order> {
        self.lead(outcome, |_, ways| ways.first().copied().map(|(step, left, _)| (step, left)))
    }

    /// One of the schedules with this outcome, each as likely as the other.
    pub(super) fn random(&self, outcome: Outcome, seed: u64) -> Option<Order> {
        self.lead(outcome, |position, ways| {
            let all: BigUint = ways.iter().map(|(_, _, count)| *count).sum();
            let mut drawn = below(seed, position, &all);
            for (step, left, count) in ways {
                if drawn < **count {
                    return Some((*step, *left));
                }
                drawn -= *count;
            }
            None
        })
    }

    /// Goes from the start to an outcome, choosing among the steps that leave it possible.
    fn lead(
        &self,
        outcome: Outcome,
        choose: impl Fn(u64, &[Way<'_, K>]) -> Option<(Step<K>, Outcome)>,
    ) -> Option<Order> {
        let mut state = self.model.start();
        let mut left = outcome;
        count_of(self.ahead(&state), left)?;
        let mut order = Order::default();
        loop {
            let steps = self.choices(&state);
            if steps.is_empty() {
                return Some(order);
            }
            let way = |step: Step<K>| {
                let left = left.before(step.gain)?;
                Some((step, left, count_of(self.ahead(&step.after), left)?))
            };
            let ways: Vec<Way<'_, K>> = steps.into_iter().filter_map(way).collect();
            let (step, rest) = choose(order.0.len() as u64, &ways)?;
            order.0.push(step.code.choice());
            (state, left) = (step.after, rest);
        }
    }
}

/// A step, the outcome that is left to reach, and the schedules that do.
type Way<'a, const K: usize> = (Step<K>, Outcome, &'a BigUint);

fn count_of(table: &Table<Outcome>, outcome: Outcome) -> Option<&BigUint> {
    let at = table.binary_search_by_key(&outcome, |(key, _)| *key).ok()?;
    Some(&table[at].1)
}

/// A table as outcomes of whole runs, in the order in which they are listed.
pub(super) fn counted(table: &Table<Outcome>, gain: Gain) -> Vec<Counted> {
    let entry = |(key, count): &(Outcome, BigUint)| Counted {
        outcome: key.after(gain),
        schedules: count.clone(),
    };
    let mut outcomes: Vec<Counted> = table.iter().map(entry).collect();
    outcomes.sort_by_key(|counted| counted.outcome.rank());
    outcomes
}

/// A uniform number below `n`: the high part of a product with a draw that is 64 bits longer than `n`, so that the bias is
/// below 2^-64.
fn below(seed: u64, position: u64, n: &BigUint) -> BigUint {
    let words = n.bits().div_ceil(64) + 1;
    let word = |at: u64| draw(seed, NO_USER, Purpose::Witness, position << 16 | at);
    let drawn = (0..words).fold(BigUint::ZERO, |drawn, at| (drawn << 64u32) + word(at));
    (drawn * n) >> (words * 64)
}
