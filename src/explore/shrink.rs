//! Shrinking: the smallest order, reached by leaving out choices, that still ends in the same class.

use crate::lab::{self, Contest};
use crate::measure::{Class, measure};
use crate::scenario::Scenario;
use crate::trace::{Choice, Order};

/// An order that cannot be made smaller by leaving out one more choice.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Shrunk {
    /// What is left: a prefix, after which the scenario's scheduler goes on.
    pub order: Order,
    /// What was left out, with its position in the order, from 1.
    pub removed: Vec<(u32, Choice)>,
    /// The class, before and after.
    pub class: Class,
    /// Runs that it took.
    pub runs: u32,
}

/// The most runs that shrinking may take; after that it returns what it has.
pub const SHRINK_RUNS_MAX: u32 = 20_000;

/// Leaves out what the class does not need. The order is a prefix of the scenario's race, as in a link: choices that become
/// impossible when others are left out go as well, and after the last the scenario's scheduler goes on.
///
/// Delta debugging (A. Zeller and R. Hildebrandt, "Simplifying and Isolating Failure-Inducing Input", 2002): ever smaller
/// pieces are left out while the class stays; in the end no single choice can be.
pub fn shrink(scenario: &Scenario, contest: Contest, order: &Order) -> Shrunk {
    let mut trial = Trial { scenario, contest, runs: 0 };
    let (class, executed) = trial.run(&order.0);
    let mut kept: Vec<(u32, Choice)> = (1..).zip(executed).collect();
    let all = kept.clone();
    let mut piece = kept.len();
    while piece > 0 && trial.runs < SHRINK_RUNS_MAX {
        let before = kept.len();
        let mut from = 0;
        while from < kept.len() {
            let end = (from + piece).min(kept.len());
            let rest = [&kept[..from], &kept[end..]].concat();
            if trial.is(class, &rest) {
                kept = rest;
            } else {
                from = end;
            }
        }
        // A single choice may have become needless after a later one went.
        let again = piece == 1 && kept.len() < before;
        piece = if again { 1 } else { piece / 2 };
    }
    let removed = all.into_iter().filter(|choice| !kept.contains(choice)).collect();
    let order = Order(kept.into_iter().map(|(_, choice)| choice).collect());
    Shrunk { order, removed, class, runs: trial.runs }
}

struct Trial<'a> {
    scenario: &'a Scenario,
    contest: Contest,
    runs: u32,
}

impl Trial<'_> {
    /// The class of the run that begins so, and the choices of the beginning that were possible.
    fn run(&mut self, order: &[Choice]) -> (Class, Vec<Choice>) {
        self.runs += 1;
        let order = Order(order.to_vec());
        let scenario = Scenario { order, ..lab::alone(self.scenario, self.contest) };
        let run = lab::run(&scenario, self.contest);
        let possible = scenario.order.0.len() - run.skipped.len();
        let class = measure(&lab::wants(&scenario), &run.trace).class;
        (class, run.order.0[..possible].to_vec())
    }

    /// Whether a run that begins so ends in the class, without a choice that is not possible.
    fn is(&mut self, class: Class, kept: &[(u32, Choice)]) -> bool {
        let order: Vec<Choice> = kept.iter().map(|(_, choice)| *choice).collect();
        let (found, executed) = self.run(&order);
        found == class && executed == order
    }
}
