//! What is asked of each parser, on any bytes: it does not panic, and nothing that it makes is larger than a named limit.
//!
//! The same functions are the bodies of the fuzz targets, so this file uses nothing but the library and `serde_json`.

use seatrace::export::{EVENTS_MAX, ImportError, TITLE_CHARS_MAX, import, run_file};
use seatrace::history::{ASKED_MAX, Checking, History, LINES_MAX, NAME_CHARS_MAX};
use seatrace::scenario::{QUERY_BYTES_MAX, Query, Scenario, USERS_MAX, VALUE_CHARS_MAX, params};
use seatrace::share::{Embed, Fragment, Link, NOTE_CHARS_MAX, exact, open};
use seatrace::trace::CHOICES_MAX;
use seatrace::units::SEATS_MAX;
use seatrace::worker::{Clerk, Envelope, Says};
use serde_json::Value;

/// A parser under test: its name, which is that of its fuzz target and of its folder of seeds, and what is asked of it.
pub(crate) type Body = (&'static str, fn(&[u8]));

/// All of them.
pub(crate) const BODIES: [Body; 5] = [
    ("query", query),
    ("fragment", fragment),
    ("message", message),
    ("run_file", opened),
    ("history", history),
];

/// A query or a whole link: always a valid scenario, whose printed form means the same.
pub(crate) fn query(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    for link in [Link::parse(&text), open(&text)] {
        assert_valid(&link.scenario);
        let query = link.query();
        let again = Link::parse(&query);
        assert_eq!((&again.scenario, &again.settings), (&link.scenario, &link.settings));
        assert!(again.problems.is_empty(), "{query}: {:?}", again.problems);
        // The scenario's own parameters, those of a link, and one for each way in which both together can fail.
        assert!(link.problems.len() <= 2 * params().len(), "{:?}", link.problems);
        for problem in &link.problems {
            // An escape of one character has up to 10.
            assert!(problem.value.len() <= 10 * (VALUE_CHARS_MAX + 1), "{problem}");
        }
    }
    let (embed, _) = Embed::parse_tolerant(&text);
    assert_eq!(Embed::parse_tolerant(&embed.query()), (embed, Vec::new()));
}

fn assert_valid(scenario: &Scenario) {
    assert!(scenario.users <= USERS_MAX && scenario.hall.seats() <= SEATS_MAX);
    assert!(scenario.order.0.len() <= CHOICES_MAX);
    let query = scenario.query();
    assert!(query.len() <= QUERY_BYTES_MAX);
    assert_eq!(Query::parse(&query).as_ref(), Ok(scenario), "{query}");
}

/// What stands behind `#`: an order that is printed as it was, an error, or nothing.
pub(crate) fn fragment(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    for text in [text.to_string(), format!("#{text}"), format!("?v=1#x1.{text}")] {
        let Fragment { order, note } = Fragment::parse(&text);
        assert!(note.is_none_or(|note| note.chars().count() <= NOTE_CHARS_MAX));
        let Some(Ok(order)) = order else { continue };
        assert!(order.0.len() <= CHOICES_MAX);
        let printed = format!("#{}", exact(&order));
        assert_eq!(Fragment::parse(&printed).order, Some(Ok(order)));
    }
}

/// So many messages are heard one after the other, and the work of each goes on for so many bites.
const MESSAGES_MAX: usize = 8;
const BITES: usize = 8;
/// Transitions of a bite.
const BITE: u64 = 200;
/// A race of more users than this is not run here: it is not the parser that takes long then.
const USERS_RUN_MAX: u32 = 50;

/// Messages to the worker, one JSON text a line: each is done or refused in words.
pub(crate) fn message(bytes: &[u8]) {
    let mut clerk = Clerk::new();
    for line in bytes.split(|byte| *byte == b'\n').take(MESSAGES_MAX) {
        let Ok(message) = serde_json::from_slice::<Value>(line) else { continue };
        if is_large(&message) {
            continue;
        }
        let replies = match Envelope::read(|| &message) {
            Ok(envelope) => clerk.hear(envelope),
            Err(error) => vec![Says::Error { says: error.to_string() }.to(error.id)],
        };
        for reply in replies {
            serde_json::to_string(&reply).expect("every reply is JSON");
        }
        for now_ms in 0..BITES {
            clerk.work(BITE);
            clerk.report(1.0, now_ms as f64 * 100.0);
        }
    }
}

/// It names a large race: as a query, as a link, or in a run file.
fn is_large(message: &Value) -> bool {
    let text = |name: &str| message[name].as_str().unwrap_or_default();
    let large = |link: &str| open(link).scenario.users > USERS_RUN_MAX;
    let inside: Value = serde_json::from_str(text("text")).unwrap_or_default();
    large(text("query"))
        || large(text("link"))
        || large(inside["query"].as_str().unwrap_or_default())
}

/// A run file: opened, its run is written as a file that is opened again as the same run.
pub(crate) fn opened(bytes: &[u8]) {
    let written: Value = serde_json::from_slice(bytes).unwrap_or_default();
    if is_large(&written) {
        return;
    }
    match import(bytes) {
        Ok(imported) => {
            assert!(imported.run.run.trace.events.len() <= EVENTS_MAX);
            assert!(imported.caption.title.chars().count() <= TITLE_CHARS_MAX);
            let again = import(run_file(&imported.run, &imported.caption).as_bytes());
            assert_eq!(again.expect("it was written here").run.digest, imported.run.digest);
        }
        Err(error) => {
            let says = error.to_string();
            assert!(!matches!(error, ImportError::TooLong(_)) && !says.is_empty(), "{says}");
        }
    }
}

/// A history: judged, or refused with a line.
pub(crate) fn history(bytes: &[u8]) {
    let Ok(history) = History::parse(bytes) else { return };
    assert!(history.records.len() <= LINES_MAX);
    assert!(history.records.iter().all(|record| record.seats.len() <= ASKED_MAX));
    assert!(history.seats.iter().all(|name| name.chars().count() <= NAME_CHARS_MAX));
    let lines = history.lines();
    let again = History::parse(lines.as_bytes()).expect("it was written here");
    assert_eq!(again.lines(), lines);
    if let Ok(checking) = Checking::new(history) {
        let report = checking.finish();
        let mut seats: Vec<u32> = report.findings.iter().flat_map(|f| f.seats.clone()).collect();
        let all = seats.len();
        seats.sort_unstable();
        seats.dedup();
        // Seats of which nothing was said are in none.
        assert!(seats.len() == all && all <= report.history.seats.len(), "a seat is in one part");
    }
}
