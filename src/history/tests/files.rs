//! Files: what is read, and what is said of what cannot be.

use crate::history::{
    ASKED_MAX, BYTES_MAX, Checking, History, LINE_BYTES_MAX, LINES_MAX, NAME_CHARS_MAX,
};
use proptest::prelude::*;

/// What is wrong with a text.
fn broken(text: &str) -> String {
    match History::parse(text.as_bytes()).and_then(Checking::new) {
        Ok(_) => panic!("nothing is wrong with {text}"),
        Err(broken) => broken.to_string(),
    }
}

fn begins(index: u64, process: i64, f: &str) -> String {
    format!(
        r#"{{"index":{index},"process":{process},"type":"invoke","f":"{f}","value":{{"seats":["D1"]}},"time":{index}}}"#
    )
}

fn ends(index: u64, process: i64, kind: &str, f: &str, result: &str) -> String {
    format!(
        r#"{{"index":{index},"process":{process},"type":"{kind}","f":"{f}","value":{{"result":"{result}"}},"time":{index}}}"#
    )
}

#[test]
fn what_is_no_record_is_named_with_its_line() {
    let good = begins(0, 0, "book");
    let after = |line: &str| broken(&format!("{good}\n\n{line}\n"));
    assert_eq!(after("hello"), "line 3: this is not JSON: expected value at column 1");
    assert_eq!(
        after(r#"{"index":1"#),
        "line 3: this is not JSON: EOF while parsing an object at column 10"
    );
    assert_eq!(after("{}"), "line 3: missing field `index`");
    assert_eq!(after("[1,2]"), "line 3: invalid length 2, expected struct Wire with 6 elements");
    assert_eq!(
        after(&begins(1, 1, "steal")),
        "line 3: unknown variant `steal`, expected one of `book`, `reserve`, `confirm`, `cancel`, `expire`"
    );
    assert_eq!(
        after(&ends(1, 0, "maybe", "book", "booked")),
        "line 3: unknown variant `maybe`, expected one of `invoke`, `ok`, `fail`, `info`"
    );
    assert_eq!(
        after(&begins(1, 1, "book").replace(":1,\"type", ":1.5,\"type")),
        "line 3: invalid type: floating point `1.5`, expected i64"
    );
}

#[test]
fn index_and_time_do_not_go_back() {
    let pair = |a: &str, b: &str| broken(&format!("{a}\n{b}\n"));
    assert_eq!(
        pair(&begins(5, 0, "book"), &begins(5, 1, "book")),
        "line 2: index 5 comes after index 5: they must grow"
    );
    let early = begins(6, 1, "book").replace("\"time\":6", "\"time\":4");
    assert_eq!(pair(&begins(5, 0, "book"), &early), "line 2: time goes back, from 5 to 4 ns");
}

#[test]
fn each_end_has_a_beginning_of_its_own() {
    let lines = |lines: &[String]| broken(&lines.join("\n"));
    assert_eq!(
        lines(&[ends(0, 7, "ok", "book", "booked")]),
        "line 1: process 7 ends an operation that it has not begun"
    );
    assert_eq!(
        lines(&[begins(0, 0, "book"), begins(1, 0, "book")]),
        "line 2: process 0 begins an operation before its last one has ended"
    );
    assert_eq!(
        lines(&[begins(0, 0, "book"), ends(1, 0, "info", "book", "crashed"), begins(2, 0, "book")]),
        "line 3: process 0 goes on after an operation that ended with `info`"
    );
    assert_eq!(
        lines(&[begins(0, 0, "book"), ends(1, 0, "ok", "cancel", "cancelled")]),
        "line 2: process 0 ends `cancel`, but had begun `book`"
    );
    let elsewhere =
        ends(1, 0, "ok", "book", "booked").replace("{\"result", "{\"seats\":[\"D2\"],\"result");
    assert_eq!(
        lines(&[begins(0, 0, "book"), elsewhere]),
        "line 2: process 0 ends an operation on other seats than it had begun"
    );
}

#[test]
fn operations_say_what_they_are_about() {
    let first = |from: &str, to: &str| broken(&begins(0, 0, "book").replace(from, to));
    assert_eq!(first("[\"D1\"]", "[]"), "line 1: an operation begins with a list of seats");
    assert_eq!(first("[\"D1\"]", "[\"D1\",\"D1\"]"), "line 1: an operation names a seat twice");
    assert_eq!(
        first("\"D1\"]", "\"D1\"],\"result\":\"booked\""),
        "line 1: an operation that begins has no result yet"
    );
    let answer = |end: String| broken(&format!("{}\n{end}", begins(0, 0, "reserve")));
    assert_eq!(
        answer(ends(1, 0, "ok", "reserve", "booked")),
        "line 2: `reserve` cannot end with `booked`, only with `reserved` or `taken` or `held`"
    );
    assert_eq!(
        answer(ends(1, 0, "ok", "reserve", "").replace("\"result\":\"\"", "")),
        "line 2: `reserve` ends with `ok` but without a result"
    );
}

#[test]
fn limits_are_named() {
    assert_eq!(broken(""), "the history has no records");
    assert_eq!(broken("\n \n"), "the history has no records");
    let name = "x".repeat(NAME_CHARS_MAX + 1);
    assert_eq!(
        broken(&begins(0, 0, "book").replace("D1", &name)),
        "line 1: the name of a seat has 1 to 40 characters"
    );
    let many: Vec<String> = (0..=ASKED_MAX).map(|n| format!("\"S{n}\"")).collect();
    assert_eq!(
        broken(&begins(0, 0, "book").replace("\"D1\"", &many.join(","))),
        "line 1: an operation has at most 100 seats"
    );
    assert_eq!(broken(&" x".repeat(LINE_BYTES_MAX)), "line 1: a line has at most 10000 bytes");
    let last = begins(0, 0, "book");
    assert_eq!(
        broken(&format!("{}{last}", "\n".repeat(LINES_MAX))),
        "line 1000001: a history has at most 1000000 lines"
    );
    assert_eq!(
        History::parse(&vec![b'\n'; BYTES_MAX + 1]).unwrap_err().to_string(),
        "the file is longer than 256 MiB, the limit"
    );
    assert_eq!(History::parse(b"\n\xff").unwrap_err().to_string(), "line 2: this is not UTF-8");
}

#[test]
fn what_else_a_record_says_is_passed_over() {
    let text = format!(
        "\u{feff}{}\r\n{}\r\n",
        begins(3, 0, "book").replace("{\"index\"", "{\"error\":[1,{}],\"index\""),
        ends(9, 0, "ok", "book", "booked")
    );
    let report = Checking::new(History::parse(text.as_bytes()).unwrap()).unwrap().finish();
    assert_eq!(report.ok(), Some(true));
}

/// Many lines about one seat, and all the while one operation of which nobody knows anything.
#[test]
fn long_histories_are_answered() {
    let rounds = if std::env::var_os("SEATRACE_SOAK").is_some() { 166_000 } else { 5_000 };
    let mut lines = vec![begins(0, 3, "reserve")];
    for round in 0..rounds {
        let n = 1 + round * 6;
        lines.extend([
            begins(n, 1, "reserve"),
            begins(n + 1, 2, "reserve"),
            ends(n + 2, 1, "ok", "reserve", "reserved"),
            ends(n + 3, 2, "ok", "reserve", "held"),
            begins(n + 4, 1, "cancel"),
            ends(n + 5, 1, "ok", "cancel", "cancelled"),
        ]);
    }
    let answer = |lines: &[String]| {
        let history = History::parse(lines.join("\n").as_bytes()).unwrap();
        Checking::new(history).unwrap().finish().ok()
    };
    assert_eq!(answer(&lines), Some(true));
    let n = rounds * 6 + 1;
    lines.extend([begins(n, 4, "book"), ends(n + 1, 4, "ok", "book", "taken")]);
    assert_eq!(answer(&lines), Some(false), "nobody has booked it");
}

proptest! {
    #[test]
    fn any_bytes_are_a_history_or_an_error(bytes in proptest::collection::vec(any::<u8>(), 0..400)) {
        if let Ok(history) = History::parse(&bytes).and_then(Checking::new) {
            history.finish();
        }
    }

    /// Lines that are nearly good.
    #[test]
    fn any_lines_are_a_history_or_an_error(
        picks in proptest::collection::vec((0..4_i64, 0..5_usize, 0..5_usize, 0..9_usize), 0..30)
    ) {
        let kinds = ["invoke", "invoke", "ok", "fail", "info"];
        let fs = ["book", "reserve", "confirm", "cancel", "expire"];
        let words = ["booked", "taken", "reserved", "held", "cancelled", "expired", "x", "", "booked-late"];
        let line = |(n, (process, kind, f, word)): (usize, &(i64, usize, usize, usize))| {
            let result = match kinds[*kind] {
                "invoke" => String::new(),
                _ => format!(",\"result\":\"{}\"", words[*word]),
            };
            format!(
                "{{\"index\":{n},\"process\":{process},\"type\":\"{}\",\"f\":\"{}\",\"value\":{{\"seats\":[\"D1\"]{result}}},\"time\":{n}}}\n",
                kinds[*kind], fs[*f]
            )
        };
        let text: String = picks.iter().enumerate().map(line).collect();
        if let Ok(history) = History::parse(text.as_bytes()) {
            prop_assert_eq!(&History::parse(history.lines().as_bytes()).unwrap().records.len(), &picks.len());
            if let Ok(checking) = Checking::new(history) {
                prop_assert!(checking.finish().ok().is_some());
            }
        }
    }
}
