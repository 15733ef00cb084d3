//! What holds of every run, over thousands of seeds of the default scenario and over random scenarios.
//!
//! `SEATRACE_SOAK=1` (which `cargo xtask soak` sets) makes each ten times as thorough.

#[path = "../src/scenario/arbitrary.rs"]
mod arbitrary;

use proptest::prelude::*;
use seatrace::lab::{self, Contest, Run};
use seatrace::race::Race;
use seatrace::scenario::{Cast, Late, Query, Scenario, Strategy as Booking};
use seatrace::share::digest;
use seatrace::show::Payment;
use seatrace::trace::{Event, Op, Order, Outcome};
use seatrace::units::{Seat, User};
use std::collections::{BTreeMap, BTreeSet};

const SEEDS: u64 = 10_000;

fn thorough(cases: u64) -> u64 {
    if std::env::var_os("SEATRACE_SOAK").is_some() { cases * 10 } else { cases }
}

fn is_ticket(event: &Event) -> bool {
    match event.op {
        Op::Write | Op::Update | Op::Commit => event.outcome == Outcome::Ok,
        Op::Confirm => event.outcome != Outcome::Refused,
        _ => false,
    }
}

/// Who has tickets of each seat, by the events alone.
fn owners(run: &Run) -> BTreeMap<Seat, BTreeSet<User>> {
    let mut owners: BTreeMap<Seat, BTreeSet<User>> = BTreeMap::new();
    for event in run.trace.events.iter().filter(|event| is_ticket(event)) {
        let (seat, user) =
            (event.seat().expect("a ticket is of a seat"), event.user().expect("and of a user"));
        owners.entry(seat).or_default().insert(user);
    }
    owners
}

fn double_books(run: &Run) -> bool {
    owners(run).values().any(|users| users.len() > 1)
}

fn may_double_book(scenario: &Scenario, contest: Contest) -> bool {
    match contest {
        Contest::All(Booking::Naive) => true,
        Contest::All(Booking::TwoPhase) => scenario.late == Late::Accept,
        Contest::All(_) => false,
        Contest::Mix => true,
    }
}

/// Seats and money add up at the end of a race.
fn conserved(race: &Race) {
    assert!(race.is_over());
    race.show().counts();
    let users = (0..race.setup().plans.len() as u32).map(User);
    let events = &race.trace().events;
    for user in users {
        let of = |op, outcome| {
            let same = |e: &&Event| e.op == op && e.outcome == outcome && e.user() == Some(user);
            events.iter().filter(same).count()
        };
        let captured = of(Op::Pay, Outcome::Captured);
        assert!(captured <= 1, "one capture a key");
        let expected = match race.show().payment(user) {
            Payment::None | Payment::InFlight | Payment::Declined | Payment::TimedOut => 0,
            Payment::Captured | Payment::Spent | Payment::RefundDue | Payment::Refunded => 1,
        };
        assert_eq!(captured, expected, "{user}: {:?}", race.show().payment(user));
        let ended = events.iter().filter(|e| e.op == Op::End && e.user() == Some(user)).count();
        assert_eq!(ended, 1, "{user} is told once how it ended");
    }
}

/// Runs a contest and checks what holds of every run.
fn check(scenario: &Scenario, contest: Contest, cut: usize) -> Run {
    let mut race = lab::race(scenario, contest);
    race.follow(&scenario.order);
    let mut scheduler = lab::scheduler(scenario, &race);
    race.run(&mut *scheduler);
    conserved(&race);
    let run = lab::run(scenario, contest);
    assert!(*race.trace() == run.trace, "two runs of {} differ", scenario.query());
    assert!(
        !double_books(&run) || may_double_book(scenario, contest),
        "{contest}: {}",
        scenario.query()
    );

    let fed_back = with_order(scenario, run.order.clone());
    let again = lab::run(&fed_back, contest);
    assert!(again.skipped.is_empty());
    let digest_of = |s: &Scenario, run: &Run| digest(&s.canonical(), &run.order, &run.trace.events);
    assert_eq!(
        digest_of(&fed_back, &again),
        digest_of(scenario, &run),
        "its own order gives the same run"
    );

    // Only what the scheduler chose goes on by itself: the choices of the scenario's order were somebody's.
    let by_order = scenario.order.0.len() - run.skipped.len();
    let kept = by_order + cut % (run.order.0.len() - by_order + 1);
    let prefix = Order(run.order.0[..kept].to_vec());
    let continued = lab::run(&with_order(scenario, prefix), contest);
    assert!(continued.trace == run.trace, "cut at {kept}, {contest}: {}", scenario.query());
    run
}

fn with_order(scenario: &Scenario, order: Order) -> Scenario {
    Scenario { order, ..scenario.clone() }
}

fn default_contests(query: &str) -> Vec<(Scenario, Contest)> {
    let scenario = Query::parse(query).expect("a valid query");
    lab::contests(&scenario).into_iter().map(|contest| (scenario.clone(), contest)).collect()
}

#[test]
fn ten_thousand_seeds_of_the_default_scenario() {
    let mut naive_fails = 0;
    for seed in 0..thorough(SEEDS) {
        for (scenario, contest) in default_contests(&format!("seed={seed}")) {
            let run = check(&scenario, contest, seed as usize);
            let sold = owners(&run).len();
            match contest {
                Contest::All(Booking::Naive) => naive_fails += u64::from(double_books(&run)),
                // A declined payment of the only holder leaves the seat unsold.
                Contest::All(Booking::TwoPhase) => assert!(sold <= 1),
                _ => assert_eq!(sold, 1, "{contest}: exactly one of five wins"),
            }
        }
    }
    // If naive users never failed, nothing here would test anything. They meet in most seeds.
    assert!(naive_fails > thorough(SEEDS) / 2, "{naive_fails}");
}

/// Halls and crowds of a size that thousands of races can be run of; the seats, orders and rules stay as drawn.
fn small(scenario: Scenario) -> Scenario {
    let users = scenario.users.min(9);
    let you = scenario.you.filter(|you| you.0 < users);
    Scenario { users, you, ..scenario }
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: thorough(SEEDS) as u32,
        failure_persistence: None, // the message is the whole case
        ..ProptestConfig::default()
    })]

    #[test]
    fn random_scenarios(scenario in arbitrary::any_scenario().prop_map(small), cut in any::<usize>()) {
        for contest in lab::contests(&scenario) {
            check(&scenario, contest, cut);
        }
    }
}

/// How many of a hundred seeds double-book.
fn double_bookings(query: &str) -> usize {
    let seeds =
        (0..100).map(|seed| Query::parse(&format!("{query}&seed={seed}")).expect("a valid query"));
    let run = |scenario: Scenario| lab::run(&scenario, lab::contests(&scenario)[0]);
    seeds.map(run).filter(double_books).count()
}

/// The three ways to double-book are seen, and their cures are seen to cure.
#[test]
fn what_may_double_book_does() {
    assert!(double_bookings("strategy=naive") > 0);
    assert!(double_bookings("mix=two-phase,naive&users=2&payfail=0") > 0);
    assert!(double_bookings("mix=optimistic,pessimistic&users=2&lat=0..20") > 0);
    let late = "strategy=two-phase&users=4&hold=1s&payfail=0&arrive=0..3s";
    assert!(double_bookings(&format!("{late}&late=accept")) > 0);
    assert_eq!(double_bookings(&format!("{late}&late=accept-if-free")), 0);
    assert_eq!(double_bookings(&format!("{late}&late=refund")), 0);
}

/// A scenario with letters for every user runs the same whatever is compared beside it.
#[test]
fn a_contest_does_not_depend_on_its_neighbours() {
    let alone = |strategy| {
        let scenario = Scenario { cast: Cast::Compare(vec![strategy]), ..Scenario::default() };
        lab::run(&scenario, Contest::All(strategy)).trace
    };
    for contest in lab::contests(&Scenario::default()) {
        let Contest::All(strategy) = contest else { unreachable!("the default compares") };
        assert_eq!(lab::run(&Scenario::default(), contest).trace, alone(strategy));
    }
}
