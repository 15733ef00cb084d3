//! The shop: what the person at the page is told at each moment, and what can be pressed then.

use super::*;

/// What stands in a place, as it was put there.
fn raw(office: &Office, place: &str) -> String {
    let found = office.places.iter().rfind(|(id, _)| id == place);
    found.map(|(_, markup)| markup.clone()).unwrap_or_default()
}

/// A race of two, the second of whom is the person, who wants A1 as the first does.
fn told(strategy: &str, more: &str, order: &str, turn: &str) -> (String, Vec<String>) {
    let query = format!("users=2&seats=2x2&want=A1&clock=free&you=B&strategy={strategy}{more}");
    let mut office = Office::new();
    office.ask(json!({
        "kind": "scene", "query": query, "strategy": strategy, "order": order, "mode": "race", "tab": "Log", "language": "Rust",
        "turn": turn,
    }));
    let shop = raw(&office, "shop");
    let acts = shop.split("data-do='").skip(1).filter_map(|rest| rest.split('\'').next());
    let head = shop.split("<h2>").nth(1).and_then(|rest| rest.split("</h2>").next());
    (head.unwrap_or_default().to_owned(), acts.map(str::to_owned).collect())
}

#[test]
fn each_moment_has_its_sentence_and_what_can_be_pressed() {
    let said = |strategy: &str, order: &str| {
        let (says, acts) = told(strategy, "&clicks=A1", order, "yours");
        format!("{strategy} {order}: {says} [{}]\n", acts.join(" "))
    };
    let mut all = String::new();
    let (says, acts) = told("naive", "", "", "yours");
    all += &format!("naive, nothing chosen: {says} [{}]\n", acts.join(" "));
    for order in ["", "B", "AB", "ABA", "ABAB", "AAB"] {
        all += &said("naive", order);
    }
    for order in ["AB", "ABAB", "ABABB", "BB"] {
        all += &said("optimistic", order);
    }
    for order in ["", "AB", "B", "BB", "BAB", "BABB"] {
        all += &said("pessimistic", order);
    }
    for order in ["", "B", "Bt", "BtBp", "BtBpBB", "AB", "BBpB", "BBdB"] {
        all += &said("two-phase", order);
    }
    expect_test::expect![[r#"
        naive, nothing chosen: Choose a seat. [rise:]
        naive : A1? [go: rise:]
        naive B: A1 is free. [go: rise:]
        naive AB: A1 is free. [go: rise:]
        naive ABA: A1 is free. [go: rise:]
        naive ABAB: A1 is yours. It is Alice’s, too. [rise:]
        naive AAB: A1 went to somebody else. [rise:]
        optimistic AB: A1 is free. [go: rise:]
        optimistic ABAB: Sorry, somebody was quicker. [go: rise:]
        optimistic ABABB: A1 went to somebody else. [rise:]
        optimistic BB: A1: yours. [rise:]
        pessimistic : A1? [go: rise:]
        pessimistic AB: You are number 1 in the queue. []
        pessimistic B: One moment… [rise:]
        pessimistic BB: A1 is free, and locked for you. [go: rise:]
        pessimistic BAB: A1 is free, and locked for you. [go: rise:]
        pessimistic BABB: One moment… [rise:]
        two-phase : A1? [go: rise:]
        two-phase B: A1 is held for you. [go:p go:d]
        two-phase Bt: Your hold has ended. [go:p go:d]
        two-phase BtBp: One moment… [rise:]
        two-phase BtBpBB: Your payment came after your hold. [rise:]
        two-phase AB: Somebody else is paying for A1. [rise:]
        two-phase BBpB: A1: yours. [rise:]
        two-phase BBdB: No ticket for A1. [rise:]
    "#]]
    .assert_eq(&all);
}

#[test]
fn what_was_pressed_is_on_its_way_and_who_watches_is_offered_the_place() {
    assert_eq!(told("naive", "&clicks=A1", "", "sent").0, "Sending…");
    let (says, acts) = told("naive", "", "A", "none");
    assert_eq!(
        (says.as_str(), acts),
        ("Bob’s place in this race is yours.", vec!["sit:".to_owned()])
    );
    let (says, acts) = told("naive", "&clicks=A1", "ABAB", "none");
    assert_eq!(
        (says.as_str(), acts),
        ("A1 is yours. It is Alice’s, too.", vec!["sit:".to_owned()])
    );
}

#[test]
fn the_seats_are_a_grid_of_which_each_names_its_state() {
    let mut office = Office::new();
    let scene = |order: &str, turn: &str| {
        json!({
            "kind": "scene", "query": "users=2&seats=2x2&want=A1&clock=free&you=B&clicks=B2&strategy=naive", "strategy": "naive",
            "order": order, "mode": "race", "tab": "Log", "language": "Rust", "turn": turn,
        })
    };
    office.ask(scene("AA", "yours"));
    let grid = raw(&office, "places");
    for name in [
        "Row A, seat 1, sold to Alice",
        "Row A, seat 2, free",
        "Row B, seat 2, free, chosen by you",
    ] {
        assert!(grid.contains(&format!("aria-label='{name}'")), "{name}: {grid}");
    }
    assert_eq!(grid.matches("tabindex='0'").count(), 1, "one stop for the Tab key");
    assert_eq!(grid.matches("data-do='click:").count(), 4);
    office.ask(scene("AAB", "yours"));
    assert!(!raw(&office, "places").contains("data-do"), "the order is under way");
    office.ask(scene("AAB", "none"));
    assert_eq!(raw(&office, "places"), "");
}
