//! One race in the words of both: the oracle's model as a scenario, and its outcomes and orders as the explorer's.

use crate::oracle::{self, Model, OutcomeKey};
use num_bigint::BigUint;
use seatrace::explore::{Counted, Exploration, Limits, Outcome, Status, Symmetry};
use seatrace::lab::Contest;
use seatrace::measure::Class;
use seatrace::scenario::{Cast, LockOrder, Query, Scenario, Strategy, Want};
use seatrace::units::{Clock, Expiry, Hall, Late, Scope, Seat};
use std::collections::BTreeMap;

/// The seats of the hall in which every model plays.
pub(crate) const SEATS: u32 = 4;

/// The exact number of schedules of every outcome.
pub(crate) type Table = BTreeMap<Outcome, BigUint>;

fn scope(scope: oracle::Scope) -> Scope {
    match scope {
        oracle::Scope::Show => Scope::Show,
        oracle::Scope::Seat => Scope::Seat,
    }
}

fn strategy(strategy: oracle::Strategy) -> Strategy {
    match strategy {
        oracle::Strategy::Naive => Strategy::Naive,
        oracle::Strategy::Optimistic => Strategy::Optimistic,
        oracle::Strategy::Pessimistic => Strategy::Pessimistic,
        oracle::Strategy::TwoPhase => Strategy::TwoPhase,
    }
}

/// The model as a scenario, its only race the mix of its users' strategies.
pub(crate) fn scenario(model: &Model) -> Scenario {
    let seats = |party: &oracle::Party| party.wants.iter().map(|seat| Seat(*seat as u32)).collect();
    Scenario {
        cast: Cast::Mix(model.users.iter().map(|party| strategy(party.strategy)).collect()),
        users: model.users.len() as u32,
        hall: Hall { rows: 1, cols: SEATS },
        want: Want::Seats(model.users.iter().map(seats).collect()),
        attempts: model.attempts,
        version: scope(model.version),
        lock: scope(model.lock),
        lock_order: match model.lock_order {
            oracle::LockOrder::Asked => LockOrder::Asked,
            oracle::LockOrder::Sorted => LockOrder::Sorted,
        },
        hold_ms: model.hold_ms,
        expiry: match model.expiry {
            oracle::Expiry::Timer => Expiry::Timer,
            oracle::Expiry::Lazy => Expiry::Lazy,
            oracle::Expiry::Sweep(ms) => Expiry::Sweep(ms),
        },
        payfail_percent: model.payfail_percent,
        paylost_percent: model.paylost_percent,
        late: match model.late {
            oracle::Late::Refund => Late::Refund,
            oracle::Late::AcceptIfFree => Late::AcceptIfFree,
            oracle::Late::Accept => Late::Accept,
        },
        crash: model.crash,
        clock: Clock::Free,
        ..Query::parse("").expect("the default scenario")
    }
}

/// An exploration of the model at its start.
pub(crate) fn exploration(model: &Model, symmetry: Symmetry, limits: Limits) -> Exploration {
    Exploration::new(&scenario(model), Contest::Mix, symmetry, limits).expect("small enough")
}

/// A complete exploration of the model.
pub(crate) fn explored(model: &Model, symmetry: Symmetry) -> Exploration {
    let mut all = exploration(model, symmetry, Limits::default());
    while all.advance(1_000_000) == Status::Running {}
    assert_eq!(all.status(), Status::Complete, "{model:?}");
    all
}

/// Those of the models that have so few schedules that all can be walked and kept.
pub(crate) fn small(models: Vec<Model>, most: u64) -> impl Iterator<Item = Model> {
    let few = move |model: &Model| explored(model, Symmetry::Merge).schedules() <= most.into();
    models.into_iter().filter(few)
}

/// What the explorer lists, as a table. Nothing is listed twice, and nothing that never happens.
pub(crate) fn listed(outcomes: &[Counted]) -> Table {
    let table: Table =
        outcomes.iter().map(|counted| (counted.outcome, counted.schedules.clone())).collect();
    assert_eq!(table.len(), outcomes.len(), "{outcomes:?}");
    assert!(!table.values().any(|schedules| *schedules == BigUint::ZERO), "{outcomes:?}");
    table
}

/// What the oracle says of a finished run, in the explorer's words.
pub(crate) fn outcome(key: &OutcomeKey) -> Outcome {
    let class = Class::ALL.into_iter().find(|class| class.name() == key.class);
    Outcome {
        class: class.expect("both know the same classes"),
        tickets: key.tickets as u32,
        booked: key.booked as u32,
        gave_up: key.gave_up as u32,
        expired: key.expired,
    }
}

/// The oracle's table in the explorer's words. The oracle also tells apart who got which result.
pub(crate) fn expected(table: &oracle::Table) -> Table {
    let mut expected = Table::new();
    for (key, schedules) in table {
        *expected.entry(outcome(key)).or_default() += *schedules;
    }
    expected
}
