//! The protocol, message by message.

use super::host::{Host, ORIGIN, read};
use crate::frame::{Envelope, MESSAGE_BYTES_MAX, MESSAGES_A_SECOND_MAX, STATE_MS};
use serde_json::json;

const NAIVE: &str = "?users=2&strategy=naive&seed=1&arrive=0";

#[test]
fn hello_is_answered_by_ready() {
    let mut host = Host::open("?s=deadlock&id=left");
    host.say(r#"{"seatrace": 1, "type": "hello", "id": 7, "later": {"versions": "may say more"}}"#);
    let ready = &host.heard("ready")[0];
    assert_eq!(
        (&ready["seatrace"], &ready["id"], &ready["re"]),
        (&json!(1), &json!("left"), &json!(7.0))
    );
    assert_eq!(ready["data"]["scenario"], "v=1&s=deadlock");
    assert_eq!(ready["data"]["title"], "Two seats, two orders");
    assert_eq!(ready["data"]["protocol"], json!([1]));
    assert!(ready["data"]["steps"].as_u64() > Some(3));
}

#[test]
fn before_the_first_hello_only_size_and_presence_are_told() {
    let mut host = Host::open(NAIVE);
    host.usher.measured(700, 480, 0.0);
    host.usher.act(&crate::player::Action::End, 0.0);
    host.usher.share();
    host.listen();
    let kinds: Vec<_> = host.everything().iter().map(|said| said["type"].clone()).collect();
    assert_eq!(kinds, ["ready", "resize"]);
    assert_eq!(host.usher.target(), "*");
}

#[test]
fn answers_go_to_who_asked() {
    let mut host = Host::met(NAIVE);
    assert_eq!(host.usher.target(), ORIGIN);
    host.say_from(r#"{"seatrace": 1, "type": "hello"}"#, "null");
    assert_eq!(host.usher.target(), "*", "an opaque origin cannot be named");
}

#[test]
fn only_the_host_that_the_link_names_is_heard() {
    let mut host = Host::open("?origin=https://course.example");
    host.say_from(r#"{"seatrace": 1, "type": "hello"}"#, "https://other.example");
    host.say_from(r#"{"seatrace": 1, "type": "nonsense"}"#, "null");
    host.usher.hear_slide(true, "https://other.example", 0.0);
    assert!(host.everything().is_empty() && !host.usher.desk().is_playing());
    assert_eq!(host.usher.target(), ORIGIN);
    host.say(r#"{"seatrace": 1, "type": "hello"}"#);
    assert_eq!(host.heard("ready").len(), 1);
}

#[test]
fn a_host_plays_pauses_steps_and_seeks() {
    let mut host = Host::met(NAIVE);
    assert_eq!(host.ask("step", r#"{"by": 2}"#), json!({}));
    assert_eq!(host.ask("get", r#"{"what": "state"}"#)["step"], 2);
    host.ask("step", r#"{"by": -1}"#);
    host.ask("step", "{}");
    assert_eq!(host.ask("get", r#"{"what": "state"}"#)["step"], 2);
    host.ask("seek", r#"{"percent": 100}"#);
    let state = host.ask("get", r#"{"what": "state"}"#);
    assert_eq!((&state["step"], &state["ended"]), (&state["steps"], &json!(true)));
    host.ask("seek", r#"{"step": 0}"#);
    host.ask("play", "{}");
    assert!(host.usher.desk().is_playing());
    host.ask("pause", "{}");
    assert!(!host.usher.desk().is_playing());
    while host.sleep() {}
    assert_eq!(host.ask("get", r#"{"what": "state"}"#)["step"], 0);
}

#[test]
fn markers_are_found_and_told() {
    let mut host = Host::met(NAIVE);
    host.ask("seek", r#"{"marker": "next"}"#);
    let marker = host.heard("marker").remove(0)["data"].clone();
    assert_eq!((&marker["index"], &marker["kind"]), (&json!(0), &json!("anomaly")));
    assert!(marker["label"].as_str().is_some_and(|label| label.contains("D1")), "{marker}");
    assert_eq!(host.ask("seek", r#"{"marker": "next"}"#)["code"], "no-marker");
    host.ask("seek", r#"{"step": 0}"#);
    host.ask("seek", r#"{"marker": 0}"#);
    assert_eq!(
        host.heard("marker").last().map(|said| &said["data"]["step"]),
        Some(&marker["step"])
    );
    assert_eq!(host.ask("seek", r#"{"marker": "prev"}"#)["code"], "no-marker");
}

#[test]
fn the_outcome_is_told_at_the_end() {
    let mut host = Host::met(NAIVE);
    assert_eq!(host.ask("get", r#"{"what": "outcome"}"#)["code"], "not-yet");
    host.ask("seek", r#"{"percent": 100}"#);
    let outcome = host.heard("outcome").remove(0)["data"].clone();
    assert_eq!(outcome["class"], "double-booking");
    assert_eq!(
        (&outcome["sold"], &outcome["doubleSold"], &outcome["lost"]),
        (&json!(1), &json!(1), &json!(1))
    );
    assert_eq!(outcome["invariantsOk"], false);
    assert_eq!(outcome["digest"].as_str().map(str::len), Some(8));
    assert_eq!(host.ask("get", r#"{"what": "outcome"}"#), outcome);
}

#[test]
fn trace_and_transcript_are_those_so_far() {
    let mut host = Host::met(NAIVE);
    host.ask("step", r#"{"by": 1}"#);
    let trace = host.ask("get", r#"{"what": "trace"}"#);
    assert_eq!(trace["total"], 1);
    assert_eq!(trace["events"][0]["op"], "read");
    assert_eq!(trace["events"][0]["seat"], "D1");
    let transcript = host.ask("get", r#"{"what": "transcript"}"#);
    assert_eq!(transcript["lines"][0], "=== Testing No Protection (naive) ===");
    host.ask("load", r#"{"query": "users=2000&want=each"}"#);
    host.ask("seek", r#"{"percent": 100}"#);
    let trace = host.ask("get", r#"{"what": "trace"}"#);
    assert_eq!(trace["events"].as_array().map(Vec::len), Some(500));
    assert!(trace["total"].as_u64() > Some(500), "what is left out is counted");
}

#[test]
fn loading_reads_a_link_as_the_address_would() {
    let mut host = Host::met(NAIVE);
    let loaded =
        host.ask("load", r#"{"query": "https://host.example/?users=3&view=log&theme=neon&at=2"}"#);
    assert_eq!(
        loaded["problems"][0],
        "theme=neon is not valid: theme can be auto, light, dark or contrast"
    );
    let state = host.ask("get", r#"{"what": "state"}"#);
    assert_eq!((&state["view"], &state["step"]), (&json!("log"), &json!(2)));
    assert_eq!(host.ask("load", r#"{"query": "v=99&users=4"}"#)["code"], "newer-version");
    assert_eq!(host.usher.desk().scenario().users, 3, "what is not understood changes nothing");
    host.ask("load", r#"{"query": "users=2&play=1"}"#);
    assert!(host.usher.desk().is_playing());
}

#[test]
fn what_is_set_is_set_as_a_whole_or_not_at_all() {
    let mut host = Host::met("");
    host.ask("set", r#"{"speed": 4, "view": "table", "strategy": "Optimistic", "lang": "en-GB"}"#);
    let state = host.ask("get", r#"{"what": "state"}"#);
    assert_eq!(state["speed"], 4.0);
    assert_eq!((&state["view"], &state["strategy"]), (&json!("table"), &json!("optimistic")));
    for data in [
        r#"{"speed": 3}"#,
        r#"{"view": "explore"}"#,
        r#"{"speed": 1, "strategy": "psychic"}"#,
        r#"{"speed": 1, "theme": ["dark"]}"#,
        r#"{"speed": 1, "lang": "de"}"#,
    ] {
        assert_eq!(host.ask("set", data)["code"], "bad-value", "{data}");
        assert_eq!(host.ask("get", r#"{"what": "state"}"#), state, "{data}");
    }
    for lang in ["auto", "en", "EN-gb"] {
        let done = host.ask("set", &format!(r#"{{"lang": "{lang}"}}"#));
        assert!(done["code"].is_null(), "{lang}: {done}");
    }
    assert_eq!(
        host.ask("set", r#"{"lang": "de"}"#)["says"],
        "lang can be auto, or a language tag that begins with en"
    );
    host.ask("play", "{}");
    host.ask("set", r#"{"motion": "off"}"#);
    assert!(!host.usher.desk().is_playing());
}

#[test]
fn a_host_hears_what_it_subscribed_to() {
    let mut host = Host::met(NAIVE);
    host.ask("subscribe", r#"{"types": ["outcome"]}"#);
    host.ask("seek", r#"{"percent": 100}"#);
    let kinds: Vec<_> = host.everything().iter().map(|said| said["type"].clone()).collect();
    assert_eq!(kinds, ["outcome"]);
    assert_eq!(host.ask("subscribe", r#"{"types": ["ready"]}"#)["code"], "bad-value");
    host.ask("subscribe", r#"{"types": []}"#);
    host.usher.share();
    host.listen();
    assert!(host.everything().is_empty());
}

#[test]
fn the_state_is_told_four_times_a_second_while_it_plays() {
    let mut host = Host::met("?users=26&speed=16&pauseon=none&arrive=0");
    host.ask("play", "{}");
    let mut told_ms = Vec::new();
    while host.sleep() {
        told_ms.extend(host.heard("state").iter().map(|_| host.at_ms));
    }
    assert!(told_ms.len() > 4, "{told_ms:?}");
    let last = told_ms.pop();
    assert!(told_ms.windows(2).all(|two| two[1] - two[0] >= STATE_MS), "{told_ms:?}");
    assert!(last >= told_ms.last().copied());
    let state = host.ask("get", r#"{"what": "state"}"#);
    assert_eq!((&state["ended"], &state["playing"]), (&json!(true), &json!(false)));
}

#[test]
fn more_than_fifty_messages_a_second_are_not_heard() {
    let mut host = Host::met(NAIVE);
    let envelope = || Envelope::read(40, &read(r#"{"seatrace": 1, "type": "step", "id": "a"}"#));
    for _ in 0..200 {
        host.usher.hear(envelope().expect("ours"), ORIGIN, host.at_ms);
    }
    host.listen();
    // One of the fifty was the hello.
    assert_eq!(host.heard("result").len(), MESSAGES_A_SECOND_MAX - 1);
    let errors = host.heard("error");
    assert_eq!(errors.len(), 1, "told once");
    assert_eq!(errors[0]["data"]["code"], "too-many");
}

#[test]
fn a_message_that_is_too_long_or_of_another_version_is_refused() {
    let mut host = Host::met(NAIVE);
    let code = |host: &mut Host| host.heard("error").remove(0)["data"]["code"].clone();
    let query = "x".repeat(MESSAGE_BYTES_MAX);
    host.say(&format!(r#"{{"seatrace": 1, "type": "load", "data": {{"query": "{query}"}}}}"#));
    assert_eq!(code(&mut host), "too-large");
    host.say(r#"{"seatrace": 2, "type": "hello"}"#);
    assert_eq!(code(&mut host), "unknown-version");
    host.say(r#"{"seatrace": 1, "type": "dance"}"#);
    assert_eq!(code(&mut host), "unknown-type");
    host.say(r#"{"seatrace": 1, "type": "seek", "data": 7}"#);
    assert_eq!(code(&mut host), "bad-message");
}

#[test]
fn a_style_is_a_list_of_checked_values() {
    let mut host = Host::met(NAIVE);
    host.ask("style", r##"{"color": "#222", "fontSize": 18}"##);
    let worn: Vec<_> = host.usher.dresses().iter().map(|dress| dress.value.clone()).collect();
    assert_eq!(worn, ["#222", "18px"]);
    let bad = host.ask("style", r##"{"color": "#333", "background": "red;} * {color: red"}"##);
    assert_eq!(bad["code"], "bad-value");
    assert_eq!(host.usher.dresses()[0].value, "#222", "nothing of it is worn");
}

#[test]
fn slides_play_and_pause() {
    let mut host = Host::open(NAIVE);
    host.usher.hear_slide(true, ORIGIN, 0.0);
    assert!(host.usher.desk().is_playing());
    host.usher.hear_slide(false, ORIGIN, 1.0);
    assert!(!host.usher.desk().is_playing());
    assert_eq!(host.usher.nap_ms(1.0), None);
}
