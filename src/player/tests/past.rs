//! The past of a seat against the events and the stages that it is folded from.

use super::scenarios::{crowds, ordered};
use crate::lab::Contest;
use crate::player::{Ground, Session, Stage, Standing, Touch, past};
use crate::scenario::{Query, Scenario, Strategy};
use crate::trace::{Op, Outcome};
use crate::units::Seat;
use expect_test::{Expect, expect};
use std::collections::BTreeSet;

fn told(past: &[Touch]) -> String {
    let line = |touch: &Touch| {
        format!("{} {} -> {}\n", touch.step, touch.says.join(" "), touch.after.says())
    };
    past.iter().map(line).collect()
}

fn check(query: &str, expected: Expect) {
    let scenario = Query::parse(query).expect("a test's query is valid");
    let seat = scenario.hall.seat("D1").expect("a seat of the hall");
    let contest = crate::lab::contests(&scenario)[0];
    let mut session = Session::new(scenario, contest);
    session.seek(u32::MAX);
    expected.assert_eq(&told(&past(&session, seat)));
}

#[test]
fn a_seat_that_is_sold_twice_tells_to_whom_and_when() {
    check(
        "strategy=naive&users=3&clock=free&order=ABABC",
        expect![[r#"
            1 Alice reads D1: free. -> free
            2 Bob reads D1: free. -> free
            3 Alice writes D1. -> booked by Alice
            4 Bob writes D1 over Alice. -> sold twice, to Alice and Bob
            5 Carol reads D1: Bob has it. -> sold twice, to Alice and Bob
        "#]],
    );
}

#[test]
fn a_hold_tells_its_deadline_and_what_became_of_it() {
    check(
        "strategy=two-phase&users=2&clock=free&payfail=0&hold=1s&expiry=sweep:700&order=AtBtBAp",
        expect![[r#"
            1 Alice reserves D1 until 0:01.000. Alice’s payment goes out. -> held by Alice until 0:01.000
            2 Alice’s hold on D1 expires. -> the hold of Alice has expired and still stands
            3 Bob is refused D1: Alice’s dead hold is not swept yet. -> the hold of Alice has expired and still stands
            4 The sweeper frees D1. -> free
            5 Alice’s payment is captured, too late. -> free
            6 Alice’s confirm is refused: the hold on D1 has expired. Refund due. -> free
            7 Alice is refunded. -> free
        "#]],
    );
}

#[test]
fn a_lock_tells_its_owner_and_its_queue() {
    check(
        "strategy=pessimistic&lock=seat&users=3&clock=free&order=ABC",
        expect![[r#"
            1 Alice locks D1. -> free; locked by Alice
            2 Bob waits for Alice’s lock on D1. -> free; locked by Alice, Bob waits
            3 Carol waits for Alice’s lock on D1. -> free; locked by Alice, Bob and Carol wait
            4 Alice checks D1: free. -> free; locked by Alice, Bob and Carol wait
            5 Alice updates D1. -> booked by Alice; locked by Alice, Bob and Carol wait
            6 Alice unlocks D1. Bob is handed the lock on D1. -> booked by Alice; locked by Bob, Carol waits
            7 Bob checks D1: Alice has it. -> booked by Alice; locked by Bob, Carol waits
            8 Bob unlocks D1. Carol is handed the lock on D1. -> booked by Alice; locked by Carol
            9 Carol checks D1: Alice has it. -> booked by Alice; locked by Carol
            10 Carol unlocks D1. -> booked by Alice
        "#]],
    );
}

#[test]
fn the_lock_of_the_show_is_a_part_of_it() {
    let mut session = Session::new(ordered(2, "AB"), Contest::All(Strategy::Pessimistic));
    session.seek(2);
    let past = past(&session, Seat(30));
    assert_eq!(past[1].after.says(), "free; the show is locked by Alice, Bob waits");
    assert_eq!(past.len(), 2);
}

fn at_the_end(scenario: Scenario, contest: Contest) -> Session {
    let mut session = Session::new(scenario, contest);
    session.seek(u32::MAX);
    session
}

#[test]
fn every_step_that_touches_a_seat_is_told_with_the_stage_after_it() {
    for (scenario, contest) in crowds() {
        let session = at_the_end(scenario.clone(), contest);
        let ground = Ground::new(&scenario, contest);
        for seat in (0..4).map(Seat) {
            let past = past(&session, seat);
            let steps: BTreeSet<u32> = past.iter().map(|touch| touch.step).collect();
            assert_eq!(steps.len(), past.len(), "a step is told once");
            let at_it = session.trace().events.iter().filter(|event| event.seat() == Some(seat));
            for event in at_it {
                assert!(steps.contains(&event.step), "{event:?} of {}", scenario.query());
            }
            for touch in &past {
                let stage = Stage::at_step(&ground, session.trace(), touch.step);
                assert_eq!(touch.after, Standing::of(&stage, seat), "{}", scenario.query());
                assert!(!touch.says.is_empty() && !touch.after.says().is_empty());
            }
            let sold = past.iter().filter(|touch| touch.sold_again.is_some()).count();
            let owners = Standing::of(session.stage(), seat).owners().len();
            assert_eq!(sold, owners.saturating_sub(1), "{}", scenario.query());
        }
    }
}

#[test]
fn of_events_at_no_seat_only_those_of_who_wants_it_are_told() {
    for (scenario, contest) in crowds().step_by(7) {
        let session = at_the_end(scenario, contest);
        for seat in (0..4).map(Seat) {
            let wanting = session.wanting(seat);
            for touch in past(&session, seat) {
                let events = session.trace().events_to(touch.step);
                let here = |event: &&crate::trace::Event| {
                    event.step == touch.step
                        && match event.seat() {
                            Some(at) => at == seat,
                            None => event.user().is_some_and(|user| wanting.contains(&user)),
                        }
                };
                assert!(events.iter().any(|event| here(&event)), "{touch:?}");
                let told = |op| events.iter().any(|e| here(&e) && e.op == op);
                assert!(touch.user.is_some() || told(Op::Expire) || told(Op::Sweep), "{touch:?}");
            }
        }
    }
}

#[test]
fn the_past_of_an_earlier_step_is_the_beginning_of_the_whole() {
    for (scenario, contest) in crowds().step_by(5) {
        let mut session = at_the_end(scenario, contest);
        let whole = past(&session, Seat(1));
        for step in [0, 1, session.made() / 2, session.made().saturating_sub(1)] {
            session.seek(step);
            let until: Vec<Touch> =
                whole.iter().filter(|touch| touch.step <= step).cloned().collect();
            assert_eq!(past(&session, Seat(1)), until);
        }
    }
}

#[test]
fn who_gives_up_or_waits_for_ever_is_told_and_other_results_are_not() {
    for (scenario, contest) in crowds().step_by(3) {
        let session = at_the_end(scenario, contest);
        let past = past(&session, Seat(0));
        let wanting = session.wanting(Seat(0));
        for event in session.trace().events.iter().filter(|event| event.op == Op::End) {
            let told = past.iter().any(|touch| touch.step == event.step);
            let here = event.user().is_some_and(|user| wanting.contains(&user));
            if here && matches!(event.outcome, Outcome::GaveUp | Outcome::Waiting) {
                assert!(told, "{event:?}");
            }
        }
    }
}
