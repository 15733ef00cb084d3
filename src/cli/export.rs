//! `export`: one run of a scenario in the format of another program.

use super::Answer;
use super::args::Export;
use crate::export::{Caption, Finished, Format, TooLarge, run_file};
use crate::lab::{self, Contest};
use crate::scenario::{Query, Scenario};
use crate::share::Fragment;

/// The run as text; nothing but the text goes to standard output.
pub(super) fn answer(asked: &Export) -> Answer {
    let scenario = match Query::parse(&asked.query) {
        Ok(scenario) => scenario,
        Err(problems) => return Answer::bad_query(&problems),
    };
    let written = contest(&scenario, asked.strategy.as_deref()).and_then(|contest| {
        let text = write(asked, &Finished::of(&scenario, contest));
        text.map_err(|large| format!("cannot export as {}: {large}", asked.format.name()))
    });
    match written {
        Ok(text) => Answer::good(text),
        Err(problem) => Answer::bad_input(format!("seatrace: {problem}\n")),
    }
}

/// The note of a link goes into the run file; no other format has a place for it.
fn write(asked: &Export, run: &Finished) -> Result<String, TooLarge> {
    match (asked.format, Fragment::parse(&asked.query).note) {
        (Format::Run, note @ Some(_)) => Ok(run_file(run, &Caption { note, ..Caption::of(run) })),
        (format, _) => format.write(run),
    }
}

/// The race that is meant: the one of this strategy, else the first.
fn contest(scenario: &Scenario, strategy: Option<&str>) -> Result<Contest, String> {
    let contests = lab::contests(scenario);
    let Some(name) = strategy else { return Ok(contests[0]) };
    let named = contests.iter().find(|contest| contest.to_string() == name);
    named.copied().ok_or_else(|| {
        let names: Vec<String> = contests.iter().map(Contest::to_string).collect();
        format!("--strategy {name:?} is none of this query; it runs {}", names.join(", "))
    })
}
