//! Links that are cut off, at every length.

use seatrace::export::Finished;
use seatrace::lab;
use seatrace::scenario::{Query, Scenario};
use seatrace::share::{exact, open};
use seatrace::trace::Order;

const BASE: &str = "https://host.example/seatrace/?";

/// Links to exact runs: of one user, of marks and waits, of many choices.
fn runs() -> Vec<Finished> {
    let queries = [
        "s=deadlock&clock=free",
        "strategy=naive&users=2&clock=free&order=ABAB&seats=4x20&want=D1.D2,D2.D1&lock=seat",
        "strategy=two-phase&users=3&clock=free&crash=1&paylost=5&hold=1s&order=ABw250AptBkC",
        "users=26&seed=7&want=each",
    ];
    let run = |query| {
        let scenario = Query::parse(query).expect("a query");
        Finished::of(&scenario, lab::contests(&scenario)[0])
    };
    queries.map(run).into()
}

fn assert_valid(scenario: &Scenario) {
    assert_eq!(Query::parse(&scenario.query()).as_ref(), Ok(scenario));
}

#[test]
fn a_query_that_is_cut_off_is_a_valid_scenario() {
    for run in runs() {
        let link = format!("{BASE}{}&d={}&at=end", run.query(), run.digest);
        for len in 0..=link.len() {
            assert_valid(&open(&link[..len]).scenario);
        }
        assert_eq!(open(&link).query(), &link[BASE.len()..]);
    }
}

/// With the order behind `#`, a link says that it was cut off; before `#` the digest in it shows that the run is another.
#[test]
fn an_exact_run_that_is_cut_off_is_the_same_run_or_says_so() {
    for run in runs() {
        let meant = Scenario { order: run.run.order.clone(), ..run.scenario.clone() };
        let query = Scenario { order: Order::default(), ..meant.clone() }.query();
        let head = format!("{BASE}{query}&d={}", run.digest);
        let link = format!("{head}#{}", exact(&meant.order));
        let whole = open(&link);
        assert_eq!((&whole.scenario, whole.problems.len()), (&meant, 0));
        for len in 0..link.len() {
            let cut = open(&link[..len]);
            assert_valid(&cut.scenario);
            if len >= head.len() + "#x1".len() {
                let named = cut.problems.iter().map(|problem| problem.parameter);
                assert_eq!(named.collect::<Vec<_>>(), ["fragment"], "{}", &link[..len]);
            } else if len >= head.len() {
                assert_eq!(cut.settings.digest.as_ref(), Some(&run.digest));
                let scheduled = Finished::of(&cut.scenario, run.contest);
                let same = scheduled.digest == run.digest;
                assert_eq!(same, scheduled.run.order == meant.order, "the digest tells them apart");
            }
        }
    }
}
