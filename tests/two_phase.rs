//! Two-phase booking, event by event: what expiry, lateness and silence do.

use expect_test::{Expect, expect};
use seatrace::lab;
use seatrace::scenario::Query;

/// The events of the first contest of a query, a line each.
fn check(query: &str, expected: Expect) {
    let scenario = Query::parse(query).expect("a valid query");
    let run = lab::run(&scenario, lab::contests(&scenario)[0]);
    assert!(run.skipped.is_empty(), "skipped {:?}", run.skipped);
    let line = |event: &seatrace::trace::Event| {
        let user = event.user().map_or("-".into(), |user| user.to_string());
        let seat = event.seat().map_or("-".into(), |seat| scenario.hall.name(seat));
        let (op, outcome) = (event.op.name(), event.outcome.name());
        format!("{} {}ms {user} {op} {seat} {outcome}\n", event.step, event.at)
    };
    expected.assert_eq(&run.trace.events.iter().map(line).collect::<String>());
}

const TWO: &str = "strategy=two-phase&users=2&clock=free&payfail=10&paylost=5&order=";

#[test]
fn expiry_while_the_payment_is_in_flight_refuses_the_confirm_refunds_and_sells_to_the_next() {
    check(
        &format!("{TWO}AtBApBpBA2"),
        expect![[r#"
        1 0ms Alice reserve D1 ok
        1 0ms Alice pay - asked
        2 600000ms Alice expire D1 ok
        3 600000ms Bob reserve D1 ok
        3 600000ms Bob pay - asked
        4 600000ms Alice pay - captured
        5 600000ms Bob pay - captured
        6 600000ms Bob confirm D1 ok
        6 600000ms Bob end - booked
        7 600000ms Alice confirm D1 refused
        8 600000ms Alice refund - ok
        8 600000ms Alice end - refunded
    "#]],
    );
}

#[test]
fn a_payment_without_an_answer_is_cancelled_and_the_seat_sold_to_the_next() {
    check(
        &format!("{TWO}AAnABBpB"),
        expect![[r#"
        1 0ms Alice reserve D1 ok
        1 0ms Alice pay - asked
        2 0ms Alice pay - no-answer
        3 0ms Alice cancel D1 ok
        3 0ms Alice end - unpaid
        4 0ms Bob reserve D1 ok
        4 0ms Bob pay - asked
        5 0ms Bob pay - captured
        6 0ms Bob confirm D1 ok
        6 0ms Bob end - booked
    "#]],
    );
    // With time: nobody answers Alice within 3 s; Bob comes after that, and has no better luck.
    check(
        "strategy=two-phase&users=2&paylost=100&payfail=0&paytimeout=3s&order=A3",
        expect![[r#"
            1 2ms Alice reserve D1 ok
            1 2ms Alice pay - asked
            2 3002ms Alice pay - no-answer
            3 3002ms Alice cancel D1 ok
            3 3002ms Alice end - unpaid
            4 3002ms Bob reserve D1 ok
            4 3002ms Bob pay - asked
            5 6002ms Bob pay - no-answer
            6 6002ms Bob cancel D1 ok
            6 6002ms Bob end - unpaid
        "#]],
    );
}

#[test]
fn a_timer_frees_the_seat_at_once() {
    check(
        &format!("{TWO}AtBApA2BpB"),
        expect![[r#"
        1 0ms Alice reserve D1 ok
        1 0ms Alice pay - asked
        2 600000ms Alice expire D1 ok
        3 600000ms Bob reserve D1 ok
        3 600000ms Bob pay - asked
        4 600000ms Alice pay - captured
        5 600000ms Alice confirm D1 refused
        6 600000ms Alice refund - ok
        6 600000ms Alice end - refunded
        7 600000ms Bob pay - captured
        8 600000ms Bob confirm D1 ok
        8 600000ms Bob end - booked
    "#]],
    );
}

#[test]
fn a_lazy_hold_stands_until_somebody_asks() {
    check(
        &format!("{TWO}AtBApA2BpB&expiry=lazy"),
        expect![[r#"
        1 0ms Alice reserve D1 ok
        1 0ms Alice pay - asked
        2 600000ms Alice expire D1 ok
        3 600000ms Bob reserve D1 ok
        3 600000ms Bob pay - asked
        4 600000ms Alice pay - captured
        5 600000ms Alice confirm D1 refused
        6 600000ms Alice refund - ok
        6 600000ms Alice end - refunded
        7 600000ms Bob pay - captured
        8 600000ms Bob confirm D1 ok
        8 600000ms Bob end - booked
    "#]],
    );
}

#[test]
fn a_sweeper_frees_the_seat_at_its_next_round_and_not_before() {
    check(
        &format!("{TWO}AtBt&expiry=sweep:7m"),
        expect![[r#"
            1 0ms Alice reserve D1 ok
            1 0ms Alice pay - asked
            2 600000ms Alice expire D1 ok
            3 600000ms Bob reserve D1 held
            3 600000ms Bob end - held
            4 840000ms - sweep D1 ok
            5 840000ms Alice pay - captured
            6 840000ms Alice confirm D1 refused
            7 840000ms Alice refund - ok
            7 840000ms Alice end - refunded
        "#]],
    );
    check(
        &format!("{TWO}AttBBpB&expiry=sweep:7m"),
        expect![[r#"
            1 0ms Alice reserve D1 ok
            1 0ms Alice pay - asked
            2 600000ms Alice expire D1 ok
            3 840000ms - sweep D1 ok
            4 840000ms Bob reserve D1 ok
            4 840000ms Bob pay - asked
            5 840000ms Bob pay - captured
            6 840000ms Bob confirm D1 ok
            6 840000ms Bob end - booked
            7 840000ms Alice pay - captured
            8 840000ms Alice confirm D1 refused
            9 840000ms Alice refund - ok
            9 840000ms Alice end - refunded
        "#]],
    );
    // A round at the very deadline: expiry and sweep are one step.
    check(
        &format!("{TWO}AtBBpB&expiry=sweep:5m"),
        expect![[r#"
            1 0ms Alice reserve D1 ok
            1 0ms Alice pay - asked
            2 600000ms Alice expire D1 ok
            2 600000ms - sweep D1 ok
            3 600000ms Bob reserve D1 ok
            3 600000ms Bob pay - asked
            4 600000ms Bob pay - captured
            5 600000ms Bob confirm D1 ok
            5 600000ms Bob end - booked
            6 600000ms Alice pay - captured
            7 600000ms Alice confirm D1 refused
            8 600000ms Alice refund - ok
            8 600000ms Alice end - refunded
        "#]],
    );
}

#[test]
fn a_late_confirm_is_accepted_as_the_policy_says() {
    check(
        &format!("{TWO}AtBApABpB&late=accept"),
        expect![[r#"
        1 0ms Alice reserve D1 ok
        1 0ms Alice pay - asked
        2 600000ms Alice expire D1 ok
        3 600000ms Bob reserve D1 ok
        3 600000ms Bob pay - asked
        4 600000ms Alice pay - captured
        5 600000ms Alice confirm D1 late
        5 600000ms Alice end - booked
        6 600000ms Bob pay - captured
        7 600000ms Bob confirm D1 ok
        7 600000ms Bob end - booked
    "#]],
    );
    check(
        &format!("{TWO}AtApAB&late=accept-if-free"),
        expect![[r#"
        1 0ms Alice reserve D1 ok
        1 0ms Alice pay - asked
        2 600000ms Alice expire D1 ok
        3 600000ms Alice pay - captured
        4 600000ms Alice confirm D1 late-free
        4 600000ms Alice end - booked
        5 600000ms Bob reserve D1 taken
        5 600000ms Bob end - taken
    "#]],
    );
    check(
        &format!("{TWO}AtBApA2BpB&late=accept-if-free"),
        expect![[r#"
        1 0ms Alice reserve D1 ok
        1 0ms Alice pay - asked
        2 600000ms Alice expire D1 ok
        3 600000ms Bob reserve D1 ok
        3 600000ms Bob pay - asked
        4 600000ms Alice pay - captured
        5 600000ms Alice confirm D1 refused
        6 600000ms Alice refund - ok
        6 600000ms Alice end - refunded
        7 600000ms Bob pay - captured
        8 600000ms Bob confirm D1 ok
        8 600000ms Bob end - booked
    "#]],
    );
}

/// Found by the oracle: one hold of the order is dead, the other lives, but a user who does not look at holds has booked
/// its seat. That seat is not free.
#[test]
fn a_late_confirm_is_refused_where_a_held_seat_was_booked_meanwhile() {
    check(
        "mix=two-phase,naive&users=2&clock=free&want=D1.D2,D2&payfail=0&late=accept-if-free&order=AtAB2ApA2",
        expect![[r#"
            1 0ms Alice reserve D1 ok
            2 600000ms Alice expire D1 ok
            3 600000ms Alice reserve D2 ok
            3 600000ms Alice pay - asked
            4 600000ms Bob read D2 free
            5 600000ms Bob write D2 ok
            5 600000ms Bob end - booked
            6 600000ms Alice pay - captured
            7 600000ms Alice confirm D1 refused
            8 600000ms Alice refund - ok
            8 600000ms Alice end - refunded
            9 1200000ms Alice expire D2 ok
        "#]],
    );
}
