//! The explorer against the counts that the design names, and against the race that it explores.

use num_bigint::BigUint;
use seatrace::explore::{Exploration, Limits, Status, Symmetry};
use seatrace::lab;
use seatrace::measure::Class;
use seatrace::scenario::Query;

fn explored(query: &str, symmetry: Symmetry) -> Exploration {
    let scenario = Query::parse(query).expect("a valid query");
    let contest = lab::contests(&scenario)[0];
    let limits = Limits::default();
    let mut all = Exploration::new(&scenario, contest, symmetry, limits).expect("small enough");
    while all.advance(100_000) == Status::Running {}
    assert_eq!(all.status(), Status::Complete, "{query}");
    all
}

/// All schedules of a query, and those of a class, with and without merging users.
fn check(query: &str, schedules: u64, class: Class, of_class: u64) {
    for symmetry in [Symmetry::Merge, Symmetry::Keep] {
        let mut all = explored(query, symmetry);
        assert_eq!(all.schedules(), BigUint::from(schedules), "{query} {symmetry:?}");
        let outcomes = all.outcomes();
        let ours = outcomes.iter().filter(|counted| counted.outcome.class == class);
        let found: BigUint = ours.map(|counted| &counted.schedules).sum();
        assert_eq!(found, BigUint::from(of_class), "{query} {symmetry:?} {outcomes:?}");
    }
}

/// DESIGN §3, "Reference counts".
#[test]
fn the_designs_counts_come_out() {
    use Class::{Deadlock, DoubleBooking};
    check("users=2&strategy=naive", 6, DoubleBooking, 4);
    check("users=3&strategy=naive", 66, DoubleBooking, 60);
    check("users=2&strategy=optimistic", 6, DoubleBooking, 0);
    check("users=3&strategy=optimistic", 150, DoubleBooking, 0);
    check("users=3&strategy=optimistic&want=each", 498, DoubleBooking, 0);
    check("users=2&strategy=pessimistic", 8, DoubleBooking, 0);
    check("users=3&strategy=pessimistic", 108, DoubleBooking, 0);
    check("users=2&strategy=pessimistic&want=each", 8, DoubleBooking, 0);
    check("users=3&strategy=pessimistic&want=each", 132, DoubleBooking, 0);
    check("users=2&strategy=pessimistic&want=each&lock=seat", 70, DoubleBooking, 0);
    check("users=3&strategy=pessimistic&want=each&lock=seat", 34_650, DoubleBooking, 0);
    let crossed = "users=2&strategy=pessimistic&want=D1.D2,D2.D1&lock=seat";
    check(crossed, 30, Deadlock, 4);
    check(&format!("{crossed}&lockorder=sorted"), 16, Deadlock, 0);
    check("users=2&strategy=two-phase&hold=off&payfail=0", 6, DoubleBooking, 0);
    check("users=3&strategy=two-phase&hold=off&payfail=0", 36, DoubleBooking, 0);
    check("users=2&strategy=two-phase&payfail=0", 380, DoubleBooking, 0);
    check("users=3&strategy=two-phase&payfail=0", 367_440, DoubleBooking, 0);
    check("users=2&strategy=two-phase", 906, DoubleBooking, 0);
    check("users=3&strategy=two-phase", 922_746, DoubleBooking, 0);
    check("users=2&strategy=two-phase&payfail=0&late=accept", 112, DoubleBooking, 96);
}

/// DESIGN §8: what the speed is measured on.
#[test]
fn ten_naive_users_have_so_many_states() {
    let mut all = explored("users=10&strategy=naive", Symmetry::Keep);
    let progress = all.progress();
    assert_eq!((progress.states, progress.transitions), (990_551, 4_859_460));
    assert_eq!(all.schedules(), BigUint::from(32_215_365_100_800_u64));
    assert!(progress.state_bytes <= 64 * progress.states, "{progress:?}");
    let mut merged = explored("users=10&strategy=naive", Symmetry::Merge);
    assert_eq!(merged.schedules(), all.schedules());
    assert_eq!(merged.outcomes(), all.outcomes());
}
