//! The comparison against what is known otherwise: the JSON of runs, and a search for partings by brute force.

#[path = "../src/scenario/arbitrary.rs"]
mod arbitrary;

use arbitrary::any_scenario;
use proptest::prelude::*;
use seatrace::compare::Comparison;
use seatrace::export::{self, RunObject};
use seatrace::lab::{self, Contest};
use seatrace::measure::{Figures, measure};
use seatrace::scenario::Scenario;

/// The run of a column as JSON: as the terminal prints it, where the scenario has it.
fn json(scenario: &Scenario, at: usize, contest: Contest) -> RunObject {
    let mut printed = export::run(&scenario.query()).expect("a query");
    match at < printed.len() {
        true => printed.swap_remove(at),
        false => export::run_object(scenario, contest, &lab::run(scenario, contest)),
    }
}

/// Who steps and what it is told, from the JSON of a run: a second way to the same answer.
fn course(run: &RunObject) -> Vec<String> {
    let last = run.events.last().map_or(0, |event| event.step);
    let step = |step| {
        let first =
            run.events.iter().find(|event| event.step == step).expect("every step has events");
        let timed = ["expire", "sweep", "wait"].contains(&first.op);
        let user = first.user.as_deref().filter(|_| !timed).unwrap_or("time");
        let told = match (first.op, first.outcome) {
            ("write" | "commit" | "update", "ok") | ("confirm", "ok" | "late" | "late-free") => {
                "sold"
            }
            (_, "queued") => "waits",
            (_, "taken" | "held") => "away",
            (_, "conflict" | "refused") => "refused",
            (_, "declined" | "no-answer") => "unpaid",
            ("crash", _) => "gone",
            _ => "goes on",
        };
        format!("{user} {told}")
    };
    (1..=last).map(step).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn figures_are_those_of_the_run_as_json(scenario in any_scenario()) {
        prop_assume!(scenario.users <= 60);
        let mut all = Comparison::of(&scenario);
        all.seek(u32::MAX);
        for (at, column) in all.columns().iter().enumerate() {
            let run = json(&scenario, at, column.contest());
            let (now, out) = (column.figures(), &run.outcome);
            let counts = [now.tickets, now.seats_sold, now.double_sold, now.held, now.refunds_due, now.refunded];
            prop_assert_eq!(counts, [out.tickets, out.seats_sold, out.double_sold, out.held, out.refunds_due, out.refunded]);
            let counts = [now.conflicts, now.retries, now.waits, now.expired, now.deadlocked];
            prop_assert_eq!(counts, [out.conflicts, out.retries, out.waits, out.expired, out.deadlocked]);
            prop_assert_eq!((now.virtual_ms, now.class.name()), (out.virtual_ms, out.class));
            prop_assert_eq!(column.attempts(&now), run.users.iter().map(|user| user.attempts).sum::<u32>());
            prop_assert_eq!(column.headline().bad, !run.verdict.ok);
        }
    }

    #[test]
    fn figures_on_the_way_are_those_of_a_shorter_trace(scenario in any_scenario(), part in 0..100u32) {
        prop_assume!(scenario.users <= 20);
        let mut all = Comparison::of(&scenario);
        all.seek(all.steps() * part / 100);
        for column in all.columns().iter().filter(|column| !column.is_over()) {
            let mut trace = column.session().trace().clone();
            trace.events.retain(|event| event.step <= column.step());
            let expected = measure(&lab::wants(&scenario), &trace);
            prop_assert_eq!(Figures { virtual_ms: 0, ..column.figures() }, Figures { virtual_ms: 0, ..expected });
        }
    }

    #[test]
    fn races_part_where_a_search_finds_the_first_difference(scenario in any_scenario()) {
        prop_assume!(scenario.users <= 26);
        let all = Comparison::of(&scenario);
        let courses: Vec<Vec<String>> = (0..)
            .zip(all.columns())
            .map(|(at, column)| course(&json(&scenario, at, column.contest())))
            .collect();
        for (column, ours) in all.columns().iter().zip(&courses) {
            let differs = |step: &u32| courses[0].get(*step as usize - 1) != ours.get(*step as usize - 1);
            let longest = courses[0].len().max(ours.len()) as u32;
            prop_assert_eq!(column.parting().map(|p| p.step), (1..=longest).find(differs));
        }
    }
}
