//! What the comparison says, word by word. That it agrees with the terminal is held by `tests/compare_agrees.rs`.

use super::*;
use crate::scenario::{Cast, Query};
use expect_test::{Expect, expect};
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
