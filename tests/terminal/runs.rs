//! What `run`, `list` and the help print.

use super::{check_bad, check_good, seatrace, text};
use expect_test::expect;
use std::process::Command;

#[test]
fn the_default_scenario_prints_the_transcript_of_the_original_program() {
    check_good(
        &["run"],
        expect![[r#"
            === Testing No Protection (naive) ===
            User Alice: Booking successful
            User Carol: Seat already booked
            User Bob: Booking successful
            User Dave: Seat already booked
            User Eve: Seat already booked
            Final booked seats: [30, 30]
            Double booking: seat 30 was sold to Alice and Bob

            === Testing Optimistic Locking ===
            User Alice: Booking successful
            User Carol: Seat already booked
            User Bob: Version conflict, retrying... (attempt 1)
            User Bob: Seat already booked
            User Dave: Seat already booked
            User Eve: Seat already booked
            Final booked seats: [30]

            === Testing Pessimistic Locking ===
            User Alice: Booking successful
            User Bob: Seat already booked
            User Carol: Seat already booked
            User Dave: Seat already booked
            User Eve: Seat already booked
            Final booked seats: [30]

            === Testing Two-Phase Booking ===
            User Alice: Processing payment for seat 30...
            User Bob: Seat not available
            User Carol: Seat not available
            User Dave: Seat not available
            User Eve: Seat not available
            User Alice: Booking confirmed
            Final booked seats: [30]
        "#]],
    );
}

#[test]
fn bad_input_is_named_with_what_is_allowed() {
    check_bad(
        &["run", "strategy=psychic"],
        expect![[r#"
        seatrace: strategy=psychic is not valid: strategy can be 1 to 4 of naive, optimistic, pessimistic and two-phase, none twice, separated by commas
    "#]],
    );
    check_bad(
        &["run", "users=-3&seed=99999999999999999999999"],
        expect![[r#"
        seatrace: users=-3 is not valid: users can be 1 to 10000 (at most 26 with an order)
        seatrace: seed=99999999999999999999999 is not valid: seed can be 0 to 18446744073709551615
    "#]],
    );
    check_bad(
        &["run", "users=2&order=ABC"],
        expect![[r#"
        seatrace: order=ABC is not valid: C is Carol, and there are 2 users; order can be none, or up to 100000 choices such as A3B2tC (with users of the race, and marks that can happen in it)
    "#]],
    );
    check_bad(
        &["run", "strategy=two-phase&order=An"],
        expect![[r#"
        seatrace: order=An is not valid: the order has the mark n, and every payment is answered; order can be none, or up to 100000 choices such as A3B2tC (with users of the race, and marks that can happen in it)
    "#]],
    );
    check_bad(
        &["run", "want=D1.D"],
        expect![[r#"
        seatrace: want=D1.D is not valid: there is no seat D in a hall of 10x10; want can be same, each, random, zipf, or for up to 1000 users up to 8 seats each by name, such as D1.D2,D2.D1
    "#]],
    );
    check_bad(
        &["run", "seats=%00%ff%fe\u{7f}"],
        expect![[r#"
        seatrace: seats=\0��\u{7f} is not valid: seats can be ROWSxSEATS, such as 10x10, with at most 100000 seats in all
    "#]],
    );
    check_bad(
        &["run", "v=2"],
        expect![[r#"
        seatrace: v=2 is not valid: a newer version of this program made the link; v can be 1
    "#]],
    );
    check_bad(
        &["fly"],
        expect![[r#"
            seatrace: there is no command "fly"; the commands are run, explore, check, export, import, list, --help
        "#]],
    );
}

#[test]
fn a_whole_link_is_a_query_and_half_a_link_is_as_much_of_it_as_there_is() {
    let whole =
        seatrace(&["run", "https://seatrace.example/lab/?v=1&strategy=naive&users=2#x", "--json"]);
    let bare = seatrace(&["run", "strategy=naive&users=2", "--json"]);
    assert_eq!(text(&whole.stdout), text(&bare.stdout));
    assert_eq!(
        seatrace(&["run", "https://seatrace.example/lab/"]).stdout,
        seatrace(&["run"]).stdout
    );
}

#[test]
fn a_run_as_json_has_the_fields_of_the_design_in_their_order() {
    let query = "strategy=naive&users=2&clock=free&order=ABABA";
    let output = seatrace(&["run", query, "--json"]);
    let lines = text(&output.stdout);
    assert_eq!(lines.lines().count(), 1, "one object a strategy");
    let object: serde_json::Value = serde_json::from_str(&lines).expect("JSON");
    let field = |name: &str| format!("{name}: {}\n", object[name]);
    let mut fields: String =
        ["v", "strategy", "query", "order", "skipped", "digest", "verdict", "outcome", "users"]
            .map(field)
            .concat();
    for event in object["events"].as_array().expect("events") {
        fields += &format!("{event}\n");
    }
    expect![[r#"
        v: 1
        strategy: "naive"
        query: "v=1&strategy=naive&users=2&clock=free&order=ABABA"
        order: "ABAB"
        skipped: [{"choice":"A","position":5}]
        digest: "V815PHMH"
        verdict: {"ok":false,"violations":[{"liveness":false,"rule":"no-double-booking","says":"D1 is sold twice: to Alice at step 3 and to Bob at step 4, who had read it at step 2.","seat":"D1","step":4,"users":["Alice","Bob"]}]}
        outcome: {"class":"double-booking","conflicts":0,"deadlocked":0,"double_sold":1,"expired":0,"held":0,"refunded":0,"refunds_due":0,"retries":0,"seats_sold":1,"tickets":2,"virtual_ms":0,"waits":0}
        users: [{"attempts":1,"result":"booked","seats":["D1"],"user":"Alice"},{"attempts":1,"result":"booked","seats":["D1"],"user":"Bob"}]
        {"at":0,"line":10,"op":"read","outcome":"free","seat":"D1","step":1,"user":"Alice"}
        {"at":0,"line":10,"op":"read","outcome":"free","seat":"D1","step":2,"user":"Bob"}
        {"at":0,"line":16,"op":"write","outcome":"ok","seat":"D1","step":3,"user":"Alice"}
        {"at":0,"line":0,"op":"end","outcome":"booked","seat":null,"step":3,"user":"Alice"}
        {"at":0,"line":16,"op":"write","outcome":"ok","seat":"D1","step":4,"user":"Bob"}
        {"at":0,"line":0,"op":"end","outcome":"booked","seat":null,"step":4,"user":"Bob"}
    "#]].assert_eq(&fields);
    let order = [
        "{\"v\":",
        "\"strategy\":",
        "\"query\":",
        "\"order\":",
        "\"skipped\":",
        "\"digest\":",
        "\"verdict\":",
        "\"outcome\":{",
        "\"users\":[{\"user\":",
        "\"events\":",
    ];
    let places: Vec<usize> = order.iter().map(|f| lines.find(f).expect("a field")).collect();
    assert!(places.is_sorted(), "{places:?}");
}

#[test]
fn the_gallery_is_listed_and_every_entry_runs() {
    let list = text(&seatrace(&["list"]).stdout);
    let slugs: Vec<&str> =
        list.split_whitespace().filter_map(|word| word.strip_prefix("s=")).collect();
    assert_eq!(
        slugs,
        [
            "five-users",
            "deadlock",
            "coarse-version",
            "late-payment",
            "orphaned-lock",
            "mixed",
            "your-turn"
        ]
    );
    for slug in slugs {
        let output = seatrace(&["run", &format!("s={slug}")]);
        assert_eq!(output.status.code(), Some(0), "{slug}");
        assert!(text(&output.stdout).starts_with("=== Testing "), "{slug}");
    }
}

#[test]
fn help_is_everywhere() {
    for args in [
        &["--help"][..],
        &["run", "--help"],
        &["list", "--help"],
        &["export", "--help"],
        &["import", "--help"],
        &[],
    ] {
        let output = seatrace(args);
        assert_eq!(output.status.code(), Some(0));
        assert!(text(&output.stdout).contains("seatrace"), "{args:?}");
    }
    let help = text(&seatrace(&["run", "--help"]).stdout);
    for param in seatrace::scenario::params() {
        assert!(help.contains(&format!("\n  {} ", param.name)), "{} is explained", param.name);
    }
}

/// The last words of a run whose reader has gone are not a panic.
#[test]
fn a_closed_pipe_is_no_error() {
    use std::process::Stdio;
    let mut child = Command::new(env!("CARGO_BIN_EXE_seatrace"))
        .args(["run", "users=5000&want=random&seats=100x100", "--json"])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the binary runs");
    drop(child.stdout.take());
    let output = child.wait_with_output().expect("it ends");
    assert_eq!((output.status.code(), text(&output.stderr)), (Some(0), String::new()));
}
