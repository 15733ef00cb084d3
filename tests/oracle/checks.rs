//! What must hold of the oracle's tables whatever their numbers: laws over grids of models, and a few counts
//! that can be done by hand. Compiled into `reference_counts` only, or every target would run them again.

use crate::oracle::{
    Expiry, Late, LockOrder, Model, Scope, Strategy, Table, count_class, double_bookings, table,
    table_merged, total,
};

const STRATEGIES: [Strategy; 4] =
    [Strategy::Naive, Strategy::Optimistic, Strategy::Pessimistic, Strategy::TwoPhase];
const LATES: [Late; 3] = [Late::Refund, Late::AcceptIfFree, Late::Accept];
const SCOPES: [Scope; 2] = [Scope::Show, Scope::Seat];

/// What two users may want: one seat, seats of their own, the same two, crossed, overlapping.
const ORDERS: [[&[usize]; 2]; 6] = [
    [&[0], &[0]],
    [&[0], &[1]],
    [&[0, 1], &[0, 1]],
    [&[0, 1], &[1, 0]],
    [&[0, 1], &[1, 2]],
    [&[0, 1], &[1]],
];

/// Two-phase users of these seats under every rule for late payments, with and without a crash, and with
/// payments that are always captured, sometimes declined, sometimes lost.
fn two_phase_grid() -> Vec<Model> {
    let mut grid = Vec::new();
    for orders in ORDERS {
        for late in LATES {
            for (payfail_percent, paylost_percent) in [(0, 0), (10, 0), (10, 5)] {
                for crash in [0, 1] {
                    let plain = Model::wanting(Strategy::TwoPhase, &orders);
                    grid.push(Model { late, payfail_percent, paylost_percent, crash, ..plain });
                }
            }
        }
    }
    grid
}

/// Users of the other strategies, under every scope and lock order, with up to two crashes.
fn other_grid(strategy: Strategy) -> Vec<Model> {
    let mut grid = Vec::new();
    for orders in ORDERS {
        for (version, lock) in SCOPES.into_iter().flat_map(|v| SCOPES.map(|l| (v, l))) {
            for lock_order in [LockOrder::Asked, LockOrder::Sorted] {
                for crash in 0..=2 {
                    let plain = Model::wanting(strategy, &orders);
                    grid.push(Model { version, lock, lock_order, crash, ..plain });
                }
            }
        }
    }
    grid
}

fn with_expiry(model: &Model, expiry: Expiry) -> Table {
    table_merged(&Model { expiry, ..model.clone() })
}

#[test]
fn timer_and_lazy_expiry_give_the_same_table() {
    let mut expiring = 0;
    for model in two_phase_grid() {
        let timer = with_expiry(&model, Expiry::Timer);
        expiring += usize::from(timer.keys().any(|key| key.expired > 0));
        assert_eq!(timer, with_expiry(&model, Expiry::Lazy), "{model:?}");
    }
    assert!(expiring > 0, "nothing ever expired");
}

/// Holds made at multiples of a period expire and are swept in one `t`, hence as by a timer.
#[test]
fn a_sweeper_that_is_never_late_is_a_timer() {
    for model in two_phase_grid() {
        let timer = with_expiry(&model, Expiry::Timer);
        assert_eq!(timer, with_expiry(&model, Expiry::Sweep(300_000)), "{model:?}");
    }
    let model = Model::same(Strategy::TwoPhase, 2);
    let late = with_expiry(&model, Expiry::Sweep(420_000));
    assert_ne!(late, with_expiry(&model, Expiry::Timer), "a late sweeper refuses users");
}

#[test]
fn protected_strategies_never_double_book() {
    let mut grid = other_grid(Strategy::Optimistic);
    grid.extend(other_grid(Strategy::Pessimistic));
    for expiry in [Expiry::Timer, Expiry::Sweep(420_000)] {
        grid.extend(two_phase_grid().into_iter().map(|model| Model { expiry, ..model }));
    }
    for (late, expiry) in LATES.map(|late| (late, Expiry::Sweep(420_000))) {
        grid.push(Model { late, expiry, crash: 1, ..Model::same(Strategy::TwoPhase, 3) });
    }
    grid.retain(|model| model.late != Late::Accept);
    for model in grid {
        let table = table_merged(&model);
        assert_eq!(double_bookings(&table), 0, "{model:?}");
        assert!(table.keys().any(|key| key.tickets > 0), "nobody ever buys: {model:?}");
    }
}

#[test]
fn what_may_double_book_sometimes_does() {
    let double_books = |model: &Model| double_bookings(&table_merged(model)) > 0;
    assert!(double_books(&Model::same(Strategy::Naive, 2)));
    let late = Model { late: Late::Accept, ..Model::same(Strategy::TwoPhase, 2) };
    assert!(double_books(&late));
    for (at, &first) in STRATEGIES.iter().enumerate() {
        for &second in &STRATEGIES[at + 1..] {
            assert!(double_books(&Model::mix(&[first, second], &[0])), "{first:?} and {second:?}");
            assert!(double_books(&Model::mix(&[second, first], &[0, 1])));
        }
    }
}

#[test]
fn only_those_who_share_a_seat_double_book() {
    for strategy in STRATEGIES {
        let apart = Model { late: Late::Accept, crash: 1, ..Model::each(strategy, 2) };
        assert_eq!(double_bookings(&table_merged(&apart)), 0, "{strategy:?}");
    }
}

#[test]
fn sorted_locks_never_deadlock_unless_an_owner_crashes() {
    let crossed: [&[&[usize]]; 4] = [
        &[&[0, 1], &[1, 0]],
        &[&[0, 1, 2], &[2, 1, 0]],
        &[&[0, 1], &[1, 2], &[2, 0]],
        &[&[1, 0], &[0, 1], &[0]],
    ];
    let deadlocks = |model: &Model| count_class(&table_merged(model), "deadlock");
    for orders in crossed {
        let plain = Model::wanting(Strategy::Pessimistic, orders);
        let asked = Model { lock: Scope::Seat, ..plain };
        let sorted = Model { lock_order: LockOrder::Sorted, ..asked.clone() };
        assert!(deadlocks(&asked) > 0, "{orders:?}");
        assert_eq!(deadlocks(&sorted), 0, "{orders:?}");
        assert!(deadlocks(&Model { crash: 1, ..sorted }) > 0, "an orphaned lock: {orders:?}");
    }
}

/// The two ways of walking share `choices` and `apply`, but neither the recursion nor the merging.
#[test]
fn merged_and_plain_tables_agree() {
    let mut grid = two_phase_grid();
    for strategy in [Strategy::Naive, Strategy::Optimistic, Strategy::Pessimistic] {
        grid.extend(other_grid(strategy));
    }
    let mut compared = 0;
    for model in grid {
        let merged = table_merged(&model);
        if total(&merged) <= 20_000 {
            assert_eq!(table(&model), merged, "{model:?}");
            compared += 1;
        }
    }
    assert!(compared > 300, "only {compared} models were small enough to compare");
}

/// Users who never meet interleave freely: multinomial coefficients of the lengths of their runs.
#[test]
fn strangers_interleave_freely() {
    let schedules = |model: &Model| total(&table(model));
    assert_eq!(schedules(&Model::each(Strategy::Naive, 2)), 6); // 4! / 2!^2
    assert_eq!(schedules(&Model::each(Strategy::Naive, 3)), 90); // 6! / 2!^3
    let apart = Model::wanting(Strategy::Naive, &[&[0, 1], &[2, 3]]);
    assert_eq!(schedules(&apart), 70); // 8! / 4!^2
    let versions = Model { version: Scope::Seat, ..Model::each(Strategy::Optimistic, 3) };
    assert_eq!(schedules(&versions), 90);
    let plain = Model::each(Strategy::TwoPhase, 2);
    assert_eq!(schedules(&Model { hold_ms: None, payfail_percent: 0, ..plain }), 20); // 6! / 3!^2
}

/// One user alone, every run of which can be written down.
#[test]
fn a_single_user_by_hand() {
    let schedules = |model: &Model| total(&table(model));
    // A A; A Ak; Ak.
    let naive = Model { crash: 1, ..Model::same(Strategy::Naive, 1) };
    assert_eq!(schedules(&naive), 3);
    // A, then `t` nowhere, before the last steps or before the answer: p 2 + 1, d 2 + 1, n 2 + 1.
    let alone = Model { paylost_percent: 5, ..Model::same(Strategy::TwoPhase, 1) };
    assert_eq!(schedules(&alone), 9);
    // As before, but a `t` for the expiry is followed by one for the sweep, at any place after it:
    // p 1 + 3 + 4, d and n 1 + 2 + 3 each.
    let swept = Model { expiry: Expiry::Sweep(420_000), ..alone };
    assert_eq!(schedules(&swept), 20);
}

/// An oracle that borrowed from the crate would repeat its mistakes.
#[test]
fn the_oracle_uses_nothing_of_the_crate() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/oracle");
    let mut files = 0;
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let text = std::fs::read_to_string(&path).unwrap();
        assert!(!text.contains(concat!("seatrace", "::")), "{}", path.display());
        files += 1;
    }
    assert!(files >= 8, "only {files} files in {folder}");
}
