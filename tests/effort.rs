//! What a run costs, against its order and its figures.

use seatrace::lab::{self, Contest};
use seatrace::measure::{Effort, measure};
use seatrace::scenario::{Query, Scenario};
use seatrace::trace::{Choice, Mark, Outcome};

fn effort(scenario: &Scenario, contest: Contest) -> (Effort, lab::Run) {
    let run = lab::run(scenario, contest);
    let figures = measure(&lab::wants(scenario), &run.trace);
    (Effort::of(&figures.users, &run.trace.events), run)
}

fn of(query: &str) -> Effort {
    let scenario = Query::parse(query).expect("a query");
    effort(&scenario, lab::contests(&scenario)[0]).0
}

#[test]
fn every_choice_is_a_step_of_a_user_a_crash_or_time_that_passes() {
    let queries = [
        "users=6&crash=2&sched=random&mix=naive,optimistic,pessimistic,two-phase&want=random&seats=1x4&party=2",
        "users=5&hold=1s&expiry=sweep:300&payfail=30&paylost=10&crash=1",
        "users=4&clock=free&sched=random&hold=1s&lock=seat&want=D1.D2,D2.D1",
        "users=40&want=zipf",
    ];
    for query in queries {
        for seed in 0..40 {
            let scenario = Query::parse(&format!("{query}&seed={seed}")).expect("a query");
            for contest in lab::contests(&scenario) {
                let (effort, run) = effort(&scenario, contest);
                let is_step = |choice: &&Choice| matches!(choice, Choice::Step(_, mark) if *mark != Some(Mark::Crash));
                let steps = run.order.0.iter().filter(is_step).count();
                assert_eq!(effort.steps as usize, steps, "{query} {seed} {contest}");
                let sum: u32 = effort.users.iter().map(|user| user.steps).sum();
                assert_eq!(sum, effort.steps);
                let waited: u64 = effort.users.iter().map(|user| user.waited_ms).sum();
                assert_eq!(waited, effort.waited_ms);
                assert!(effort.wasted <= effort.steps);
                assert!(effort.captured <= effort.asked);
                let mut ended = run.trace.events.iter().filter(|e| e.outcome == Outcome::Booked);
                assert!(effort.wasted < effort.steps || ended.next().is_none());
            }
        }
    }
}

#[test]
fn steps_that_led_to_a_ticket_are_not_thrown_away() {
    let all = of("strategy=naive&users=2&clock=free&order=ABAB");
    assert_eq!((all.steps, all.wasted), (4, 0));
    let one = of("strategy=naive&users=2&clock=free&order=A2B");
    assert_eq!((one.steps, one.wasted), (3, 1));
    let refunded = of("strategy=two-phase&users=1&clock=free&payfail=0&order=AtA3");
    assert_eq!((refunded.steps, refunded.wasted, refunded.captured), (4, 4, 1));
}

#[test]
fn waiting_is_counted_from_joining_the_queue_until_the_lock_is_granted() {
    let effort = of("strategy=pessimistic&users=2&arrive=0&think=20&sched=rr");
    let waited: Vec<u64> = effort.users.iter().map(|user| user.waited_ms).collect();
    assert_eq!(waited, [0, 20]);
    assert_eq!(effort.users[0].began, Some(0));
    assert_eq!(effort.users[1].finished, Some(20));
}
