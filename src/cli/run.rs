//! `run`: every race of a scenario, as a transcript or as JSON.

use super::Answer;
use crate::export::run_object;
use crate::lab;
use crate::player::transcript;
use crate::scenario::Query;

/// One section a strategy; with `json` one object a line.
pub(super) fn answer(query: &str, json: bool) -> Answer {
    let scenario = match Query::parse(query) {
        Ok(scenario) => scenario,
        Err(problems) => return Answer::bad_query(&problems),
    };
    let section = |contest| {
        let run = lab::run(&scenario, contest);
        if json {
            let object = serde_json::to_string(&run_object(&scenario, contest, &run));
            object.expect("a run has no value that JSON has not") + "\n"
        } else {
            transcript(&scenario, contest, &run.trace).join("\n") + "\n"
        }
    };
    let sections: Vec<String> = lab::contests(&scenario).into_iter().map(section).collect();
    Answer::good(sections.join(if json { "" } else { "\n" }))
}
