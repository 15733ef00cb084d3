//! Deadlock: Alice waits for the lock of D2, which Bob owns; Bob waits for the lock of D1, which Alice owns.
//!
//! Written by `seatrace export --format rust`. What it shows is wanted here: it fails if the run changes.

use seatrace::export::Finished;
use seatrace::lab;
use seatrace::scenario::Query;

#[rustfmt::skip]
const QUERY: &str = "v=1&s=deadlock&order=ABAB";

/// The first broken rules: each with the first step at which it fails.
#[rustfmt::skip]
const BROKEN: [(&str, u32); 1] = [
    ("deadlock", 4),
];

#[test]
fn pessimistic_deadlock_6pbnve5r() {
    let scenario = Query::parse(QUERY).expect("a query of version 1");
    let run = Finished::of(&scenario, lab::contests(&scenario)[0]);
    assert!(run.run.skipped.is_empty(), "every choice of the order is possible");
    assert_eq!(run.digest, "6PBNVE5R", "the run that was exported");
    assert_eq!(run.figures.class.name(), "deadlock");
    assert_eq!(run.verdict.violations.len(), 1);
    for (violation, (rule, step)) in run.verdict.violations.iter().zip(BROKEN) {
        assert_eq!((violation.rule.name(), violation.step), (rule, step));
    }
}
