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

/// The most runs that shrinking may take; after that the result is what it has.
pub const SHRINK_RUNS_MAX: u32 = 20_000;

/// Leaves out what the class does not need. The order is a prefix of the scenario's race, as in a link: choices that become
/// impossible when others are left out go as well, and after the last the scenario's scheduler goes on.
pub fn shrink(scenario: &Scenario, contest: Contest, order: &Order) -> Shrunk {
    let mut shrinking = Shrinking::new(scenario.clone(), contest, order);
    loop {
        if let Some(shrunk) = shrinking.advance(SHRINK_RUNS_MAX) {
            return shrunk;
        }
    }
}

/// The same, under way: a pure machine that does a bounded piece of work at a time.
///
/// Delta debugging (A. Zeller and R. Hildebrandt, "Simplifying and Isolating Failure-Inducing Input", 2002): ever smaller
/// pieces are left out while the class stays; in the end no single choice can be.
pub struct Shrinking {
    trial: Trial,
    class: Class,
    all: Vec<(u32, Choice)>,
    kept: Vec<(u32, Choice)>,
    /// So many choices are left out at once, from this one on.
    piece: usize,
    from: usize,
    /// As many were kept when pieces of this size began.
    before: usize,
}

impl Shrinking {
    /// The work for an order.
    pub fn new(scenario: Scenario, contest: Contest, order: &Order) -> Shrinking {
        let mut trial = Trial { scenario: lab::alone(&scenario, contest), contest, runs: 0 };
        let (class, executed) = trial.run(&order.0);
        let kept: Vec<(u32, Choice)> = (1..).zip(executed).collect();
        let (piece, before) = (kept.len(), kept.len());
        Shrinking { trial, class, all: kept.clone(), kept, piece, from: 0, before }
    }

    /// The class of the whole order: what is to stay.
    pub fn class(&self) -> Class {
        self.class
    }

    /// Runs that it took so far.
    pub fn runs(&self) -> u32 {
        self.trial.runs
    }

    /// Tries so many runs more; the result, when nothing more can be left out.
    pub fn advance(&mut self, runs: u32) -> Option<Shrunk> {
        for _ in 0..runs {
            if self.piece == 0 || self.trial.runs >= SHRINK_RUNS_MAX {
                return Some(self.result());
            }
            self.leave_out();
        }
        None
    }

    /// Leaves one piece out, if the class stays.
    fn leave_out(&mut self) {
        let end = (self.from + self.piece).min(self.kept.len());
        let rest = [&self.kept[..self.from], &self.kept[end..]].concat();
        if self.trial.is(self.class, &rest) {
            self.kept = rest;
        } else {
            self.from = end;
        }
        if self.from >= self.kept.len() {
            // A single choice may have become needless after a later one went.
            let again = self.piece == 1 && self.kept.len() < self.before;
            self.piece = if again { 1 } else { self.piece / 2 };
            (self.from, self.before) = (0, self.kept.len());
            if self.kept.is_empty() {
                self.piece = 0;
            }
        }
    }

    fn result(&self) -> Shrunk {
        let removed = self.all.iter().copied().filter(|choice| !self.kept.contains(choice));
        let order = Order(self.kept.iter().map(|(_, choice)| *choice).collect());
        Shrunk { order, removed: removed.collect(), class: self.class, runs: self.trial.runs }
    }
}

struct Trial {
    scenario: Scenario,
    contest: Contest,
    runs: u32,
}

impl Trial {
    /// The class of the run that begins so, and the choices of the beginning that were possible.
    fn run(&mut self, order: &[Choice]) -> (Class, Vec<Choice>) {
        self.runs += 1;
        let order = Order(order.to_vec());
        let scenario = Scenario { order, ..self.scenario.clone() };
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
