//! D1 is sold twice: to Alice at step 3 and to Bob at step 4, who had read it at step 2.
//!
//! Written by `seatrace export --format rust`. What it shows is wanted here: it fails if the run changes.

use seatrace::export::Finished;
use seatrace::lab;
use seatrace::scenario::Query;

#[rustfmt::skip]
const QUERY: &str = "v=1&strategy=naive&users=2&clock=free&order=ABAB";

/// The first broken rules: each with the first step at which it fails.
#[rustfmt::skip]
const BROKEN: [(&str, u32); 1] = [
    ("no-double-booking", 4),
];

#[test]
fn naive_double_booking_v815phmh() {
    let scenario = Query::parse(QUERY).expect("a query of version 1");
    let run = Finished::of(&scenario, lab::contests(&scenario)[0]);
    assert!(run.run.skipped.is_empty(), "every choice of the order is possible");
    assert_eq!(run.digest, "V815PHMH", "the run that was exported");
    assert_eq!(run.figures.class.name(), "double-booking");
    assert_eq!(run.verdict.violations.len(), 1);
    for (violation, (rule, step)) in run.verdict.violations.iter().zip(BROKEN) {
        assert_eq!((violation.rule.name(), violation.step), (rule, step));
    }
}
