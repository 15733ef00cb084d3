//! Branches: what is kept of the ways in which a race was played.

use super::Office;
use crate::lab;
use crate::player::Session;
use crate::scenario::Query;
use crate::worker::{BRANCHES_MAX, Branches, Scene, Told, Turn, Twig, twigs, view};

fn scene(query: &str, strategy: &str, order: &str, turn: Turn) -> Scene {
    let (mode, tab, language) = ("race", "Code", "Rust");
    Scene::read(&Told { query, strategy, order, step: 0, mode, tab, language, turn }).unwrap()
}

fn see(branches: &mut Branches, query: &str, order: &str) {
    branches.follow(&scene(query, "naive", order, Turn::None));
}

/// The same race, by hand, as far as it was decided.
fn choose(branches: &mut Branches, race: &str, order: &str) {
    see(branches, &format!("{race}&clock=free&order={order}"), order);
}

fn orders(branches: &Branches) -> Vec<String> {
    branches.all().0.iter().map(|branch| branch.order.to_string()).collect()
}

const RACE: &str = "users=3&strategy=naive";

#[test]
fn another_choice_keeps_the_way_that_was_left() {
    let mut branches = Branches::default();
    for order in ["", "A", "AB", "ABA"] {
        see(&mut branches, RACE, order);
    }
    see(&mut branches, RACE, "A");
    assert_eq!(orders(&branches), ["ABA"], "a step back is no other way");
    assert_eq!(view::branches(&branches), Default::default());
    see(&mut branches, &format!("{RACE}&clock=free&order=AC"), "AC");
    assert_eq!(orders(&branches), ["ABA", "AC"]);
    see(&mut branches, &format!("{RACE}&clock=free&order=ACB"), "ACB");
    assert_eq!(orders(&branches), ["ABA", "ACB"], "a choice at its end goes on with it");
    assert_eq!(branches.parent(1), Some((0, 1)));
    let markup = view::branches(&branches).into_string();
    assert!(markup.contains("Branch 2: parts from 1 after step 1, 3 steps seen"), "{markup}");
    let back = Query::parse(RACE).unwrap().query();
    assert!(
        markup.contains(&format!("return:{}&amp;at=1", back.replace('&', "&amp;"))),
        "{markup}"
    );
}

#[test]
fn another_scenario_or_strategy_begins_anew() {
    let mut branches = Branches::default();
    see(&mut branches, RACE, "AB");
    see(&mut branches, &format!("{RACE}&clock=free&order=BA"), "BA");
    assert_eq!(branches.all().0.len(), 2);
    see(&mut branches, "users=4&strategy=naive", "A");
    assert_eq!(orders(&branches), ["A"]);
}

#[test]
fn the_oldest_goes_when_there_are_too_many_and_that_is_said() {
    let mut branches = Branches::default();
    see(&mut branches, "users=26&strategy=naive", "A");
    for letter in 'B'..='Z' {
        let query = format!("users=26&strategy=naive&clock=free&order={letter}");
        see(&mut branches, &query, &letter.to_string());
    }
    assert_eq!(branches.all().0.len(), BRANCHES_MAX);
    assert!(view::branches(&branches).into_string().contains("The last 12 are kept."));
}

#[test]
fn a_way_that_was_left_is_drawn_from_where_it_parts_to_its_last_step() {
    let mut branches = Branches::default();
    see(&mut branches, RACE, "ABAC");
    see(&mut branches, RACE, "A");
    choose(&mut branches, RACE, "AC");
    let (drawn, rows) = twigs(&branches);
    assert_eq!(branches.rail().0.len(), 6, "the whole run of three users, two steps each");
    assert_eq!(drawn[0], Twig { parent: None, from: 1, to: 4, row: 0, goes_on: false });
    assert_eq!((drawn[1].from, drawn[1].to, rows), (6, 6, 1));
    let markup = view::branches(&branches).into_string();
    // A sixth of the rail, and a quarter of the four sixths that it is wide.
    for part in ["<circle cx='16.666%'", "<svg width='66.666%' height='28'", "<line x1='25.000%'"] {
        assert!(markup.contains(part), "{part}: {markup}");
    }
    // Back on it, the other one is the twig: as far as it was seen.
    see(&mut branches, RACE, "A");
    let (drawn, _) = twigs(&branches);
    assert_eq!(drawn[1], Twig { parent: None, from: 1, to: 2, row: 0, goes_on: false });
}

#[test]
fn a_way_that_parts_from_one_that_was_left_is_drawn_from_there() {
    let mut branches = Branches::default();
    see(&mut branches, "users=4&strategy=naive", "ABCDAB");
    choose(&mut branches, "users=4&strategy=naive", "ABCDD");
    choose(&mut branches, "users=4&strategy=naive", "ACB");
    let (drawn, rows) = twigs(&branches);
    assert_eq!(drawn[0], Twig { parent: None, from: 1, to: 6, row: 0, goes_on: false });
    assert_eq!(drawn[1], Twig { parent: Some(0), from: 4, to: 5, row: 1, goes_on: false });
    assert_eq!(rows, 2);
}

#[test]
fn a_way_that_went_further_than_this_race_is_marked() {
    let mut branches = Branches::default();
    let query = "users=2&strategy=two-phase&clock=free&payfail=0&hold=10m";
    branches.follow(&scene(query, "two-phase", "ABApA", Turn::None));
    let other = format!("{query}&order=B");
    branches.follow(&scene(&other, "two-phase", "B", Turn::Yours));
    assert_eq!(branches.rail().0.len(), 1, "where a person decides nobody knows how it goes on");
    let (drawn, _) = twigs(&branches);
    assert_eq!(drawn[0], Twig { parent: None, from: 0, to: 1, row: 1, goes_on: true });
    assert!(view::branches(&branches).into_string().contains("<path"));
}

#[test]
fn the_rail_is_as_long_as_the_scrubber() {
    for query in ["s=five-users", "s=deadlock", "s=late-payment", "s=orphaned-lock", "s=mixed"] {
        let scenario = Query::parse(query).unwrap();
        for contest in lab::contests(&scenario) {
            let session = Session::new(scenario.clone(), contest);
            let first = session.steps();
            let mut branches = Branches::default();
            let name = contest.to_string();
            branches.follow(&scene(&scenario.query(), &name, "", Turn::None));
            for letter in ["A", "B"] {
                let by_hand = Query::parse(&format!("{query}&clock=free&order={letter}")).unwrap();
                branches.follow(&scene(&by_hand.query(), &name, letter, Turn::None));
                let session = Session::new(by_hand, contest);
                if branches.all().0.len() > 1 {
                    assert_eq!(branches.rail().0.len() as u32, session.steps(), "{query} {name}");
                }
            }
            branches.follow(&scene(&scenario.query(), &name, "", Turn::None));
            assert_eq!(branches.rail().0.len() as u32, first, "{query} {name}");
        }
    }
}

/// Numbers below a bound, as if by chance.
fn draws() -> impl FnMut(usize) -> usize {
    let mut state = 1_u64;
    move |below| {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
        (state >> 33) as usize % below
    }
}

#[test]
fn whatever_was_left_numbers_and_lines_have_their_place() {
    let mut draw = draws();
    for _ in 0..300 {
        let mut branches = Branches::default();
        let mut last = String::new();
        for _ in 0..2 + draw(14) {
            last.truncate(draw(last.len() + 1));
            (0..=draw(8)).for_each(|_| last.push(['A', 'B', 'C', 'D', 'E'][draw(5)]));
            choose(&mut branches, "users=5&strategy=naive", &last);
        }
        let (all, now) = branches.all();
        let (drawn, rows) = twigs(&branches);
        let steps = branches.rail().0.len() as u32;
        assert_eq!(drawn.len(), all.len());
        for (at, twig) in drawn.iter().enumerate() {
            let seen = all[at].order.0.len() as u32;
            assert!(twig.from <= twig.to && twig.to <= steps && twig.row < rows, "{twig:?}");
            assert_eq!(twig.goes_on, at != now && seen > steps);
            assert!(at == now || twig.to == seen.min(steps));
            if let Some(row) = twig.parent {
                let holds = |other: &&Twig| other.row == row && other.from <= twig.from;
                assert!(row < twig.row && drawn.iter().any(|other| holds(&other)), "{twig:?}");
            }
            // A number takes a tenth of the narrowest rail.
            for other in drawn[..at].iter().filter(|other| other.row == twig.row) {
                let apart = |a: &Twig, b: &Twig| a.to * 10 + steps <= b.from * 10;
                assert!(apart(twig, other) || apart(other, twig), "{twig:?} {other:?}");
            }
        }
    }
}

#[test]
fn the_branches_are_there_again_after_the_comparison() {
    let mut office = Office::new();
    office.scene("users=3", "naive", "AB", "race");
    office.scene("users=3&clock=free&order=B", "naive", "B", "race");
    office.says("branches", "1 2");
    // The page has moved the transport, and its places are empty.
    office.scene("users=3&clock=free&order=B", "naive", "B", "compare");
    office.places.retain(|(place, _)| place != "branches");
    office.scene("users=3&clock=free&order=B", "naive", "B", "race");
    office.says("branches", "1 2");
}
