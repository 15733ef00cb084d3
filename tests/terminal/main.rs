//! The terminal, as a person runs it: exit codes, what stands on which stream, the JSON's fields.

mod files;
mod histories;
mod links;
mod orders;
mod runs;

use expect_test::Expect;
use std::process::{Command, Output};

fn seatrace(args: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_seatrace")).args(args).output().expect("the binary runs")
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).expect("UTF-8")
}

/// Bad input: exit code 2, nothing on standard output, one line a problem.
fn check_bad(args: &[&str], expected: Expect) {
    let output = seatrace(args);
    assert_eq!(output.status.code(), Some(2), "{args:?}");
    assert_eq!(text(&output.stdout), "", "{args:?}");
    expected.assert_eq(&text(&output.stderr));
}

fn check_good(args: &[&str], expected: Expect) {
    let output = seatrace(args);
    assert_eq!(output.status.code(), Some(0), "{}", text(&output.stderr));
    assert_eq!(text(&output.stderr), "");
    expected.assert_eq(&text(&output.stdout));
}
