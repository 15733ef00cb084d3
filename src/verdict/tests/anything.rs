//! Events in any sequence: the judge always says something, and says it the same way whether asked early or late.

use super::*;
use crate::trace::notation::{OPS, OUTCOMES};
use crate::trace::{Event, Op, Outcome};
use crate::units::{Seat, User};
use proptest::prelude::*;

/// Few users, seats and numbers, so that events meet; and the numbers at the edge.
fn any_event() -> impl Strategy<Value = Event> {
    let user = proptest::option::weighted(0.9, 0u32..4).prop_map(|user| user.map(User));
    let seat = proptest::option::weighted(0.8, 29u32..32).prop_map(|seat| seat.map(Seat));
    let op = proptest::sample::select(OPS.as_slice());
    let outcome = prop_oneof![
        2 => Just(Outcome::Ok),
        1 => proptest::sample::select(OUTCOMES.as_slice()),
    ];
    let detail = prop_oneof![9 => 0u32..4, 1 => Just(u32::MAX)];
    let at = prop_oneof![9 => 0u64..3, 1 => Just(u64::MAX)];
    (0u32..20, at, user, op, seat, outcome, detail).prop_map(
        |(step, at, user, op, seat, outcome, detail)| {
            let mut event = Event::new(step, at, user, op, seat, outcome);
            event.detail = detail;
            event
        },
    )
}

fn any_facts() -> impl Strategy<Value = Facts> {
    let terms = ["", "version=seat hold=1 expiry=sweep:2 late=accept", "hold=2 expiry=lazy"];
    let halls = ["", " hall=3x10 late=accept-if-free"];
    (proptest::sample::select(terms.to_vec()), proptest::sample::select(halls.to_vec()))
        .prop_map(|(terms, hall)| facts(&format!("want=D1,D1.D2,C10 {terms}{hall}")))
}

proptest! {
    #[test]
    fn no_sequence_of_events_makes_the_judge_panic(
        facts in any_facts(),
        events in proptest::collection::vec(any_event(), 0..60),
    ) {
        let mut judge = Judge::new(Arc::new(facts));
        for event in &events {
            let before = judge.violations().to_vec();
            judge.see(event);
            prop_assert!(judge.violations().starts_with(&before), "what is found is never taken back");
            prop_assert!(judge.violations().iter().all(|v| !v.liveness));
        }
        let early = judge.violations().len();
        let verdict = judge.finish();
        prop_assert!(verdict.violations.len() >= early);
        prop_assert!(verdict.violations.is_sorted_by_key(|v| (v.liveness, v.step)));
    }

    #[test]
    fn two_tickets_of_a_seat_are_never_missed(
        events in proptest::collection::vec(any_event(), 0..60),
    ) {
        let mut owners = std::collections::BTreeMap::<Seat, User>::new();
        let mut double = false;
        for event in &events {
            let books = matches!(event.op, Op::Write | Op::Commit | Op::Update | Op::Confirm);
            let done = match event.outcome {
                Outcome::Ok => books,
                Outcome::Late | Outcome::LateFree => event.op == Op::Confirm,
                _ => false,
            };
            if let (true, Some(user), Some(seat)) = (done, event.user(), event.seat()) {
                double |= *owners.entry(seat).or_insert(user) != user;
            }
        }
        let trace = Trace { events, intents: Vec::new() };
        let verdict = judge(&Arc::new(facts("want=D1,D1.D2,C10")), &trace);
        prop_assert_eq!(verdict.first(Rule::NoDoubleBooking).is_some(), double);
    }
}
