//! Figures, measured: `cargo xtask bench [PART]...`. Nothing here is a test; ratios are taken within one run.

mod browser;
mod by_hand;
mod explorer;
mod memory;
mod page;
mod parts;
mod simpy;
mod table;

use parts::Part;
use seatrace::lab::{self, Contest};
use seatrace::race::{Race, TimeOrder};
use seatrace::scenario::{Query, Scenario, Strategy, Word};
use std::env;
use std::process::ExitCode;
#[expect(clippy::disallowed_types, reason = "a benchmark measures real time; runs never do")]
use std::time::Instant;

fn main() -> ExitCode {
    let words: Vec<String> = env::args().skip(1).collect();
    match parts::named(&words) {
        Ok(parts) => measure(&parts),
        Err(why) => {
            eprintln!("benches: {why}");
            return ExitCode::FAILURE;
        }
    }
    ExitCode::SUCCESS
}

fn measure(parts: &[Part]) {
    table::head();
    if parts.contains(&Part::Explorer) {
        table::part("explorer, native, one thread, symmetry off: naive, 10 users, one seat");
        explorer::compare();
    }
    if parts.contains(&Part::Simulation) {
        simulations();
    }
    page::measure(parts);
}

fn simulations() {
    table::part("simulation, native, one thread, whole trace kept");
    for strategy in Strategy::ALL {
        for users in [1_000, 100_000, 1_000_000] {
            simulate(*strategy, users);
        }
    }
    let peak = memory::peak_mib().map_or("unknown".into(), |mib| format!("{mib} MiB"));
    table::row("peak memory of this process", &peak, "1024 MiB");
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

fn simulate(strategy: Strategy, users: u32) {
    let (scenario, contest) = crowd(strategy, users);
    let (race, seconds) = timed(|| {
        let mut race = lab::race(&scenario, contest);
        race.run(&mut TimeOrder);
        race
    });
    let steps = f64::from(race.position());
    let speed = format!("{:.2} M", steps / seconds / 1e6);
    table::row(&format!("{contest}, {users} users, {steps} steps: steps/s"), &speed, "");
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
