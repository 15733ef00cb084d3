//! The models that are compared: small enough to walk, and together with every rule that a scenario can choose.

use crate::oracle::{Expiry, Late, LockOrder, Model, Party, Scope, Strategy};

pub(crate) const STRATEGIES: [Strategy; 4] =
    [Strategy::Naive, Strategy::Optimistic, Strategy::Pessimistic, Strategy::TwoPhase];
pub(crate) const LATES: [Late; 3] = [Late::Refund, Late::AcceptIfFree, Late::Accept];
/// A sweeper that is always on time, one that is always late, and one that comes often.
pub(crate) const EXPIRIES: [Expiry; 5] = [
    Expiry::Timer,
    Expiry::Lazy,
    Expiry::Sweep(300_000),
    Expiry::Sweep(420_000),
    Expiry::Sweep(7_000),
];

/// What two users may want: one seat, seats of their own, the same two, crossed, overlapping.
const ORDERS: [[&[usize]; 2]; 6] = [
    [&[0], &[0]],
    [&[0], &[1]],
    [&[0, 1], &[0, 1]],
    [&[0, 1], &[1, 0]],
    [&[0, 1], &[1, 2]],
    [&[0, 1], &[1]],
];

/// Whether the larger sizes are asked for.
pub(crate) fn soaking() -> bool {
    std::env::var_os("SEATRACE_SOAK").is_some()
}

/// So many cases, or ten times as many.
pub(crate) fn thorough(cases: u64) -> u64 {
    if soaking() { cases * 10 } else { cases }
}

/// Versions and locks for the show and for each seat, and locks as asked and in the order of seats.
fn scopes(model: &Model) -> Vec<Model> {
    let is = |strategy| model.users.iter().any(|party| party.strategy == strategy);
    let mut grid = vec![model.clone()];
    let mut vary = |change: &dyn Fn(&Model) -> Model| {
        let changed: Vec<Model> = grid.iter().map(change).collect();
        grid.extend(changed);
    };
    if is(Strategy::Optimistic) {
        vary(&|model| Model { version: Scope::Seat, ..model.clone() });
    }
    if is(Strategy::Pessimistic) {
        vary(&|model| Model { lock: Scope::Seat, ..model.clone() });
        if model.users.iter().any(|party| !party.wants.is_sorted()) {
            vary(&|model| Model { lock_order: LockOrder::Sorted, ..model.clone() });
        }
    }
    grid
}

/// Every expiry and every rule for late payments, where anybody holds.
fn holds(model: &Model) -> Vec<Model> {
    if !model.users.iter().any(|party| party.strategy == Strategy::TwoPhase) {
        return vec![model.clone()];
    }
    let mut grid = vec![Model { hold_ms: None, ..model.clone() }];
    for (expiry, late) in EXPIRIES.into_iter().flat_map(|e| LATES.map(|l| (e, l))) {
        grid.push(Model { expiry, late, ..model.clone() });
    }
    grid
}

/// Two users of every two strategies and all wishes, under every rule; payments are captured, declined or lost, holds end,
/// and one user may crash, all in the same race.
pub(crate) fn pairs() -> Vec<Model> {
    let mut grid = Vec::new();
    for (first, second) in STRATEGIES.into_iter().flat_map(|a| STRATEGIES.map(|b| (a, b))) {
        for orders in ORDERS {
            let mut plain = Model::wanting(first, &orders);
            plain.users[1].strategy = second;
            let full = Model { paylost_percent: 5, crash: 1, ..plain };
            grid.extend(scopes(&full).iter().flat_map(holds));
        }
    }
    grid
}

/// Three users of one strategy for the same seat and for own ones, with each of expiry, declines, no answers and a crash
/// alone and in pairs.
pub(crate) fn threes() -> Vec<Model> {
    let mut grid = Vec::new();
    for strategy in STRATEGIES {
        for plain in [Model::same(strategy, 3), Model::each(strategy, 3)] {
            for hazards in hazards(strategy) {
                let model = hazards.into_iter().fold(calm(&plain), with);
                grid.extend(scopes(&model));
            }
        }
    }
    grid
}

/// Three users of different strategies, or of which two are alike.
pub(crate) fn mixes() -> Vec<Model> {
    use Strategy::{Naive, Optimistic, Pessimistic, TwoPhase};
    let mixes = [
        [Naive, Optimistic, Pessimistic],
        [Naive, TwoPhase, Naive],
        [Optimistic, Pessimistic, Optimistic],
        [Pessimistic, Naive, Pessimistic],
        [TwoPhase, Optimistic, TwoPhase],
        [Pessimistic, TwoPhase, TwoPhase],
    ];
    let mut grid = Vec::new();
    for strategies in mixes {
        for wants in [[0, 0, 0], [0, 1, 0], [0, 0, 1]] {
            let user = |(strategy, seat)| Party { strategy, wants: vec![seat] };
            let users = strategies.into_iter().zip(wants).map(user).collect();
            let quiet = Model { payfail_percent: 0, crash: 1, ..Model::new(users) };
            grid.push(Model { late: Late::Accept, ..quiet.clone() });
            grid.push(Model { version: Scope::Seat, lock: Scope::Seat, ..quiet });
        }
    }
    grid
}

/// What may go wrong.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Hazard {
    Expiry,
    Decline,
    NoAnswer,
    Crash,
}

/// Nothing can go wrong: holds for ever, every payment captured, nobody crashes.
fn calm(model: &Model) -> Model {
    Model { hold_ms: None, payfail_percent: 0, paylost_percent: 0, crash: 0, ..model.clone() }
}

fn with(model: Model, hazard: Hazard) -> Model {
    match hazard {
        Hazard::Expiry => Model { hold_ms: Some(600_000), ..model },
        Hazard::Decline => Model { payfail_percent: 10, ..model },
        Hazard::NoAnswer => Model { paylost_percent: 10, ..model },
        Hazard::Crash => Model { crash: 1, ..model },
    }
}

/// Nothing, each hazard alone, and every two; only two-phase users pay and hold.
fn hazards(strategy: Strategy) -> Vec<Vec<Hazard>> {
    use Hazard::{Crash, Decline, Expiry, NoAnswer};
    let possible = match strategy {
        Strategy::TwoPhase => vec![Expiry, Decline, NoAnswer, Crash],
        _ => vec![Crash],
    };
    let mut sets = vec![Vec::new()];
    for (at, first) in possible.iter().enumerate() {
        sets.push(vec![*first]);
        sets.extend(possible[..at].iter().map(|second| vec![*second, *first]));
    }
    sets
}
