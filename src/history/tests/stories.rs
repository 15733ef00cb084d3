//! Histories written by hand, and what is said of them.

use crate::history::{Answer, Checking, History, Report};

/// Lines such as `0 invoke book D1` and `0 ok book D1 booked`.
fn report(lines: &[&str]) -> Report {
    let json = lines.iter().enumerate().map(|(n, line)| {
        let words: Vec<&str> = line.split(' ').collect();
        let [process, kind, f, seats, result @ ..] = words.as_slice() else { panic!("{line}") };
        let seats: Vec<&str> = seats.split('.').collect();
        let result = result.first().map_or(String::new(), |word| format!(",\"result\":\"{word}\""));
        format!(
            "{{\"index\":{n},\"process\":{process},\"type\":\"{kind}\",\"f\":\"{f}\",\"value\":{{\"seats\":{seats:?}{result}}},\"time\":{n}}}\n"
        )
    });
    let text: String = json.collect();
    Checking::new(History::parse(text.as_bytes()).unwrap()).unwrap().finish()
}

/// Where it first goes wrong is where the answer came with which there is no order, however much comes after it.
#[test]
fn the_first_wrong_answer_is_found() {
    let report = report(&[
        "0 invoke book D1",
        "1 invoke book D1",
        "0 ok book D1 booked",
        "1 ok book D1 booked",
        "2 invoke book D1",
        "2 ok book D1 booked",
    ]);
    let Answer::Contradiction(why) = &report.findings[0].answer else { panic!("{report:?}") };
    assert_eq!(report.line(why.at), 4);
}

/// What is said of the first contradiction.
fn why(lines: &[&str]) -> (String, Vec<String>) {
    let report = report(lines);
    let why = report.findings.iter().find_map(|finding| match &finding.answer {
        Answer::Contradiction(why) => Some(why),
        _ => None,
    });
    let why = report.explain(why.expect("there is a contradiction"));
    (why.says, why.because)
}

#[test]
fn a_seat_booked_twice() {
    let (says, because) = why(&[
        "0 invoke book D1",
        "1 invoke book D1",
        "2 invoke book D1",
        "0 ok book D1 booked",
        "2 ok book D1 taken",
        "1 ok book D1 booked",
    ]);
    assert_eq!(
        says,
        "Alice booked D1 and Bob booked D1, and nobody gave D1 back in between: whoever came second cannot have found it free."
    );
    assert_eq!(
        because,
        [
            "Alice booked D1, so it was not booked just before (lines 1 to 4).",
            "Bob booked D1, so it was not booked just before (lines 2 to 6).",
        ]
    );
}

#[test]
fn one_of_several_seats_booked_twice() {
    let (says, _) = why(&[
        "0 invoke book D1.D2",
        "1 invoke book D2.D3",
        "0 ok book D1.D2 booked",
        "1 ok book D2.D3 booked",
    ]);
    assert_eq!(
        says,
        "Alice booked D1 and D2 and Bob booked D2 and D3, and nobody gave D2 back in between: whoever came second cannot \
         have found it free."
    );
}

#[test]
fn a_refusal_before_anybody_came() {
    let (says, _) =
        why(&["1 invoke book D1", "1 ok book D1 taken", "0 invoke book D1", "0 ok book D1 booked"]);
    assert_eq!(
        says,
        "Bob was told that D1 was taken, and had that answer in line 2. Nobody can have booked it by then: \
         Alice's booking of D1 (lines 3 and 4) began only afterwards."
    );
    let (says, because) = why(&["0 invoke reserve D1", "0 ok reserve D1 held"]);
    assert_eq!(says, "Alice was told that D1 was held, but nobody can have held it before.");
    assert_eq!(
        because,
        ["Alice was told that D1 was held, so somebody had it then (lines 1 and 2)."]
    );
}

#[test]
fn a_hold_that_was_not_honoured() {
    let (says, because) = why(&[
        "0 invoke reserve D1",
        "0 ok reserve D1 reserved",
        "1 invoke book D1",
        "1 ok book D1 booked",
        "0 invoke confirm D1",
        "0 ok confirm D1 booked",
    ]);
    assert_eq!(
        says,
        "Bob booked D1 and Alice confirmed D1, and nobody gave D1 back in between: whoever came second cannot have found it free."
    );
    assert_eq!(because.len(), 2);
}

#[test]
fn a_stale_answer_names_the_order_in_time() {
    let (says, because) = why(&[
        "0 invoke reserve D1",
        "0 ok reserve D1 reserved",
        "0 invoke cancel D1",
        "0 ok cancel D1 cancelled",
        "1 invoke reserve D1",
        "1 ok reserve D1 held",
    ]);
    assert_eq!(says, "No order agrees with all of this.");
    assert_eq!(
        because,
        [
            "Alice gave D1 up, so it was not held just after (lines 3 and 4).",
            "Bob was told that D1 was held, so somebody had it then (lines 5 and 6).",
            "Alice's reservation of D1 comes before Alice's cancellation of D1, because it had ended (line 2) when that began (line 3).",
            "Alice's cancellation of D1 comes before Bob's refusal for D1, because it had ended (line 4) when that began (line 5).",
        ]
    );
}

#[test]
fn what_nobody_knows_may_have_happened_or_not() {
    let lost = ["0 invoke book D1", "0 info book D1 crashed", "1 invoke book D1"];
    let with = |end| [&lost[..], &[end]].concat();
    assert_eq!(report(&with("1 ok book D1 taken")).ok(), Some(true));
    assert_eq!(report(&with("1 ok book D1 booked")).ok(), Some(true));
    // But not both.
    let both =
        [&with("1 ok book D1 taken")[..], &["2 invoke reserve D1", "2 ok reserve D1 reserved"]]
            .concat();
    assert_eq!(report(&both).ok(), Some(false));
    // What failed has not happened.
    let failed = ["0 invoke book D1", "0 fail book D1", "1 invoke book D1", "1 ok book D1 taken"];
    assert_eq!(report(&failed).ok(), Some(false));
}

#[test]
fn an_order_of_two_seats_is_one_moment() {
    let lines = [
        "0 invoke book D1.D2",
        "1 invoke book D1",
        "2 invoke book D2",
        "0 ok book D1.D2 booked",
        "1 ok book D1 taken",
    ];
    assert_eq!(report(&[&lines[..], &["2 ok book D2 taken"]].concat()).ok(), Some(true));
    let half = report(&[&lines[..], &["2 ok book D2 booked"]].concat());
    assert_eq!(half.ok(), Some(false));
    assert_eq!(half.findings.len(), 1, "seats asked for together belong together");
    assert_eq!(half.seats(&half.findings[0].seats), "D1 and D2");
}

#[test]
fn seats_are_checked_apart() {
    let report = report(&[
        "0 invoke book D1",
        "1 invoke book D2",
        "0 ok book D1 booked",
        "1 ok book D2 booked",
        "2 invoke book D2",
        "2 ok book D2 booked",
    ]);
    assert!(matches!(report.findings[0].answer, Answer::Linearizable(_)));
    assert!(matches!(report.findings[1].answer, Answer::Contradiction(_)));
}

#[test]
fn a_history_that_is_too_hard_is_left_undecided() {
    // Many users at once, and one lie: each order must be tried.
    let mut lines = Vec::new();
    for user in 0..60 {
        lines.push(format!("{user} invoke reserve D1"));
        lines.push(format!("{} invoke cancel D1", user + 100));
    }
    for user in 0..60 {
        lines.push(format!("{user} ok reserve D1 reserved"));
        lines.push(format!("{} ok cancel D1 cancelled", user + 100));
    }
    let lines: Vec<&str> = lines.iter().map(String::as_str).collect();
    let history = report(&lines).history;
    let report = Checking::within(history, 1_000).unwrap().finish();
    assert_eq!(report.findings[0].answer, Answer::Undecided);
    assert_eq!(report.ok(), None);
}
