//! There and back, and everything that is not a run file.

use super::{Caption, ImportError, RUN_FILE_BYTES_MAX, RUN_SCHEMA, import, run_file};
use crate::export::tests::{run, runs};
use crate::export::{Finished, Format};
use crate::lab;
use crate::scenario::arbitrary::any_scenario;
use expect_test::{Expect, expect};
use proptest::prelude::*;
use serde_json::{Value, json};

fn file(query: &str) -> Value {
    let text = Format::Run.write(&run(query)).expect("it is small");
    serde_json::from_str(&text).expect("JSON")
}

#[test]
fn a_run_file_is_a_few_lines_that_can_be_read() {
    let text = Format::Run.write(&run("strategy=naive&users=2&clock=free&order=ABAB"));
    expect![[r#"
        {
          "schema": "urn:seatrace:run:1",
          "v": 1,
          "title": "2 users race for D1",
          "note": null,
          "strategy": "naive",
          "query": "v=1&strategy=naive&users=2&clock=free",
          "scenario": "strategy=naive&users=2&seats=10x10&seed=45&want=same&party=1&arrive=0..60&lat=0&think=10..50&attempts=3&backoff=none&version=show&lock=show&lockorder=asked&hold=10m&expiry=timer&pay=500..2s&payfail=10&paylost=0&paytimeout=30s&late=refund&crash=0&clock=free",
          "seed": "45",
          "order": "ABAB",
          "digest": "V815PHMH",
          "class": "double-booking",
          "steps": 4,
          "engine": "seatrace 0.1.0",
          "licence": "CC-BY-4.0"
        }
    "#]].assert_eq(&text.expect("it is small"));
}

#[test]
fn the_gallery_is_opened_again_and_what_is_unknown_is_kept() {
    for run in runs() {
        let others = json!({"course": {"week": 3}}).as_object().cloned().unwrap_or_default();
        let caption = Caption { title: "Friday".into(), note: Some("look at <D1>".into()), others };
        let text = run_file(&run, &caption);
        let imported = import(text.as_bytes()).expect("a run file");
        assert_eq!((&imported.run.digest, &imported.caption), (&run.digest, &caption));
        assert_eq!(run_file(&imported.run, &imported.caption), text);
    }
}

/// Changes a field and says what is wrong then.
fn check(field: &str, value: Value, expected: Expect) {
    let mut file = file("strategy=two-phase&users=2&clock=free&order=ApAp");
    match value {
        Value::Null => drop(file.as_object_mut().and_then(|file| file.remove(field))),
        value => file[field] = value,
    }
    let error = import(file.to_string().as_bytes()).expect_err("something is wrong");
    expected.assert_eq(&error.to_string());
}

#[test]
fn the_field_that_is_wrong_is_named() {
    check("v", json!(2), expect!["the file has version 2; this program reads version 1"]);
    check("v", json!("1"), expect!["the field v is not 1"]);
    check("schema", json!("urn:other"), expect!["the field schema is not urn:seatrace:run:1"]);
    check("query", Value::Null, expect!["the field query is missing"]);
    check("query", json!(7), expect!["the field query is not a text"]);
    check(
        "query",
        json!("users=0"),
        expect![
            "the field query cannot be used: users=0 is not valid: users can be 1 to 10000 (at most 26 with an order)"
        ],
    );
    check(
        "query",
        json!("v=1&strategy=two-phase&users=3&clock=free"),
        expect!["the field scenario is not what the field query means in this program"],
    );
    check("seed", json!("1"), expect!["the field seed is not that of the field query, 45"]);
    check(
        "order",
        json!("AZ"),
        expect![
            "the field order cannot be used: order=AZ is not valid: Z is Zoe, and there are 2 users; order can be none, or up to 100000 choices such as A3B2tC (with users of the race, and marks that can happen in it)"
        ],
    );
    check(
        "order",
        json!("A?"),
        expect![
            "the field order is no order at character 2: expected a user's letter (A-Z), t, or w with milliseconds"
        ],
    );
    check(
        "order",
        json!("An"),
        expect![
            "the field order cannot be used: order=An is not valid: the order has the mark n, and every payment is answered; order can be none, or up to 100000 choices such as A3B2tC (with users of the race, and marks that can happen in it)"
        ],
    );
    check("order", json!("AB"), expect!["the field order is not what was executed, ABApA"]);
    check("order", json!("BpA"), expect!["the field order is not what was executed, ABApA"]);
    check("strategy", json!("naive"), expect!["the field strategy is none of the field query"]);
    check("digest", Value::Null, expect!["the field digest is missing"]);
    check(
        "digest",
        json!("00000000"),
        expect![
            "the field digest is 00000000, but the run has HHW5MMGN: the file was changed, or made by a program that runs otherwise"
        ],
    );
    check("note", json!("x".repeat(501)), expect!["the field note has more than 500 characters"]);
    check("title", json!("a\nb"), expect!["the field title has control characters"]);
}

#[test]
fn what_is_no_file_is_said_to_be_none() {
    for bytes in [&b""[..], b"[]", b"7", b"{", b"\xff\xfe", b"null"] {
        assert!(matches!(import(bytes), Err(ImportError::NotJson(_))), "{bytes:?}");
    }
    let deep = "[".repeat(100_000);
    assert!(matches!(import(deep.as_bytes()), Err(ImportError::NotJson(_))));
    let long = vec![b' '; RUN_FILE_BYTES_MAX + 1];
    assert!(matches!(import(&long), Err(ImportError::TooLong(_))));
}

/// What is checked of a schema: the keywords that `static/run.schema.json` uses.
fn fits(schema: &Value, value: &Value) -> Result<(), String> {
    let types = match &schema["type"] {
        Value::Array(types) => types.clone(),
        Value::Null => Vec::new(),
        one => vec![one.clone()],
    };
    let kind = match value {
        Value::Null => "null",
        Value::Bool(_) => "boolean",
        Value::Number(_) => "integer",
        Value::String(_) => "string",
        Value::Array(_) => "array",
        Value::Object(_) => "object",
    };
    if !types.is_empty() && !types.iter().any(|known| known == kind) {
        return Err(format!("{value} is a {kind}"));
    }
    if schema.get("const").is_some_and(|only| only != value) {
        return Err(format!("{value} is not the constant"));
    }
    let listed = |list: &Vec<Value>| list.contains(value);
    if !schema["enum"].as_array().is_none_or(listed) {
        return Err(format!("{value} is not listed"));
    }
    let long = value.as_str().map_or(0, |text| text.chars().count() as u64);
    if schema["maxLength"].as_u64().is_some_and(|max| long > max) {
        return Err(format!("{value} is too long"));
    }
    for name in schema["required"].as_array().into_iter().flatten() {
        if value.get(name.as_str().unwrap_or_default()).is_none() {
            return Err(format!("{name} is missing"));
        }
    }
    for (name, schema) in schema["properties"].as_object().into_iter().flatten() {
        value.get(name).map_or(Ok(()), |value| fits(schema, value))?;
    }
    Ok(())
}

#[test]
fn the_published_schema_describes_every_field() {
    let schema = include_str!("../../../static/run.schema.json");
    let schema: Value = serde_json::from_str(schema).expect("JSON");
    assert_eq!(schema["$id"], RUN_SCHEMA);
    let described = schema["properties"].as_object().expect("properties");
    for run in runs() {
        let text = Format::Run.write(&run).expect("it is small");
        let file: Value = serde_json::from_str(&text).expect("JSON");
        fits(&schema, &file).expect("it fits");
        let fields = file.as_object().expect("an object");
        assert!(fields.keys().eq(described.keys()), "each field is described, and no other");
    }
    assert!(fits(&schema, &json!({"v": 1})).is_err());
    assert!(
        fits(&schema, &{
            let mut file = file("");
            file["v"] = json!("1");
            file
        })
        .is_err()
    );
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(32))]
    #[test]
    fn export_then_import_is_the_same_run(scenario in any_scenario(), title in "[^\\p{Cc}]{0,20}") {
        let run = Finished::of(&scenario, lab::contests(&scenario)[0]);
        let caption = Caption { title, ..Caption::default() };
        let imported = import(run_file(&run, &caption).as_bytes());
        let imported = imported.map_err(|error| TestCaseError::fail(error.to_string()))?;
        prop_assert_eq!(imported.run.digest, run.digest);
        prop_assert_eq!(imported.run.run.order, run.run.order);
        prop_assert_eq!(imported.caption, caption);
    }

    #[test]
    fn any_bytes_are_read(bytes in prop::collection::vec(any::<u8>(), 0..200), text in ".*") {
        let _ = import(&bytes);
        for field in super::FIELDS {
            let mut file = file("strategy=naive&users=2");
            file[field] = json!(text);
            let _ = import(file.to_string().as_bytes());
        }
    }
}
