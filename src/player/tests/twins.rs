//! What is read and what is drawn are twins: the log, the table and the trace tell the same of every event.

use super::scenarios::crowds;
use crate::lab::{self, Contest};
use crate::player::{Session, cells, transcript};
use crate::scenario::Scenario;
use crate::scenario::arbitrary::any_scenario;
use crate::texts::forms::clock;
use crate::trace::{Event, Op, Outcome, Trace};
use proptest::prelude::*;
use std::collections::{BTreeMap, BTreeSet};

/// What a step has already shown is not told again: that a user ends so, and that a payment is asked for beside a reserve.
fn is_told_apart(event: &Event) -> bool {
    event.op != Op::End || matches!(event.outcome, Outcome::GaveUp | Outcome::Waiting)
}

/// A word without which an event is not told, whatever else its step says. `None`: nobody has heard of such an event.
fn word(event: &Event) -> Option<&'static str> {
    use Outcome as O;
    Some(match (event.op, event.outcome) {
        (Op::Read, O::Free | O::Mine | O::Taken | O::Held) => "reads",
        (Op::Check, O::Free | O::Mine | O::Taken | O::Held) => "checks",
        (Op::Write, O::Ok) => "writes",
        (Op::Update, O::Ok) => "updates",
        (Op::Commit, O::Ok) => "commits",
        (Op::Commit, O::Conflict) => "commit is refused",
        (Op::Lock, O::Ok) => "locks",
        (Op::Lock, O::Mine) => "once more",
        (Op::Lock, O::Queued) => "waits for",
        (Op::Lock, O::Granted) => "is handed the lock",
        (Op::Unlock, O::Ok) => "unlocks",
        (Op::Reserve, O::Ok) => "reserves",
        (Op::Reserve, O::Taken | O::Held | O::Refused) => "is refused",
        (Op::Release, O::Ok) => "releases",
        (Op::Release, O::Gone) | (Op::Cancel, O::Gone) => "dead already",
        (Op::Cancel, O::Ok) => "cancels",
        (Op::Pay, O::Asked) => "payment goes out",
        (Op::Pay, O::Captured) => "payment is captured",
        (Op::Pay, O::Declined) => "payment is declined",
        (Op::Pay, O::NoAnswer) => "payment has no answer",
        (Op::Confirm, O::Ok) => "confirms",
        (Op::Confirm, O::Late) => "too late and unchecked",
        (Op::Confirm, O::LateFree) => "late but still free",
        (Op::Confirm, O::Refused) => "confirm is refused",
        (Op::Refund, O::Ok) => "is refunded",
        (Op::Expire, O::Ok) => "expire",
        (Op::Sweep, O::Ok) => "sweeper frees",
        (Op::Crash, O::Ok) => "client crashes",
        (Op::Wait, O::Ok) => "pass",
        (Op::End, O::GaveUp) => "gives up",
        (Op::End, O::Waiting) => "for ever",
        _ => return None,
    })
}

/// What the transcript says of a user's end. A mixed race has its own strategies, so either word will do for a booking.
fn ends_with(outcome: Outcome) -> &'static [&'static str] {
    match outcome {
        Outcome::Booked => &["Booking successful", "Booking confirmed"],
        Outcome::Taken => &["already booked"],
        Outcome::Held => &["not available"],
        Outcome::GaveUp => &["Gave up"],
        Outcome::Declined => &["declined"],
        Outcome::Unpaid => &["timed out"],
        Outcome::Refunded => &["too late, refunded"],
        Outcome::RefundDue => &["refund due"],
        Outcome::Crashed => &["crashed"],
        Outcome::Waiting => &["for ever"],
        _ => &[],
    }
}

/// Runs of more events are told by the same code, only longer.
const EVENTS_MAX: usize = 2_000;

/// What becomes of versions and holds has a line each. A conflict after which the user gives up is told by that.
fn conflicts_and_holds_agree(lines: &[String], trace: &Trace) -> Result<(), TestCaseError> {
    let with = |word: &str| lines.iter().filter(|line| line.contains(word)).count();
    let steps_of = |op, outcome| {
        let these = trace.events.iter().filter(|event| (event.op, event.outcome) == (op, outcome));
        these.map(|event| event.step).collect::<BTreeSet<_>>().len()
    };
    let conflicts = steps_of(Op::Commit, Outcome::Conflict);
    prop_assert_eq!(with("Version conflict") + with("Gave up after"), conflicts);
    prop_assert_eq!(with("Gave up after"), steps_of(Op::End, Outcome::GaveUp));
    let expiries = trace.events.iter().filter(|event| event.op == Op::Expire).count();
    prop_assert_eq!(with("Hold on seat"), expiries);
    // An order of several seats is confirmed in one step, and accepted as one.
    let late = steps_of(Op::Confirm, Outcome::Late);
    prop_assert_eq!(with("payment accepted anyway"), late);
    let free = steps_of(Op::Confirm, Outcome::LateFree);
    prop_assert_eq!(with("accepted as the seat is still free"), free);
    Ok(())
}

/// The transcript tells the end of everybody, every payment and sweep, every conflict, lapse and late accept, and every ticket.
fn transcript_agrees(
    scenario: &Scenario,
    contest: Contest,
    session: &Session,
) -> Result<(), TestCaseError> {
    let trace = session.trace();
    let lines = transcript(scenario, contest, trace);
    let mut of_users: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for (who, says) in lines.iter().filter_map(|line| line.split_once(": ")) {
        of_users.entry(who.trim_start_matches("User ")).or_default().push(says);
    }
    for event in trace.events.iter().filter(|event| event.op == Op::End) {
        let Some(user) = event.user().map(|user| user.to_string()) else { continue };
        let said = of_users.get(user.trim_start_matches("User ")).cloned().unwrap_or_default();
        let words = ends_with(event.outcome);
        let is_told = said.iter().any(|says| words.iter().any(|word| says.contains(word)));
        prop_assert!(is_told, "{event:?}: {said:?}");
    }
    let events = |op, outcome| {
        trace.events.iter().filter(|event| (event.op, event.outcome) == (op, outcome)).count()
    };
    let with = |word: &str| lines.iter().filter(|line| line.contains(word)).count();
    prop_assert_eq!(with("Processing payment"), events(Op::Pay, Outcome::Asked));
    prop_assert_eq!(with("is free again"), events(Op::Sweep, Outcome::Ok));
    conflicts_and_holds_agree(&lines, trace)?;
    let seats = &session.stage().seats;
    let doubles = seats.values().filter(|seat| seat.owners() > 1).count();
    prop_assert_eq!(with("Double booking"), doubles);
    // All tickets stand in one line, before those of the seats that were sold to several.
    let booked = &lines[lines.len() - 1 - doubles];
    let numbers = booked.split(|c: char| !c.is_ascii_digit()).filter(|number| !number.is_empty());
    let tickets: usize = seats.values().map(|seat| seat.tickets.len()).sum();
    prop_assert_eq!(numbers.count(), tickets, "{}", booked);
    Ok(())
}

/// Among random scenarios it is rare that a hold has expired and its seat is still free; in crowds it is not.
#[test]
fn the_transcripts_of_crowds_agree_too() {
    let mut late = [0, 0];
    for (scenario, contest) in crowds() {
        let mut session = Session::new(scenario.clone(), contest);
        session.seek(u32::MAX);
        let agrees = transcript_agrees(&scenario, contest, &session);
        assert!(agrees.is_ok(), "{contest:?} of seed {}: {agrees:?}", scenario.seed);
        for (count, outcome) in late.iter_mut().zip([Outcome::Late, Outcome::LateFree]) {
            *count += session.trace().events.iter().filter(|e| e.outcome == outcome).count();
        }
    }
    assert!(late.iter().all(|count| *count > 0), "{late:?}");
}

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
                    let has_word = word(event).is_some_and(|word| says.contains(word));
                    if !named || !has_word {
                        lost.push((*event, says.clone()));
                    }
                }
            });
            prop_assert_eq!(told, trace.events.len(), "every event is in the log");
            prop_assert!(lost.is_empty(), "{:?}", lost.first());
            transcript_agrees(&scenario, contest, &session)?;
        }
    }
}
