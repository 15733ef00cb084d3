//! What programs ask for under a number: the terminal's objects, beside whatever is on show.

use super::{Office, read};
use crate::export::explore_object;
use crate::lab;
use crate::scenario::Query;
use crate::worker::{ERRANDS_MAX, Errands};
use serde_json::{Value, json};

fn explore(query: &str) -> Value {
    json!({ "id": 7, "kind": "explore-query", "query": query })
}

impl Office {
    /// Everything that was said under a number, as it is sent.
    fn told(&self, id: u32) -> Vec<Value> {
        let mine = self.answers.iter().filter(|reply| reply.id == Some(id));
        mine.map(|reply| serde_json::to_value(reply).expect("JSON")).collect()
    }

    /// The answer under a number.
    #[track_caller]
    fn answer(&self, id: u32) -> Value {
        let told = self.told(id);
        let last = told.last().expect("an answer");
        assert!(told.iter().rev().skip(1).all(|said| said["kind"] == "progress"), "{told:?}");
        last.clone()
    }
}

/// What the terminal prints, but for how long it took.
fn printed(query: &str) -> Value {
    use crate::explore::{Exploration, Limits, Status, Symmetry};
    let scenario = Query::parse(query).expect("a query");
    let object = |contest| {
        let limits = Limits::default();
        let all = Exploration::new(&scenario, contest, Symmetry::Merge, limits);
        let mut all = all.expect("a small race");
        while all.advance(u64::MAX) == Status::Running {}
        serde_json::to_value(explore_object(&mut all, 0)).expect("JSON")
    };
    lab::contests(&scenario).into_iter().map(object).collect()
}

fn without_time(answer: &Value) -> Value {
    let mut all = answer["all"].clone();
    all.as_array_mut().into_iter().flatten().for_each(|object| object["elapsed_ms"] = json!(0));
    all
}

#[test]
fn a_query_is_explored_strategy_by_strategy_as_in_the_terminal() {
    let query = "users=3&hold=1m";
    let mut office = Office::new();
    office.ask(explore(query)).finish();
    let answer = office.answer(7);
    assert_eq!((&answer["kind"], &answer["v"]), (&json!("explored"), &json!(1)));
    assert_eq!(without_time(&answer), printed(query));
    assert_eq!(answer["all"].as_array().map(Vec::len), Some(4));
    assert!(answer["all"][3]["elapsed_ms"].as_u64() >= Some(1), "a slice took 1 ms: {answer}");
    assert!(office.places.is_empty(), "nothing of it is for the page");
}

#[test]
fn progress_comes_under_the_number_at_most_ten_times_a_second() {
    let mut office = Office::new();
    office.ask(explore("users=5&strategy=two-phase"));
    for _ in 0..30 {
        office.slice(50, 10.0);
    }
    let told = office.told(7);
    assert_eq!(told.len(), 3, "300 ms: {told:?}");
    let figures = |said: &Value| (said["states"].as_u64(), said["transitions"].as_u64());
    assert!(told.iter().all(|said| said["kind"] == "progress" && said["strategy"] == "two-phase"));
    assert!(told.windows(2).all(|two| figures(&two[0]) < figures(&two[1])), "{told:?}");
    assert!(told[2]["schedules"].as_str().is_some_and(|all| all.parse::<u64>().is_ok()));
}

#[test]
fn what_is_stopped_is_answered_at_once_with_what_was_found() {
    let mut office = Office::new();
    office.ask(explore("users=5&strategy=naive,two-phase,optimistic"));
    // Naive is done, two-phase is not, and nobody has begun with optimistic.
    while !office.told(7).iter().any(|said| said["strategy"] == "two-phase") {
        office.slice(500, 30.0);
    }
    office.ask(json!({ "kind": "stop", "of": 7 }));
    assert!(!office.clerk.is_busy());
    let answer = office.answer(7);
    let field = |name: &str| -> Vec<Value> {
        answer["all"].as_array().into_iter().flatten().map(|o| o[name].clone()).collect()
    };
    assert_eq!(field("strategy"), ["naive", "two-phase", "optimistic"]);
    assert_eq!(field("complete"), [json!(true), json!(false), json!(false)]);
    assert_eq!(field("stopped"), [json!(null), json!("your request"), json!("your request")]);
    assert!(answer["all"][1]["states"].as_u64() > Some(0), "{answer}");
    assert_eq!(answer["all"][2]["states"], 0);
    assert_eq!(answer["all"][2]["schedules"], "0");
    // A second stop comes too late, and is no error.
    let told = office.told(7).len();
    office.ask(json!({ "kind": "stop", "of": 7 }));
    assert_eq!((office.told(7).len(), office.errors.len()), (told, 0));
}

#[test]
fn a_limit_of_states_is_kept_and_said() {
    let mut office = Office::new();
    let mut ask = explore("users=9&strategy=naive");
    ask["max_states"] = json!(50);
    office.ask(ask).finish();
    let answer = office.answer(7);
    assert_eq!(answer["all"][0]["complete"], false);
    assert_eq!(answer["all"][0]["stopped"], "50 states");
    assert_eq!(answer["all"][0]["states"], 50);
}

#[test]
fn a_history_is_checked_as_in_the_terminal() {
    let text = super::history::history("users=8&want=each&strategy=naive&clock=free");
    let mut office = Office::new();
    office.ask(json!({ "id": 2, "kind": "check-history", "text": text })).finish();
    let answer = office.answer(2);
    assert_eq!((&answer["kind"], &answer["report"]["ok"]), (&json!("checked"), &json!(true)));
    assert_eq!(answer["report"]["parts"].as_array().map(Vec::len), Some(8));
    assert!(office.places.is_empty());
}

#[test]
fn what_is_on_show_is_not_disturbed() {
    let alone = {
        let mut office = Office::new();
        office.scene("users=4", "naive", "", "explore").ask(json!({ "kind": "explore" })).finish();
        office.places
    };
    let mut office = Office::new();
    office.scene("users=4", "naive", "", "explore").ask(json!({ "kind": "explore" }));
    office.ask(explore("users=3&strategy=naive"));
    let text = super::history::history("users=2&strategy=naive&clock=free");
    office.ask(json!({ "id": 8, "kind": "check-history", "text": text })).finish();
    let texts = |places: Vec<(String, String)>| {
        let timeless = places.into_iter().filter(|(place, _)| place != "explored");
        timeless.collect::<Vec<_>>()
    };
    office.says("explored", "orders sell a seat twice.");
    assert_eq!(office.answer(7)["kind"], "explored");
    assert_eq!(office.answer(8)["kind"], "checked");
    assert_eq!(texts(office.places), texts(alone));
}

/// A long study of the page keeps no program waiting, nor the other way round.
#[test]
fn page_and_errands_take_turns() {
    let mut office = Office::new();
    office.scene("users=12", "two-phase", "", "explore").ask(json!({ "kind": "explore" }));
    office.ask(explore("users=12&strategy=two-phase"));
    for _ in 0..20 {
        office.slice(100, 60.0);
    }
    let states = |text: &str| text.split(' ').find_map(|word| word.replace(',', "").parse().ok());
    let shown: Option<u64> = office.text("progress").split("states").nth(1).and_then(states);
    let told = office.told(7).last().and_then(|said| said["states"].as_u64());
    assert!(shown > Some(100) && told > Some(100), "{shown:?} {told:?}");
    office.ask(json!({ "kind": "cancel" }));
    assert!(office.clerk.is_busy(), "the page's Stop is not for programs");
    office.ask(json!({ "kind": "stop", "of": 7 }));
    assert!(!office.clerk.is_busy());
}

#[test]
fn what_cannot_be_done_is_answered_under_its_number() {
    let check = |message: Value, says: &str| {
        let mut office = Office::new();
        office.ask(message).finish();
        let answer = office.answer(7);
        assert_eq!(answer["kind"], "error", "{answer}");
        assert!(answer["says"].as_str().is_some_and(|words| words.contains(says)), "{answer}");
        assert!(office.errors.is_empty());
    };
    check(explore("users=0"), "users=0 is not valid: users can be 1 to 10000");
    check(explore("theme=neon"), "theme=neon is not valid");
    check(explore("v=2&users=0"), "a newer version of this program made the link");
    check(explore("users=2#x1.BAAF"), "fragment=x1.BAAF is not valid");
    check(explore("users=27"), "naive cannot be explored: there are 27 users");
    let mut none = explore("");
    none["max_states"] = json!(0);
    check(none, "max_states needs a whole number from 1 on");
    let broken = json!({ "id": 7, "kind": "check-history", "text": "\n{}" });
    check(broken, "history: line 2: missing field `index`");
    let mut office = Office::new();
    office.ask(json!({ "kind": "explore-query", "query": "" }));
    assert_eq!(office.errors, ["id is missing: the answer would reach nobody"]);
    let error = read(&json!({ "v": 1, "id": 9, "kind": "explore-query", "query": 5 })).unwrap_err();
    assert_eq!(error.id, Some(9), "who asked is told");
}

#[test]
fn no_more_wait_than_a_limit() {
    let mut errands = Errands::default();
    for id in 0..ERRANDS_MAX as u32 {
        assert_eq!(errands.explore(Some(id), "", None), Ok(()));
    }
    let refused = errands.explore(Some(1), "", None).unwrap_err();
    assert_eq!(refused, "1000 requests are waiting, and no more can");
}
