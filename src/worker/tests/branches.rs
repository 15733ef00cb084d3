//! Branches: what is kept of the ways in which a race was played.

use crate::scenario::Query;
use crate::worker::{BRANCHES_MAX, Branches, Scene, Told, Turn, view};

fn see(branches: &mut Branches, query: &str, order: &str) {
    let told = Told {
        query,
        strategy: "naive",
        order,
        step: 0,
        mode: "race",
        tab: "Code",
        language: "Rust",
        turn: Turn::None,
    };
    let scene = Scene::read(&told).unwrap();
    branches.follow(&scene);
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
