//! Scenarios for the tests.

use crate::lab::Contest;
use crate::scenario::{
    Backoff, Cast, Clock, Expiry, Late, LockOrder, Scenario, Sched, Scope, Span, Strategy, Want,
};
use crate::trace::Order;
use crate::units::{Hall, Seat};

fn span(min_ms: u64, max_ms: u64) -> Span {
    Span { min_ms, max_ms }
}

/// The plain scenario of DESIGN §6, with so many users who arrive one after another.
pub(super) fn plain(users: u32) -> Scenario {
    Scenario {
        slug: "five-users",
        cast: Cast::Compare(ALL.to_vec()),
        users,
        hall: Hall { rows: 10, cols: 10 },
        seed: 1,
        want: Want::Same,
        party: 1,
        arrive: span(0, 60),
        lat: span(0, 0),
        think: span(10, 50),
        attempts: 3,
        backoff: Backoff::None,
        version: Scope::Show,
        lock: Scope::Show,
        lock_order: LockOrder::Asked,
        hold_ms: Some(600_000),
        expiry: Expiry::Timer,
        pay: span(500, 2_000),
        payfail_percent: 10,
        paylost_percent: 0,
        pay_timeout_ms: 30_000,
        late: Late::Refund,
        crash: 0,
        clock: Clock::Natural,
        sched: Sched::Time,
        depth: 3,
        order: Order::default(),
        you: None,
        clicks: Vec::new(),
    }
}

/// The same with delays of 0 and these choices.
pub(super) fn ordered(users: u32, order: &str) -> Scenario {
    let order = Order::parse(order).expect("a test's order follows the grammar");
    Scenario { order, clock: Clock::Free, arrive: span(0, 0), ..plain(users) }
}

/// Everybody on one show, each user by the next of these.
pub(super) fn mixed(strategies: &[Strategy], scenario: Scenario) -> Scenario {
    Scenario { cast: Cast::Mix(strategies.to_vec()), ..scenario }
}

/// User i wants the i-th of these, as seat numbers.
pub(super) fn wanting(orders: &[&[u32]], scenario: Scenario) -> Scenario {
    let seats = |order: &&[u32]| order.iter().copied().map(Seat).collect();
    Scenario { want: Want::Seats(orders.iter().map(seats).collect()), ..scenario }
}

pub(super) const ALL: [Strategy; 4] =
    [Strategy::Naive, Strategy::Optimistic, Strategy::Pessimistic, Strategy::TwoPhase];

/// A crowd for tests over many seeds: few seats, orders of two, every rule of the show, crashes, by every scheduler.
pub(super) fn crowds() -> impl Iterator<Item = (Scenario, Contest)> {
    (0..120u64).flat_map(|seed| {
        let of = |n: u64| (seed / n) as usize;
        let base = Scenario {
            seed,
            hall: Hall { rows: 1, cols: 4 },
            want: Want::Random,
            party: 1 + (seed % 2) as u32,
            version: [Scope::Show, Scope::Seat][of(2) % 2],
            lock: [Scope::Seat, Scope::Show][of(4) % 2],
            hold_ms: [Some(1_000), None, Some(600_000)][of(3) % 3],
            expiry: [Expiry::Timer, Expiry::Lazy, Expiry::Sweep(700)][of(1) % 3],
            late: [Late::Accept, Late::Refund, Late::AcceptIfFree][of(5) % 3],
            paylost_percent: 10,
            crash: 2,
            clock: [Clock::Natural, Clock::Free][of(7) % 2],
            sched: [Sched::Time, Sched::Random, Sched::Rr, Sched::Pct][of(1) % 4],
            order: Order::parse(["", "BAw20CkBtA", "DDDAkECw5", "tAAApEB"][of(6) % 4])
                .expect("follows the grammar"),
            ..plain(6)
        };
        let mix = (mixed(&ALL, base.clone()), Contest::Mix);
        let same = ALL.map(|strategy| (base.clone(), Contest::All(strategy)));
        same.into_iter().chain([mix])
    })
}
