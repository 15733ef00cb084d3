//! The terminal, as a person runs it: exit codes, what stands on which stream, the JSON's fields.

use expect_test::{Expect, expect};
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
        seatrace: want=D1.D is not valid: there is no seat D in a hall of 10x10; want can be same, each, random, zipf, or up to 1000 orders of up to 8 seats by name, such as D1.D2,D2.D1
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

#[test]
fn exploring_prints_what_every_order_ends_in() {
    check_good(
        &["explore", "users=3&strategy=naive,optimistic"],
        expect![[r#"
            === Every order: naive ===
            66 orders, through 14 states. Each order is counted once; a share is not a probability.

            orders   share  ends in         tickets  booked  gave up  expired  example
                24  36.3 %  double-booking        2       2        0        0  ABABC
                36  54.5 %  double-booking        3       3        0        0  ABCABC
                 6   9.0 %  fine                  1       1        0        0  A2BC

            The clearest double-booking: AB2AC (5 steps, 1 switch)
            See it: seatrace run 'v=1&strategy=naive&users=3&clock=free&order=AB2AC'
            Orders with double-booking by number of switches: 0: 0, 1: 12, 2: 24, 3: 24
            A test finds it with the scheduler ... in 1 run, in 100 runs:
              random         66.7 %   100.0 %
              pct, depth 1    0.0 %     0.0 %
              pct, depth 2    5.6 %    99.7 %
              pct, depth 3   11.7 %  > 99.9 %
              time           83.1 %   100.0 %

            === Every order: optimistic ===
            150 orders, through 14 states. Each order is counted once; a share is not a probability.

            orders  share  ends in  tickets  booked  gave up  expired  example
               150  100 %  fine           1       1        0        0  A2BC

            In no order is a seat sold twice, does anybody wait for ever, pay for nothing, wait for a refund, or is a sale lost.
        "#]],
    );
    check_good(
        &["explore", "users=2&strategy=pessimistic&want=D1.D2,D2.D1&lock=seat"],
        expect![[r#"
            === Every order: pessimistic ===
            30 orders, through 45 states. Each order is counted once; a share is not a probability.

            orders   share  ends in   tickets  booked  gave up  expired  example
                 4  13.3 %  deadlock        0       0        0        0  ABAB
                26  86.6 %  fine            2       1        0        0  A8B5

            The clearest deadlock: AB2A (4 steps, 1 switch)
            See it: seatrace run 'v=1&strategy=pessimistic&users=2&want=D1.D2,D2.D1&lock=seat&clock=free&order=AB2A'
            Orders with deadlock by number of switches: 0: 0, 1: 2, 2: 2
            A test finds it with the scheduler ... in 1 run, in 100 runs:
              random         50.0 %   100.0 %
              pct, depth 1    0.0 %     0.0 %
              pct, depth 2    5.6 %    99.7 %
              pct, depth 3   11.7 %  > 99.9 %
              time            0.8 %    55.2 %
        "#]],
    );
    check_good(
        &["explore", "users=2&strategy=two-phase&payfail=100"],
        expect![[r#"
        === Every order: two-phase ===
        124 orders, through 23 states. Each order is counted once; a share is not a probability.

        orders   share  ends in  tickets  booked  gave up  expired  example
             6   4.8 %  unsold         0       0        0        0  AAdABBdB
            38  30.6 %  unsold         0       0        0        1  AAdABBdtB
            80  64.5 %  unsold         0       0        0        2  AAdtABBdtB

        In no order is a seat sold twice, does anybody wait for ever, pay for nothing, wait for a refund, or is a sale lost.
        In no order does anybody get a seat: that is not correct either.
    "#]],
    );
}

#[test]
fn exploring_prints_one_json_object_a_strategy_and_the_same_twice() {
    let args = ["explore", "users=2&mix=naive,two-phase&hold=off&payfail=0", "--json"];
    let [first, second] = [(); 2].map(|()| text(&seatrace(&args).stdout));
    let without_time = |text: &str| -> serde_json::Value {
        let mut object: serde_json::Value = serde_json::from_str(text).expect("one JSON object");
        let elapsed = object.as_object_mut().and_then(|fields| fields.remove("elapsed_ms"));
        assert!(elapsed.is_some_and(|ms| ms.is_u64()), "{text}");
        object
    };
    assert_eq!(without_time(&first), without_time(&second));
    let cut = |text: &str| text.split("\"elapsed_ms\"").next().map(str::to_owned);
    assert_eq!(cut(&first), cut(&second));
    expect![[r#"{"v":1,"strategy":"mix","query":"v=1&mix=naive,two-phase&users=2&hold=off&payfail=0&clock=free","complete":true,"stopped":null,"states":14,"transitions":17,"schedules":"10","outcomes":[{"class":"double-booking","tickets":2,"booked":2,"gave_up":0,"expired":0,"schedules":"8","order":"ABABpB"},{"class":"fine","tickets":1,"booked":1,"gave_up":0,"expired":0,"schedules":"2","order":"A2B"}],"witness":{"class":"double-booking","order":"ABBpBA","steps":5,"switches":1,"query":"v=1&mix=naive,two-phase&users=2&hold=off&payfail=0&clock=free&order=ABBpBA","by_switches":["0","3","4","1"],"odds":{"random":0.625,"runs":1000,"pct":[0,127,229],"time":878}},"sometimes":[{"property":"somebody-books","holds":true}],"#]].assert_eq(&cut(&first).unwrap_or_default());
}

#[test]
fn exploring_stops_at_a_limit_with_what_it_has_and_code_3() {
    let args = ["explore", "users=9&strategy=naive", "--max-states", "5000", "--no-symmetry"];
    let output = seatrace(&args);
    assert_eq!(output.status.code(), Some(3));
    assert_eq!(text(&output.stderr), "");
    expect![[r#"
        === Every order: naive ===
        Stopped at 5,000 states. So far: 2,592,336 orders, through 5,000 states; there may be other outcomes.

         orders   share  ends in         tickets  booked  gave up  expired  example
         80,640   3.1 %  double-booking        2       2        0        0  ABABCDEFGHI
        120,960   4.6 %  double-booking        3       3        0        0  ABCABCDEFGHI
        161,280   6.2 %  double-booking        4       4        0        0  ABCDABCDEFGHI
        201,600   7.7 %  double-booking        5       5        0        0  ABCDEABCDEFGHI
        241,920   9.3 %  double-booking        6       6        0        0  ABCDEFABCDEFGHI
        374,736  14.4 %  double-booking        7       7        0        0  ABCDEFGABCDEFGHI
        645,120  24.8 %  double-booking        8       8        0        0  ABCDEFGHABCDEFGHI
        725,760  27.9 %  double-booking        9       9        0        0  ABCDEFGHIABCDEFGHI
         40,320   1.5 %  fine                  1       1        0        0  A2BCDEFGHI

        An example of double-booking: ABABCDEFGHI (11 steps, 2 switches)
        See it: seatrace run 'v=1&strategy=naive&users=9&clock=free&order=ABABCDEFGHI'
    "#]].assert_eq(&text(&output.stdout));
    check_bad(
        &["explore", "users=27"],
        expect![[r#"
        seatrace: naive cannot be explored: there are 27 users; orders of at most 26 can be explored
    "#]],
    );
    check_bad(
        &["explore", "strategy=psychic"],
        expect![[r#"
        seatrace: strategy=psychic is not valid: strategy can be 1 to 4 of naive, optimistic, pessimistic and two-phase, none twice, separated by commas
    "#]],
    );
    check_bad(
        &["explore", "--max-states", "0"],
        expect![[r#"
        seatrace: --max-states needs a whole number from 1 on, not "0"
    "#]],
    );
}

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
          Alice booked D1 and Bob booked D1, and nobody gave it back in between: whoever came second cannot have found it free. (line 4)
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
