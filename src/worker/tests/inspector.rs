//! The tabs of the inspector: seat, figures, and the code in other languages.

use super::Office;
use crate::export;
use crate::lab;
use crate::scenario::arbitrary::any_scenario;
use crate::scenario::{Query, Scenario};
use crate::units::LETTERS;
use crate::worker::view::{TOUCHES_MAX, USERS_SHOWN_MAX};
use proptest::prelude::*;
use serde_json::json;

impl Office {
    fn look(
        &mut self,
        query: &str,
        strategy: &str,
        order: &str,
        tab: &str,
        language: &str,
    ) -> &mut Office {
        self.ask(json!({
            "kind": "scene", "query": query, "strategy": strategy, "order": order, "mode": "race", "tab": tab,
            "language": language, "step": 0,
        }))
    }

    fn seat(&mut self, of: &str, value: &str) -> &mut Office {
        self.ask(json!({ "kind": "seat", "of": of, "value": value, "on": false }))
    }

    fn markup(&self, place: &str) -> &str {
        self.places.iter().find(|(id, _)| id == place).map_or("", |(_, markup)| markup)
    }
}

const NAIVE: &str = "users=3&strategy=naive&clock=free";

#[test]
fn the_contested_seat_is_shown_first_and_its_past_leads_to_its_steps() {
    let mut office = Office::new();
    office.look(NAIVE, "naive", "ABAB", "Seat", "Rust");
    office.says("more", "D1 Sold twice, to Alice and Bob.");
    office.says("more", "Tickets sold 2: Alice at step 3, Bob at step 4");
    office.says("more", "Wanted by Carol; 2 of 3 finished");
    office.says("more", "4 0:00.000 Bob writes D1 over Alice.");
    assert!(office.markup("more").contains("data-do='seek:3'"));
    assert!(office.markup("more").contains("<li aria-current='step'><span>4</span>"));
    // From now on only what has changed is put, so that nobody loses a field.
    office.look(NAIVE, "naive", "ABA", "Seat", "Rust");
    office.says("seat-past", "Booked by Alice.");
    assert!(!office.text("seat-past").contains("over Alice"));
}

#[test]
fn any_seat_of_the_largest_hall_can_be_looked_at() {
    let hall = "users=3&seats=400x250&want=each&clock=free";
    let mut office = Office::new();
    office.look(hall, "naive", "A2", "Seat", "Rust");
    office.says("more", "A1 Booked by Alice.");
    office.seat("", "oj250").says("seat-past", "OJ250 Free.");
    office.says("seat-past", "Nothing yet.");
    office
        .seat("", "ZZ1")
        .says("seat-past", "This hall has no seat ZZ1: its seats are A1 to OJ250.");
    office.seat("A2", "A2").says("more", "A2 Free.");
    assert!(office.markup("more").contains("aria-pressed='true'>A2"));
    office.seat("", "<b>").says("seat-past", "This hall has no seat &lt;b&gt;");
}

#[test]
fn a_seat_is_found_where_it_stands_in_the_drawing() {
    let mut office = Office::new();
    // Somebody may press before the worker knows what is on show.
    office.ask(json!({ "kind": "seat", "of": "", "value": "", "x": 30.5, "y": 40 }));
    office.look(NAIVE, "naive", "A", "Seat", "Rust");
    office.says("more", "B1 Free.");
    office.ask(json!({ "kind": "seat", "of": "", "value": "", "x": 38, "y": 110 }));
    office.says("more", "D1 Free.");
    office.ask(json!({ "kind": "seat", "of": "", "value": "", "x": -80, "y": 0 }));
    office.says("more", "D1 Free.");
    // Another hall has other seats.
    office.look("seats=1x4&want=each&users=2&clock=free", "naive", "", "Seat", "Rust");
    office.says("more", "A1 Free.");
}

#[test]
fn holds_locks_and_versions_are_told_where_the_race_has_them() {
    let mut office = Office::new();
    office.look("users=2&clock=free&hold=1s", "two-phase", "A", "Seat", "Rust");
    office.says("more", "Held by Alice, token 1, since 0:00.000 Deadline 0:01.000, in 1 s");
    office.look("users=3&clock=free&lock=seat", "pessimistic", "ABC", "Seat", "Rust");
    office.says("seat-past", "Lock owner Alice, since step 1 Queue Bob and Carol");
    office.look("users=2&clock=free", "optimistic", "A2", "Seat", "Rust");
    office.says("seat-past", "Version of the show 1");
}

#[test]
fn a_long_past_says_what_it_leaves_out() {
    let query = "users=1000&strategy=naive&seats=1x1&arrive=0..1000";
    let mut office = Office::new();
    office.ask(json!({
        "kind": "scene", "query": query, "strategy": "naive", "order": "?", "step": 900, "mode": "race", "tab": "Seat",
        "language": "Rust",
    }));
    office.says("more", &format!("… the first {} are not shown.", 900 - TOUCHES_MAX));
    assert_eq!(office.errors, [""; 0]);
}

#[test]
fn the_code_is_told_in_other_languages_and_follows_the_step() {
    let mut office = Office::new();
    office.look(NAIVE, "naive", "ABA", "Log", "SQL");
    let lit = office.markup("script").split("<li aria-current='step'>").nth(1).unwrap_or_default();
    assert!(lit.contains("INSERT"), "{lit}");
    office.look(NAIVE, "naive", "AB", "Log", "Pseudo-code");
    let lit = office.markup("script").split("<li aria-current='step'>").nth(1).unwrap_or_default();
    assert!(lit.contains("read(seat)"), "{lit}");
    let mix = "users=2&mix=naive,optimistic&clock=free";
    office.look(mix, "mix", "A", "Log", "SQL").ask(json!({ "kind": "script", "of": "optimistic" }));
    assert!(office.markup("script").contains("aria-pressed='true'>optimistic.sql"));
    office.ask(json!({ "kind": "script", "of": "" }));
    assert!(office.markup("script").contains("aria-pressed='true'>naive.sql"));
}

#[test]
fn what_nobody_looks_at_is_not_written() {
    let mut office = Office::new();
    office.look(NAIVE, "naive", "ABA", "Log", "Rust");
    assert_eq!((office.text("more"), office.text("script")), (String::new(), String::new()));
    office.ask(json!({
        "kind": "scene", "query": NAIVE, "strategy": "naive", "order": "", "mode": "explore", "tab": "Figures", "language": "SQL",
    }));
    assert_eq!((office.text("more"), office.text("script")), (String::new(), String::new()));
    office.look(NAIVE, "naive", "", "Bar", "Rust").look(NAIVE, "naive", "", "Log", "Latin");
    assert_eq!(office.errors, ["tab=Bar is no tab", "language=Latin is no language"]);
}

/// The value behind a name in the lists of figures.
fn figure(office: &Office, name: &str) -> String {
    let row = format!("<dt>{name}</dt><dd>");
    let rest = office.markup("more").split_once(&row).map_or("", |(_, rest)| rest);
    rest.split('<').next().unwrap_or_default().replace(',', "")
}

/// The cells of the table of users, row by row.
fn cells(office: &Office) -> Vec<Vec<String>> {
    let body = office.markup("more").split("<tbody>").nth(1).unwrap_or_default();
    let cell = |part: &str| {
        part.split_once('>').map(|(_, text)| text.split('<').next().unwrap_or_default().to_owned())
    };
    let row = |row: &str| row.split("<td").skip(1).filter_map(cell).collect();
    body.split("<tr>").skip(1).map(row).collect()
}

fn assert_figures(scenario: &Scenario) -> Result<(), TestCaseError> {
    for contest in lab::contests(scenario) {
        let run = lab::run(scenario, contest);
        let told = export::run_object(scenario, contest, &run);
        let steps = run.order.0.len();
        let order = if scenario.users <= LETTERS { run.order.to_string() } else { "?".into() };
        let mut office = Office::new();
        office.ask(json!({
            "kind": "scene", "query": scenario.query(), "strategy": told.strategy, "order": order, "step": steps,
            "mode": "race", "tab": "Figures", "language": "Rust",
        }));
        prop_assert_eq!(&office.errors, &[""; 0]);
        let outcome = &told.outcome;
        let numbers = [
            ("Tickets", outcome.tickets),
            ("Seats sold", outcome.seats_sold),
            ("Sold twice", outcome.double_sold),
            ("Holds live now", outcome.held),
            ("Holds expired", outcome.expired),
            ("Conflicts", outcome.conflicts),
            ("Retries", outcome.retries),
            ("Waits for a lock", outcome.waits),
            ("Waiting for ever", outcome.deadlocked),
            ("Refunds due", outcome.refunds_due),
            ("Refunds done", outcome.refunded),
            ("Steps", steps as u32),
        ];
        for (name, number) in numbers {
            prop_assert_eq!(
                figure(&office, name),
                number.to_string(),
                "{} of {}",
                name,
                told.query
            );
        }
        prop_assert_eq!(figure(&office, "Outcome"), outcome.class);
        prop_assert_eq!(
            figure(&office, "Virtual time"),
            crate::texts::forms::clock(outcome.virtual_ms)
        );
        let rows = cells(&office);
        prop_assert_eq!(rows.len(), told.users.len().min(USERS_SHOWN_MAX));
        for (row, user) in rows.iter().zip(&told.users) {
            let seats = if user.seats.is_empty() { "–".into() } else { user.seats.join(", ") };
            prop_assert_eq!(&row[..3], &[user.result.to_owned(), seats, user.attempts.to_string()]);
        }
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, ..ProptestConfig::default() })]

    #[test]
    fn the_figures_are_those_of_the_terminal(scenario in any_scenario()) {
        // A long run takes long; that the figures are right does not depend on how long it is.
        let users = scenario.users.min(60);
        let scenario = Scenario { users, ..scenario };
        let scenario = Query::parse(&scenario.query());
        prop_assume!(scenario.is_ok());
        assert_figures(&scenario.unwrap())?;
    }
}

#[test]
fn before_the_end_users_tell_what_they_are_about_to_do() {
    let mut office = Office::new();
    office.look(NAIVE, "naive", "ABA", "Figures", "Rust");
    assert_eq!(figure(&office, "Outcome"), "still open");
    assert_eq!((figure(&office, "Tickets"), figure(&office, "Switches")), ("1".into(), "2".into()));
    assert_eq!(figure(&office, "Attempts a ticket"), "3.0");
    let rows = cells(&office);
    assert_eq!(rows[0][..5], ["booked", "D1", "1", "2", "0"]);
    assert_eq!(rows[1][..3], ["about to write D1", "–", "1"]);
    assert_eq!(rows[2][5..], ["–", "–"]);
}
