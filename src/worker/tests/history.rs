//! Histories that are dropped on the page, and those of the run on show.

use super::Office;
use crate::history::{History, Told};
use crate::lab;
use crate::scenario::Query;
use serde_json::json;

pub(super) fn history(query: &str) -> String {
    let scenario = Query::parse(query).unwrap();
    let facts = lab::facts(&scenario);
    let told = Told { hall: facts.hall, expiry: facts.expiry, wants: &facts.wants };
    History::of_run(&told, &lab::run(&scenario, lab::contests(&scenario)[0]).trace).lines()
}

#[test]
fn a_history_is_judged_part_by_part() {
    let mut office = Office::new();
    let text = history("users=8&want=each&strategy=naive&clock=free");
    office.ask(json!({ "kind": "check", "name": "night.jsonl", "text": text }));
    assert!(office.clerk.is_busy());
    office.slice(1, 1.0).says("history", "1 of 8 checked");
    office.finish();
    office.says("history", "night.jsonl");
    office.says("history", "One show could have answered so.");
}

#[test]
fn a_contradiction_is_told_with_its_reasons() {
    let mut office = Office::new();
    let text = history("users=2&strategy=naive&clock=free&order=ABAB");
    office.ask(json!({ "kind": "check", "name": "a<b>.jsonl", "text": text })).finish();
    office.says("history", "No show could have answered so.");
    office.says("history", "Alice booked D1 and Bob booked D1");
    office.says("history", "a&lt;b&gt;.jsonl");
}

#[test]
fn what_is_no_history_is_refused_with_its_line() {
    let mut office = Office::new();
    office.ask(json!({ "kind": "check", "name": "x", "text": "\n{\"index\":0}\n" }));
    assert!(!office.clerk.is_busy());
    office.says("history", "x cannot be read as a history.");
    office.says("history", "Line 2: missing field `process`");
}

#[test]
fn a_file_that_is_too_large_is_refused_by_its_name() {
    let mut office = Office::new();
    let (bytes, most) = ((64 << 20) + 1, 64 << 20);
    office.ask(json!({ "kind": "too-large", "name": "a<b>", "bytes": bytes, "most": most }));
    assert!(!office.clerk.is_busy());
    office.says("history", "a&lt;b&gt; is too large.");
    office.says("history", "It has 65 MiB; at most 64 can be judged here.");
}

#[test]
fn the_run_on_show_is_put_in_order_when_it_is_over() {
    let scene = |order| {
        let mut office = Office::new();
        office.ask(json!({
            "kind": "scene", "query": "users=2&clock=free", "strategy": "naive", "order": order, "mode": "race", "tab": "Judge", "language": "Rust",
        }));
        office.text("judge")
    };
    assert!(!scene("AB").contains("one after the other"), "it is not over");
    assert!(scene("AABB").contains("One show could have answered so."));
    assert!(scene("ABAB").contains("No show could have answered so."));
}
