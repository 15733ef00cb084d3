//! Checks a history, part by part.

use super::core::{self, Fact, REDUCED_MAX};
use super::operation::{Claim, Operation, operations};
use super::parse::Broken;
use super::part::{Part, parts};
use super::record::History;
use super::search::{Found, Task, search};

/// So many operations may be looked at for one part, all tries counted; about a second's work.
pub const LOOKS_MAX: u64 = 50_000_000;

/// A history that is being checked.
pub struct Checking {
    history: History,
    operations: Vec<Operation>,
    parts: Vec<Part>,
    findings: Vec<Finding>,
    looks_max: u64,
}

/// What was found of seats that belong together.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Finding {
    /// The seats, by their places in the history.
    pub seats: Vec<u32>,
    /// How many operations they saw, without those that failed.
    pub operations: usize,
    /// Whether one show could have answered so.
    pub answer: Answer,
}

/// Whether a sequential show could have given all answers in some order.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Answer {
    /// In this one: operations by place. Those that may or may not have happened are left out where they did not.
    Linearizable(Vec<u32>),
    /// In none.
    Contradiction(Contradiction),
    /// The limit of [`LOOKS_MAX`] looks, or of memory, was met first.
    Undecided,
}

/// Why there is no order.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Contradiction {
    /// The place of the record up to which there was an order, itself not included.
    pub at: u32,
    /// The facts that contradict each other.
    pub because: Vec<Reason>,
    /// They are enough, and none of them can be left out. If not, there were more than [`REDUCED_MAX`] operations and only
    /// the last is named, or the limit was met before it was known of all.
    pub minimal: bool,
}

/// A fact about an operation, by its place.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Reason {
    /// It was answered so.
    Happened(u32),
    /// It began when it did, and not earlier.
    Began(u32),
    /// It ended when it did, and not later.
    Ended(u32),
}

/// What was found of a whole history.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Report {
    /// What was checked.
    pub history: History,
    /// Its operations.
    pub operations: Vec<Operation>,
    /// What was found, by seats.
    pub findings: Vec<Finding>,
}

impl Checking {
    /// # Errors
    /// The first record that fits to no operation.
    pub fn new(history: History) -> Result<Checking, Broken> {
        Checking::within(history, LOOKS_MAX)
    }

    /// The same with another limit than [`LOOKS_MAX`].
    ///
    /// # Errors
    /// The first record that fits to no operation.
    pub fn within(history: History, looks_max: u64) -> Result<Checking, Broken> {
        let operations = operations(&history)?;
        let parts = parts(history.seats.len(), &operations);
        Ok(Checking { history, operations, parts, findings: Vec::new(), looks_max })
    }

    /// Checks the next part. False if all are checked.
    pub fn advance(&mut self) -> bool {
        let Some(part) = self.parts.get(self.findings.len()) else { return false };
        self.findings.push(Finding {
            seats: part.seats.clone(),
            operations: part.operations.len(),
            answer: answer(part, &self.operations, self.looks_max),
        });
        self.findings.len() < self.parts.len()
    }

    /// Parts checked, and parts in all.
    pub fn progress(&self) -> (usize, usize) {
        (self.findings.len(), self.parts.len())
    }

    /// Checks what is left.
    pub fn finish(mut self) -> Report {
        while self.advance() {}
        let Checking { history, operations, findings, .. } = self;
        Report { history, operations, findings }
    }
}

impl Report {
    /// Of how many operations nobody knows whether they happened.
    pub fn unknown(&self) -> usize {
        self.operations.iter().filter(|operation| operation.claim == Claim::Unknown).count()
    }

    /// True: a show could have answered so; false: none could; none: a limit was met, and nothing wrong was found.
    pub fn ok(&self) -> Option<bool> {
        let any = |what: fn(&Answer) -> bool| self.findings.iter().any(|f| what(&f.answer));
        if any(|answer| matches!(answer, Answer::Contradiction(_))) {
            return Some(false);
        }
        (!any(|answer| *answer == Answer::Undecided)).then_some(true)
    }
}

fn answer(part: &Part, all: &[Operation], looks_max: u64) -> Answer {
    let mut budget = looks_max;
    let (places, tasks): (Vec<u32>, Vec<Task>) = part.tasks(all, u32::MAX).into_iter().unzip();
    match search(&tasks, part.seats.len(), &mut budget) {
        Found::GaveUp => Answer::Undecided,
        Found::Order(order) => {
            Answer::Linearizable(order.iter().map(|task| places[*task as usize]).collect())
        }
        Found::None => Answer::Contradiction(contradiction(part, all, looks_max)),
    }
}

fn contradiction(part: &Part, all: &[Operation], looks_max: u64) -> Contradiction {
    let mut budget = looks_max;
    let at = first_impossible(part, all, &mut budget);
    let (places, tasks): (Vec<u32>, Vec<Task>) = part.tasks(all, at).into_iter().unzip();
    if tasks.len() > REDUCED_MAX {
        let last = places.iter().find(|place| all[**place as usize].ends == Some(at));
        let because = last.map(|place| Reason::Happened(*place)).into_iter().collect();
        return Contradiction { at, because, minimal: false };
    }
    let core = core::reduce(&tasks, part.seats.len());
    let reason = |fact: Fact| match fact {
        Fact::Happened(task) => Reason::Happened(places[task as usize]),
        Fact::Began(task) => Reason::Began(places[task as usize]),
        Fact::Ended(task) => Reason::Ended(places[task as usize]),
    };
    let mut because: Vec<Reason> = core.facts.into_iter().map(reason).collect();
    because.sort_unstable();
    Contradiction { at, because, minimal: core.minimal }
}

/// The record with which a history with an order became one without. An order of what was known once is one of what was
/// known before, so bisection finds it.
fn first_impossible(part: &Part, all: &[Operation], budget: &mut u64) -> u32 {
    let mut ends: Vec<u32> =
        part.operations.iter().filter_map(|place| all[*place as usize].ends).collect();
    ends.sort_unstable();
    let first = ends.partition_point(|end| {
        let tasks: Vec<Task> = part.tasks(all, *end).into_iter().map(|(_, task)| task).collect();
        search(&tasks, part.seats.len(), budget) != Found::None
    });
    ends.get(first).or(ends.last()).copied().unwrap_or(u32::MAX)
}
