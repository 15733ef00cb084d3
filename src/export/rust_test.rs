//! The run as a Rust test against this crate: put into `tests/`, it fails on the day on which the run comes out otherwise.

use super::Finished;

/// The most broken rules that are asserted one by one; beyond, their number is.
pub const ASSERTED_MAX: usize = 100;

/// The run as a file of `tests/`, formatted as this crate is.
pub(super) fn rust_test(run: &Finished) -> String {
    let violations = &run.verdict.violations;
    let asserted: Vec<String> = violations
        .iter()
        .take(ASSERTED_MAX)
        .map(|violation| format!("    ({:?}, {}),\n", violation.rule.name(), violation.step))
        .collect();
    format!(
        "\
//! {says}
//!
//! Written by `seatrace export --format rust`. What it shows is wanted here: it fails if the run changes.

use seatrace::export::Finished;
use seatrace::lab;
use seatrace::scenario::Query;

#[rustfmt::skip]
const QUERY: &str = {query:?};

/// The first broken rules: each with the first step at which it fails.
#[rustfmt::skip]
const BROKEN: [(&str, u32); {asserted_count}] = [
{asserted}];

#[test]
fn {name}() {{
    let scenario = Query::parse(QUERY).expect(\"a query of version 1\");
    let run = Finished::of(&scenario, lab::contests(&scenario)[0]);
    assert!(run.run.skipped.is_empty(), \"every choice of the order is possible\");
    assert_eq!(run.digest, {digest:?}, \"the run that was exported\");
    assert_eq!(run.figures.class.name(), {class:?});
    assert_eq!(run.verdict.violations.len(), {count});
    for (violation, (rule, step)) in run.verdict.violations.iter().zip(BROKEN) {{
        assert_eq!((violation.rule.name(), violation.step), (rule, step));
    }}
}}
",
        says = run.says(),
        query = run.query(),
        name = name(run),
        asserted_count = asserted.len(),
        asserted = asserted.concat(),
        digest = run.digest,
        class = run.figures.class.name(),
        count = violations.len(),
    )
}

/// `naive_double_booking_v815phmh`.
fn name(run: &Finished) -> String {
    let name = format!("{} {} {}", run.contest, run.figures.class.name(), run.digest);
    name.to_lowercase().replace([' ', '-'], "_")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::export::tests::{run, runs};

    /// That one compiles and passes is what the files `tests/regression_*.rs` show.
    #[test]
    fn it_names_what_it_asserts() {
        for run in runs() {
            let text = rust_test(&run);
            assert!(text.contains(&format!("fn {}() {{", name(&run))));
            assert!(text.contains(&run.query()) && text.contains(&run.digest));
        }
    }

    #[test]
    fn many_broken_rules_are_counted() {
        let run = run("strategy=naive&users=1000&want=random&seats=40x10&arrive=0&seed=1");
        let text = rust_test(&run);
        let broken = run.verdict.violations.len();
        assert!(broken > ASSERTED_MAX, "{broken}");
        assert!(text.contains("[(&str, u32); 100]"));
        assert!(text.contains(&format!("violations.len(), {broken});")));
    }
}
