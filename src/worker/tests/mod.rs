//! The worker without a worker: requests as JSON, and a clock that the test turns.

mod branches;
mod compare;
mod editor;
mod errand;
mod history;
mod inspector;
mod odds;
mod sharing;
mod shop;
mod shorten;
mod table;

use super::{Clerk, Envelope, NotUnderstood, Placed, Reply, Request, Says, Taken, VERSION};
use proptest::prelude::*;
use serde_json::{Value, json};

fn read(message: &Value) -> Result<Envelope, NotUnderstood> {
    Envelope::read(|| message)
}

/// A clerk, and what stands in each place of a page.
struct Office {
    clerk: Clerk,
    places: Vec<(String, String)>,
    opened: Vec<String>,
    errors: Vec<String>,
    /// What is for programs.
    answers: Vec<Reply>,
    unfolded: Vec<String>,
    addresses: Vec<String>,
    files: Vec<(Taken, bool)>,
    now_ms: f64,
}

impl Office {
    fn new() -> Office {
        Office {
            clerk: Clerk::new(),
            places: Vec::new(),
            opened: Vec::new(),
            errors: Vec::new(),
            answers: Vec::new(),
            unfolded: Vec::new(),
            addresses: Vec::new(),
            files: Vec::new(),
            now_ms: 5_000.0,
        }
    }

    fn ask(&mut self, mut message: Value) -> &mut Office {
        message["v"] = json!(VERSION);
        let envelope = read(&message).expect("a request");
        let replies = self.clerk.hear(envelope);
        self.note(replies);
        self
    }

    fn scene(&mut self, query: &str, strategy: &str, order: &str, mode: &str) -> &mut Office {
        self.ask(json!({
            "kind": "scene", "query": query, "strategy": strategy, "order": order, "mode": mode, "tab": "Log", "language": "Rust",
        }))
    }

    /// One slice of work that takes so long.
    fn slice(&mut self, transitions: u64, took_ms: f64) -> &mut Office {
        self.clerk.work(transitions);
        self.now_ms += took_ms;
        let replies = self.clerk.report(took_ms, self.now_ms);
        self.note(replies);
        self
    }

    fn finish(&mut self) -> &mut Office {
        while self.clerk.is_busy() {
            self.slice(1_000, 1.0);
        }
        self
    }

    fn note(&mut self, replies: Vec<Reply>) {
        for reply in replies {
            assert_eq!(reply.v, VERSION);
            match reply.says {
                Says::Put { place, markup } => {
                    // The figures lie within the progress.
                    let place = place.replace("progress-now", "progress");
                    self.places.retain(|(id, _)| *id != place);
                    self.places.push((place, markup));
                }
                Says::Places { places } => {
                    for Placed { place, name, value } in places {
                        let place = name.map_or(place.clone(), |name| format!("{place} {name}"));
                        self.places.retain(|(id, _)| *id != place);
                        self.places.push((place, value));
                    }
                }
                Says::Open { query } => self.opened.push(query),
                Says::Error { says } if reply.id.is_none() => self.errors.push(says),
                Says::Unfold { query } => self.unfolded.push(query),
                Says::Address { link } => self.addresses.push(link),
                Says::File { taken, copy } => self.files.push((taken, copy)),
                other => self.answers.push(other.to(reply.id)),
            }
        }
    }

    /// The text at a place, without its markup.
    fn text(&self, place: &str) -> String {
        let markup = self.places.iter().find(|(id, _)| id == place).map(|(_, markup)| markup);
        let mut text = String::new();
        // Where a number may be broken, it is still one number.
        let markup = markup.map_or(String::new(), |markup| markup.replace("<wbr>", ""));
        for part in markup.split('<') {
            let words = part.split_once('>').map_or(part, |(_, words)| words);
            text.push_str(words);
            text.push(' ');
        }
        text.split_whitespace().collect::<Vec<_>>().join(" ")
    }

    #[track_caller]
    fn says(&self, place: &str, words: &str) {
        let text = self.text(place);
        assert!(text.contains(words), "{place} says: {text}");
    }
}

#[test]
fn every_order_is_tried_and_the_answer_counts_them() {
    let mut office = Office::new();
    office.scene("users=2", "naive", "", "explore").ask(json!({ "kind": "explore" })).finish();
    office.says("explored", "4 of 6 orders sell a seat twice.");
    office.says("explored", "Sold twice 2 tickets");
    office.says("explored", "66.7 %");
    office.says("switches", "With at most one untimely switch, 2 of 4 orders sell a seat twice.");
    office.says("said", "4 of 6 orders sell a seat twice.");
    assert_eq!(office.text("progress"), "");
}

#[test]
fn where_nothing_goes_wrong_the_proof_says_so_and_what_it_assumes() {
    let mut office = Office::new();
    office.scene("users=3", "optimistic", "", "explore");
    office.ask(json!({ "kind": "explore" })).finish();
    office.says("explored", "No schedule out of 150 double-books.");
    office.says("explored", "No order out of 150 loses a sale to conflicts.");
    office.says("explored", "Each step is indivisible");
    office.says("explored", "No client crashes.");
    assert_eq!(office.text("switches"), "");
}

#[test]
fn an_answer_is_news_as_soon_as_it_is_there_and_not_only_when_all_is_done() {
    let mut office = Office::new();
    office.scene("users=3", "naive", "", "explore").ask(json!({ "kind": "explore" }));
    while !office.clerk.has_news() {
        office.clerk.work(1);
    }
    assert!(office.clerk.is_busy(), "there are switches to count");
    office.slice(0, 0.0);
    office.says("explored", "60 of 66 orders sell a seat twice.");
    assert!(!office.clerk.has_news());
}

#[test]
fn users_who_are_told_apart_have_more_states_and_the_same_counts() {
    let states = |ask: Value| {
        let mut office = Office::new();
        office.scene("users=3", "naive", "", "explore").ask(ask).finish();
        office.says("explored", "60 of 66 orders sell a seat twice.");
        let text = office.text("explored");
        text.split_once(" states and")
            .and_then(|(all, _)| all.rsplit(' ').next()?.parse::<u32>().ok())
    };
    let merged = states(json!({ "kind": "explore" }));
    let apart = states(json!({ "kind": "explore", "apart": true }));
    assert!(merged.is_some() && merged < apart, "{merged:?} {apart:?}");
}

#[test]
fn progress_comes_with_the_first_slice_and_then_ten_times_a_second() {
    let mut office = Office::new();
    office.scene("users=5", "two-phase", "", "explore").ask(json!({ "kind": "explore" }));
    assert!(office.clerk.is_busy());
    office.slice(50, 20.0);
    let first = office.text("progress");
    assert!(first.contains("states a second"), "{first}");
    office.slice(50, 50.0);
    assert_eq!(office.text("progress"), first, "not yet");
    office.slice(50, 60.0);
    assert_ne!(office.text("progress"), first);
}

#[test]
fn a_cancel_stops_at_once_and_what_was_found_stays() {
    let mut office = Office::new();
    office.scene("users=5", "two-phase", "", "explore").ask(json!({ "kind": "explore" }));
    office.slice(2_000, 20.0).ask(json!({ "kind": "cancel" })).slice(0, 0.0);
    assert!(!office.clerk.is_busy());
    office.says("explored", "Stopped at your request: nothing is proved.");
    assert_eq!(office.text("progress"), "");
    // Another look at the same race does not begin again by itself; asking does.
    office.scene("users=5", "two-phase", "", "explore");
    assert!(!office.clerk.is_busy());
    office.ask(json!({ "kind": "explore" }));
    assert!(office.clerk.is_busy());
}

#[test]
fn a_change_of_the_race_begins_anew_while_exploring_is_wanted() {
    let mut office = Office::new();
    office.scene("users=2", "naive", "", "explore");
    assert!(!office.clerk.is_busy(), "nobody has asked");
    office.ask(json!({ "kind": "explore" })).finish();
    office.scene("users=2", "optimistic", "", "explore").finish();
    office.says("explored", "No schedule out of 6 double-books.");
    office.scene("users=2&clock=free&order=AB", "optimistic", "A", "race");
    office.says("explored", "No schedule out of 6");
    assert_eq!(office.text("future-A"), "fine 1 order after it: fine in 1.");
}

#[test]
fn the_lab_is_told_what_can_still_happen_after_each_choice() {
    let mut office = Office::new();
    office.scene("users=2&clock=free", "naive", "A", "race").finish();
    office.says("doom", "66.7 % of the orders that go on from here go wrong.");
    office.says("future-A", "fine");
    office.says("future-B", "✕ lost");
    office.scene("users=2&clock=free", "naive", "AB", "race");
    office.says(
        "doom",
        "Sealed by step 2: every order goes wrong from there. Step 1 was the last safe one.",
    );
    office.scene("users=2&clock=free", "naive", "AB2A", "race");
    assert_eq!(office.text("future-A"), "", "nobody can choose any more");
    office.scene("users=2", "naive", "AB", "race");
    assert_eq!(office.text("doom"), "", "delays count, so the race is none of those explored");
}

#[test]
fn what_the_words_mean_is_said_without_a_race() {
    let mut office = Office::new();
    office.ask(json!({ "kind": "terms" }));
    office.says("terms", "lost update A write undoes another one, because its user did not know");
}

#[test]
fn a_witness_opens_in_the_lab_with_its_contest_first() {
    let mut office = Office::new();
    office.scene("users=2", "two-phase", "", "explore");
    office.ask(json!({ "kind": "explore" })).finish();
    office.ask(json!({ "kind": "another", "value": "0" }));
    let query = office.opened.last().expect("one was opened");
    assert!(query.contains("strategy=two-phase,naive,optimistic,pessimistic"), "{query}");
    assert!(query.contains("clock=free") && query.contains("order="), "{query}");
    office
        .ask(json!({ "kind": "another", "value": "99" }))
        .ask(json!({ "kind": "another", "value": "x" }));
    assert_eq!(office.errors, ["there is no outcome 99", "x is no outcome"]);
}

#[test]
fn what_cannot_be_explored_is_refused_in_words() {
    let mut office = Office::new();
    office.scene("users=200", "naive", "", "explore").ask(json!({ "kind": "explore" }));
    office.says("explored", "users");
    assert!(!office.clerk.is_busy());
    office.scene("users=none", "naive", "", "explore").scene("users=2", "psychic", "", "explore");
    office.scene("users=2", "naive", "?", "explore").scene("users=2", "naive", "", "dance");
    assert_eq!(office.errors.len(), 4, "{:?}", office.errors);
    Office::new().ask(json!({ "kind": "explore" })).errors.iter().for_each(|says| {
        assert_eq!(says, "nothing is on show yet");
    });
}

#[test]
fn a_message_of_another_version_is_refused() {
    let check = |message: Value, says: &str| {
        assert_eq!(read(&message).unwrap_err().to_string(), says);
    };
    check(
        json!({ "v": 2, "kind": "explore" }),
        "this worker speaks version 1, and was asked in version 2",
    );
    check(
        json!({ "kind": "explore" }),
        "this worker speaks version 1, and was asked in version none",
    );
    let says = read(&json!({ "v": 1, "kind": "dance" })).unwrap_err().to_string();
    assert!(says.contains("dance") && says.contains("explore"), "{says}");
    let says = read(&json!({ "v": 1, "kind": "bound" })).unwrap_err().to_string();
    assert!(says.contains("value"), "{says}");
    assert_eq!(
        read(&json!({ "v": 1, "id": 7, "kind": "cancel", "more": [1] })),
        Ok(Envelope { id: Some(7), request: Request::Cancel })
    );
}

#[test]
fn run_answers_under_its_number() {
    let mut clerk = Clerk::new();
    let mut run = |query: &str| {
        let message = json!({ "v": 1, "id": 3, "kind": "run", "query": query });
        let replies = clerk.hear(read(&message).expect("a request"));
        serde_json::to_value(&replies[0]).expect("JSON")
    };
    let good = run("users=2&strategy=naive");
    assert_eq!((&good["id"], &good["kind"]), (&json!(3), &json!("runs")));
    assert_eq!(good["runs"][0]["strategy"], "naive");
    let bad = run("users=none");
    assert_eq!(bad["kind"], "error");
    assert!(bad["says"].as_str().is_some_and(|says| says.contains("users=none")), "{bad}");
}

fn any_json() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        Just(json!(1)),
        "[a-z0-9=&]{0,12}".prop_map(Value::from),
        proptest::sample::select(
            &[
                "scene",
                "seat",
                "script",
                "explore",
                "cancel",
                "bound",
                "trials",
                "another",
                "shrink",
                "run",
                "check",
                "explore-query",
                "check-history",
                "stop",
            ][..]
        )
        .prop_map(Value::from),
    ];
    let keys = [
        "v",
        "id",
        "kind",
        "query",
        "strategy",
        "order",
        "mode",
        "tab",
        "language",
        "step",
        "x",
        "y",
        "value",
        "name",
        "text",
        "max_states",
        "of",
    ];
    leaf.prop_recursive(2, 24, 8, move |inner| {
        let key = proptest::sample::select(keys.map(String::from).to_vec());
        proptest::collection::btree_map(key, inner, 0..8)
            .prop_map(|map| Value::Object(map.into_iter().collect()))
    })
}

proptest! {
    #[test]
    fn any_message_is_a_request_or_an_error(message in any_json()) {
        let mut clerk = Clerk::new();
        if let Ok(envelope) = read(&message) {
            for reply in clerk.hear(envelope) {
                prop_assert!(serde_json::to_value(&reply).is_ok());
            }
        }
    }
}
