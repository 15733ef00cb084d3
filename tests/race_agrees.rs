//! The race against the oracle: at every state the same choices, at every step the same events, in the end the same
//! outcomes; first along random orders of many models, then through every order of the reference races.

mod oracle;

use oracle::{Model, OutcomeKey, choices};
use proptest::prelude::*;
use seatrace::measure::{Figures, UserFigures, measure};
use seatrace::race::{Plan, Race, Setup, Timing};
use seatrace::show::Policy;
use seatrace::strategy;
use seatrace::trace::{Choice, Event, Mark, Op, Order, Outcome};
use seatrace::units::{Backoff, Clock, Expiry, Hall, Late, Scope, Seat, Span, User};
use seatrace::verdict::{Facts, Rule, judge};
use std::collections::BTreeMap;
use std::rc::Rc;
use std::sync::Arc;

const SEATS: u32 = 4;

fn scope(scope: oracle::Scope) -> Scope {
    match scope {
        oracle::Scope::Show => Scope::Show,
        oracle::Scope::Seat => Scope::Seat,
    }
}

fn policy(model: &Model) -> Policy {
    Policy {
        version: scope(model.version),
        hold_ms: model.hold_ms,
        expiry: match model.expiry {
            oracle::Expiry::Timer => Expiry::Timer,
            oracle::Expiry::Lazy => Expiry::Lazy,
            oracle::Expiry::Sweep(ms) => Expiry::Sweep(ms),
        },
        late: match model.late {
            oracle::Late::Refund => Late::Refund,
            oracle::Late::AcceptIfFree => Late::AcceptIfFree,
            oracle::Late::Accept => Late::Accept,
        },
    }
}

fn race(model: &Model) -> Race {
    let none = Span { min_ms: 0, max_ms: 0 };
    let plan = |party: &oracle::Party| {
        let start = match party.strategy {
            oracle::Strategy::Naive => strategy::NAIVE.start,
            oracle::Strategy::Optimistic => strategy::OPTIMISTIC.start,
            oracle::Strategy::Pessimistic => strategy::PESSIMISTIC.start,
            oracle::Strategy::TwoPhase => strategy::TWO_PHASE.start,
        };
        let seats = party.wants.iter().map(|seat| Seat(*seat as u32)).collect();
        let sorted = model.lock_order == oracle::LockOrder::Sorted;
        Rc::new(Plan::new(start, seats, scope(model.lock), sorted, model.attempts))
    };
    let timing = Timing {
        seed: 1,
        clock: Clock::Free,
        arrive: none,
        lat: none,
        think: none,
        pay: none,
        payfail_percent: model.payfail_percent,
        paylost_percent: model.paylost_percent,
        pay_timeout_ms: 30_000,
        backoff: Backoff::None,
        person: None,
    };
    Race::new(Setup {
        hall: Hall { rows: 1, cols: SEATS },
        policy: policy(model),
        timing,
        plans: model.users.iter().map(plan).collect(),
        crash: model.crash,
    })
}

fn choice(choice: &oracle::Choice) -> Choice {
    match choice {
        oracle::Choice::Time => Choice::Time,
        oracle::Choice::Step(user, mark) => Choice::Step(
            User(*user as u32),
            mark.map(|mark| match mark {
                oracle::Mark::Captured => Mark::Captured,
                oracle::Mark::Declined => Mark::Declined,
                oracle::Mark::NoAnswer => Mark::NoAnswer,
                oracle::Mark::Crash => Mark::Crash,
            }),
        ),
    }
}

type Told = (Option<usize>, String, Option<usize>, String);

/// What both tell in the same words. Two differences of form are evened out: the oracle has no event for a payment going
/// out nor for the end of crashed and waiting users, and it names every seat of a refused commit or confirm.
fn told_by_race(event: &Event) -> Option<Told> {
    let silent = event.outcome == Outcome::Asked
        || event.op == Op::End && matches!(event.outcome, Outcome::Crashed | Outcome::Waiting);
    let refused = matches!(event.outcome, Outcome::Conflict | Outcome::Refused);
    let seat = event.seat().filter(|_| !refused).map(|seat| seat.0 as usize);
    let user = event.user().map(|user| user.0 as usize);
    (!silent).then(|| (user, event.op.name().into(), seat, event.outcome.name().into()))
}

fn told_by_oracle(happened: &oracle::Happened) -> Told {
    let refused = ["conflict", "refused"].contains(&happened.outcome);
    let seat = happened.seat.filter(|_| !refused);
    (happened.user, happened.op.into(), seat, happened.outcome.into())
}

/// Follows one order in both, chosen by `picks`, and compares everything on the way.
fn follow(model: &Model, picks: &[u8]) {
    let mut state = oracle::State::new(model);
    let mut race = race(model);
    let mut picks = picks.iter().cycle();
    loop {
        let possible = choices(&state);
        let mut expected: Vec<Choice> = possible.iter().map(choice).collect();
        let mut offered = race.choices();
        expected.sort();
        offered.sort();
        assert_eq!(offered, expected, "after {} of {model:?}", race.order());
        let Some(pick) = picks.next().map(|pick| usize::from(*pick) % possible.len().max(1)) else {
            break;
        };
        let Some(chosen) = possible.get(pick) else { break };
        let mut expected: Vec<Told> =
            oracle::apply(&mut state, *chosen).iter().map(told_by_oracle).collect();
        expected.dedup();
        race.step(choice(chosen)).expect("both offer it");
        let step = race.position();
        let events = race.trace().events.iter().filter(|event| event.step == step);
        let mut told: Vec<Told> = events.filter_map(told_by_race).collect();
        // Who inherits a lock goes on within the step; the order of the two users' events is a matter of form.
        told.sort();
        expected.sort();
        assert_eq!(told, expected, "step {step} of {}, {model:?}", race.order());
    }
    assert!(race.is_over());
    race.show().counts();
}

fn any_model() -> impl Strategy<Value = Model> {
    use oracle::Strategy::{Naive, Optimistic, Pessimistic, TwoPhase};
    let seats = prop::sample::subsequence(vec![0usize, 1, 2], 1..=2).prop_shuffle();
    let strategies = prop::sample::select(vec![Naive, Optimistic, Pessimistic, TwoPhase, TwoPhase]);
    let party = (strategies, seats).prop_map(|(strategy, wants)| oracle::Party { strategy, wants });
    let scope = || prop::sample::select(vec![oracle::Scope::Show, oracle::Scope::Seat]);
    let expiry = vec![
        oracle::Expiry::Timer,
        oracle::Expiry::Lazy,
        oracle::Expiry::Sweep(60_000),
        oracle::Expiry::Sweep(420_000),
    ];
    let late = vec![oracle::Late::Refund, oracle::Late::AcceptIfFree, oracle::Late::Accept];
    let locks = vec![oracle::LockOrder::Asked, oracle::LockOrder::Sorted];
    let show = (scope(), scope(), prop::sample::select(locks), 1..4u32, 0..3u32);
    let holds = (
        prop::sample::select(vec![None, Some(600_000), Some(1)]),
        prop::sample::select(expiry),
        prop::sample::select(late),
        prop::sample::select(vec![0u32, 10, 100]),
        prop::sample::select(vec![0u32, 5]),
    );
    (prop::collection::vec(party, 1..5), show, holds).prop_map(|(users, show, holds)| Model {
        version: show.0,
        lock: show.1,
        lock_order: show.2,
        attempts: show.3,
        crash: show.4,
        hold_ms: holds.0,
        expiry: holds.1,
        late: holds.2,
        payfail_percent: holds.3,
        paylost_percent: if holds.3 == 100 { 0 } else { holds.4 },
        ..Model::new(users)
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 20_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_race_steps_as_the_oracle_does(
        model in any_model(),
        picks in prop::collection::vec(any::<u8>(), 1..120),
    ) {
        follow(&model, &picks);
    }
}

/// Drives the real race through every order, replaying each from its start: nothing is merged.
fn every_order(model: &Model, mut visit: impl FnMut(&Race)) {
    // The choices made, and at each position those that are still to be tried.
    let mut open: Vec<(Choice, Vec<Choice>)> = Vec::new();
    loop {
        let mut race = race(model);
        let made = Order(open.iter().map(|(choice, _)| *choice).collect());
        assert!(race.follow(&made).is_empty(), "what was offered once is offered again");
        while !race.is_over() {
            let mut choices = race.choices();
            let first = choices.pop().expect("a run that is not over has a choice");
            race.step(first).expect("an offered choice is enabled");
            open.push((first, choices));
        }
        visit(&race);
        while open.last().is_some_and(|(_, left)| left.is_empty()) {
            open.pop();
        }
        let Some((choice, left)) = open.last_mut() else { return };
        *choice = left.pop().expect("the last one has choices left");
    }
}

/// The outcome in the words of the table, read off the race's events.
fn results(race: &Race) -> Vec<String> {
    let ends = race.trace().events.iter().filter(|event| event.op == Op::End);
    let mut results: BTreeMap<User, String> = BTreeMap::new();
    for end in ends {
        results.insert(end.user().expect("somebody ends"), end.outcome.name().into());
    }
    results.into_values().collect()
}

fn check(model: &Model, schedules: u64, double: u64, deadlocked: u64) {
    let mut counted = (0, 0, 0);
    every_order(model, |race| {
        counted.0 += 1;
        let sold_twice = (0..SEATS).any(|seat| race.show().tickets(Seat(seat)) > 1);
        counted.1 += u64::from(sold_twice);
        counted.2 += u64::from(results(race).iter().any(|result| result == "waiting"));
    });
    assert_eq!(counted, (schedules, double, deadlocked), "{model:?}");
}

fn two_phase(users: usize, payfail_percent: u32, hold_ms: Option<u64>) -> Model {
    Model { hold_ms, payfail_percent, ..Model::same(oracle::Strategy::TwoPhase, users) }
}

#[test]
fn the_reference_counts_by_driving_the_real_race_through_every_order() {
    use oracle::Strategy::{Naive, Optimistic, Pessimistic};
    let same = Model::same;
    for (model, schedules, double) in [
        (same(Naive, 2), 6, 4),
        (same(Naive, 3), 66, 60),
        (same(Optimistic, 2), 6, 0),
        (same(Optimistic, 3), 150, 0),
        (Model::each(Optimistic, 3), 498, 0),
        (same(Pessimistic, 2), 8, 0),
        (same(Pessimistic, 3), 108, 0),
        (Model::each(Pessimistic, 2), 8, 0),
        (Model::each(Pessimistic, 3), 132, 0),
        (Model { lock: oracle::Scope::Seat, ..Model::each(Pessimistic, 2) }, 70, 0),
        (Model { lock: oracle::Scope::Seat, ..Model::each(Pessimistic, 3) }, 34_650, 0),
        (two_phase(2, 0, None), 6, 0),
        (two_phase(3, 0, None), 36, 0),
        (two_phase(2, 0, Some(600_000)), 380, 0),
        (two_phase(3, 0, Some(600_000)), 367_440, 0),
        (two_phase(2, 10, Some(600_000)), 906, 0),
        (two_phase(3, 10, Some(600_000)), 922_746, 0),
        (Model { late: oracle::Late::Accept, ..two_phase(2, 0, Some(600_000)) }, 112, 96),
    ] {
        check(&model, schedules, double, 0);
    }
}

#[test]
fn crossed_locks_deadlock_in_four_of_thirty_orders_and_sorted_ones_never() {
    let crossed = Model::wanting(oracle::Strategy::Pessimistic, &[&[0, 1], &[1, 0]]);
    let asked = Model { lock: oracle::Scope::Seat, ..crossed };
    check(&asked, 30, 0, 4);
    check(&Model { lock_order: oracle::LockOrder::Sorted, ..asked }, 16, 0, 0);
}

/// What the judge must know of a model.
fn facts(model: &Model) -> Arc<Facts> {
    let policy = policy(model);
    let wants = |party: &oracle::Party| party.wants.iter().map(|s| Seat(*s as u32)).collect();
    Arc::new(Facts {
        hall: Hall { rows: 1, cols: SEATS },
        wants: model.users.iter().map(wants).collect(),
        version: policy.version,
        late: policy.late,
        hold_ms: policy.hold_ms,
        expiry: policy.expiry,
    })
}

/// What the judge finds broken must be what the figures call it: two programs that share nothing but the events.
fn check_verdict(facts: &Arc<Facts>, race: &Race, figures: &Figures) {
    let verdict = judge(facts, race.trace());
    let broken = |rule| verdict.first(rule).is_some();
    let order = race.order();
    assert_eq!(broken(Rule::NoDoubleBooking), figures.double_sold > 0, "{order}");
    assert_eq!(broken(Rule::Deadlock), figures.deadlocked > 0, "{order}");
    assert_eq!(broken(Rule::RefundPaid), figures.refunds_due > 0, "{order}");
    let late = race.trace().events.iter().any(|event| event.outcome == Outcome::Late);
    assert_eq!(broken(Rule::LiveToken), late, "{order}: {:?}", verdict.violations);
    let expected = [Rule::NoDoubleBooking, Rule::LiveToken];
    let surprise = verdict.violations.iter().find(|v| !v.liveness && !expected.contains(&v.rule));
    assert_eq!(surprise, None, "{order}");
}

/// Class, tickets, booked, gave up, expired and the result of everyone.
type Key = (String, usize, usize, usize, u32, Vec<String>);

fn key_of(figures: &Figures) -> Key {
    let result = |user: &UserFigures| user.result.expect("everyone is told").name().to_owned();
    (
        figures.class.name().into(),
        figures.tickets as usize,
        figures.booked as usize,
        figures.gave_up as usize,
        figures.expired,
        figures.users.iter().map(result).collect(),
    )
}

fn key_by_oracle(key: &OutcomeKey) -> Key {
    let results = key.results.iter().map(|result| (*result).to_owned()).collect();
    (key.class.into(), key.tickets, key.booked, key.gave_up, key.expired, results)
}

/// Not only the totals: the exact number of schedules of every outcome, by the race, the figures and the judge.
#[test]
fn the_outcomes_of_every_order_are_those_of_the_oracle() {
    let check = |model: &Model| {
        let expected: BTreeMap<Key, u128> =
            oracle::table(model).iter().map(|(key, n)| (key_by_oracle(key), *n)).collect();
        let facts = facts(model);
        let mut counted: BTreeMap<Key, u128> = BTreeMap::new();
        every_order(model, |race| {
            let figures = measure(&facts.wants, race.trace());
            check_verdict(&facts, race, &figures);
            *counted.entry(key_of(&figures)).or_default() += 1;
        });
        assert_eq!(counted, expected, "{model:?}");
    };
    use oracle::Strategy::{Naive, Optimistic, Pessimistic, TwoPhase};
    for strategy in [Naive, Optimistic, Pessimistic, TwoPhase] {
        check(&Model { crash: 1, ..Model::same(strategy, 2) });
        check(&Model::wanting(strategy, &[&[0, 1], &[1, 0]]));
    }
    check(&Model { lock: oracle::Scope::Seat, ..Model::wanting(Pessimistic, &[&[0, 1], &[1, 0]]) });
    check(&Model { attempts: 1, ..Model::each(Optimistic, 3) });
    for mix in
        [[Naive, Optimistic], [Naive, TwoPhase], [Optimistic, Pessimistic], [Pessimistic, TwoPhase]]
    {
        check(&Model { payfail_percent: 0, ..Model::mix(&mix, &[0]) });
    }
    for late in [oracle::Late::Refund, oracle::Late::AcceptIfFree, oracle::Late::Accept] {
        let swept = Model {
            late,
            expiry: oracle::Expiry::Sweep(420_000),
            ..two_phase(2, 10, Some(600_000))
        };
        check(&swept);
        check(&Model { expiry: oracle::Expiry::Lazy, ..swept });
    }
}
