//! What queries read as, and the exact words for what is wrong with them. The snapshots are the contract.

mod problems;
mod properties;
mod table;

use super::{Query, Scenario};
use expect_test::{Expect, expect};
use properties::assert_valid;

/// Of each query in turn: the query itself, what it prints as once read, and the problems.
fn check(queries: &[&str], expected: Expect) {
    let blocks: Vec<String> = queries.iter().map(|query| read(query)).collect();
    expected.assert_eq(&blocks.concat());
}

fn read(query: &str) -> String {
    let (scenario, problems) = Query::parse_tolerant(query);
    assert_valid(&scenario);
    match Query::parse(query) {
        Ok(strict) => assert_eq!((&strict, problems.len()), (&scenario, 0)),
        Err(strict) => assert_eq!(strict, problems),
    }
    let lines: Vec<String> = problems.iter().map(|problem| format!("    {problem}\n")).collect();
    format!("{query:?}\n => {}\n{}", scenario.query(), lines.concat())
}

#[test]
fn a_link_is_read_like_its_query() {
    check(
        &[
            "",
            "?",
            "https://h.example/app/?users=3&amp;lat=5#x?users=4",
            " ?users=3\n",
            "https://h.example/app/#?users=3",
            "%75sers=%33&ord%65r=%41%42",
            "USERS=3&Strategy=NAIVE&Hold=10S",
            "users=3&users=0&users=4",
            "theme=dark&d=x&=&&&===&V=1",
        ],
        expect![[r#"
            ""
             => v=1
            "?"
             => v=1
            "https://h.example/app/?users=3&amp;lat=5#x?users=4"
             => v=1&users=3&lat=5
            " ?users=3\n"
             => v=1&users=3
            "https://h.example/app/#?users=3"
             => v=1
            "%75sers=%33&ord%65r=%41%42"
             => v=1&users=3&order=AB
            "USERS=3&Strategy=NAIVE&Hold=10S"
             => v=1&strategy=naive&users=3&hold=10s
            "users=3&users=0&users=4"
             => v=1&users=4
            "theme=dark&d=x&=&&&===&V=1"
             => v=1
        "#]],
    );
}

#[test]
fn every_value_has_one_printed_form() {
    check(
        &[
            "mix=two-phase,NAIVE,naive",
            "want=D1.D2,D2.D1&seats=4X20",
            "hold=off&expiry=Sweep:60s&paytimeout=90000",
            "pay=500..2000&lat=0..0&think=1s..1000",
            "users=007&seed=18446744073709551615",
            "order=AABw5w5ttt&you=b&clicks=A1.B2",
            "users=100&you=Z",
            "backoff=EXPO&version=seat&lock=seat&lockorder=sorted&late=Accept-If-Free",
            "clock=free&sched=pct&depth=9&crash=3&attempts=20&party=8",
        ],
        expect![[r#"
            "mix=two-phase,NAIVE,naive"
             => v=1&mix=two-phase,naive,naive
            "want=D1.D2,D2.D1&seats=4X20"
             => v=1&seats=4x20&want=D1.D2,D2.D1
            "hold=off&expiry=Sweep:60s&paytimeout=90000"
             => v=1&hold=off&expiry=sweep:1m&paytimeout=90s
            "pay=500..2000&lat=0..0&think=1s..1000"
             => v=1&think=1s
            "users=007&seed=18446744073709551615"
             => v=1&users=7&seed=18446744073709551615
            "order=AABw5w5ttt&you=b&clicks=A1.B2"
             => v=1&order=A2Bw5w5t3&you=B&clicks=A1.B2
            "users=100&you=Z"
             => v=1&users=100&you=Z
            "backoff=EXPO&version=seat&lock=seat&lockorder=sorted&late=Accept-If-Free"
             => v=1&backoff=expo&version=seat&lock=seat&lockorder=sorted&late=accept-if-free
            "clock=free&sched=pct&depth=9&crash=3&attempts=20&party=8"
             => v=1&party=8&attempts=20&crash=3&clock=free&sched=pct&depth=9
        "#]],
    );
}

#[test]
fn a_gallery_scenario_is_the_base_of_a_query() {
    check(
        &[
            "s=FIVE-users&arrive=0..60ms",
            "arrive=0",
            "s=deadlock",
            "s=deadlock&seats=4x20",
            "s=deadlock&want=same",
            "s=deadlock&mix=naive",
            "s=mixed&strategy=naive",
            "s=mixed&users=3&payfail=0",
            "s=orphaned-lock&order=none",
            "s=orphaned-lock&order=",
        ],
        expect![[r#"
            "s=FIVE-users&arrive=0..60ms"
             => v=1
            "arrive=0"
             => v=1&arrive=0
            "s=deadlock"
             => v=1&s=deadlock
            "s=deadlock&seats=4x20"
             => v=1&s=deadlock&seats=4x20
            "s=deadlock&want=same"
             => v=1&s=deadlock&want=same
            "s=deadlock&mix=naive"
             => v=1&s=deadlock&mix=naive
            "s=mixed&strategy=naive"
             => v=1&s=mixed&strategy=naive
            "s=mixed&users=3&payfail=0"
             => v=1&s=mixed&users=3
            "s=orphaned-lock&order=none"
             => v=1&s=orphaned-lock&order=none
            "s=orphaned-lock&order="
             => v=1&s=orphaned-lock&order=none
        "#]],
    );
}

#[test]
fn the_canonical_form_leaves_out_what_does_not_decide_a_run() {
    let lines = |query: &str| Query::parse(query).unwrap().canonical().replace('&', "\n&");
    let plain = lines("seed=1&arrive=0");
    assert_eq!(plain, Scenario::plain().canonical().replace('&', "\n&"));
    assert_eq!(plain, lines("seed=1&arrive=0&sched=pct&depth=5&order=ABt"));
    assert_eq!(lines("s=mixed"), lines("seed=1&mix=two-phase,naive&users=2&payfail=0&arrive=0"));
    expect![[r#"
        strategy=pessimistic
        &users=2
        &seats=10x10
        &seed=2
        &want=D1.D2,D2.D1
        &arrive=0
        &lat=0
        &think=10..50
        &attempts=3
        &backoff=none
        &version=show
        &lock=seat
        &lockorder=asked
        &hold=10m
        &expiry=timer
        &pay=500..2s
        &payfail=10
        &paylost=0
        &paytimeout=30s
        &late=refund
        &crash=0
        &clock=natural
        &you=A
        &clicks=C3.C4"#]]
    .assert_eq(&lines("s=deadlock&you=A&clicks=C3.C4"));
}
