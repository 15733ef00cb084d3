//! The life of tasks and races: dropped anywhere, panicking, abandoned in a queue. Dropping never touches the show.

use seatrace::lab;
use seatrace::race::{Buyer, Next, Plan, Puppet, Race, Setup, Task, TimeOrder, Told};
use seatrace::scenario::{Query, Scenario};
use seatrace::trace::{Choice, Mark, Op, Outcome};
use seatrace::units::{Scope, Seat, User};
use std::cell::Cell;
use std::rc::Rc;

fn race(query: &str) -> Race {
    let scenario: Scenario = Query::parse(query).expect("a valid query");
    lab::race(&scenario, lab::contests(&scenario)[0])
}

/// A race may be dropped after any number of steps; and a crash, which drops one task, leaves the show as it was.
#[test]
fn a_crash_at_any_step_leaves_locks_holds_and_seats_as_they_were() {
    for strategy in ["naive", "optimistic", "pessimistic", "two-phase"] {
        let query =
            format!("strategy={strategy}&clock=free&crash=1&users=3&want=D1.D2,D2.D1&lock=seat");
        let steps = {
            let mut whole = race(&query);
            whole.run(&mut TimeOrder);
            whole.position()
        };
        for cut in 0..steps {
            let mut race = race(&query);
            for _ in 0..cut {
                let choice = race.choices()[0];
                if race.step(choice).is_err() || race.is_over() {
                    break;
                }
            }
            let crash = Choice::Step(User(0), Some(Mark::Crash));
            let before = (race.show().counts(), race.show().payment(User(0)));
            let locks = |race: &Race| {
                [None, Some(Seat(30)), Some(Seat(31))].map(|s| race.show().lock_owner(s))
            };
            let owned = locks(&race);
            if race.step(crash).is_ok() {
                assert_eq!((race.show().counts(), race.show().payment(User(0))), before);
                assert_eq!(locks(&race), owned, "what a crashed user owns stays owned");
                race.run(&mut TimeOrder);
            }
        }
    }
}

#[test]
fn a_crashed_user_in_a_queue_does_not_inherit_the_lock() {
    let mut race = race("strategy=pessimistic&users=3&clock=free&crash=1");
    let step =
        |race: &mut Race, user, mark| race.step(Choice::Step(User(user), mark)).expect("enabled");
    for user in [0, 1, 2] {
        step(&mut race, user, None); // Alice owns the lock, Bob and Carol wait
    }
    step(&mut race, 1, Some(Mark::Crash));
    for _ in 0..3 {
        step(&mut race, 0, None); // check, update, unlock
    }
    assert_eq!(race.show().lock_owner(None), Some((User(2), 1)));
    assert!(!race.is_enabled(Choice::Step(User(2), Some(Mark::Crash))), "the allowance is spent");
}

/// A refused choice changes nothing at all.
#[test]
fn what_is_not_enabled_leaves_no_trace() {
    let mut race = race("strategy=two-phase&users=2&clock=free&hold=1m");
    let refused = [
        Choice::Time,                                // no hold yet
        Choice::Step(User(0), Some(Mark::Captured)), // not paying
        Choice::Step(User(0), Some(Mark::Crash)),    // no allowance
        Choice::Step(User(7), None),                 // no such user
    ];
    for choice in refused {
        assert!(race.step(choice).is_err(), "{choice}");
    }
    race.step(Choice::Step(User(0), None)).expect("Alice reserves");
    assert!(race.step(Choice::Wait(60_000)).is_err(), "a wait may not reach the deadline");
    race.step(Choice::Wait(59_999)).expect("but may come close");
    assert_eq!((race.position(), race.now()), (2, 59_999));
    assert_eq!(race.trace().events.iter().filter(|event| event.op == Op::Wait).count(), 1);
}

thread_local! {
    static DROPPED: Cell<u32> = const { Cell::new(0) };
}

struct Guard;

impl Drop for Guard {
    fn drop(&mut self) {
        DROPPED.with(|dropped| dropped.set(dropped.get() + 1));
    }
}

fn guarded(me: Buyer) -> Task {
    Box::pin(async move {
        let _guard = Guard;
        for seat in me.seats() {
            me.read(seat).await;
        }
        Told::Booked
    })
}

fn dropped() -> u32 {
    DROPPED.with(Cell::take)
}

#[test]
fn a_task_is_dropped_once_when_it_ends_crashes_or_the_race_goes() {
    let plan = Rc::new(Plan::new(guarded, vec![Seat(0)], Scope::Show, false, 1));
    let scenario =
        Query::parse("users=3&strategy=naive&crash=1&clock=free").expect("a valid query");
    let setup = Setup {
        plans: vec![plan; 3],
        ..lab::race(&scenario, lab::contests(&scenario)[0]).setup().clone()
    };
    let mut race = Race::new(setup);
    race.step(Choice::Step(User(0), None)).expect("Alice reads and ends");
    assert_eq!(dropped(), 1);
    race.step(Choice::Step(User(1), Some(Mark::Crash))).expect("Bob crashes");
    assert_eq!(dropped(), 1);
    drop(race);
    assert_eq!(dropped(), 1, "Carol's task goes with the race");
}

/// A strategy is a pure function of its answers: a second run on the same answers asks the same.
#[test]
fn a_puppet_repeats_itself() {
    let plan = Rc::new(Plan::new(
        seatrace::strategy::OPTIMISTIC.start,
        vec![Seat(0)],
        Scope::Show,
        false,
        3,
    ));
    let answers =
        [Outcome::Free, Outcome::Conflict, Outcome::Free, Outcome::Conflict, Outcome::Taken];
    let run = || {
        let (mut puppet, first) = Puppet::start(&plan);
        let mut nexts = vec![first];
        nexts.extend(answers.iter().map(|answer| puppet.answer(*answer)));
        nexts
    };
    assert_eq!(run(), run());
    assert_eq!(run().last(), Some(&Next::End(Told::Taken)));
}

fn panics(me: Buyer) -> Task {
    Box::pin(async move {
        let first = me.seats().next().expect("an order has a seat");
        me.read(first).await;
        panic!("a defect of ours");
    })
}

#[test]
fn a_panic_in_a_strategy_reaches_whoever_runs_the_race() {
    let plan = Rc::new(Plan::new(panics, vec![Seat(0)], Scope::Show, false, 1));
    let scenario = Query::parse("users=1&strategy=naive").expect("a valid query");
    let setup = Setup {
        plans: vec![plan],
        ..lab::race(&scenario, lab::contests(&scenario)[0]).setup().clone()
    };
    let run = std::panic::AssertUnwindSafe(|| Race::new(setup).run(&mut TimeOrder));
    assert!(std::panic::catch_unwind(run).is_err());
}
