//! Whatever a host says: one answer, and never a panic.

use super::host::{Host, read};
use crate::frame::{Envelope, Usher};
use proptest::prelude::*;
use serde_json::{Value, json};

/// Any JSON, with the words of the protocol in it more often than chance would have it.
fn any_json() -> impl Strategy<Value = Value> {
    let words = prop::sample::select(vec![
        "next",
        "prev",
        "state",
        "outcome",
        "trace",
        "transcript",
        "url",
        "map",
        "dark",
        "naive",
        "off",
        "#abc",
        "red;}",
        "?users=3&at=end",
        "v=9",
        "s=deadlock&play=1",
        "",
    ]);
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        (-3i64..101).prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        words.prop_map(Value::from),
        ".{0,12}".prop_map(Value::from),
    ];
    leaf.prop_recursive(3, 24, 6, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..5).prop_map(Value::from),
            any_object(inner),
        ]
    })
}

fn any_object(of: impl Strategy<Value = Value>) -> impl Strategy<Value = Value> {
    let names = prop::sample::select(vec![
        "step",
        "percent",
        "marker",
        "by",
        "query",
        "what",
        "types",
        "speed",
        "theme",
        "view",
        "motion",
        "strategy",
        "lang",
        "color",
        "background",
        "fontFamily",
        "fontSize",
        "accent",
        "seatrace",
        "type",
        "id",
        "data",
        "x",
    ]);
    prop::collection::vec((names, of), 0..6)
        .prop_map(|pairs| pairs.into_iter().map(|(name, value)| (name.to_owned(), value)).collect())
}

fn any_message() -> impl Strategy<Value = Value> {
    let kinds = prop::sample::select(vec![
        "hello",
        "play",
        "pause",
        "seek",
        "step",
        "load",
        "set",
        "get",
        "subscribe",
        "style",
        "dance",
    ]);
    let odd = (kinds, any_object(any_json()))
        .prop_map(|(kind, data)| json!({"seatrace": 1, "type": kind, "id": "q", "data": data}));
    prop_oneof![odd, good_message()]
}

/// Messages that ask for something that there is.
fn good_message() -> impl Strategy<Value = Value> {
    let whats = prop::sample::select(vec!["state", "outcome", "url", "transcript", "trace"]);
    let queries =
        prop::sample::select(vec!["users=4&at=end", "s=late-payment&at=3", "s=mixed&play=1"]);
    let message =
        |kind: &str, data: Value| json!({"seatrace": 1, "type": kind, "id": "q", "data": data});
    prop_oneof![
        whats.prop_map(move |what| message("get", json!({"what": what}))),
        (-3i64..9).prop_map(move |by| message("step", json!({"by": by}))),
        (0u32..101).prop_map(move |percent| message("seek", json!({"percent": percent}))),
        queries.prop_map(move |query| message("load", json!({"query": query}))),
    ]
}

proptest! {
    #[test]
    fn any_json_is_heard_or_not_for_the_frame(said in any_json()) {
        let mut usher = Usher::open("?users=2&predict=1", "/", false, 0.0);
        if let Some(envelope) = Envelope::read(100, &(&said).into()) {
            usher.hear(envelope, "null", 0.0);
        }
    }

    #[test]
    fn every_message_has_one_answer(said in prop::collection::vec(any_message(), 1..12)) {
        let mut host = Host::met("?users=3");
        for message in said {
            host.say(&message.to_string());
            let heard = host.everything();
            let answers = heard.iter().filter(|said| said["re"] == "q").count();
            prop_assert_eq!(answers, 1, "{} {:?}", message, heard);
            // Whatever was asked for: it can be played, drawn and shared.
            prop_assert!(host.usher.url().starts_with("https://host.example/?v=1"));
            let _ = host.usher.desk().review();
        }
    }

    #[test]
    fn any_link_opens(link in ".{0,80}", names in any_object(any_json())) {
        let pairs = names.as_object().into_iter().flatten();
        let query: String = pairs.map(|(name, value)| format!("&{name}={value}")).collect();
        for link in [link, query] {
            let mut usher = Usher::open(&link, "/", false, 0.0);
            usher.seen(true, 0.0);
            usher.tick(1_000.0);
            let _ = usher.url();
        }
    }
}

#[test]
fn deep_lists_are_not_looked_into() {
    let deep = format!("{}{}", "[".repeat(100), "]".repeat(100));
    let message =
        format!(r#"{{"seatrace": 1, "type": "get", "id": {deep}, "data": {{"what": {deep}}}}}"#);
    let envelope = Envelope::read(message.len(), &read(&message)).expect("for the frame");
    assert!(envelope.id.is_none());
    assert!(envelope.request.is_err_and(|fault| fault.code == "bad-value"));
}
