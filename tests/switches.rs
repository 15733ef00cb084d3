//! Switches, counted by running an order and by the explorer, which shares no code with that.

use seatrace::explore::{Exploration, Limits, Symmetry};
use seatrace::lab;
use seatrace::scenario::{Clock, Query, Scenario};

#[test]
fn a_run_has_the_switches_that_the_explorer_counts() {
    let queries = [
        "users=3&sched=random",
        "users=3&sched=random&lock=seat&want=D1.D2,D2.D1",
        "users=2&sched=random&crash=1&hold=1s",
        "users=3&sched=random&mix=naive,two-phase&hold=1s&expiry=sweep:300&payfail=20",
    ];
    for query in queries {
        let scenario = Query::parse(&format!("{query}&clock=free")).expect("a query");
        for contest in lab::contests(&scenario) {
            let limits = Limits { states: 200_000, bytes: 1 << 28 };
            let mut all =
                Exploration::new(&scenario, contest, Symmetry::Keep, limits).expect("small");
            all.advance(u64::MAX);
            for seed in 0..60 {
                let run =
                    lab::run(&Scenario { seed, clock: Clock::Free, ..scenario.clone() }, contest);
                let counted = lab::switches(&scenario, contest, &run.order);
                assert_eq!(all.switches(&run.order), Some(counted), "{query} {}", run.order);
            }
        }
    }
}
