//! Work in slices gives what work in one go gives; work that is stopped says so, and is right about what it has seen.

use crate::bridge::{Table, exploration, explored, listed, small};
use crate::grid::{mixes, pairs, thorough, threes};
use crate::oracle::{Expiry, Model, Strategy};
use crate::walked::{Run, letters, runs};
use num_bigint::BigUint;
use seatrace::explore::{Exploration, Limit, Limits, STATES_MAX, Status, Symmetry};
use seatrace::lab;
use seatrace::measure::Class;
use seatrace::trace::Order;
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

const BOTH: [Symmetry; 2] = [Symmetry::Merge, Symmetry::Keep];

fn no_more(part: &Table, whole: &Table) -> bool {
    part.iter().all(|(outcome, schedules)| whole.get(outcome).is_some_and(|all| schedules <= all))
}

/// Looking at what is known so far must not change what comes out, so it is looked at between the slices.
fn check_slices(model: &Model, symmetry: Symmetry) {
    let mut whole = explored(model, symmetry);
    let mut all = exploration(model, symmetry, Limits::default());
    let expected = listed(&whole.outcomes());
    let mut seen = BigUint::ZERO;
    loop {
        let before = all.progress();
        let status = all.advance(1);
        let followed = all.progress().transitions - before.transitions;
        assert!(followed <= if symmetry == Symmetry::Keep { 1 } else { model.users.len() as u64 });
        let (known, schedules) = (listed(&all.outcomes()), all.schedules());
        assert_eq!(known.values().sum::<BigUint>(), schedules, "{model:?}");
        assert!(no_more(&known, &expected) && schedules >= seen, "{model:?}");
        seen = schedules;
        if status != Status::Running {
            break;
        }
        assert_eq!(all.doom(&Order::default()), None, "nothing is known of all orders yet");
    }
    assert_eq!(listed(&all.outcomes()), expected, "{symmetry:?} {model:?}");
    let (a, b) = (all.progress(), whole.progress());
    assert_eq!((a.states, a.transitions), (b.states, b.transitions), "{symmetry:?} {model:?}");
    for class in Class::ALL {
        assert_eq!(all.witness(class), whole.witness(class), "{class} {symmetry:?} {model:?}");
    }
    assert_eq!(all.advance(1_000), Status::Complete, "there is nothing more to do");
    assert_eq!(all.progress(), a);
}

#[test]
fn one_choice_at_a_time_gives_the_same() {
    let models: Vec<Model> = pairs().into_iter().chain(threes()).collect();
    for model in small(models, thorough(300)) {
        BOTH.into_iter().for_each(|symmetry| check_slices(&model, symmetry));
    }
}

/// Whether all users have the same strategy and the same wishes.
fn all_alike(all: &Exploration) -> bool {
    let plans = lab::setup(all.scenario(), all.contest()).plans;
    plans.iter().all(|plan| Rc::ptr_eq(plan, &plans[0]))
}

/// Of a stopped exploration: what it lists happens, not more often than it does, and each with an order that shows it.
fn check_stopped(all: &mut Exploration, limit: Limit, runs: &[Run], symmetry: Symmetry) {
    assert_eq!(all.status(), Status::Stopped(limit));
    let listed = listed(&all.outcomes());
    let schedules = all.schedules();
    assert_eq!(listed.values().sum::<BigUint>(), schedules);
    let ends: BTreeMap<_, &Run> = runs.iter().map(|run| (letters(&run.order), run)).collect();
    if symmetry == Symmetry::Keep {
        // Depth first in letter order: what was followed to its end are the first schedules, without a gap.
        let first = usize::try_from(&schedules).expect("few");
        let mut expected = Table::new();
        for run in &runs[..first] {
            *expected.entry(run.outcome).or_default() += 1u32;
        }
        assert_eq!(listed, expected, "after {first} schedules");
    }
    if symmetry == Symmetry::Merge && all_alike(all) {
        // Whoever begins begins for all, so what was followed is there once for each of them.
        let users = all.scenario().users;
        assert!(listed.values().all(|schedules| schedules % users == BigUint::ZERO), "{listed:?}");
    }
    for outcome in listed.keys() {
        let order = all.first(*outcome);
        let order = order.unwrap_or_else(|| panic!("{outcome:?} is listed without an order"));
        assert_eq!(ends[&letters(&order)].outcome, *outcome, "{order}");
        let first = runs.iter().find(|run| run.outcome == *outcome).expect("it happens");
        assert!(symmetry == Symmetry::Merge || first.order == order, "{order} {}", first.order);
    }
    let met: BTreeSet<Class> = listed.keys().map(|outcome| outcome.class).collect();
    for class in Class::ALL {
        let witness = all.witness(class);
        assert!(!met.contains(&class) || witness.is_some(), "{class} is listed without a witness");
        if let Some(witness) = witness {
            let run = ends[&letters(&witness.order)];
            assert_eq!(run.outcome.class, class);
            assert_eq!(run.switches, witness.switches, "{}", witness.order);
            assert_eq!((run.order.0.len() as u32, false), (witness.steps, witness.fewest));
        }
    }
    check_untold(all);
}

/// Nothing is said of all orders before all were tried.
fn check_untold(all: &Exploration) {
    let start = Order::default();
    assert!(all.doom(&start).is_none() && all.futures(&start).is_none());
    assert!(Class::ALL.iter().all(|class| all.bounds(*class).is_none()));
    assert!(Class::ALL.iter().all(|class| all.lens(*class).is_none()));
}

/// Stopped at every number of states that there is.
fn check_limits(model: &Model, symmetry: Symmetry) {
    let runs = runs(model);
    let states = explored(model, symmetry).progress().states;
    for most in 1..states {
        let mut all = exploration(model, symmetry, Limits { states: most, ..Limits::default() });
        let limit = Limit::States(most);
        assert_eq!(all.advance(u64::MAX), Status::Stopped(limit), "{model:?}");
        assert_eq!(all.progress().states, most);
        check_stopped(&mut all, limit, &runs, symmetry);
    }
    let mut all = exploration(model, symmetry, Limits { states, ..Limits::default() });
    assert_eq!(all.advance(u64::MAX), Status::Complete, "the limit is just enough");
}

#[test]
fn a_limit_of_states_is_named_and_what_was_seen_is_told() {
    let models: Vec<Model> = pairs().into_iter().chain(threes()).chain(mixes()).collect();
    let few = Model { crash: 1, ..Model::same(Strategy::TwoPhase, 2) };
    for model in small(models, thorough(120)).chain([few]) {
        BOTH.into_iter().for_each(|symmetry| check_limits(&model, symmetry));
    }
}

/// Cancelled after every number of choices: nothing goes on, and another reason does not take the place of the first.
#[test]
fn a_cancelled_exploration_stays_as_it_is() {
    for model in small(threes(), thorough(120)) {
        for symmetry in BOTH {
            let runs = runs(&model);
            let transitions = explored(&model, symmetry).progress().transitions;
            for done in 0..transitions {
                let mut all = exploration(&model, symmetry, Limits::default());
                if all.advance(done) != Status::Running {
                    continue;
                }
                all.stop(Limit::Cancelled);
                check_stopped(&mut all, Limit::Cancelled, &runs, symmetry);
                let progress = all.progress();
                all.stop(Limit::Time(1));
                assert_eq!(all.advance(1_000), Status::Stopped(Limit::Cancelled));
                assert_eq!(all.progress().states, progress.states);
            }
        }
    }
}

#[test]
fn what_is_complete_cannot_be_stopped() {
    let mut all = explored(&Model::same(Strategy::Naive, 2), Symmetry::Merge);
    all.stop(Limit::Cancelled);
    assert_eq!(all.status(), Status::Complete);
    assert_eq!(all.schedules(), BigUint::from(6u32));
}

/// Every outcome that was met comes with an order, which was run, measured and judged before.
fn check_orders(all: &mut Exploration) {
    let part = listed(&all.outcomes());
    assert!(!part.is_empty());
    assert_eq!(part.values().sum::<BigUint>(), all.schedules());
    for outcome in part.keys() {
        assert!(all.first(*outcome).is_some(), "{outcome:?} is listed without an order");
    }
    check_untold(all);
}

/// Bytes are counted every 1,024 states.
#[test]
fn a_limit_of_bytes_is_named() {
    let wishes: &[&[usize]] = &[&[0, 1], &[1, 2], &[0]];
    let model = Model { crash: 1, ..Model::wanting(Strategy::TwoPhase, wishes) };
    for symmetry in BOTH {
        let mut whole = explored(&model, symmetry);
        let mut all = exploration(&model, symmetry, Limits { bytes: 1, states: STATES_MAX });
        assert_eq!(all.advance(u64::MAX), Status::Stopped(Limit::Memory(1)));
        let progress = all.progress();
        assert_eq!(progress.states, 1_024);
        assert!(progress.frontier > 0 && progress.states < whole.progress().states);
        assert!(no_more(&listed(&all.outcomes()), &listed(&whole.outcomes())));
        assert!(all.schedules() < whole.schedules());
        check_orders(&mut all);
        // What it needs is enough.
        let most = whole.progress();
        let bytes = most.state_bytes + most.table_bytes;
        let mut all = exploration(&model, symmetry, Limits { bytes, states: STATES_MAX });
        assert_eq!(all.advance(u64::MAX), Status::Complete);
    }
}

/// Many holds and a sweeper that comes at odd times: the states know too many stretches of time.
#[test]
fn too_many_times_until_a_deadline_are_named() {
    let orders: &[&[usize]] = &[&[0, 1, 2, 3], &[0, 1, 2, 3], &[0, 1, 2, 3]];
    let holding = Model { payfail_percent: 0, ..Model::wanting(Strategy::TwoPhase, orders) };
    let model = Model { hold_ms: Some(1_000), expiry: Expiry::Sweep(61), ..holding };
    let mut all = exploration(&model, Symmetry::Merge, Limits::default());
    assert_eq!(all.advance(u64::MAX), Status::Stopped(Limit::Deadlines));
    check_orders(&mut all);
}
