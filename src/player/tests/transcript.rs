use super::scenarios::crowds;
use crate::lab;
use crate::player::{intro, transcript};
use crate::scenario::{Query, gallery};
use crate::trace::Op;
use expect_test::{Expect, expect};

/// The transcripts of every race of a query.
fn check(query: &str, expected: Expect) {
    let scenario = Query::parse(query).expect("a test's query is valid");
    let mut lines = Vec::new();
    for contest in lab::contests(&scenario) {
        lines.extend(transcript(&scenario, contest, &lab::run(&scenario, contest).trace));
    }
    expected.assert_eq(&(lines.join("\n") + "\n"));
}

#[test]
fn the_five_users_of_the_original_program() {
    check(
        "s=five-users",
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
fn two_users_in_every_way_the_original_knows() {
    check(
        "strategy=optimistic&users=2&clock=free&order=ABAB2",
        expect![[r#"
        === Testing Optimistic Locking ===
        User Alice: Booking successful
        User Bob: Version conflict, retrying... (attempt 1)
        User Bob: Seat already booked
        Final booked seats: [30]
    "#]],
    );
    check(
        "strategy=optimistic&users=3&want=each&clock=free&order=ABCABCBC&attempts=2",
        expect![[r#"
            === Testing Optimistic Locking ===
            User Alice: Booking successful
            User Bob: Version conflict, retrying... (attempt 1)
            User Carol: Version conflict, retrying... (attempt 1)
            User Bob: Booking successful
            User Carol: Gave up after 2 conflicts
            Final booked seats: [0, 1]
        "#]],
    );
    check(
        "strategy=naive&users=2&party=2&clock=free&order=A2B2A2B2",
        expect![[r#"
        === Testing No Protection (naive) ===
        User Alice: Booking successful
        User Bob: Booking successful
        Final booked seats: [30, 30, 31, 31]
        Double booking: seat 30 was sold to Alice and Bob
        Double booking: seat 31 was sold to Alice and Bob
    "#]],
    );
    check(
        "s=deadlock&clock=free&order=ABAB",
        expect![[r#"
        === Testing Pessimistic Locking ===
        User Alice: Waiting for the lock of seat 31 for ever
        User Bob: Waiting for the lock of seat 30 for ever
        Final booked seats: []
    "#]],
    );
    check(
        "s=orphaned-lock",
        expect![[r#"
        === Testing Pessimistic Locking ===
        User Alice: Client crashed
        User Bob: Waiting for the lock of the show for ever
        User Carol: Waiting for the lock of the show for ever
        Final booked seats: []
    "#]],
    );
}

#[test]
fn payments_come_late_or_not_at_all() {
    check(
        "strategy=two-phase&users=2&party=2&clock=free&order=A2BtAp",
        expect![[r#"
        === Testing Two-Phase Booking ===
        User Alice: Processing payment for seats 30 and 31...
        User Bob: Seat not available
        User Alice: Hold on seat 30 expired
        User Alice: Hold on seat 31 expired
        User Alice: Payment came too late, refunded
        Final booked seats: []
    "#]],
    );
    check(
        "strategy=two-phase&users=2&clock=free&late=accept&order=AtBApABpB",
        expect![[r#"
        === Testing Two-Phase Booking ===
        User Alice: Processing payment for seat 30...
        User Alice: Hold on seat 30 expired
        User Bob: Processing payment for seat 30...
        User Alice: Hold expired, payment accepted anyway
        User Alice: Booking confirmed
        User Bob: Booking confirmed
        Final booked seats: [30, 30]
        Double booking: seat 30 was sold to Alice and Bob
    "#]],
    );
    check(
        "strategy=two-phase&users=1&clock=free&late=accept-if-free&expiry=sweep:7m&order=At2ApA",
        expect![[r#"
            === Testing Two-Phase Booking ===
            User Alice: Processing payment for seat 30...
            User Alice: Hold on seat 30 expired
            Sweeper: Seat 30 is free again
            User Alice: Hold expired, payment accepted as the seat is still free
            User Alice: Booking confirmed
            Final booked seats: [30]
        "#]],
    );
}

#[test]
fn a_user_without_a_letter_has_a_number() {
    check(
        "strategy=two-phase&users=28&want=D1&paylost=100&payfail=0&pay=31s",
        expect![[r#"
            === Testing Two-Phase Booking ===
            User Alice: Processing payment for seat 30...
            User Olivia: Seat not available
            User Leo: Seat not available
            User Uma: Seat not available
            User Yara: Seat not available
            User Xavier: Seat not available
            User Judy: Seat not available
            User Victor: Seat not available
            User Heidi: Seat not available
            User Zoe: Seat not available
            User Bob: Seat not available
            User 28: Seat not available
            User Kim: Seat not available
            User Mallory: Seat not available
            User Walter: Seat not available
            User Sybil: Seat not available
            User Ivan: Seat not available
            User Quinn: Seat not available
            User 27: Seat not available
            User Carol: Seat not available
            User Nina: Seat not available
            User Trent: Seat not available
            User Frank: Seat not available
            User Rupert: Seat not available
            User Dave: Seat not available
            User Peggy: Seat not available
            User Grace: Seat not available
            User Eve: Seat not available
            User Alice: Payment timed out, reservation cancelled
            Final booked seats: []
        "#]],
    );
}

#[test]
fn a_mix_is_one_section() {
    check(
        "s=mixed",
        expect![[r#"
        === Testing Mixed Strategies ===
        User Alice: Processing payment for seat 30...
        User Bob: Booking successful
        User Alice: Booking confirmed
        Final booked seats: [30, 30]
        Double booking: seat 30 was sold to Bob and Alice
    "#]],
    );
}

#[test]
fn a_transcript_ends_with_a_line_a_ticket_and_tells_every_user() {
    for (scenario, contest) in crowds() {
        let trace = lab::run(&scenario, contest).trace;
        let lines = transcript(&scenario, contest, &trace);
        let ends = trace.events.iter().filter(|event| event.op == Op::End).count();
        assert!(lines.iter().filter(|line| line.starts_with("User ")).count() >= ends);
        assert_eq!(ends as u32, scenario.users);
        assert!(lines.iter().any(|line| line.starts_with("Final booked seats: [")));
    }
}

#[test]
fn before_the_first_step_there_is_a_question() {
    let mut text = String::new();
    let more =
        ["users=1", "users=30&want=each&seats=9x9", "users=9&want=zipf&hold=off&version=seat"];
    let more = more.map(|query| Query::parse(query).expect("a test's query is valid"));
    for scenario in gallery().iter().map(|entry| entry.scenario()).chain(more) {
        for contest in lab::contests(&scenario) {
            let (headline, lead) = intro(&scenario, contest);
            assert!(lead.ends_with('?'));
            text.push_str(&format!("{headline} / {lead}\n"));
        }
    }
    expect![[r#"
        Five people are about to press the same seat. / Each looks whether D1 is free, thinks for a moment, and books it. Nobody looks twice. How many tickets will be sold for one seat?
        Five people are about to press the same seat. / Each looks at D1, thinks, and books only if nothing has changed since; whoever is too late begins again, three times in all. How much work will be thrown away for one sale?
        Five people are about to press the same seat. / Each locks the whole show first, then looks, thinks and books, while the others stand in line. How long will the last one wait?
        Five people are about to press the same seat. / Each has D1 held for 10 min, pays, and confirms. Who will hold it first, and will the others get a second chance?
        Two people are about to press the same two seats. / Each locks one seat after the other, then looks, thinks and books. A lock is given back only at the end. Will everybody ever get past?
        Twelve people are about to book, and no two want the same seat. / Each looks at a seat, thinks, and books only if nothing has changed since; whoever is too late begins again, three times in all. One version counts for the whole show: who will be refused a seat that is free?
        Six people are about to press the same seat. / Each has D1 held for 1 s, pays, and confirms. What happens to a payment that comes too late?
        Three people are about to press the same seat. / Each locks the whole show first, then looks, thinks and books, while the others stand in line. How long will the last one wait?
        Two people are about to press the same seat. / They book by different rules on one show: two-phase and naive. Are rules that are safe alone still safe together?
        Six people are about to book, and some want the same seat. / Each looks whether a seat is free, thinks for a moment, and books it. Nobody looks twice. Will a seat be sold twice?
        Six people are about to book, and some want the same seat. / Each looks at a seat, thinks, and books only if nothing has changed since; whoever is too late begins again, three times in all. One version counts for the whole show: who will be refused a seat that is free?
        Six people are about to book, and some want the same seat. / Each locks the whole show first, then looks, thinks and books, while the others stand in line. How long will the last one wait?
        Six people are about to book, and some want the same seat. / Each has a seat held for 20 s, pays, and confirms. Who will hold it first, and will the others get a second chance?
        One person is about to press a seat. / Look whether the seat is free, think, then write without looking again. Does it matter how, with nobody else there?
        One person is about to press a seat. / Remember the version that was read; write only if it is still the same, else begin again. Does it matter how, with nobody else there?
        One person is about to press a seat. / Take the lock first; look, think and write while everybody else waits. Does it matter how, with nobody else there?
        One person is about to press a seat. / Hold the seat for a while, pay, then confirm; a hold that is not confirmed in time expires. Does it matter how, with nobody else there?
        Thirty people are about to book, and no two want the same seat. / Each looks whether a seat is free, thinks for a moment, and books it. Nobody looks twice. Does it matter, if nobody else wants the same?
        Thirty people are about to book, and no two want the same seat. / Each looks at a seat, thinks, and books only if nothing has changed since; whoever is too late begins again, three times in all. One version counts for the whole show: who will be refused a seat that is free?
        Thirty people are about to book, and no two want the same seat. / Each locks the whole show first, then looks, thinks and books, while the others stand in line. How long will the last one wait?
        Thirty people are about to book, and no two want the same seat. / Each has a seat held for 10 min, pays, and confirms. What can still go wrong?
        Nine people are about to book, and some want the same seat. / Each looks whether a seat is free, thinks for a moment, and books it. Nobody looks twice. Will a seat be sold twice?
        Nine people are about to book, and some want the same seat. / Each looks at a seat, thinks, and books only if nothing has changed since; whoever is too late begins again, three times in all. Who will have to begin again?
        Nine people are about to book, and some want the same seat. / Each locks the whole show first, then looks, thinks and books, while the others stand in line. How long will the last one wait?
        Nine people are about to book, and some want the same seat. / Each has a seat held for as long as it takes, pays, and confirms. What if somebody never pays?
    "#]].assert_eq(&text);
}
