//! What the terminal prints for some queries is what stands in `tests/e2e/golden`: there the page's library is held against it.

use expect_test::{ExpectFile, expect_file};
use serde_json::{Value, json};
use std::process::Command;

fn printed(args: &[&str]) -> Vec<Value> {
    let output =
        Command::new(env!("CARGO_BIN_EXE_seatrace")).args(args).output().expect("the binary runs");
    let text = String::from_utf8(output.stdout).expect("UTF-8");
    text.lines().map(|line| serde_json::from_str(line).expect("JSON")).collect()
}

/// One case a line, so that a difference can be read.
fn check(cases: Vec<Value>, expected: ExpectFile) {
    let lines: Vec<String> = cases.iter().map(Value::to_string).collect();
    expected.assert_eq(&format!("[\n{}\n]\n", lines.join(",\n")));
}

#[test]
fn runs_are_what_they_have_always_been() {
    let queries = [
        "users=2",
        "s=deadlock",
        "https://host.example/?v=1&strategy=naive&users=2&clock=free#x1.AgAFBFA.2TJXWK6",
        "mix=naive,two-phase&users=3&clock=free&crash=1&order=AkBp",
        "users=27&strategy=two-phase&want=each",
    ];
    let case = |query| json!({ "query": query, "runs": printed(&["run", query, "--json"]) });
    check(queries.map(case).into(), expect_file!["e2e/golden/run.json"]);
}

/// How long it took is the only thing that is not the same every time: a number here, 0 in the file.
#[test]
fn explorations_are_what_they_have_always_been() {
    let timeless = |mut object: Value| {
        assert!(object["elapsed_ms"].is_u64(), "{object}");
        object["elapsed_ms"] = json!(0);
        object
    };
    let explored = |query: &str, max_states: Option<u32>| {
        let most =
            max_states.map_or_else(Vec::new, |max| vec!["--max-states".into(), max.to_string()]);
        let args: Vec<&str> = ["explore", query, "--json"]
            .into_iter()
            .chain(most.iter().map(String::as_str))
            .collect();
        let all: Vec<Value> = printed(&args).into_iter().map(timeless).collect();
        json!({ "query": query, "max_states": max_states, "all": all })
    };
    let cases = vec![
        explored("users=3", None),
        explored("s=deadlock", None),
        explored("mix=naive,two-phase&users=2&hold=off&payfail=0", None),
        explored("users=9&strategy=naive", Some(50)),
    ];
    check(cases, expect_file!["e2e/golden/explore.json"]);
}

#[test]
fn checks_are_what_they_have_always_been() {
    let exported = |query: &str| {
        let output = Command::new(env!("CARGO_BIN_EXE_seatrace"))
            .args(["export", query, "--format", "history"])
            .output()
            .expect("the binary runs");
        String::from_utf8(output.stdout).expect("UTF-8")
    };
    let folder = std::env::temp_dir().join(format!("seatrace-golden-{}", std::process::id()));
    std::fs::create_dir_all(&folder).expect("a folder for the files");
    let case = |query: &str| {
        let history = exported(query);
        let file = folder.join("history.jsonl");
        std::fs::write(&file, &history).expect("there is room for a small file");
        let report = printed(&["check", file.to_str().expect("UTF-8"), "--json"]).remove(0);
        json!({ "history": history, "report": report })
    };
    let queries = [
        "strategy=two-phase&users=3",
        "strategy=naive&users=2&clock=free&order=ABAB",
        "strategy=naive&users=2&clock=free&crash=1&order=ABAkB",
    ];
    check(queries.map(case).into(), expect_file!["e2e/golden/check.json"]);
    std::fs::remove_dir_all(&folder).expect("the folder can be removed");
}

/// Every run of the gallery as a file: in the browser tests a validator that is not ours holds them against the schema.
#[test]
fn run_files_are_what_they_have_always_been() {
    let files = seatrace::scenario::gallery().iter().flat_map(|entry| {
        let scenario = entry.scenario();
        let contests = seatrace::lab::contests(&scenario);
        contests.into_iter().map(move |contest| {
            let run = seatrace::export::Finished::of(&scenario, contest);
            let text = seatrace::export::Format::Run.write(&run).expect("it is small");
            serde_json::from_str(&text).expect("JSON")
        })
    });
    check(files.collect(), expect_file!["e2e/golden/run-files.json"]);
}
