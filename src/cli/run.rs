//! `run`: every race of a scenario, as a transcript or as JSON.

use super::{Answer, claimed};
use crate::export::run_object;
use crate::lab;
use crate::player::transcript;
use crate::share::open;

/// One section a strategy; with `json` one object a line.
pub(super) fn answer(query: &str, json: bool) -> Answer {
    let link = match open(query).strict() {
        Ok(link) => link,
        Err(problems) => return Answer::bad_query(&problems),
    };
    let scenario = &link.scenario;
    let runs =
        lab::contests(scenario).into_iter().map(|contest| (contest, lab::run(scenario, contest)));
    let runs: Vec<_> = runs.collect();
    let section = |(contest, run): &(lab::Contest, lab::Run)| {
        if json {
            let object = serde_json::to_string(&run_object(scenario, *contest, run));
            object.expect("a run has no value that JSON has not") + "\n"
        } else {
            transcript(scenario, *contest, &run.trace).join("\n") + "\n"
        }
    };
    let sections: Vec<String> = runs.iter().map(section).collect();
    let err = claimed::note(&link, runs[0].0, &runs[0].1);
    Answer { err, ..Answer::good(sections.join(if json { "" } else { "\n" })) }
}
