//! The orders that are handed out, and the counts by switches, against all orders of small races.

use crate::bridge::{explored, small};
use crate::grid::{mixes, pairs, thorough, threes};
use crate::oracle::{Model, Scope, Strategy};
use crate::walked::{Run, letters, runs};
use num_bigint::BigUint;
use seatrace::explore::{Exploration, Outcome, Symmetry, Witness};
use seatrace::measure::Class;
use std::collections::{BTreeMap, BTreeSet};

/// The clearest run of a class, by comparing them all.
fn clearest(runs: &[Run], class: Class) -> Option<Witness> {
    let of_class = runs.iter().filter(|run| run.outcome.class == class);
    let run = of_class.min_by_key(|r| (r.switches, r.order.0.len(), letters(&r.order)))?;
    let steps = run.order.0.len() as u32;
    Some(Witness { order: run.order.clone(), steps, switches: run.switches, fewest: true })
}

/// How many runs of a class have 0, 1, 2, ... switches.
fn by_switches(runs: &[Run], class: Class) -> Vec<BigUint> {
    let mut counts = Vec::new();
    for run in runs.iter().filter(|run| run.outcome.class == class) {
        let at = run.switches as usize;
        counts.resize(counts.len().max(at + 1), BigUint::ZERO);
        counts[at] += 1u32;
    }
    counts
}

/// What the explorer counts, a few states at a time.
fn bounds(all: &Exploration, class: Class) -> Vec<BigUint> {
    let mut bounds = all.bounds(class).expect("a complete exploration");
    loop {
        if let Some(counts) = bounds.advance(all, 7) {
            assert_eq!(u64::from(bounds.states()), all.progress().states);
            return counts;
        }
    }
}

/// Compares every class of one race; the number of runs.
fn check(model: &Model) -> usize {
    let runs = runs(model);
    let firsts: BTreeMap<Outcome, &Run> = runs.iter().rev().map(|run| (run.outcome, run)).collect();
    for symmetry in [Symmetry::Merge, Symmetry::Keep] {
        let all = explored(model, symmetry);
        for class in Class::ALL {
            let told = format!("{class} {symmetry:?} {model:?}");
            assert_eq!(all.witness(class), clearest(&runs, class), "{told}");
            assert_eq!(bounds(&all, class), by_switches(&runs, class), "{told}");
        }
        for (outcome, run) in &firsts {
            assert_eq!(all.first(*outcome).as_ref(), Some(&run.order), "{symmetry:?} {model:?}");
        }
    }
    runs.len()
}

#[test]
fn the_clearest_example_of_every_class_for_two_users() {
    let runs: Vec<usize> = small(pairs(), thorough(1_500)).map(|model| check(&model)).collect();
    assert!(runs.len() >= 375, "only {} races", runs.len());
}

#[test]
fn the_clearest_example_of_every_class_for_three_users() {
    let models: Vec<Model> = threes().into_iter().chain(mixes()).collect();
    let runs: Vec<usize> = small(models, thorough(4_000)).map(|model| check(&model)).collect();
    assert!(runs.len() >= 42, "only {} races", runs.len());
}

/// A cycle of three, and one where who queues behind whom decides.
#[test]
fn the_clearest_deadlocks() {
    for orders in [&[&[0, 1][..], &[1, 0]][..], &[&[0, 1], &[1, 2], &[2, 0]]] {
        let asked = Model::wanting(Strategy::Pessimistic, orders);
        check(&Model { lock: Scope::Seat, ..asked });
    }
}

/// The number of switches of any order, not only of the best.
#[test]
fn switches_are_counted_along_every_order() {
    for model in small(pairs(), 400) {
        let all = explored(&model, Symmetry::Merge);
        for run in runs(&model) {
            assert_eq!(all.switches(&run.order), Some(run.switches), "{} {model:?}", run.order);
        }
    }
}

/// Each schedule of an outcome is drawn about as often as any other.
#[test]
fn random_schedules_of_an_outcome_are_all_of_them() {
    const DRAWS_EACH: usize = 40;
    let races = [
        Model { crash: 1, ..Model::same(Strategy::Naive, 2) },
        Model { payfail_percent: 0, ..Model::same(Strategy::TwoPhase, 2) },
        Model::each(Strategy::Optimistic, 3),
    ];
    for model in races {
        let runs = runs(&model);
        let all = explored(&model, Symmetry::Merge);
        let outcomes: BTreeSet<Outcome> = runs.iter().map(|run| run.outcome).collect();
        for outcome in outcomes {
            let ours = runs.iter().filter(|run| run.outcome == outcome);
            let mut drawn: BTreeMap<_, usize> = ours.map(|r| (letters(&r.order), 0)).collect();
            for seed in 0..(drawn.len() * DRAWS_EACH) as u64 {
                let order = all.random(outcome, seed).expect("it happens");
                *drawn.get_mut(&letters(&order)).expect("one of its runs") += 1;
            }
            // 40 expected of each, standard deviation 6.
            assert!(drawn.values().all(|times| (10..=75).contains(times)), "{outcome:?} {drawn:?}");
        }
    }
}
