//! How likely tests are to find what is wrong, and stopping before that is known.

use super::Office;
use serde_json::json;

/// Explored, but no longer: what follows has not begun.
fn explored(query: &str, strategy: &str) -> Office {
    let mut office = Office::new();
    office.scene(query, strategy, "", "explore").ask(json!({ "kind": "explore" }));
    while office.text("explored").is_empty() {
        office.slice(1_000, 1.0);
    }
    office
}

#[test]
fn schedulers_are_tried_and_the_runs_can_be_chosen() {
    let mut office = explored("users=2&arrive=0", "naive");
    office.finish();
    // Two users who read at once, and think for 10 to 50 ms.
    office.says(
        "odds",
        "A load test finds it at once: with these delays every run sells a seat twice.",
    );
    office.says("odds", "Load test whoever is ready first, with these delays 100 %");
    office.says("odds", "Random anybody who can step, with equal chance over 99.9 %");
    office.says("odds", "PCT, depth 1 users in a fixed order not seen");
    office.says("odds", "Of all orders, 66.7 % sell a seat twice.");
    office.ask(json!({ "kind": "trials", "value": "1" }));
    office.says("odds-say", "Found in one run");
    office.says("odds-say", "Random anybody who can step, with equal chance 50.0 %");
    office.ask(json!({ "kind": "trials", "value": "many" }));
    assert_eq!(office.errors, ["many is no number of runs"]);
}

#[test]
fn a_load_test_passes_where_delays_keep_users_apart() {
    let mut office = explored("users=2&arrive=0..10m", "naive");
    office.finish();
    office.says("odds", "A load test passes: with these delays not one of 1,000 runs");
    office.says("odds", "Load test whoever is ready first, with these delays not seen");
}

#[test]
fn the_progress_says_what_it_is_at_and_a_stop_leaves_no_half_table() {
    let mut office = explored("users=3", "naive");
    office.slice(1, 200.0);
    office.says("progress", "Counting switches");
    office.ask(json!({ "kind": "cancel" })).finish();
    office.says("switches", "Stopped before the switches were counted.");
    assert_eq!(office.text("odds"), "");
    assert_eq!(office.text("progress"), "");

    let mut office = explored("users=3", "naive");
    while office.text("switches").is_empty() {
        office.slice(1_000, 1.0);
    }
    office.slice(1, 200.0);
    office.says("progress", "Letting schedulers try");
}

#[test]
fn outcomes_with_an_expiry_stand_behind_the_others() {
    let office = explored("users=2", "two-phase");
    let text = office.text("explored");
    let (before, behind) = text.split_once("Where holds expire").expect("some expire");
    assert!(!before.contains("expired") && behind.contains("1 hold expired"), "{text}");
}
