//! The strategies side by side: the same people with the same seed, under each strategy, in lock step.
//!
//! A column is one race of the scenario, run to its end once. Lock step is by number of step: the seventh step of one race
//! stands beside the seventh of the others, whatever their clocks say, because a step is what a strategy does, and the
//! question is what each makes of the same moment. The first column is the yardstick: of every other one it is said where it
//! parts from it.

mod advice;
mod column;
mod figures;
mod headline;
mod parting;
#[cfg(test)]
mod tests;

pub use advice::{Advice, advice};
pub use column::Column;
pub use figures::{Figure, measured};
pub use headline::Headline;
pub use parting::{Parting, Told};

pub use crate::texts::compare::CONCLUSIONS;

use crate::lab::{self, Contest};
use crate::scenario::Scenario;
use crate::texts::compare as texts;

/// The races of a scenario in lock step.
pub struct Comparison {
    scenario: Scenario,
    /// The races that were not run yet, the next one last.
    waiting: Vec<Contest>,
    columns: Vec<Column>,
}

impl Comparison {
    /// A comparison of which nothing is run yet: each [`Comparison::advance`] runs one race.
    pub fn new(scenario: &Scenario) -> Comparison {
        let mut waiting = lab::compared(scenario);
        waiting.reverse();
        Comparison { scenario: scenario.clone(), waiting, columns: Vec::new() }
    }

    /// All of them, run.
    pub fn of(scenario: &Scenario) -> Comparison {
        let mut all = Comparison::new(scenario);
        while all.advance() {}
        all
    }

    /// Runs the next race to its end. False if all were run.
    pub fn advance(&mut self) -> bool {
        let Some(contest) = self.waiting.pop() else { return false };
        let yardstick = self.columns.first();
        self.columns.push(Column::new(&self.scenario, contest, yardstick));
        true
    }

    /// Every race was run.
    pub fn is_ready(&self) -> bool {
        self.waiting.is_empty()
    }

    /// It is of this scenario.
    pub fn is_of(&self, scenario: &Scenario) -> bool {
        self.scenario == *scenario
    }

    /// The scenario.
    pub fn scenario(&self) -> &Scenario {
        &self.scenario
    }

    /// The races that were run, in the order of the scenario.
    pub fn columns(&self) -> &[Column] {
        &self.columns
    }

    /// The steps of the longest race.
    pub fn steps(&self) -> u32 {
        self.columns.iter().map(Column::steps).max().unwrap_or_default()
    }

    /// Every race to this step; one that has fewer stays at its end.
    pub fn seek(&mut self, step: u32) {
        self.columns.iter_mut().for_each(|column| column.seek(step));
    }

    /// Where the races stand: at the step of those that are not over.
    pub fn step(&self) -> u32 {
        self.columns.iter().map(Column::step).max().unwrap_or_default()
    }

    /// What happens at this step, race by race, for who listens.
    pub fn says(&self) -> String {
        if self.step() == 0 {
            return texts::BEFORE_FIRST_STEP.to_owned();
        }
        let mut says = texts::step_of(self.step(), self.steps());
        for column in &self.columns {
            let race = column.contest().to_string();
            says.push_str(&texts::in_race(&race, &column.says(self.step())));
        }
        says
    }
}
