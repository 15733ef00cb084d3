//! `export`: one run of a scenario in the format of another program.

use super::args::Export;
use super::{Answer, claimed};
use crate::export::{Caption, Finished, Format, TooLarge, run_file};
use crate::lab::{self, Contest};
use crate::share::{Fragment, open};

/// The run as text; nothing but the text goes to standard output.
pub(super) fn answer(asked: &Export) -> Answer {
    let link = match open(&asked.query).strict() {
        Ok(link) => link,
        Err(problems) => return Answer::bad_query(&problems),
    };
    let bad = |problem| Answer::bad_input(format!("seatrace: {problem}\n"));
    let contests = lab::contests(&link.scenario);
    let contest = match contest(&contests, asked.strategy.as_deref()) {
        Ok(contest) => contest,
        Err(problem) => return bad(problem),
    };
    let run = Finished::of(&link.scenario, contest);
    // What a link claims, it claims of its first race.
    let first = contest == contests[0];
    let err = if first { claimed::note(&link, contest, &run.run) } else { String::new() };
    match write(asked, &run) {
        Ok(text) => Answer { err, ..Answer::good(text) },
        Err(large) => bad(format!("cannot export as {}: {large}", asked.format.name())),
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
fn contest(contests: &[Contest], strategy: Option<&str>) -> Result<Contest, String> {
    let Some(name) = strategy else { return Ok(contests[0]) };
    let named = contests.iter().find(|contest| contest.to_string() == name);
    named.copied().ok_or_else(|| {
        let names: Vec<String> = contests.iter().map(Contest::to_string).collect();
        format!("--strategy {name:?} is none of this query; it runs {}", names.join(", "))
    })
}
