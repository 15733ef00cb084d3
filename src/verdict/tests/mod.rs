//! Hand-made traces, in the notation of [`crate::trace::notation`]: every rule is broken, at a known step, in known words.

mod altered;
mod anything;
mod deadlines;
mod deadlocks;
mod good;
mod locks;
mod money;
mod orders;
mod seats;
mod tokens;
mod versions;

use super::{Facts, Judge, Rule, Verdict, judge};
use crate::trace::Trace;
use crate::trace::notation::{self, HALL};
use crate::units::{Expiry, Late, Scope};
use expect_test::Expect;
use std::fmt::Write;
use std::sync::Arc;

/// Judges a trace whose first line states the terms: `want=D1,D1 version=seat late=accept hold=off expiry=sweep:7`.
///
/// What is not stated is `hall=10x10 version=show late=refund hold=600000 expiry=timer`. Each finding is printed as
/// `step rule seat users: sentence`, the step of a liveness rule as `end`.
fn check(text: &str, expected: Expect) {
    let (facts, trace) = parse(text);
    expected.assert_eq(&print(&judge(&facts, &trace)));
}

fn parse(text: &str) -> (Arc<Facts>, Trace) {
    let (terms, steps) = text.trim_start().split_once('\n').expect("terms, then steps");
    (Arc::new(facts(terms)), notation::trace(steps))
}

fn facts(terms: &str) -> Facts {
    let mut facts = Facts {
        hall: HALL,
        wants: Vec::new(),
        version: Scope::Show,
        late: Late::Refund,
        hold_ms: Some(600_000),
        expiry: Expiry::Timer,
    };
    for term in terms.split_whitespace() {
        match term.split_once('=').expect("name=value") {
            ("want", seats) => facts.wants = notation::wants(seats),
            ("hall", "3x10") => facts.hall.rows = 3,
            ("version", "seat") => facts.version = Scope::Seat,
            ("late", "accept") => facts.late = Late::Accept,
            ("late", "accept-if-free") => facts.late = Late::AcceptIfFree,
            ("hold", "off") => facts.hold_ms = None,
            ("hold", ms) => facts.hold_ms = ms.parse().ok(),
            ("expiry", "lazy") => facts.expiry = Expiry::Lazy,
            ("expiry", sweep) => {
                let period = sweep.strip_prefix("sweep:").and_then(|ms| ms.parse().ok());
                facts.expiry = Expiry::Sweep(period.expect("sweep:MS"));
            }
            _ => panic!("no such term: {term}"),
        }
    }
    facts
}

fn print(verdict: &Verdict) -> String {
    let mut text = String::new();
    for v in &verdict.violations {
        let step = if v.liveness { "end".into() } else { v.step.to_string() };
        let seat = v.seat.map_or("-".into(), |seat| HALL.name(seat));
        let users: String = v.users.iter().filter_map(|user| user.letter()).collect();
        writeln!(text, "{step} {} {seat} {users}: {}", v.rule, v.says).unwrap();
    }
    text
}
