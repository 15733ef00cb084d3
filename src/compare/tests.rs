//! The comparison against what is known otherwise: the JSON of runs, and a search for partings by brute force.

use super::*;
use crate::export::{self, RunObject};
use crate::measure::Figures;
use crate::scenario::arbitrary::any_scenario;
use crate::scenario::{Cast, Query};
use expect_test::{Expect, expect};
use proptest::prelude::*;
use std::fmt::Write;

fn compare(query: &str) -> Comparison {
    Comparison::of(&Query::parse(query).expect("a query"))
}

/// Prints every column at a step: headline, figures, parting.
fn check(query: &str, step: u32, expected: Expect) {
    let mut all = compare(query);
    all.seek(step);
    let mut text = String::new();
    for column in all.columns() {
        let headline = column.headline();
        let bad = if headline.bad { " ✕" } else { "" };
        writeln!(
            text,
            "{} at {} of {}: {}{bad}",
            column.contest(),
            column.step(),
            column.steps(),
            headline.says
        )
        .unwrap();
        let figures: Vec<String> =
            column.list().iter().map(|f| format!("{} {}", f.name, f.value)).collect();
        writeln!(text, "  {}", figures.join(", ")).unwrap();
        let parts =
            column.parting().map(|parting| format!("parts at {}: {}", parting.step, parting.says));
        writeln!(text, "  {}", parts.unwrap_or_else(|| column.yardstick())).unwrap();
    }
    expected.assert_eq(&text);
}

#[test]
fn the_default_scenario_at_its_end() {
    check(
        "",
        u32::MAX,
        expect![[r#"
            naive at 7 of 7: Two tickets for one seat ✕
              tickets 2 for 1 seat, turned away 3, conflicts 0, retries 0, waits 0, refunds 0, holds expired 0, until all are done 59 ms, attempts per sale 2.5
              Two had read D1 as free when Alice wrote it at step 3.
            optimistic at 8 of 8: One ticket, one conflict
              tickets 1, turned away 4, conflicts 1, retries 1, waits 0, refunds 0, holds expired 0, until all are done 59 ms, attempts per sale 6
              parts at 5: Under naive, Bob writes D1 over Alice; here Bob’s commit is refused: D1 has changed since the read at step 2.
            pessimistic at 16 of 16: One ticket, one wait
              tickets 1, turned away 4, conflicts 0, retries 0, waits 1, refunds 0, holds expired 0, until all are done 59 ms, attempts per sale 5
              parts at 2: Under naive, Bob reads D1: free; here Alice checks D1: free.
            two-phase at 7 of 7: One ticket, paid for
              tickets 1, turned away 4, conflicts 0, retries 0, waits 0, refunds 0, holds expired 0, until all are done 1,966 ms, attempts per sale 5
              parts at 2: Under naive, Bob reads D1: free; here Bob is refused D1: Alice holds it.
        "#]],
    );
}

#[test]
fn the_default_scenario_on_its_way() {
    check(
        "",
        7,
        expect![[r#"
            naive at 7 of 7: Two tickets for one seat ✕
              tickets 2 for 1 seat, turned away 3, conflicts 0, retries 0, waits 0, refunds 0, holds expired 0, until all are done 59 ms, attempts per sale 2.5
              Two had read D1 as free when Alice wrote it at step 3.
            optimistic at 7 of 8: One ticket so far, one conflict
              tickets 1, turned away 3, conflicts 1, retries 1, waits 0, refunds 0, holds expired 0, time so far 54 ms, attempts per sale 5
              parts at 5: Under naive, Bob writes D1 over Alice; here Bob’s commit is refused: D1 has changed since the read at step 2.
            pessimistic at 7 of 16: One ticket so far, one wait
              tickets 1, turned away 1, conflicts 0, retries 0, waits 1, refunds 0, holds expired 0, time so far 31 ms, attempts per sale 2
              parts at 2: Under naive, Bob reads D1: free; here Alice checks D1: free.
            two-phase at 7 of 7: One ticket, paid for
              tickets 1, turned away 4, conflicts 0, retries 0, waits 0, refunds 0, holds expired 0, until all are done 1,966 ms, attempts per sale 5
              parts at 2: Under naive, Bob reads D1: free; here Bob is refused D1: Alice holds it.
        "#]],
    );
}

#[test]
fn before_the_first_step_nothing_is_counted() {
    check(
        "strategy=naive,two-phase&users=2",
        0,
        expect![[r#"
        naive at 0 of 4: Nobody has stepped
          tickets 0, turned away 0, conflicts 0, retries 0, waits 0, refunds 0, holds expired 0, time so far 0 ms, attempts per sale no sale
          Two had read D1 as free when Alice wrote it at step 3.
        two-phase at 0 of 4: Nobody has stepped
          tickets 0, turned away 0, conflicts 0, retries 0, waits 0, refunds 0, holds expired 0, time so far 0 ms, attempts per sale no sale
          parts at 2: Under naive, Bob reads D1: free; here Bob is refused D1: Alice holds it.
    "#]],
    );
}

#[test]
fn a_mix_stands_beside_each_of_its_strategies_alone() {
    check(
        "mix=naive,two-phase&users=4&seed=3",
        u32::MAX,
        expect![[r#"
            mix at 7 of 7: Two tickets for one seat ✕
              tickets 2 for 1 seat, turned away 2, conflicts 0, retries 0, waits 0, refunds 0, holds expired 0, until all are done 1,522 ms, attempts per sale 2
              The others are held against it, step by step.
            naive at 6 of 6: Two tickets for one seat ✕
              tickets 2 for 1 seat, turned away 2, conflicts 0, retries 0, waits 0, refunds 0, holds expired 0, until all are done 65 ms, attempts per sale 2
              parts at 6: In the mix, Dave’s payment is captured; here Dave writes D1 over Alice.
            two-phase at 6 of 6: One ticket, paid for
              tickets 1, turned away 3, conflicts 0, retries 0, waits 0, refunds 0, holds expired 0, until all are done 1,935 ms, attempts per sale 4
              parts at 2: In the mix, Dave reserves D1 until 10:00.034; here Dave is refused D1: Alice holds it.
        "#]],
    );
}

#[test]
fn headlines_name_the_worst_first() {
    let headline = |query: &str| {
        let mut all = compare(query);
        all.seek(u32::MAX);
        let headlines: Vec<String> = all.columns().iter().map(|c| c.headline().says).collect();
        headlines.join(" | ")
    };
    let all = [
        "s=deadlock",
        "strategy=pessimistic&want=D1.D2,D2.D1&users=2&clock=free&order=AB",
        "strategy=two-phase&users=1&payfail=0&hold=100&pay=500&clock=natural&late=refund",
        "strategy=optimistic&users=3&attempts=1&version=show&want=each",
        "strategy=naive&users=3&want=D1.D2&clock=free&order=ABCABCABC",
        "strategy=two-phase&users=2&payfail=100",
        "strategy=naive&users=2&want=each",
    ];
    expect![[r#"
        No ticket, two wait for ever
        Two tickets, one wait
        No ticket, one refund
        Two tickets, a sale is lost
        Six tickets for two seats
        No ticket, two turned away
        Two tickets, nobody in the way"#]]
    .assert_eq(&all.map(headline).join("\n"));
}

#[test]
fn all_columns_step_together_and_wait_at_their_ends() {
    let mut all = compare("");
    let lengths: Vec<u32> = all.columns().iter().map(Column::steps).collect();
    assert_eq!(all.steps(), lengths.iter().copied().max().unwrap());
    for step in (0..=all.steps() + 1).chain((0..all.steps()).rev()) {
        all.seek(step);
        for (column, length) in all.columns().iter().zip(&lengths) {
            assert_eq!(column.step(), step.min(*length));
            assert_eq!(column.is_over(), step >= *length);
        }
    }
}

#[test]
fn the_step_is_told_race_by_race() {
    let mut all = compare("strategy=naive,pessimistic&users=2&clock=free&order=AABB");
    let mut told = all.says();
    for step in 1..=all.steps() {
        all.seek(step);
        write!(told, "\n{}", all.says()).unwrap();
    }
    expect![[r#"
        Step 7 of 7. naive: Over since step 3. pessimistic: Bob unlocks the show.
        Step 1 of 7. naive: Alice reads D1: free. pessimistic: Alice locks the show.
        Step 2 of 7. naive: Alice writes D1. pessimistic: Alice checks D1: free.
        Step 3 of 7. naive: Bob reads D1: Alice has it. pessimistic: Bob waits for Alice’s lock on the show.
        Step 4 of 7. naive: Over since step 3. pessimistic: Alice updates D1.
        Step 5 of 7. naive: Over since step 3. pessimistic: Alice unlocks the show.
        Step 6 of 7. naive: Over since step 3. pessimistic: Bob checks D1: Alice has it.
        Step 7 of 7. naive: Over since step 3. pessimistic: Bob unlocks the show."#]].assert_eq(&told);
}

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
            let expected = crate::measure::measure(&lab::wants(&scenario), &trace);
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

#[test]
fn every_strategy_has_its_words() {
    let mut all =
        lab::compared(&Query::parse("mix=naive,optimistic,pessimistic,two-phase").unwrap());
    assert_eq!(all.len(), 5);
    all.dedup_by_key(|contest| advice(*contest));
    assert_eq!(all.len(), 5, "no two say the same");
    let compared = Query::parse("").unwrap();
    assert!(matches!(&compared.cast, Cast::Compare(all) if all.len() == 4));
    assert_eq!(lab::compared(&compared), lab::contests(&compared));
}
