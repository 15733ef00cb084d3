//! The JSON of `check --json`: what was found of a history.

use crate::history::{Action, Answer, Contradiction, LOOKS_MAX, Operation, Report, who};
use crate::share::VERSION;
use crate::texts::export as texts;
use serde::Serialize;

/// What was found.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct CheckObject {
    /// The version of this format.
    pub v: u32,
    /// One show could have answered so; null: a limit was met before that was known.
    pub ok: Option<bool>,
    /// How many operations the history has.
    pub operations: usize,
    /// Of how many nobody knows whether they happened.
    pub unknown: usize,
    /// What was found, by seats that were never asked for together.
    pub parts: Vec<PartObject>,
}

/// What was found of some seats.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct PartObject {
    /// Their names.
    pub seats: Vec<String>,
    /// As in [`CheckObject::ok`].
    pub ok: Option<bool>,
    /// An order in which one show gives these answers; null where there is none, or none was found.
    pub linearization: Option<Vec<OperationObject>>,
    /// Why there is no order.
    pub contradiction: Option<ContradictionObject>,
    /// Which limit was met, in words.
    pub stopped: Option<String>,
}

/// An operation.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct OperationObject {
    /// The index of the record in which it begins.
    pub index: u64,
    /// Who asked: the number in the history.
    pub process: i64,
    /// Who asked: the name.
    pub user: String,
    /// What for.
    pub f: Action,
    /// The names of the seats.
    pub seats: Vec<String>,
    /// How it ended, where that is known.
    pub result: Option<String>,
}

/// Why there is no order.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct ContradictionObject {
    /// Up to the record before this line there was an order.
    pub line: usize,
    /// What it comes to, in a sentence.
    pub says: String,
    /// The facts that contradict each other, in sentences.
    pub because: Vec<String>,
    /// None of the facts can be left out.
    pub minimal: bool,
}

/// A report as JSON.
pub fn check_object(report: &Report) -> CheckObject {
    let part = |finding: &crate::history::Finding| {
        let operation = |place: &u32| operation(report, &report.operations[*place as usize]);
        let (mut linearization, mut contradiction, mut stopped) = (None, None, None);
        match &finding.answer {
            Answer::Linearizable(order) => {
                linearization = Some(order.iter().map(operation).collect());
            }
            Answer::Contradiction(why) => contradiction = Some(contradicted(report, why)),
            Answer::Undecided => stopped = Some(texts::too_many_looks(LOOKS_MAX)),
        }
        let ok = (stopped.is_none()).then_some(linearization.is_some());
        let seats = names(report, &finding.seats);
        PartObject { seats, ok, linearization, contradiction, stopped }
    };
    CheckObject {
        v: VERSION,
        ok: report.ok(),
        operations: report.operations.len(),
        unknown: report.unknown(),
        parts: report.findings.iter().map(part).collect(),
    }
}

fn contradicted(report: &Report, why: &Contradiction) -> ContradictionObject {
    let explanation = report.explain(why);
    ContradictionObject {
        line: report.line(why.at),
        says: explanation.says,
        because: explanation.because,
        minimal: why.minimal,
    }
}

fn operation(report: &Report, operation: &Operation) -> OperationObject {
    let record = |place: u32| &report.history.records[place as usize];
    OperationObject {
        index: record(operation.begins).index,
        process: operation.process,
        user: who(operation),
        f: operation.action,
        seats: names(report, &operation.seats),
        result: operation.ends.and_then(|end| record(end).result.clone()),
    }
}

fn names(report: &Report, seats: &[u32]) -> Vec<String> {
    seats.iter().map(|seat| report.history.seats[*seat as usize].clone()).collect()
}
