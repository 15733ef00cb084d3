//! The table of the inspector: it says what the animation shows.

use super::Office;
use crate::lab;
use crate::player::{Markup, Session, Stage, Standing, about_to};
use crate::scenario::arbitrary::any_scenario;
use crate::scenario::{Query, Scenario};
use crate::trace::Order;
use crate::units::{LETTERS, Seat};
use crate::worker::view::{SEATS_TOLD_MAX, USERS_SHOWN_MAX};
use proptest::prelude::*;
use serde_json::json;
use std::collections::BTreeMap;

/// Looks at the table of a race at a step.
fn office(query: &str, strategy: &str, order: &str, step: u32) -> Office {
    let mut office = Office::new();
    look(&mut office, query, strategy, order, step);
    office
}

fn look(office: &mut Office, query: &str, strategy: &str, order: &str, step: u32) {
    office.ask(json!({
        "kind": "scene", "query": query, "strategy": strategy, "order": order, "step": step, "mode": "race",
        "tab": "Table", "language": "Rust",
    }));
}

fn markup<'a>(office: &'a Office, place: &str) -> &'a str {
    office.places.iter().find(|(id, _)| id == place).map_or("", |(_, markup)| markup)
}

/// The cells of a table, row by row, without the markup in them.
fn rows(table: &str) -> Vec<Vec<String>> {
    let body = table.split_once("<tbody>").map_or("", |(_, body)| body);
    let body = body.split("</tbody>").next().unwrap_or_default();
    let cell = |cell: &str| {
        let inside = cell.split_once('>').map_or("", |(_, inside)| inside);
        let inside = inside.split("</t").next().unwrap_or_default();
        let texts = inside.split('<').enumerate().map(|(at, part)| match at {
            0 => part,
            _ => part.split_once('>').map_or("", |(_, text)| text),
        });
        texts.collect::<String>()
    };
    let row = |row: &str| row.replace("<th", "<td").split("<td").skip(1).map(cell).collect();
    body.split("<tr>").skip(1).map(row).collect()
}

fn written(text: &str) -> String {
    let mut out = Markup::new();
    out.text(text);
    out.into_string()
}

/// The two tables of the tab: seats and users.
fn tables(office: &Office) -> [Vec<Vec<String>>; 2] {
    let whole = markup(office, "more");
    let (seats, users) = whole.split_once("<div id='table-users'>").unwrap_or_default();
    [rows(seats), rows(users)]
}

/// Every row says what the stage does; every seat and user with which something is going on has one, as far as there is room.
fn assert_tells(tables: &[Vec<Vec<String>>; 2], session: &Session) -> Result<(), TestCaseError> {
    let (stage, hall): (&Stage, _) = (session.stage(), session.scenario().hall);
    let [seats, users] = tables;
    prop_assert_eq!(seats.len(), stage.seats.len().min(SEATS_TOLD_MAX));
    let known: BTreeMap<String, Seat> =
        stage.seats.keys().map(|seat| (hall.name(*seat), *seat)).collect();
    let mut last = None;
    for row in seats {
        let seat = known.get(&row[0]).copied();
        prop_assert!(seat.is_some() && last < seat, "each seat once, in order: {row:?}");
        last = seat;
        let standing = Standing::of(stage, seat.unwrap_or(Seat(0)));
        prop_assert_eq!(&row[1], &written(&standing.says()));
    }
    prop_assert_eq!(users.len(), stage.users.len().min(USERS_SHOWN_MAX));
    for ((row, view), user) in users.iter().zip(&stage.users).zip((0..).map(crate::units::User)) {
        prop_assert!(row[0].ends_with(&format!(" {user}")), "{row:?}");
        let (bold, rest, small) = about_to(hall, stage, &view.state);
        let state = row.len() - 3;
        prop_assert_eq!(&row[state], &written(&format!("{bold} {rest}{small}")));
        let has: Vec<String> = stage
            .seats
            .iter()
            .filter(|(_, view)| view.tickets.iter().any(|(owner, _)| *owner == user))
            .map(|(seat, _)| hall.name(*seat))
            .collect();
        let has = if has.is_empty() { "–".to_owned() } else { has.join(", ") };
        prop_assert_eq!(&row[state + 2], &has);
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, ..ProptestConfig::default() })]

    #[test]
    fn the_table_says_what_the_animation_shows(
        scenario in any_scenario(),
        from in 0..=1_000u64,
        to in 0..=1_000u64,
    ) {
        // A long run takes long; that the table is right does not depend on how long it is.
        let scenario = Scenario { users: scenario.users.min(60), ..scenario };
        let scenario = Query::parse(&scenario.query());
        prop_assume!(scenario.is_ok());
        let scenario = scenario.unwrap();
        for contest in lab::contests(&scenario) {
            let run = lab::run(&scenario, contest);
            let strategy = contest.to_string();
            let at = |part: u64| (run.order.0.len() as u64 * part / 1_000) as u32;
            let order = |step: u32| match scenario.users {
                ..=LETTERS => Order(run.order.0[..step as usize].to_vec()).to_string(),
                _ => "?".to_owned(),
            };
            let (from, to) = (at(from), at(to));
            let mut office = office(&scenario.query(), &strategy, &order(from), from);
            let mut session = Session::new(scenario.clone(), contest);
            session.seek(from);
            assert_tells(&tables(&office), &session)?;
            // From step to step only what is inside the regions is put.
            look(&mut office, &scenario.query(), &strategy, &order(to), to);
            session.seek(to);
            let seats = rows(markup(&office, "table-seats"));
            assert_tells(&[seats, rows(markup(&office, "table-users"))], &session)?;
            prop_assert_eq!(&office.errors, &[""; 0]);
        }
    }
}

#[test]
fn what_the_strategies_keep_has_a_column_or_stands_below() {
    let heads = |query: &str, strategy: &str, order: &str| {
        let office = office(query, strategy, order, 0);
        let seats = office.text("more");
        let from = seats.find("Seat State").unwrap_or_default();
        seats[from..].split(" D1 ").next().unwrap_or_default().to_owned()
    };
    let free = "users=3&clock=free";
    assert_eq!(heads(free, "naive", "A"), "Seat State Wanted by");
    assert_eq!(heads(free, "optimistic", "A"), "Seat State Wanted by");
    let seat = "users=3&clock=free&lock=seat&version=seat";
    assert_eq!(heads(seat, "optimistic", "A"), "Seat State Wanted by Version");
    assert_eq!(heads(seat, "pessimistic", "A"), "Seat State Wanted by Lock owner Queue");
    assert_eq!(heads(free, "two-phase", "A"), "Seat State Wanted by Held by Deadline");
    let optimistic = office(free, "optimistic", "A2", 0);
    optimistic.says("more", "D1 booked by Alice Bob and Carol; 1 of 3 finished");
    optimistic.says("more", "The other 99 seats are free. Version of the show 1");
    let pessimistic = office(free, "pessimistic", "ABC", 0);
    pessimistic.says("more", "Lock owner, of the show Alice, since step 1 Queue Bob and Carol");
    pessimistic.says("more", "B Bob waits for Alice");
}

#[test]
fn the_tickets_of_a_mix_stand_beside_their_users() {
    let office = office("users=2&mix=naive,optimistic&clock=free", "mix", "ABAB", 0);
    office.says("more", "D1 booked by Alice Bob; 1 of 2 finished");
    office.says("more", "User Strategy State Wants Has");
    office.says("more", "A Alice naive was told: Booking successful finished at step 3 D1 D1");
    office.says("more", "B Bob optimistic about to read D1 round 2, after a conflict D1 –");
}

#[test]
fn many_seats_are_told_of_as_far_as_there_is_room() {
    let query = "users=1000&strategy=naive&want=each&seats=40x50&clock=free";
    let office = office(query, "naive", "?", 4);
    office.says("more", "and 800 more seats with which something is going on");
    office.says("more", "and 800 more users");
    assert_eq!(office.errors, [""; 0]);
}

#[test]
fn a_row_leads_to_the_tab_of_its_seat() {
    let mut office = office("users=2&strategy=naive&want=D1,D2&clock=free", "naive", "A", 0);
    assert!(markup(&office, "more").contains("data-do='seat:D2'>D2</button>"));
    office.ask(json!({ "kind": "seat", "of": "D2", "value": "D2", "on": false }));
    // What stands on the page is no seat: it waits until its tab is open.
    assert!(!office.text("more").contains("Any seat"));
    office.ask(json!({
        "kind": "scene", "query": "users=2&strategy=naive&want=D1,D2&clock=free", "strategy": "naive", "order": "A",
        "mode": "race", "tab": "Seat", "language": "Rust",
    }));
    office.says("more", "D2 Free.");
}
