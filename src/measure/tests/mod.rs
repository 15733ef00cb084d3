//! Figures of hand-made traces, in the notation of [`crate::trace::notation`].

mod classes;
mod counts;

use super::*;
use crate::trace::notation;
use expect_test::{Expect, expect};
use std::fmt::Write;

/// Measures a trace whose first line says what the users want, and prints every figure that is not 0.
fn check(text: &str, expected: Expect) {
    let (wants, steps) = text.trim_start().split_once('\n').expect("wants, then steps");
    expected.assert_eq(&print(&measure(&notation::wants(wants), &notation::trace(steps))));
}

fn print(figures: &Figures) -> String {
    let mut text = figures.class.name().to_string();
    let counts = [
        ("tickets", figures.tickets),
        ("seats_sold", figures.seats_sold),
        ("double_sold", figures.double_sold),
        ("held", figures.held),
        ("refunds_due", figures.refunds_due),
        ("refunded", figures.refunded),
        ("conflicts", figures.conflicts),
        ("retries", figures.retries),
        ("waits", figures.waits),
        ("expired", figures.expired),
        ("deadlocked", figures.deadlocked),
        ("booked", figures.booked),
        ("gave_up", figures.gave_up),
    ];
    for (name, count) in counts.into_iter().filter(|(_, count)| *count > 0) {
        write!(text, " {name}={count}").unwrap();
    }
    writeln!(text, " virtual_ms={}", figures.virtual_ms).unwrap();
    for user in &figures.users {
        let result = user.result.map_or("going on", Outcome::name);
        let seats: Vec<String> = user.seats.iter().map(|seat| notation::HALL.name(*seat)).collect();
        writeln!(text, "{}: {result} [{}] x{}", user.user, seats.join(" "), user.attempts).unwrap();
    }
    text
}

#[test]
fn a_meter_counts_on_from_where_it_was_cloned() {
    let wants = notation::wants("D1,D1");
    let trace = notation::trace(
        "A read D1 free 0
        B read D1 free 0
        A commit D1 1; A end booked
        @7 B commit D1 conflict 1; B end gave-up",
    );
    let mut meter = Meter::default();
    trace.events_to(2).iter().for_each(|event| meter.see(event));
    let mut keyframe = meter.clone();
    trace.events[2..].iter().for_each(|event| keyframe.see(event));
    assert_eq!(keyframe.figures(&wants), measure(&wants, &trace));
    assert_eq!(meter.figures(&wants).tickets, 0);
}
