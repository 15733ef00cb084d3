//! Runs in the formats of other programs, and back.

use super::{check_bad, check_good, seatrace, text};
use expect_test::expect;

#[test]
fn one_run_is_exported_and_what_is_allowed_is_named() {
    let transcript = seatrace(&["export", "--format", "transcript"]);
    assert!(text(&transcript.stdout).starts_with("=== Testing No Protection (naive) ==="));
    let other = ["export", "", "--format", "transcript", "--strategy", "two-phase"];
    let other = text(&seatrace(&other).stdout);
    assert!(other.starts_with("=== Testing Two-Phase Booking ==="), "{other}");
    assert_eq!(other.matches("===").count(), 2, "one strategy");
    check_bad(
        &["export", "users=2"],
        expect![[r#"
            seatrace: --format is missing; the formats are run, json, perfetto, mermaid, history, svg, svg-dark, csv, rust, postgres, transcript
        "#]],
    );
    check_bad(
        &["export", "users=2", "--format", "pdf"],
        expect![[r#"
            seatrace: there is no format "pdf"; the formats are run, json, perfetto, mermaid, history, svg, svg-dark, csv, rust, postgres, transcript
        "#]],
    );
    check_bad(
        &["export", "strategy=naive,optimistic", "--format", "csv", "--strategy", "two-phase"],
        expect![[r#"
            seatrace: --strategy "two-phase" is none of this query; it runs naive, optimistic
        "#]],
    );
    check_bad(
        &["export", "users=0", "--format", "csv"],
        expect![[r#"
        seatrace: users=0 is not valid: users can be 1 to 10000 (at most 26 with an order)
    "#]],
    );
}

#[test]
fn a_run_file_is_opened_and_a_changed_one_is_not() {
    let folder = std::env::temp_dir().join(format!("seatrace-import-{}", std::process::id()));
    std::fs::create_dir_all(&folder).expect("a folder for the files");
    let path = folder.join("run.seatrace.json");
    let name = path.to_str().expect("UTF-8");
    let link = "?s=deadlock#n=who%20waits%3F";
    let file = text(&seatrace(&["export", link, "--format", "run"]).stdout);
    std::fs::write(&path, &file).expect("a file can be written");
    check_good(
        &["import", name],
        expect![[r#"
        Two seats, two orders
        who waits?
        The same run: its digest is 6PBNVE5R.
        See it: seatrace run 'v=1&s=deadlock&order=ABAB'

        === Testing Pessimistic Locking ===
        User Alice: Waiting for the lock of seat 31 for ever
        User Bob: Waiting for the lock of seat 30 for ever
        Final booked seats: []
    "#]],
    );
    std::fs::write(&path, file.replace("ABAB", "AABB")).expect("a file can be written");
    let changed = seatrace(&["import", name]);
    assert_eq!((changed.status.code(), text(&changed.stdout)), (Some(2), String::new()));
    let says = text(&changed.stderr);
    expect![[r#"
        the field order is not what was executed, A2BA5BAB3
    "#]]
    .assert_eq(says.strip_prefix(&format!("seatrace: {name}: ")).unwrap_or(&says));
    std::fs::remove_dir_all(&folder).expect("the folder can be removed");
    assert_eq!(seatrace(&["import", name]).status.code(), Some(2), "there is no such file");
    check_bad(
        &["import"],
        expect![[r#"
        seatrace: a FILE is missing; allowed are one FILE and --help
    "#]],
    );
}
