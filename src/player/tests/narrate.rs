use super::scenarios::{crowds, ordered};
use crate::lab::{self, Contest};
use crate::player::{Session, about_to, sentence, step_sentences};
use crate::scenario::{Query, Scenario, Strategy};
use crate::texts::forms::clock;
use crate::units::User;
use expect_test::{Expect, expect};
use std::fmt::Write;

/// A race as its log: what each step says.
fn log(scenario: Scenario, contest: Contest) -> String {
    let hall = scenario.hall;
    let mut session = Session::new(scenario, contest);
    let mut text = String::new();
    while session.forward() {
        let says = step_sentences(hall, session.stage_before(), session.step_events());
        writeln!(text, "{} {} {}", session.cursor(), clock(session.stage().at), says.join(" "))
            .expect("a string takes everything");
    }
    text
}

fn parse(query: &str) -> (Scenario, Contest) {
    let scenario = Query::parse(query).expect("a test's query is valid");
    let contest = lab::contests(&scenario)[0];
    (scenario, contest)
}

fn check(query: &str, expected: Expect) {
    let (scenario, contest) = parse(query);
    expected.assert_eq(&log(scenario, contest));
}

#[test]
fn naive_writes_over_each_other() {
    check(
        "strategy=naive&users=4&clock=free&order=ABCA3B3C3D",
        expect![[r#"
        1 0:00.000 Alice reads D1: free.
        2 0:00.000 Bob reads D1: free.
        3 0:00.000 Carol reads D1: free.
        4 0:00.000 Alice writes D1.
        5 0:00.000 Bob writes D1 over Alice.
        6 0:00.000 Carol writes D1 over Alice and Bob.
        7 0:00.000 Dave reads D1: Carol has it.
    "#]],
    );
}

#[test]
fn optimistic_conflicts_name_what_has_changed() {
    check(
        "strategy=optimistic&users=2&clock=free&order=ABAB&attempts=1",
        expect![[r#"
        1 0:00.000 Alice reads D1: free.
        2 0:00.000 Bob reads D1: free.
        3 0:00.000 Alice commits D1: version 1.
        4 0:00.000 Bob’s commit is refused: D1 has changed since the read at step 2. Bob gives up after a conflict.
    "#]],
    );
    check(
        "strategy=optimistic&users=2&clock=free&order=A2B2AB&party=2&want=each&attempts=2",
        expect![[r#"
            1 0:00.000 Alice reads A1: free.
            2 0:00.000 Alice reads A2: free.
            3 0:00.000 Bob reads A3: free.
            4 0:00.000 Bob reads A4: free.
            5 0:00.000 Alice commits A1 and A2: version 1.
            6 0:00.000 Bob’s commit is refused: the show has changed since the read at step 3.
            7 0:00.000 Bob reads A3: free.
            8 0:00.000 Bob reads A4: free.
            9 0:00.000 Bob commits A3 and A4: version 2.
        "#]],
    );
}

#[test]
fn pessimistic_users_wait_and_inherit() {
    check(
        "strategy=pessimistic&users=3&clock=free&order=ABCA3B",
        expect![[r#"
        1 0:00.000 Alice locks the show.
        2 0:00.000 Bob waits for Alice’s lock on the show.
        3 0:00.000 Carol waits for Alice’s lock on the show.
        4 0:00.000 Alice checks D1: free.
        5 0:00.000 Alice updates D1.
        6 0:00.000 Alice unlocks the show. Bob is handed the lock on the show.
        7 0:00.000 Bob checks D1: Alice has it.
        8 0:00.000 Bob unlocks the show. Carol is handed the lock on the show.
        9 0:00.000 Carol checks D1: Alice has it.
        10 0:00.000 Carol unlocks the show.
    "#]],
    );
    check(
        "s=deadlock&clock=free&order=AB2A",
        expect![[r#"
        1 0:00.000 Alice locks D1.
        2 0:00.000 Bob locks D2.
        3 0:00.000 Bob waits for Alice’s lock on D1.
        4 0:00.000 Alice and Bob wait for a lock for ever. Alice waits for Bob’s lock on D2.
    "#]],
    );
    check(
        "s=orphaned-lock",
        expect![[r#"
        1 0:00.000 Alice locks the show.
        2 0:00.000 Bob waits for Alice’s lock on the show.
        3 0:00.000 Alice’s client crashes and leaves the show locked.
        4 0:00.000 Bob and Carol wait for a lock for ever. Carol waits for Alice’s lock on the show.
    "#]],
    );
}

#[test]
fn two_phase_pays_in_time_or_too_late() {
    check(
        "strategy=two-phase&users=3&clock=free&order=ABtApA2Cw250CdC",
        expect![[r#"
        1 0:00.000 Alice reserves D1 until 10:00.000. Alice’s payment goes out.
        2 0:00.000 Bob is refused D1: Alice holds it.
        3 10:00.000 Alice’s hold on D1 expires.
        4 10:00.000 Alice’s payment is captured, too late.
        5 10:00.000 Alice’s confirm is refused: the hold on D1 has expired. Refund due.
        6 10:00.000 Alice is refunded.
        7 10:00.000 Carol reserves D1 until 20:00.000. Carol’s payment goes out.
        8 10:00.250 250 ms pass.
        9 10:00.250 Carol’s payment is declined.
        10 10:00.250 Carol cancels D1.
    "#]],
    );
    check(
        "strategy=two-phase&users=2&clock=free&hold=1s&expiry=sweep:700&late=accept&party=2&order=A2tBtB2ApABpB",
        expect![[r#"
            1 0:00.000 Alice reserves D1 until 0:01.000.
            2 0:00.000 Alice reserves D2 until 0:01.000. Alice’s payment goes out.
            3 0:01.000 Alice’s holds on D1 and D2 expire.
            4 0:01.000 Bob is refused D1: Alice’s dead hold is not swept yet.
            5 0:01.400 The sweeper frees D1 and D2.
            6 0:01.400 Alice’s payment is captured, too late.
            7 0:01.400 Alice confirms D1 and D2, too late and unchecked.
        "#]],
    );
    check(
        "strategy=two-phase&users=2&clock=free&crash=1&order=ABAk",
        expect![[r#"
        1 0:00.000 Alice reserves D1 until 10:00.000. Alice’s payment goes out.
        2 0:00.000 Bob is refused D1: Alice holds it.
        3 0:00.000 Alice’s client crashes and leaves D1 held.
        4 10:00.000 Alice’s hold on D1 expires.
    "#]],
    );
}

#[test]
fn mixed_rules_meet_on_one_seat() {
    check(
        "s=mixed",
        expect![[r#"
        1 0:00.000 Bob reads D1: free.
        2 0:00.000 Alice reserves D1 until 10:00.000. Alice’s payment goes out.
        3 0:00.015 Bob writes D1.
        4 0:01.659 Alice’s payment is captured.
        5 0:01.659 Alice confirms D1 over Bob.
    "#]],
    );
}

/// What every user is about to do after so many steps.
fn check_about(query: &str, step: u32, expected: Expect) {
    let (scenario, contest) = parse(query);
    let hall = scenario.hall;
    let mut session = Session::new(scenario, contest);
    session.seek(step);
    let mut text = String::new();
    for (user, view) in (0..).map(User).zip(&session.stage().users) {
        let (bold, rest, small) = about_to(hall, session.stage(), &view.state);
        writeln!(text, "{user} {bold} {rest} ({small})").expect("a string takes everything");
    }
    expected.assert_eq(&text);
}

#[test]
fn everybody_is_about_to_do_something_or_says_why_not() {
    check_about(
        "strategy=naive&users=3&arrive=5..90",
        0,
        expect![[r#"
            Alice about to read D1 (at 0:00.008)
            Bob about to read D1 (at 0:00.036)
            Carol about to read D1 (at 0:00.062)
        "#]],
    );
    check_about(
        "strategy=naive&users=3&clock=free&order=ABA",
        3,
        expect![[r#"
        Alice was told: Booking successful (finished at step 3)
        Bob about to write D1 (the read at step 2 is out of date)
        Carol about to read D1 ()
    "#]],
    );
    check_about(
        "strategy=optimistic&users=2&party=2&clock=free&order=A2B2AB",
        6,
        expect![[r#"
        Alice was told: Booking successful (finished at step 5)
        Bob about to read D1 (round 2, after a conflict)
    "#]],
    );
}

#[test]
fn whoever_waits_or_has_something_says_since_when() {
    check_about(
        "strategy=pessimistic&users=3&clock=free&order=ABA",
        3,
        expect![[r#"
        Alice about to update D1 (has the lock since step 1)
        Bob waits for Alice’s lock (on the show, since step 2)
        Carol about to lock the show (Alice has it)
    "#]],
    );
    check_about(
        "strategy=pessimistic&users=2&clock=free&order=ABA2",
        4,
        expect![[r#"
        Alice about to unlock the show (lets Bob in)
        Bob waits for Alice’s lock (on the show, since step 2)
    "#]],
    );
    check_about(
        "s=orphaned-lock",
        2,
        expect![[r#"
        Alice about to check D1 (has the lock since step 1)
        Bob waits for Alice’s lock (on the show, since step 2)
        Carol about to lock the show (Alice has it)
    "#]],
    );
    check_about(
        "s=deadlock&clock=free&order=AB2A",
        4,
        expect![[r#"
        Alice waits for ever (nobody can go on since step 4)
        Bob waits for ever (nobody can go on since step 4)
    "#]],
    );
    check_about(
        "strategy=two-phase&users=3&want=D1,D2,D3&hold=9m&order=ABC",
        3,
        expect![[r#"
            Alice about to hear of the payment (hold ends in 8 min 59 s)
            Bob about to hear of the payment (hold ends in 8 min 59 s)
            Carol about to hear of the payment (hold ends in 9 min)
        "#]],
    );
    check_about(
        "strategy=two-phase&users=1&clock=free&order=AtAp",
        2,
        expect![[r#"
        Alice about to hear of the payment (the hold has expired)
    "#]],
    );
}

#[test]
fn every_event_has_a_sentence_and_the_first_fits_the_screen() {
    let mut longest = String::new();
    for (scenario, contest) in crowds() {
        let hall = scenario.hall;
        let mut session = Session::new(scenario, contest);
        while session.forward() {
            let before = session.stage_before();
            for event in session.step_events() {
                assert!(sentence(hall, before, event).ends_with('.'));
            }
            let says = step_sentences(hall, before, session.step_events());
            let first = says.first().expect("a step says something");
            if first.chars().count() > longest.chars().count() {
                longest = first.clone();
            }
            for view in &session.stage().users {
                assert!(!about_to(hall, session.stage(), &view.state).0.is_empty());
            }
        }
    }
    expect!["Frank’s commit is refused: the show has changed since the read at step 10."]
        .assert_eq(&longest);
}

#[test]
fn the_order_so_far_leads_here_again() {
    let mut session = Session::new(ordered(2, "ABAB"), Contest::All(Strategy::Naive));
    session.seek(3);
    assert_eq!(session.order().to_string(), "ABA");
}
