//! Any valid scenario, for property tests.
//!
//! The unit tests of this crate find it as `crate::scenario::arbitrary`; integration tests include this file, which is
//! why it names the library as they do:
//! `#[path = "../src/scenario/arbitrary.rs"] mod arbitrary;`

use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::select;
use seatrace::scenario::{
    ATTEMPTS_MAX, Cast, DEPTH_MAX, PARTY_MAX, Scenario, Span, Strategy as Booking, TIME_MS_MAX,
    USERS_MAX, Want, Word, gallery,
};
use seatrace::trace::{Choice, Mark, Order, WAIT_MS_MAX};
use seatrace::units::{Expiry, Hall, LETTERS, SEATS_MAX, Seat, User};

/// Any valid scenario: all of [`Scenario`]'s values and all ways in which they fit together.
pub(crate) fn any_scenario() -> impl Strategy<Value = Scenario> {
    any_race()
        .prop_flat_map(any_times)
        .prop_flat_map(|s| (Just(s.clone()), any_choices(&s), any_seats(s.hall)))
        .prop_map(|(s, (order, you), (want, party, clicks))| {
            let clicks = if you.is_some() { clicks } else { Vec::new() };
            Scenario { order, you, want, party, clicks, ..s }
        })
}

/// Any word, and half of the time the default: combinations of defaults matter most.
fn any_word<W: Word + std::fmt::Debug>() -> impl Strategy<Value = W> {
    prop_oneof![Just(W::ALL[0]), select(W::ALL)]
}

fn any_ms() -> impl Strategy<Value = u64> {
    prop_oneof![Just(0), 0..5_000u64, (0..=86_400u64).prop_map(|s| s * 1_000), 0..=TIME_MS_MAX]
}

fn any_span() -> impl Strategy<Value = Span> {
    (any_ms(), any_ms()).prop_map(|(a, b)| Span { min_ms: a.min(b), max_ms: a.max(b) })
}

/// What the choices and seats depend on: the cast, the users, the hall, what payments answer and whether clients crash.
fn any_race() -> impl Strategy<Value = Scenario> {
    let compare = proptest::sample::subsequence(Booking::ALL, 1..=Booking::ALL.len());
    let cast = prop_oneof![
        compare.prop_shuffle().prop_map(Cast::Compare),
        vec(select(Booking::ALL), 1..=4).prop_map(Cast::Mix),
    ];
    let users = prop_oneof![4 => 1..=LETTERS, 1 => 1..=USERS_MAX];
    let side = prop_oneof![1..=12u32, 1..=SEATS_MAX];
    let hall = (side, any::<u32>(), any::<bool>()).prop_map(|(a, b, turned)| {
        let b = b % (SEATS_MAX / a) + 1;
        if turned { Hall { rows: b, cols: a } } else { Hall { rows: a, cols: b } }
    });
    let percents = prop_oneof![Just((10, 0)), (0..=100u32, 0..=100u32)];
    let slug = select(gallery()).prop_map(|entry| entry.slug);
    (slug, cast, users, hall, percents, 0..=3u32).prop_map(
        |(slug, cast, users, hall, (a, b), crash)| {
            let payfail_percent = a;
            let paylost_percent = b.min(100 - a);
            Scenario {
                slug,
                cast,
                users,
                hall,
                payfail_percent,
                paylost_percent,
                crash,
                ..Scenario::plain()
            }
        },
    )
}

/// What depends on nothing else.
fn any_times(s: Scenario) -> impl Strategy<Value = Scenario> {
    let expiry = prop_oneof![
        Just(Expiry::Timer),
        Just(Expiry::Lazy),
        any_ms().prop_map(|ms| Expiry::Sweep(ms.max(1))),
    ];
    let spans = [any_span(), any_span(), any_span(), any_span()];
    let ends = (option::of(any_ms()), any_ms(), expiry);
    let numbers = (any::<u64>(), 1..=ATTEMPTS_MAX, 1..=DEPTH_MAX);
    let words =
        (any_word(), any_word(), any_word(), any_word(), any_word(), any_word(), any_word());
    (spans, ends, numbers, words).prop_map(move |(spans, ends, numbers, words)| {
        let [arrive, lat, think, pay] = spans;
        let (hold_ms, pay_timeout_ms, expiry) = ends;
        let (seed, attempts, depth) = numbers;
        let (backoff, version, lock, lock_order, late, clock, sched) = words;
        let (hold_ms, pay_timeout_ms) = (hold_ms.map(|ms| ms.max(1)), pay_timeout_ms.max(1));
        let s = Scenario { arrive, lat, think, pay, hold_ms, pay_timeout_ms, expiry, ..s.clone() };
        let s = Scenario { seed, attempts, depth, backoff, version, lock, lock_order, ..s };
        Scenario { late, clock, sched, ..s }
    })
}

/// An order with users and marks that this scenario has, and perhaps a user who is you.
fn any_choices(s: &Scenario) -> impl Strategy<Value = (Order, Option<User>)> + use<> {
    let (Cast::Compare(strategies) | Cast::Mix(strategies)) = &s.cast;
    let pays = strategies.contains(&Booking::TwoPhase);
    let possible = [
        (Mark::Captured, pays && s.answers().captured),
        (Mark::Declined, pays && s.answers().declined),
        (Mark::NoAnswer, pays && s.answers().lost),
        (Mark::Crash, s.crash > 0),
    ];
    let marks = possible.into_iter().filter(|(_, possible)| *possible).map(|(mark, _)| Some(mark));
    let marks: Vec<Option<Mark>> = std::iter::once(None).chain(marks).collect();
    let user = (0..s.users.min(LETTERS)).prop_map(User);
    let choice = prop_oneof![
        8 => (user.clone(), select(marks)).prop_map(|(user, mark)| Choice::Step(user, mark)),
        1 => Just(Choice::Time),
        1 => (1..=WAIT_MS_MAX).prop_map(Choice::Wait),
    ];
    let runs_max = if s.users > LETTERS { 0 } else { 30 };
    let order = vec((choice, 1..4usize), 0..=runs_max).prop_map(|runs| {
        Order(runs.into_iter().flat_map(|(choice, n)| std::iter::repeat_n(choice, n)).collect())
    });
    (order, option::of(user))
}

/// What is wanted, the seats of an order, and clicks, in this hall.
fn any_seats(hall: Hall) -> impl Strategy<Value = (Want, u32, Vec<Seat>)> {
    let party_max = PARTY_MAX.min(hall.seats());
    let order = || {
        vec((0..hall.seats()).prop_map(Seat), 1..=PARTY_MAX as usize).prop_map(|mut seats| {
            seats.sort_unstable();
            seats.dedup();
            seats
        })
    };
    let drawn = select(vec![Want::Same, Want::Each, Want::Random, Want::Zipf]);
    let want = prop_oneof![
        (drawn, 1..=party_max),
        (vec(order().prop_shuffle(), 1..6).prop_map(Want::Seats), Just(1)),
    ];
    let clicks = prop_oneof![Just(Vec::new()), order().prop_shuffle()];
    (want, clicks).prop_map(|((want, party), clicks)| (want, party, clicks))
}
