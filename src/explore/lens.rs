//! The scheduler lens: how likely a test run is to find the bug, against how much of it there is.
//!
//! The share of schedules is exact and says nothing about likelihood. How likely the `random` scheduler is to find a class is
//! exact as well: every state's chance is the mean of its successors'. For `pct` and `time` it is measured over seeds.

use super::walk::Walk;
use crate::lab::{self, Contest};
use crate::measure::{Class, measure};
use crate::scenario::{Scenario, Sched};
use crate::trace::{Choice, Mark, Order};
use crate::units::Clock;

/// The chance of each state under the `random` scheduler, computed state by state.
///
/// Floating point: it is shown, and decides nothing.
struct Chance {
    class: Class,
    chances: Vec<f64>,
    /// How many payments of a hundred are declined, and never answered.
    declined_percent: u32,
    lost_percent: u32,
}

impl Chance {
    fn new(class: Class, scenario: &Scenario) -> Chance {
        Chance {
            class,
            chances: Vec::new(),
            declined_percent: scenario.payfail_percent,
            lost_percent: scenario.paylost_percent,
        }
    }

    /// Computes so many states more; true when all are.
    fn advance<const K: usize>(&mut self, walk: &Walk<K>, states: u32) -> bool {
        let all = walk.visited.len() as usize;
        let end = (self.chances.len() + states as usize).min(all);
        while self.chances.len() < end {
            let chance = self.of(walk, self.chances.len() as u32);
            self.chances.push(chance);
        }
        end == all
    }

    /// The chance of a whole run. The start was the last state to be finished.
    fn result(&self) -> f64 {
        self.chances.last().copied().unwrap_or(0.0)
    }

    /// The scheduler takes each user who can step, and time, with equal chance; it crashes nobody, and a payment has its
    /// answers with the chances of the scenario.
    fn of<const K: usize>(&self, walk: &Walk<K>, place: u32) -> f64 {
        let state = walk.visited.state(place);
        let steps = walk.choices(&state);
        if steps.is_empty() {
            return f64::from(u8::from(walk.model.ending(&state).class == self.class));
        }
        let (mut sum, mut weights) = (0.0, 0.0);
        for step in steps.iter().filter(|step| !step.code.is_crash()) {
            let weight = self.weight(step.code.choice());
            let mut after = step.after;
            walk.canonical(&mut after);
            let next = walk.visited.find(&after).expect("a complete walk has visited every state");
            sum += weight * self.chances[next as usize];
            weights += weight;
        }
        sum / weights
    }

    fn weight(&self, choice: Choice) -> f64 {
        let percent = match choice {
            Choice::Step(_, Some(Mark::Captured)) => {
                100 - self.declined_percent - self.lost_percent
            }
            Choice::Step(_, Some(Mark::Declined)) => self.declined_percent,
            Choice::Step(_, Some(Mark::NoAnswer)) => self.lost_percent,
            _ => 100,
        };
        f64::from(percent) / 100.0
    }
}

/// What the lens shows.
#[derive(Clone, PartialEq, Debug)]
pub struct Odds {
    /// The class that a test run should find.
    pub class: Class,
    /// The chance that one run of the `random` scheduler finds it: exact but for rounding.
    pub random: f64,
    /// Schedulers that were tried: `pct` of depth 1 to 3, and `time`.
    pub trials: Vec<Trial>,
}

/// How likely it is that one of so many runs finds what one run finds with this chance.
pub fn in_runs(chance: f64, runs: u32) -> f64 {
    // 1 - (1 - p)^n, without losing small chances to rounding.
    -(f64::from(runs) * (-chance.min(1.0)).ln_1p()).exp_m1()
}

/// Runs of each scheduler that is tried.
pub const TRIAL_RUNS: u32 = 1_000;

/// The work of the lens, under way.
pub(super) struct Lens {
    chance: Chance,
    trials: Vec<Trial>,
}

impl Lens {
    pub(super) fn new(class: Class, scenario: &Scenario) -> Lens {
        let pct = (1..=3).map(|depth| Trial::new(Sched::Pct, depth));
        let trials = pct.chain([Trial::new(Sched::Time, 1)]).collect();
        Lens { chance: Chance::new(class, scenario), trials }
    }

    /// Does a piece of the work: so many states of the exact chance, or as many runs. `scenario` has the clock on which
    /// `time` runs. The odds, when all is done.
    pub(super) fn advance<const K: usize>(
        &mut self,
        walk: &Walk<K>,
        scenario: &Scenario,
        contest: Contest,
        pieces: u32,
    ) -> Option<Odds> {
        if !self.chance.advance(walk, pieces) {
            return None;
        }
        let class = self.chance.class;
        let trial = self.trials.iter_mut().find(|trial| trial.runs < TRIAL_RUNS);
        if let Some(trial) = trial {
            let runs = pieces.min(TRIAL_RUNS - trial.runs);
            trial.advance(scenario, contest, class, runs);
            return None;
        }
        Some(Odds { class, random: self.chance.result(), trials: self.trials.clone() })
    }
}

/// A scheduler that was tried with many seeds.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Trial {
    /// The scheduler.
    pub sched: Sched,
    /// The bug depth that `pct` aims at.
    pub depth: u32,
    /// Runs that ended in the class.
    pub hits: u32,
    /// All runs.
    pub runs: u32,
}

impl Trial {
    /// The share of runs that found it.
    pub fn chance(&self) -> f64 {
        f64::from(self.hits) / f64::from(self.runs.max(1))
    }

    /// No run yet.
    fn new(sched: Sched, depth: u32) -> Trial {
        Trial { sched, depth, hits: 0, runs: 0 }
    }

    /// Runs with so many seeds more: the scenario's own and those after it. `time` runs on the scenario's own clock, as a
    /// load test would; every other scheduler on the free one, where all orders are possible.
    fn advance(&mut self, scenario: &Scenario, contest: Contest, class: Class, runs: u32) {
        let clock = if self.sched == Sched::Time { scenario.clock } else { Clock::Free };
        for _ in 0..runs {
            let seed = scenario.seed.wrapping_add(self.runs.into());
            let (sched, depth) = (self.sched, self.depth);
            let order = Order::default();
            let own =
                Scenario { clock, sched, depth, seed, order, ..lab::alone(scenario, contest) };
            let run = lab::run(&own, contest);
            let figures = measure(&lab::wants(&own), &run.trace);
            self.hits += u32::from(figures.class == class);
            self.runs += 1;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::in_runs;

    #[test]
    fn chances_add_up_over_runs() {
        let near = |a: f64, b: f64| assert!((a - b).abs() < 1e-12, "{a} {b}");
        near(in_runs(0.5, 1), 0.5);
        near(in_runs(0.5, 2), 0.75);
        near(in_runs(0.0, 1_000), 0.0);
        near(in_runs(1.0, 1), 1.0);
        near(in_runs(1e-15, 1_000), 1e-12);
    }
}
