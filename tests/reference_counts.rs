//! The reference counts of DESIGN §3, walked schedule by schedule by the oracle; and the oracle's own checks.

mod oracle;
#[path = "oracle/checks.rs"]
mod oracle_checks;
#[path = "oracle/scripts.rs"]
mod oracle_scripts;
#[path = "oracle/scripts_hold.rs"]
mod oracle_scripts_hold;

use oracle::{Late, LockOrder, Model, Scope, Strategy, count_class, double_bookings, table, total};

/// Asserts how many schedules there are, and how many of them double-book.
fn check(model: &Model, schedules: u128, double: u128) {
    let table = table(model);
    assert_eq!((total(&table), double_bookings(&table)), (schedules, double), "{model:?}");
}

/// Two-phase users for one seat, never declined: the plainest race with holds.
fn holding(users: usize, hold_ms: Option<u64>) -> Model {
    Model { hold_ms, payfail_percent: 0, ..Model::same(Strategy::TwoPhase, users) }
}

const TEN_MINUTES: Option<u64> = Some(600_000);

#[test]
fn naive_users_double_book_in_most_orders() {
    check(&Model::same(Strategy::Naive, 2), 6, 4);
    check(&Model::same(Strategy::Naive, 3), 66, 60);
}

#[test]
fn optimistic_users_of_one_seat() {
    check(&Model::same(Strategy::Optimistic, 2), 6, 0);
    check(&Model::same(Strategy::Optimistic, 3), 150, 0);
}

#[test]
fn one_version_for_the_show_makes_strangers_conflict() {
    check(&Model::each(Strategy::Optimistic, 3), 498, 0);
}

#[test]
fn pessimistic_users_of_one_seat() {
    check(&Model::same(Strategy::Pessimistic, 2), 8, 0);
    check(&Model::same(Strategy::Pessimistic, 3), 108, 0);
}

#[test]
fn one_lock_for_the_show_leaves_few_orders() {
    check(&Model::each(Strategy::Pessimistic, 2), 8, 0);
    check(&Model::each(Strategy::Pessimistic, 3), 132, 0);
}

#[test]
fn a_lock_for_each_seat_leaves_every_interleaving() {
    let locked = |users| Model { lock: Scope::Seat, ..Model::each(Strategy::Pessimistic, users) };
    check(&locked(2), 70, 0);
    check(&locked(3), 34_650, 0);
}

#[test]
fn crossed_locks_deadlock_unless_sorted() {
    let crossed = Model::wanting(Strategy::Pessimistic, &[&[0, 1], &[1, 0]]);
    let asked = Model { lock: Scope::Seat, ..crossed };
    check(&asked, 30, 0);
    assert_eq!(count_class(&table(&asked), "deadlock"), 4);
    let sorted = Model { lock_order: LockOrder::Sorted, ..asked };
    check(&sorted, 16, 0);
    assert_eq!(count_class(&table(&sorted), "deadlock"), 0);
}

#[test]
fn holds_that_never_expire() {
    check(&holding(2, None), 6, 0);
    check(&holding(3, None), 36, 0);
}

#[test]
fn holds_of_ten_minutes() {
    check(&holding(2, TEN_MINUTES), 380, 0);
    check(&holding(3, TEN_MINUTES), 367_440, 0);
}

#[test]
fn holds_of_ten_minutes_and_payments_that_fail() {
    check(&Model::same(Strategy::TwoPhase, 2), 906, 0);
    check(&Model::same(Strategy::TwoPhase, 3), 922_746, 0);
}

#[test]
fn accepting_late_payments_double_books() {
    check(&Model { late: Late::Accept, ..holding(2, TEN_MINUTES) }, 112, 96);
}
