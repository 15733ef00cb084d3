//! The histories of runs: the judge and the checker, which read different things and know nothing of each other, agree.

#[path = "../src/scenario/arbitrary.rs"]
mod arbitrary;

use arbitrary::any_scenario;
use proptest::prelude::*;
use seatrace::history::{Answer, Checking, History, Report, Told};
use seatrace::lab;
use seatrace::scenario::{Cast, Query, Scenario, Span, Want};
use seatrace::units::Hall;
use seatrace::verdict::{Rule, judge};

fn histories(scenario: &Scenario) -> Vec<(Report, Vec<Rule>, String)> {
    let contests = lab::contests(scenario);
    let each = contests.into_iter().map(|contest| {
        let facts = lab::facts(scenario);
        let run = lab::run(scenario, contest);
        let told = Told { hall: facts.hall, expiry: facts.expiry, wants: &facts.wants };
        let history = History::of_run(&told, &run.trace);
        let text = history.lines();
        let broken =
            judge(&facts.into(), &run.trace).violations.into_iter().map(|v| v.rule).collect();
        let report = match History::parse(text.as_bytes()) {
            Ok(read) => {
                assert_eq!(read, history, "what is printed is read again");
                Checking::new(read).unwrap_or_else(|broken| panic!("{broken}\n{text}")).finish()
            }
            Err(_) => Checking::new(History::default()).expect("nothing is well-formed").finish(),
        };
        (report, broken, text)
    });
    each.collect()
}

#[test]
fn the_default_scenario_tells_its_history() {
    let scenario = Query::parse("s=five-users").unwrap();
    let all = histories(&scenario);
    let ok: Vec<Option<bool>> = all.iter().map(|(report, ..)| report.ok()).collect();
    assert_eq!(ok, [Some(false), Some(true), Some(true), Some(true)]);
    expect_test::expect_file!["history_two_phase.jsonl"].assert_eq(&all[3].2);
}

/// Few users who are in each other's way.
fn crowd(scenario: Scenario) -> Scenario {
    let hall = match scenario.want {
        Want::Seats(_) => scenario.hall,
        _ => Hall { rows: 2, cols: 4 + scenario.party },
    };
    let soon =
        |span: Span| Span { min_ms: span.min_ms % 1_000, max_ms: 1_000 + span.max_ms % 1_000 };
    Scenario {
        users: 2 + scenario.users % 7,
        hall,
        arrive: soon(scenario.arrive),
        order: Default::default(),
        you: None,
        clicks: Vec::new(),
        ..scenario
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(if std::env::var_os("SEATRACE_SOAK").is_some() { 20_000 } else { 1_000 }))]

    #[test]
    fn judge_and_checker_agree(scenario in any_scenario().prop_map(crowd)) {
        for (report, broken, text) in histories(&scenario) {
            let undecided = report.findings.iter().any(|f| f.answer == Answer::Undecided);
            prop_assert!(!undecided, "{text}");
            if broken.contains(&Rule::NoDoubleBooking) {
                prop_assert_eq!(report.ok(), Some(false), "{}", text);
            }
            // Strategies that do not respect each other book an order of several seats bit by bit, which no rule forbids.
            let alone = !matches!(scenario.cast, Cast::Mix(_));
            if alone && broken.iter().all(|rule| rule.is_liveness()) {
                prop_assert_eq!(report.ok(), Some(true), "{}", text);
            }
        }
    }
}
