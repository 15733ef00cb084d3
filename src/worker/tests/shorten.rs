//! The shortest run like the one on show.

use super::Office;
use serde_json::json;

#[test]
fn a_bad_run_is_shortened_and_what_was_left_out_is_said() {
    let mut office = Office::new();
    // Carol gives up on her own; what Alice and Bob do is enough.
    office.scene("users=3&clock=free", "naive", "ABC2AB", "race").finish();
    office.says("doom", "Shortest like this");
    office.ask(json!({ "kind": "shrink" }));
    assert!(office.clerk.is_busy());
    office.finish();
    let query = office.opened.last().expect("it opens").clone();
    assert!(query.contains("sched=pct") && query.contains("depth=1"), "{query}");
    let order = query.split("order=").nth(1).unwrap_or_default().to_owned();
    office.scene(&query, "naive", &order, "race").finish();
    office.says("doom", "of 6 choices");
    office.says("doom", "Left out:");
    assert!(!office.text("doom").contains("Shortest like this"));
    office.scene("users=3&clock=free", "naive", "A", "race");
    assert!(!office.text("doom").contains("enough"), "another race is on show");
}

#[test]
fn a_run_with_delays_is_shortened_without_them() {
    let mut office = Office::new();
    office.ask(json!({
        "kind": "scene", "query": "users=3&arrive=0", "strategy": "naive", "order": "ABC2AB", "mode": "race", "tab": "Judge", "language": "Rust",
    }));
    office.says("judge", "Shortest like this");
    office.ask(json!({ "kind": "shrink" })).finish();
    assert!(office.opened.last().is_some_and(|query| query.contains("clock=free")));
}

#[test]
fn what_cannot_be_shortened_is_refused_in_words() {
    let mut office = Office::new();
    office.ask(json!({ "kind": "shrink" }));
    office.scene("users=2", "optimistic", "AB", "race").ask(json!({ "kind": "shrink" }));
    office.scene("users=30", "naive", "", "race").ask(json!({ "kind": "shrink" }));
    assert_eq!(
        office.errors,
        [
            "nothing is on show yet",
            "this run does not go wrong: there is nothing to shorten",
            "only orders of at most 26 users can be shortened",
        ]
    );
    assert!(!office.clerk.is_busy());
}

#[test]
fn a_search_can_be_stopped() {
    let mut office = Office::new();
    office.scene("users=8&clock=natural&arrive=0", "naive", "", "race");
    office.ask(json!({ "kind": "shrink" })).slice(1, 10.0);
    office.says("doom", "Looking for the shortest run like this");
    office.ask(json!({ "kind": "cancel" }));
    assert!(!office.clerk.is_busy() && office.opened.is_empty());
    assert_eq!(office.text("doom"), "");
}
