//! Runs to export, for the tests of the formats.

use super::{Finished, Format, SESSIONS_MAX};
use crate::history::{Checking, History};
use crate::lab;
use crate::scenario::{Query, gallery};
use crate::verdict::Rule;

/// The first run of a query.
pub(super) fn run(query: &str) -> Finished {
    let scenario = Query::parse(query).expect("a query");
    Finished::of(&scenario, lab::contests(&scenario)[0])
}

/// Every run of the gallery.
pub(super) fn runs() -> Vec<Finished> {
    let scenarios = gallery().iter().map(|entry| entry.scenario());
    scenarios
        .flat_map(|s| lab::contests(&s).into_iter().map(move |c| Finished::of(&s, c)))
        .collect()
}

#[test]
fn every_format_writes_the_gallery_and_the_same_twice() {
    for run in runs() {
        let again = Finished::of(&run.scenario, run.contest);
        for format in Format::all() {
            let text = format.write(&run);
            assert_eq!(text, format.write(&again), "{}", format.name());
            let sessions = format == Format::Postgres && run.scenario.users as usize > SESSIONS_MAX;
            assert_eq!(text.is_err(), sessions, "{text:?}");
            assert!(
                sessions || text.is_ok_and(|text| text.ends_with('\n')),
                "{} ends in a line",
                format.name()
            );
            assert!(format.file_name(&run).contains(&run.digest));
        }
    }
}

#[test]
fn the_query_of_a_run_gives_the_run() {
    for finished in runs() {
        assert_eq!(run(&finished.query()).digest, finished.digest);
    }
}

#[test]
fn an_exported_history_is_judged_as_the_run_was() {
    for run in runs() {
        let text = Format::History.write(&run).expect("it is small");
        let history = History::parse(text.as_bytes()).expect("a history");
        let report = Checking::new(history).expect("operations").finish();
        let twice = run.verdict.violations.iter().any(|v| v.rule == Rule::NoDoubleBooking);
        assert_eq!(report.ok(), Some(!twice), "{}", run.query());
    }
}
