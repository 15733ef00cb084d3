//! `explore`: every order of a scenario, as a table or as JSON.

use super::args::Explore;
use super::explored::text;
use super::{Answer, STOPPED};
use crate::explore::{Exploration, Limit, Limits, Status, Symmetry};
use crate::export::{ExploreObject, explore_object};
use crate::lab::{self, Contest};
use crate::scenario::Scenario;
use crate::share::open;
#[expect(
    clippy::disallowed_types,
    reason = "how long it took is printed, and a limit; it decides no count"
)]
use std::time::Instant;

/// Choices between two looks at the clock.
const SLICE: u64 = 1 << 16;

/// One section a strategy; with `json` one object a line.
pub(super) fn answer(asked: &Explore) -> Answer {
    let scenario = match open(&asked.query).strict() {
        Ok(link) => link.scenario,
        Err(problems) => return Answer::bad_query(&problems),
    };
    let contests = lab::contests(&scenario);
    let found: Result<Vec<_>, _> =
        contests.into_iter().map(|c| explored(asked, &scenario, c)).collect();
    let objects = match found {
        Ok(objects) => objects,
        Err(problem) => return Answer::bad_input(format!("seatrace: {problem}\n")),
    };
    let section = |object| if asked.json { line(object) } else { text(object) };
    let sections: Vec<String> = objects.iter().map(section).collect();
    let complete = objects.iter().all(|object| object.complete);
    let out = sections.join(if asked.json { "" } else { "\n" });
    Answer { code: if complete { 0 } else { STOPPED }, ..Answer::good(out) }
}

#[expect(clippy::disallowed_types, reason = "see above")]
fn explored(
    asked: &Explore,
    scenario: &Scenario,
    contest: Contest,
) -> Result<ExploreObject, String> {
    let start = Instant::now();
    let symmetry = if asked.no_symmetry { Symmetry::Keep } else { Symmetry::Merge };
    let limits = Limits::default();
    let limits = Limits { states: asked.max_states.unwrap_or(limits.states), ..limits };
    let cannot = |why| format!("{contest} cannot be explored: {why}");
    let mut all = Exploration::new(scenario, contest, symmetry, limits).map_err(cannot)?;
    while all.advance(SLICE) == Status::Running {
        let late = |seconds: &u64| start.elapsed().as_secs() >= *seconds;
        if let Some(seconds) = asked.max_seconds.filter(late) {
            all.stop(Limit::Time(seconds * 1_000));
        }
    }
    let object = explore_object(&mut all, 0);
    let elapsed_ms = u64::try_from(start.elapsed().as_millis()).unwrap_or(u64::MAX);
    Ok(ExploreObject { elapsed_ms, ..object })
}

fn line(object: &ExploreObject) -> String {
    serde_json::to_string(object).expect("an exploration has no value that JSON has not") + "\n"
}
