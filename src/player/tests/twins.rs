//! What is read and what is drawn are twins: the log, the table and the trace tell the same of every event.

use crate::lab;
use crate::player::{Session, cells};
use crate::scenario::Scenario;
use crate::scenario::arbitrary::any_scenario;
use crate::texts::forms::clock;
use crate::trace::{Event, Op, Outcome};
use proptest::prelude::*;

/// What a step has already shown is not told again: that a user ends so, and that a payment is asked for beside a reserve.
fn is_told_apart(event: &Event) -> bool {
    event.op != Op::End || matches!(event.outcome, Outcome::GaveUp | Outcome::Waiting)
}

/// Runs of more events are told by the same code, only longer.
const EVENTS_MAX: usize = 2_000;

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn log_table_and_trace_agree_on_every_event(scenario in any_scenario()) {
        let scenario: Scenario = scenario;
        for contest in lab::contests(&scenario) {
            let mut session = Session::new(scenario.clone(), contest);
            session.seek(u32::MAX);
            let trace = session.trace().clone();
            if trace.events.len() > EVENTS_MAX {
                continue;
            }
            for event in &trace.events {
                let [step, time, who, what, seat, outcome] = cells(scenario.hall, event);
                prop_assert_eq!(step, event.step.to_string());
                prop_assert_eq!(time, clock(event.at));
                prop_assert_eq!(who, event.user().map_or("–".to_owned(), |user| user.to_string()));
                prop_assert_eq!(what, event.op.name());
                prop_assert_eq!(seat, event.seat().map_or("–".to_owned(), |seat| scenario.hall.name(seat)));
                prop_assert_eq!(outcome, event.outcome.name());
            }
            let mut told = 0;
            let mut lost = Vec::new();
            session.retell(1, |before, events| {
                let says = crate::player::step_sentences(scenario.hall, before, events).join(" ");
                told += events.len();
                for event in events.iter().filter(|event| is_told_apart(event)) {
                    let user = event.user().map(|user| user.to_string());
                    // A refused commit is of the whole order, and so is what is said of it.
                    let whole = event.op == Op::Commit && event.outcome == Outcome::Conflict;
                    let seat = event.seat().filter(|_| !whole).map(|seat| scenario.hall.name(seat));
                    let named = [user, seat].into_iter().flatten().all(|name| says.contains(&name));
                    if says.is_empty() || !named {
                        lost.push((*event, says.clone()));
                    }
                }
            });
            prop_assert_eq!(told, trace.events.len(), "every event is in the log");
            prop_assert!(lost.is_empty(), "{:?}", lost.first());
        }
    }
}
