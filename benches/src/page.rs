//! The page in Chromium: how fast its worker explores, how much script a frame runs, and what a long race needs.

use crate::browser::Browser;
use crate::explorer::{self, QUERY, SCHEDULES, STATES, TRANSITIONS, rate};
use crate::parts::Part;
use crate::table::{self, median};
use seatrace::scenario::{Strategy, Word};

const ROUNDS: usize = 7;

/// The scenario that the page opens with, and what exploring each strategy of it counts: states, transitions, schedules.
const DEFAULT: &str = "s=five-users";

/// A hall of 1,000 seats and 50 users.
const HALL: &str = "seats=25x40&users=50&want=random";

/// All of 50 users are in the queue before the first has thought.
const QUEUE: &str = "strategy=pessimistic&users=50&want=A1&arrive=0..5";

/// Races of 100,000 steps and more events: most of it a queue for few seats, or a hall in which all get their five seats.
const LONG: [(&str, &str); 2] = [
    (
        "1,000 seats, pessimistic",
        "seats=25x40&users=10000&want=random&party=5&strategy=pessimistic&lock=seat&lockorder=sorted",
    ),
    ("100,000 seats, naive", "seats=250x400&users=10000&want=each&party=5&strategy=naive"),
];
const LONG_STEPS_MIN: f64 = 100_000.0;

/// Whether a part of the table could be measured.
type Measured = Result<(), String>;

/// What measures it.
type Measure = fn(&mut Browser) -> Measured;

/// Measures these parts, if there is a browser.
pub(crate) fn measure(parts: &[Part]) {
    let all: [(Part, Measure); 4] = [
        (Part::Wasm, beside_native),
        (Part::Wasm, default),
        (Part::Frames, frames),
        (Part::Memory, memory),
    ];
    let mut asked = all.into_iter().filter(|(part, _)| parts.contains(part)).peekable();
    if asked.peek().is_none() {
        return;
    }
    let mut browser = match Browser::start() {
        Ok(browser) => browser,
        Err(why) => {
            table::part("in Chromium");
            return table::missing(&why);
        }
    };
    for (_, measure) in asked {
        if let Err(why) = measure(&mut browser) {
            table::missing(&why);
        }
    }
    browser.close();
}

/// The explorer natively and in Chromium, in turn.
fn beside_native(browser: &mut Browser) -> Measured {
    table::part("explorer, wasm in Chromium, asked as the page asks");
    let mut rounds = Vec::new();
    for _ in 0..ROUNDS {
        let native = explorer::ours();
        let [ms, states, transitions, schedules] =
            browser.ask(&format!("explore {QUERY} naive apart"))?;
        let counts = [states, transitions, schedules].map(|count| count as u64);
        assert_eq!(counts, [STATES, TRANSITIONS, SCHEDULES], "the same race in Chromium");
        rounds.push((ms / 1000.0, native));
    }
    let seconds = median(rounds.iter().map(|(wasm, _)| *wasm));
    table::row("symmetry off, as above: states/s", &rate(STATES, seconds), "");
    let times = median(rounds.iter().map(|(wasm, native)| native / wasm));
    table::ratio("wasm / native", times, "0.5 x");
    Ok(())
}

/// What somebody who opens the page waits for.
fn default(browser: &mut Browser) -> Measured {
    for (strategy, wanted, schedules) in [
        ("naive", "20 ms", 31_320),
        ("optimistic", "20 ms", 1_849_320),
        ("pessimistic", "20 ms", 54_600),
        ("two-phase", "300 ms", 34_275_962_739_240),
    ] {
        let mut times = Vec::new();
        for _ in 0..ROUNDS {
            let [ms, _, _, counted] =
                browser.ask(&format!("explore {DEFAULT} {strategy} merged"))?;
            assert_eq!(counted as u64, schedules, "{strategy} in Chromium");
            times.push(ms);
        }
        let what = format!("default scenario, {strategy}: request to answer");
        table::row(&what, &format!("{:.1} ms", median(times)), wanted);
    }
    Ok(())
}

fn frames(browser: &mut Browser) -> Measured {
    table::part("playing in Chromium, 1,000 seats and 50 users: script a frame");
    for speed in [1, 16] {
        for strategy in Strategy::ALL {
            let strategy = strategy.word();
            play(browser, strategy, &format!("{HALL}&strategy={strategy}"), speed)?;
        }
    }
    play(browser, "all four side by side", &format!("{HALL}&view=compare"), 16)?;
    table::part("playing in Chromium, 50 users who queue for one seat: script a frame");
    for speed in [1, 16] {
        play(browser, "pessimistic", QUEUE, speed)?;
    }
    Ok(())
}

/// Plays a race without a pause.
fn play(browser: &mut Browser, what: &str, query: &str, speed: u32) -> Measured {
    let asked = format!("frames {query}&speed={speed}&pauseon=none");
    let [p50, p95, p99, most, all50, all95, all99, all, frames] = browser.ask(&asked)?;
    let what = format!("{what} at {speed}x, {frames} frames");
    let row = |what: &str, [p50, p95, p99]: [f64; 3]| {
        table::row(what, &format!("{p50:.1}, {p95:.1}, {p99:.1} ms"), "");
    };
    row(&format!("{what}: p50, p95, p99"), [p50, p95, p99]);
    table::row(&format!("{what}: most"), &format!("{most:.1} ms"), "16.7 ms");
    row("  with the garbage that V8 collects", [all50, all95, all99]);
    table::row("  with it, most", &format!("{all:.1} ms"), "");
    Ok(())
}

/// Once all of it was played: the script heap, and the memory of the program, which never shrinks.
fn memory(browser: &mut Browser) -> Measured {
    table::part("memory of the page in Chromium after a long race: script heap + program");
    for (what, query) in LONG {
        let [heap, program, steps] = browser.ask(&format!("memory {query}"))?;
        assert!(steps >= LONG_STEPS_MIN, "{query} has only {steps} steps");
        let [heap, both] = [heap, heap + program].map(|bytes| bytes / 1e6);
        table::row(&format!("{what}, {steps} steps"), &format!("{both:.1} MB"), "100 MB");
        table::row("  of it script heap", &format!("{heap:.1} MB"), "");
    }
    Ok(())
}
