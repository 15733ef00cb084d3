//! The exact number of schedules of every outcome.

use crate::bridge::{Table, expected, exploration, explored, listed};
use crate::grid::{LATES, mixes, pairs, soaking, thorough, threes};
use crate::oracle::{Expiry, Model, Strategy, Table as Walked, table, table_merged, total};
use crate::random::{Draws, model};
use num_bigint::BigUint;
use seatrace::explore::{Limits, Status, Symmetry};

/// Races of so many schedules are walked one by one in every test.
const WALKED: u128 = 5_000;

/// The oracle's table. It merges equal states too, but none that differ in anything; races of at most so many schedules are
/// walked one by one as well.
fn walked(model: &Model, most: u128) -> Walked {
    let merged = table_merged(model);
    if total(&merged) <= most {
        assert_eq!(table(model), merged, "{model:?}");
    }
    merged
}

fn explored_table(model: &Model, symmetry: Symmetry) -> Table {
    listed(&explored(model, symmetry).outcomes())
}

/// Compares the tables, with and without merging users, and gives the number of schedules.
fn check(model: &Model) -> u128 {
    check_walked(model, if soaking() { 1_000_000 } else { WALKED })
}

fn check_walked(model: &Model, most: u128) -> u128 {
    let walked = walked(model, most);
    let schedules = total(&walked);
    let expected = expected(&walked);
    for symmetry in [Symmetry::Merge, Symmetry::Keep] {
        let mut all = explored(model, symmetry);
        assert_eq!(listed(&all.outcomes()), expected, "{symmetry:?} {model:?}");
        assert_eq!(all.schedules(), BigUint::from(schedules), "{symmetry:?} {model:?}");
    }
    schedules
}

#[test]
fn two_users_of_every_two_strategies_under_every_rule() {
    let schedules: u128 = pairs().iter().map(check).sum();
    assert_eq!((pairs().len(), schedules), (1_260, 255_240_708));
}

#[test]
fn three_users_with_every_two_hazards() {
    let schedules: u128 = threes().iter().map(check).sum();
    assert_eq!((threes().len(), schedules), (42, 14_246_034));
}

#[test]
fn three_users_of_several_strategies() {
    let schedules: u128 = mixes().iter().map(check).sum();
    assert_eq!((mixes().len(), schedules), (36, 7_520_923));
}

/// Two crashes leave a queue without its owner and without its first.
#[test]
fn several_users_may_crash() {
    for strategy in [Strategy::Naive, Strategy::Optimistic, Strategy::Pessimistic] {
        for crash in [2, 3] {
            check(&Model { crash, ..Model::same(strategy, 3) });
            check(&Model { crash, ..Model::wanting(strategy, &[&[0, 1], &[1, 0], &[0]]) });
        }
    }
    check(&Model { crash: 2, payfail_percent: 0, ..Model::same(Strategy::TwoPhase, 3) });
}

/// With an allowance of one round whoever meets a conflict gives up, and a seat may stay unsold for it.
#[test]
fn every_number_of_attempts() {
    for attempts in 1..=4 {
        check(&Model { attempts, ..Model::each(Strategy::Optimistic, 4) });
        check(&Model {
            attempts,
            ..Model::wanting(Strategy::Optimistic, &[&[0, 1], &[1, 2], &[2]])
        });
    }
}

/// A seat whose hold has expired under `lazy` waits for whoever asks next; under `timer` it is free. Nobody can tell.
#[test]
fn timer_and_lazy_expiry_give_the_same_tables() {
    let mut expiring = 0;
    for mut model in pairs().into_iter().filter(|model| model.expiry == Expiry::Timer) {
        let timer = explored_table(&model, Symmetry::Merge);
        model.expiry = Expiry::Lazy;
        assert_eq!(timer, explored_table(&model, Symmetry::Merge), "{model:?}");
        expiring += usize::from(timer.keys().any(|outcome| outcome.expired > 0));
    }
    assert!(expiring > 100, "only {expiring} races with an expiry");
}

/// Holds made at multiples of the period are swept when they expire; a sweeper that comes later makes another race.
#[test]
fn a_sweeper_that_is_never_late_is_a_timer() {
    for late in LATES {
        let timer = Model { late, ..Model::same(Strategy::TwoPhase, 3) };
        let expected = explored_table(&timer, Symmetry::Merge);
        let swept = |ms| Model { expiry: Expiry::Sweep(ms), ..timer.clone() };
        assert_eq!(explored_table(&swept(300_000), Symmetry::Merge), expected, "{late:?}");
        assert_ne!(explored_table(&swept(420_000), Symmetry::Merge), expected, "{late:?}");
    }
}

/// Wishes, strategies and rules nobody would think of together.
#[test]
fn random_races_of_up_to_four_users() {
    const STATES_MAX: u64 = 4_000;
    let (mut compared, mut schedules) = (0, 0);
    for seed in 0..thorough(600) {
        let model = model(&mut Draws::new(seed));
        // Only the size is asked for here: a race that is not explored at once is too large to be walked.
        let limits = Limits { states: STATES_MAX, ..Limits::default() };
        if exploration(&model, Symmetry::Merge, limits).advance(u64::MAX) == Status::Complete {
            schedules += check_walked(&model, WALKED); // a soak takes more races, not larger ones
            compared += 1;
        }
    }
    assert!(compared > 500 && schedules > 1_000_000_000, "{compared} races, {schedules} schedules");
}
