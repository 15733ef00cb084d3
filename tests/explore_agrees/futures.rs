//! What can still happen: after every prefix of every order the outcomes, the share that is bad, and the chance of a class
//! under the `random` scheduler.

use crate::bridge::{Table, explored, listed, scenario, small};
use crate::grid::{mixes, pairs, thorough};
use crate::oracle::{self, Mark, Model, Scope, State, Strategy, apply, choices};
use crate::walked::{Run, letter, letters, runs};
use num_bigint::BigUint;
use seatrace::explore::{Doom, Exploration, Limits, Share, Symmetry, is_bad};
use seatrace::lab::{self, Contest};
use seatrace::measure::Class;
use seatrace::scenario::Scenario;
use seatrace::trace::Order;
use std::collections::{BTreeMap, BTreeSet};

/// For every prefix, in letters, the outcomes of the runs that begin with it.
type Ahead = BTreeMap<Vec<(u32, char)>, Table>;

fn ahead(runs: &[Run]) -> Ahead {
    let mut ahead = Ahead::new();
    for run in runs {
        let letters = letters(&run.order);
        for to in 0..=letters.len() {
            let table = ahead.entry(letters[..to].to_vec()).or_default();
            *table.entry(run.outcome).or_default() += 1u32;
        }
    }
    ahead
}

/// The choices after a prefix, in letter order, and what can still happen after each, read off the runs.
fn following<'a>(ahead: &'a Ahead, prefix: &[(u32, char)]) -> Vec<((u32, char), &'a Table)> {
    let next = |letters: &Vec<_>| letters.len() == prefix.len() + 1 && letters.starts_with(prefix);
    let below =
        ahead.range(prefix.to_vec()..).take_while(|(letters, _)| letters.starts_with(prefix));
    below.filter(|(l, _)| next(l)).map(|(l, table)| (l[prefix.len()], table)).collect()
}

fn share(table: &Table) -> Share {
    let bad = table.iter().filter(|(outcome, _)| is_bad(outcome.class));
    Share { bad: bad.map(|(_, count)| count).sum(), all: table.values().sum() }
}

/// The curve of one run. What seals it is the first choice after which nothing good can come, if something could before.
fn doom(ahead: &Ahead, order: &Order) -> Doom {
    let letters = letters(order);
    let shares: Vec<Share> = (0..=letters.len()).map(|to| share(&ahead[&letters[..to]])).collect();
    let sealing = (1..shares.len())
        .find(|at| shares[at - 1].bad < shares[at - 1].all && shares[*at].bad == shares[*at].all);
    let sealed = sealing.map(|at| at as u32);
    Doom { shares, sealed, last_safe: sealed.map(|at| at - 1) }
}

/// Compares every prefix of every run; the number of prefixes.
fn check(model: &Model) -> usize {
    let runs = runs(model);
    let ahead = ahead(&runs);
    for symmetry in [Symmetry::Merge, Symmetry::Keep] {
        let all = explored(model, symmetry);
        let mut last = Vec::new();
        for run in &runs {
            assert_eq!(all.doom(&run.order), Some(doom(&ahead, &run.order)), "{model:?}");
            // In letter order, so a prefix that the run before has too was looked at with it.
            let letters = letters(&run.order);
            let shared = letters.iter().zip(&last).take_while(|(a, b)| a == b).count();
            let new = if last.is_empty() { 0 } else { shared + 1 };
            for to in new..=letters.len() {
                check_prefix(&all, &ahead, &Order(run.order.0[..to].to_vec()));
            }
            last = letters;
        }
    }
    ahead.len()
}

fn check_prefix(all: &Exploration, ahead: &Ahead, prefix: &Order) {
    let futures = all.futures(prefix).expect("every choice was possible");
    let told: Vec<_> = futures.iter().map(|f| (letter(f.choice), listed(&f.outcomes))).collect();
    let expected = following(ahead, &letters(prefix));
    let told: Vec<_> = told.iter().map(|(letter, table)| (*letter, table)).collect();
    assert_eq!(told, expected, "after {prefix} of {}", all.scenario().query());
}

#[test]
fn what_can_still_happen_after_every_prefix() {
    let models: Vec<Model> = pairs().into_iter().chain(mixes()).collect();
    let prefixes: Vec<usize> = small(models, thorough(300)).map(|model| check(&model)).collect();
    assert!(prefixes.len() >= 109, "only {} races", prefixes.len());
}

/// Curves that end in every bad class: a deadlock is sealed by a lock, a payment for nothing by a crash.
#[test]
fn curves_of_larger_races() {
    let holding = Model { payfail_percent: 0, ..Model::same(Strategy::TwoPhase, 2) };
    let crossed = Model::wanting(Strategy::Pessimistic, &[&[0, 1], &[1, 0]]);
    check(&Model { crash: 1, ..holding });
    check(&Model { lock: Scope::Seat, crash: 1, ..crossed });
    check(&Model { attempts: 2, ..Model::wanting(Strategy::Optimistic, &[&[0, 1], &[1], &[0]]) });
}

#[test]
fn nothing_is_told_of_an_order_that_is_not_possible() {
    let all = explored(
        &Model { payfail_percent: 0, ..Model::same(Strategy::TwoPhase, 2) },
        Symmetry::Merge,
    );
    for text in ["t", "Ad", "AAd", "AB2", "Ak", "ApA", "AApAA", "Aw5A", "C"] {
        let order: Order = Order::parse(text).expect("an order");
        assert_eq!(all.doom(&order), None, "{text}");
        assert_eq!(all.futures(&order), None, "{text}");
        assert_eq!(all.switches(&order), None, "{text}");
    }
}

/// As in a link, a letter without a mark at a payment takes the answer of the seed: the one that a run takes.
#[test]
fn a_payment_without_a_mark_has_the_seeded_answer() {
    let model = Model { payfail_percent: 50, ..Model::same(Strategy::TwoPhase, 2) };
    let bare = Order::parse("A3B").expect("an order");
    let mut answers = BTreeSet::new();
    for seed in 0..8 {
        let scenario = Scenario { seed, ..scenario(&model) };
        let limits = Limits::default();
        let mut all =
            Exploration::new(&scenario, Contest::Mix, Symmetry::Merge, limits).expect("small");
        all.advance(u64::MAX);
        let run = lab::run(&Scenario { order: bare.clone(), ..scenario }, Contest::Mix);
        let answered = Order(run.order.0[..4].to_vec());
        assert!(all.doom(&answered).is_some(), "{answered}");
        assert_eq!(all.doom(&bare), all.doom(&answered), "{answered}");
        assert_eq!(all.futures(&bare), all.futures(&answered), "{answered}");
        assert_eq!(all.switches(&bare), all.switches(&answered), "{answered}");
        answers.insert(answered.to_string());
    }
    assert_eq!(answers.len(), 2, "both answers: {answers:?}");
}

/// The chance of a class when every user who can step, and time, is taken with equal chance, by walking all orders. Nobody
/// crashes then, and a payment has its answers with the chances of the scenario.
fn chance(state: &State<'_>, class: Class) -> f64 {
    let crash =
        |choice: &oracle::Choice| matches!(choice, oracle::Choice::Step(_, Some(Mark::Crash)));
    let possible: Vec<oracle::Choice> = choices(state).into_iter().filter(|c| !crash(c)).collect();
    if possible.is_empty() {
        return f64::from(u8::from(oracle::outcome(state).class == class.name()));
    }
    let Model { payfail_percent, paylost_percent, .. } = *state.model;
    let percent = |choice: &oracle::Choice| match choice {
        oracle::Choice::Step(_, Some(Mark::Captured)) => 100 - payfail_percent - paylost_percent,
        oracle::Choice::Step(_, Some(Mark::Declined)) => payfail_percent,
        oracle::Choice::Step(_, Some(Mark::NoAnswer)) => paylost_percent,
        oracle::Choice::Step(..) | oracle::Choice::Time => 100,
    };
    // All answers of one payment together weigh as much as one user.
    let weights: f64 = possible.iter().map(|choice| f64::from(percent(choice))).sum();
    let part = |choice: &oracle::Choice| {
        let mut after = state.clone();
        apply(&mut after, *choice);
        f64::from(percent(choice)) / weights * chance(&after, class)
    };
    possible.iter().map(part).sum()
}

#[test]
fn the_chance_under_the_random_scheduler() {
    let two_phase = Model { paylost_percent: 20, ..Model::same(Strategy::TwoPhase, 2) };
    let races = [
        (Model::same(Strategy::Naive, 3), Class::DoubleBooking),
        (Model { crash: 1, ..Model::same(Strategy::Naive, 2) }, Class::DoubleBooking),
        (Model { late: oracle::Late::Accept, ..two_phase.clone() }, Class::DoubleBooking),
        (two_phase, Class::Unsold),
        (Model { attempts: 1, ..Model::each(Strategy::Optimistic, 3) }, Class::LostSale),
        (
            Model {
                lock: Scope::Seat,
                crash: 1,
                ..Model::wanting(Strategy::Pessimistic, &[&[0, 1], &[1, 0]])
            },
            Class::Deadlock,
        ),
    ];
    for (model, class) in races {
        let expected = chance(&State::new(&model), class);
        assert!(expected > 0.0 && expected < 1.0, "{expected} {model:?}");
        for symmetry in [Symmetry::Merge, Symmetry::Keep] {
            let all = explored(&model, symmetry);
            let mut lens = all.lens(class).expect("a complete exploration");
            let odds = loop {
                if let Some(odds) = lens.advance(&all, 600) {
                    break odds;
                }
            };
            assert!((odds.random - expected).abs() < 1e-9, "{} {expected} {model:?}", odds.random);
            assert!(odds.trials.iter().all(|trial| trial.runs == 1_000 && trial.hits <= 1_000));
        }
    }
}

#[test]
fn shares_are_rounded_honestly() {
    let share = |bad: u32, all: u32| Share { bad: BigUint::from(bad), all: BigUint::from(all) };
    let millionths = |bad, all| share(bad, all).millionths();
    assert_eq!([millionths(0, 7), millionths(7, 7), millionths(1, 4)], [0, 1_000_000, 250_000]);
    assert_eq!([millionths(1, u32::MAX), millionths(u32::MAX - 1, u32::MAX)], [1, 999_999]);
    assert_eq!(millionths(2, 3), 666_666);
    assert!(share(7, 7).is_certain() && !share(6, 7).is_certain());
}
