//! Figures, measured: `cargo xtask bench`. Nothing here is a test; ratios are taken within one run.

mod memory;
mod simpy;

use seatrace::lab::{self, Contest};
use seatrace::race::{Race, TimeOrder};
use seatrace::scenario::{Query, Scenario, Strategy};
#[expect(clippy::disallowed_types, reason = "a benchmark measures real time; runs never do")]
use std::time::Instant;

fn main() {
    println!("simulation, native, one thread, whole trace kept\n");
    println!(
        "{:<12} {:>9} {:>12} {:>8} {:>12} {:>10}",
        "strategy", "users", "steps", "s", "steps/s", "MB"
    );
    for strategy in
        [Strategy::Naive, Strategy::Optimistic, Strategy::Pessimistic, Strategy::TwoPhase]
    {
        for users in [1_000, 100_000, 1_000_000] {
            row(strategy, users);
        }
    }
    println!(
        "\npeak memory of this process: {} MB",
        memory::peak_mb().map_or("unknown".into(), |mb| mb.to_string())
    );
    simpy::compare(&lock_queue);
}

/// Everybody wants a seat of a hall of 100,000; each thinks 10 to 50 ms and comes within ten minutes.
fn crowd(strategy: Strategy, users: u32) -> (Scenario, Contest) {
    let scenario = Query::parse("seats=250x400&want=random&arrive=0..10m&lock=seat&version=seat")
        .expect("a valid query");
    (Scenario { users, ..scenario }, Contest::All(strategy))
}

#[expect(clippy::disallowed_types, reason = "a benchmark measures real time; runs never do")]
fn timed<T>(work: impl FnOnce() -> T) -> (T, f64) {
    let start = Instant::now();
    let done = work();
    (done, start.elapsed().as_secs_f64())
}

fn row(strategy: Strategy, users: u32) {
    let (scenario, contest) = crowd(strategy, users);
    let before = memory::now_mb();
    let (race, seconds) = timed(|| {
        let mut race = lab::race(&scenario, contest);
        race.run(&mut TimeOrder);
        race
    });
    let used = memory::now_mb()
        .zip(before)
        .map_or("unknown".into(), |(now, then)| (now.saturating_sub(then)).to_string());
    let steps = f64::from(race.position());
    println!(
        "{:<12} {users:>9} {steps:>12} {seconds:>8.3} {:>12.0} {used:>10}",
        contest.to_string(),
        steps / seconds
    );
}

/// The queue that SimPy runs too: users come within a window, wait for one lock, keep it 10 to 50 ms. Returns the time it
/// took and how many got the lock.
fn lock_queue(users: u32) -> (f64, u32) {
    let scenario = Query::parse("strategy=pessimistic&lock=show&want=each&seats=250x400")
        .expect("a valid query");
    let scenario = Scenario { users, ..scenario };
    let (race, seconds): (Race, f64) = timed(|| {
        let mut race = lab::race(&scenario, Contest::All(Strategy::Pessimistic));
        race.run(&mut TimeOrder);
        race
    });
    let booked =
        race.trace().events.iter().filter(|e| e.outcome == seatrace::trace::Outcome::Booked);
    (seconds, booked.count() as u32)
}
