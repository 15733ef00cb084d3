//! What `check` says of a history.

use super::{seatrace, text};
use expect_test::expect;
use std::process::Output;

/// Runs `check` on a text.
fn check_history(name: &str, history: &str, json: bool) -> Output {
    let file = std::env::temp_dir().join(format!("seatrace-{}-{name}.jsonl", std::process::id()));
    std::fs::write(&file, history).expect("there is room for a small file");
    let path = file.to_str().expect("UTF-8");
    let flags: &[&str] = if json { &["--json"] } else { &[] };
    let output = seatrace(&[&["check", path], flags].concat());
    std::fs::remove_file(&file).expect("it is there");
    output
}

fn history_of(query: &str) -> String {
    text(&seatrace(&["export", query, "--format", "history"]).stdout)
}

#[test]
fn check_says_whether_one_show_could_have_answered_so() {
    let good = check_history("good", &history_of("strategy=optimistic&users=2"), false);
    assert_eq!(good.status.code(), Some(0));
    expect![[r#"
        Linearizable: one show, doing one thing after the other, could have answered so.
        2 operations in 1 independent part; 0 of unknown end.

        D1
            1. Alice: book D1, booked
            2. Bob: book D1, taken
    "#]]
    .assert_eq(&text(&good.stdout));
    let bad =
        check_history("bad", &history_of("strategy=naive&users=2&clock=free&order=ABAB"), false);
    assert_eq!(bad.status.code(), Some(1));
    expect![[r#"
        Not linearizable: no show could have answered so.
        2 operations in 1 independent part; 0 of unknown end.

        D1
          Alice booked D1 and Bob booked D1, and nobody gave D1 back in between: whoever came second cannot have found it free. (line 4)
          - Alice booked D1, so it was not booked just before (lines 1 to 3).
          - Bob booked D1, so it was not booked just before (lines 2 to 4).
    "#]]
    .assert_eq(&text(&bad.stdout));
}

#[test]
fn check_answers_as_json() {
    let crashed = history_of("strategy=naive&users=2&clock=free&crash=1&order=ABAkB");
    let output = check_history("json", &crashed, true);
    assert_eq!(output.status.code(), Some(0));
    expect![[r#"
        {"v":1,"ok":true,"operations":2,"unknown":1,"parts":[{"seats":["D1"],"ok":true,"linearization":[{"index":1,"process":1,"user":"Bob","f":"book","seats":["D1"],"result":"booked"}],"contradiction":null,"stopped":null}]}
    "#]]
    .assert_eq(&text(&output.stdout));
}

#[test]
fn what_is_no_history_is_refused_with_its_line() {
    let broken = check_history("broken", "{\"index\":0,\n", false);
    assert_eq!((broken.status.code(), text(&broken.stdout)), (Some(2), String::new()));
    let says = text(&broken.stderr);
    let says = says.split_once(".jsonl: ").expect("it names the file").1;
    assert_eq!(says, "line 1: this is not JSON: EOF while parsing a value at column 11\n");
    let missing = seatrace(&["check", "no such file"]);
    assert_eq!(missing.status.code(), Some(2));
    assert!(text(&missing.stderr).starts_with("seatrace: no such file: "));
}
