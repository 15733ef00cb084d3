use super::scenarios::{crowds, mixed, ordered, plain};
use crate::lab::{self, Contest};
use crate::player::{Ground, SCOUT_STEPS_MAX, Session, Stage};
use crate::scenario::{Scenario, Span, Strategy, Want};
use crate::trace::Op;
use crate::units::Hall;

fn two_phase(scenario: Scenario) -> Session {
    Session::new(scenario, Contest::All(Strategy::TwoPhase))
}

#[test]
fn stepping_gives_the_run_of_the_lab() {
    for (scenario, contest) in crowds() {
        let run = lab::run(&scenario, contest);
        let mut session = Session::new(scenario, contest);
        let steps = session.steps();
        let mut forward = 0;
        while session.forward() {
            forward += 1;
        }
        assert_eq!(session.trace(), &run.trace);
        assert_eq!(session.skipped(), run.skipped);
        assert_eq!((forward, session.cursor(), session.made()), (steps, steps, steps));
        assert_eq!(steps as usize, run.order.0.len());
        assert!(session.is_over() && session.gap().is_none() && session.steps_are_known());
    }
}

#[test]
fn a_stage_sought_is_the_stage_folded_from_the_start() {
    for (scenario, contest) in crowds().step_by(7) {
        let ground = Ground::new(&scenario, contest);
        let mut session = Session::new(scenario, contest);
        let mut step = 0;
        for jump in 0..60u32 {
            step = (step * 31 + jump * jump * 7 + 5) % (session.steps() + 2);
            session.seek(step);
            let cursor = session.cursor();
            assert_eq!(cursor, step.min(session.steps()));
            let fold = |step| Stage::at_step(&ground, session.trace(), step);
            assert_eq!(session.stage(), &fold(cursor));
            assert_eq!(session.stage_before(), &fold(cursor.saturating_sub(1)));
        }
    }
}

#[test]
fn keyframes_thin_out_in_a_long_run_and_seeking_stays_exact() {
    // Whoever commits makes all the others begin again.
    let scenario = Scenario {
        attempts: 20,
        party: 3,
        hall: Hall { rows: 20, cols: 10 },
        want: Want::Each,
        arrive: Span { min_ms: 0, max_ms: 0 },
        ..plain(60)
    };
    let contest = Contest::All(Strategy::Optimistic);
    let ground = Ground::new(&scenario, contest);
    let mut session = Session::new(scenario, contest);
    session.seek(u32::MAX);
    assert!(
        session.is_over() && session.steps() > 2_048,
        "{} steps need no thinning",
        session.steps()
    );
    for step in [session.steps() - 1, 1, 0, 65, 64, 63, 2_000] {
        session.seek(step);
        assert_eq!(session.stage(), &Stage::at_step(&ground, session.trace(), step));
    }
    assert!(session.forward() && session.back() && session.back());
    assert_eq!(session.cursor(), 1_999);
}

#[test]
fn a_run_beyond_the_scouts_limit_learns_its_length_at_its_end() {
    let scenario =
        Scenario { hall: Hall { rows: 100, cols: 110 }, want: Want::Each, ..plain(10_001) };
    let mut session = Session::new(scenario, Contest::All(Strategy::Naive));
    assert_eq!((session.steps(), session.steps_are_known()), (SCOUT_STEPS_MAX, false));
    session.seek(u32::MAX);
    assert_eq!((session.steps(), session.steps_are_known()), (20_002, true));
}

#[test]
fn a_session_paused_before_a_deadline_has_no_expiry_in_its_trace() {
    let mut session = two_phase(Scenario { hold_ms: Some(100), ..plain(2) });
    while session.gap().is_some_and(|(_, is_deadline)| !is_deadline) {
        session.forward();
    }
    let expires = |session: &Session| session.trace().events.iter().any(|e| e.op == Op::Expire);
    assert!(!expires(&session) && session.made() < session.steps());
    let (gap_ms, _) = session.gap().expect("a hold waits for its deadline");
    let paused_ms = session.stage().at;
    assert!(session.forward() && expires(&session));
    assert_eq!(session.stage().at, paused_ms + gap_ms);

    session.back();
    assert_eq!(session.gap(), Some((gap_ms, true)), "the recorded gap is the one foretold");
}

#[test]
fn every_gap_is_foretold_by_whatever_chooses() {
    for (scenario, contest) in crowds().step_by(3) {
        let mut session = Session::new(scenario, contest);
        let mut foretold = Vec::new();
        while let Some(gap) = session.gap() {
            foretold.push((session.cursor(), gap));
            assert!(session.forward());
        }
        for (cursor, gap) in foretold {
            session.seek(cursor);
            assert_eq!(session.gap(), Some(gap));
        }
    }
}

#[test]
fn a_clone_is_a_snapshot_that_may_go_on() {
    let mut shown = two_phase(plain(3));
    shown.seek(2);
    let mut next = shown.clone();
    while next.forward() {}
    assert_eq!((shown.cursor(), shown.made(), next.made()), (2, 2, next.steps()));
    while shown.forward() {}
    assert_eq!(shown.trace(), next.trace());
    assert_eq!((shown.stage(), shown.made()), (next.stage(), next.made()));
}

#[test]
fn an_order_is_followed_first_and_what_is_not_possible_is_listed() {
    let mut session = Session::new(mixed(&[Strategy::Naive], ordered(2, "AtABp")), Contest::Mix);
    session.seek(2);
    assert_eq!(session.skipped(), [1, 3]);
    session.seek(u32::MAX);
    assert_eq!(session.steps(), 3);
}
