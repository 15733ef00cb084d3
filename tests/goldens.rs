//! Golden digests: pairs of scenario and order whose runs must never change. `tests/goldens.txt` is asserted here and, by
//! the browser tests, in wasm. `SEATRACE_GOLDENS=write` writes the present digests; read the difference before committing.

use seatrace::lab;
use seatrace::scenario::Query;
use seatrace::share::digest;

const FILE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/goldens.txt");

/// The scenarios: the gallery, every scheduler, every policy, orders with every mark.
const QUERIES: [&str; 24] = [
    "v=1",
    "v=1&s=deadlock",
    "v=1&s=coarse-version",
    "v=1&s=late-payment",
    "v=1&s=orphaned-lock",
    "v=1&s=mixed",
    "v=1&sched=random&seed=7",
    "v=1&sched=rr&seed=8",
    "v=1&sched=pct&depth=5&seed=9",
    "v=1&clock=free&order=ABABABCDE",
    "v=1&users=26&seats=26x40&want=zipf&party=3&lock=seat&version=seat&lat=1..9",
    "v=1&users=40&want=random&seats=4x5&party=2&lock=seat&lockorder=sorted&seed=18446744073709551615",
    "v=1&strategy=optimistic&users=12&backoff=expo&attempts=20&want=each&seed=3",
    "v=1&strategy=optimistic&users=12&backoff=equal&attempts=20&want=each&seed=3",
    "v=1&strategy=optimistic&users=12&backoff=full&attempts=20&want=each&seed=3",
    "v=1&strategy=optimistic&users=12&backoff=decorrelated&attempts=20&want=each&seed=3",
    "v=1&strategy=two-phase&users=2&clock=free&payfail=10&paylost=5&order=AtBApBpBA2",
    "v=1&strategy=two-phase&users=3&clock=free&paylost=5&crash=2&order=ABw250AnACCkt&expiry=lazy",
    "v=1&strategy=two-phase&users=6&hold=1s&late=accept&payfail=0&arrive=0..4s&seed=10",
    "v=1&strategy=two-phase&users=6&hold=1s&late=accept-if-free&payfail=0&arrive=0..4s&expiry=sweep:700&seed=10",
    "v=1&mix=naive,optimistic,pessimistic,two-phase&users=8&lat=0..20&seed=4",
    "v=1&strategy=two-phase&pay=20s..40s&paytimeout=30s&users=4&arrive=0..2m&seed=2",
    "v=1&s=your-turn",
    "v=1&s=your-turn&strategy=two-phase&clicks=E8.E7&order=w1500Fw2500FFpF",
];

const HEADER: &str = "\
# Golden digests: a digest, the strategy and the query that gives it, separated by tabs.
# Asserted natively by tests/goldens.rs and in the browser by tests/e2e/goldens.test.mjs.
";

fn present() -> String {
    let mut text = String::from(HEADER);
    for query in QUERIES {
        let scenario = Query::parse(query).expect("a valid query");
        for contest in lab::contests(&scenario) {
            let run = lab::run(&scenario, contest);
            let canonical = lab::alone(&scenario, contest).canonical();
            let digest = digest(&canonical, &run.order, &run.trace.events);
            text += &format!("{digest}\t{contest}\t{query}\n");
        }
    }
    text
}

#[test]
fn every_golden_run_is_what_it_was() {
    let present = present();
    if std::env::var("SEATRACE_GOLDENS").is_ok_and(|what| what == "write") {
        std::fs::write(FILE, &present).expect("the file can be written");
    }
    let golden = std::fs::read_to_string(FILE).expect("tests/goldens.txt is there");
    assert!(golden.lines().filter(|line| !line.starts_with('#')).count() >= 20);
    for (now, then) in present.lines().zip(golden.lines()) {
        assert_eq!(now, then);
    }
    assert_eq!(present.lines().count(), golden.lines().count());
}
