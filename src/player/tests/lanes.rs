use super::scenarios::{crowds, mixed, ordered, plain, wanting};
use crate::lab::Contest;
use crate::player::{Glyph, Lanes, RIBBONS_MAX, RibbonKind, Session, SpanKind};
use crate::scenario::{Scenario, Scope, Strategy, Want};
use crate::units::Hall;
use expect_test::{Expect, expect};
use std::fmt::Write;

/// The lanes as text: a line a user, ribbon, arrow and cut.
fn draw(hall: Hall, lanes: &Lanes) -> String {
    let mut text = String::new();
    let name =
        |seat: Option<_>| seat.map_or_else(String::new, |seat| format!(" {}", hall.name(seat)));
    for (user, lane) in (0..).map(crate::units::User).zip(&lanes.lanes) {
        write!(text, "{user}:").expect("a string takes everything");
        for mark in &lane.marks {
            let frame = if mark.anomaly { "!" } else { "" };
            write!(text, " {}{:?}{}{frame},", mark.step, mark.glyph, name(mark.seat))
                .expect("as above");
        }
        text.push_str(" |");
        for span in &lane.spans {
            let (from, to, seat) = (span.from, span.to, name(span.seat));
            let open = if span.open { ".." } else { "" };
            write!(text, " {from}-{to}{open} {:?}{seat},", span.kind).expect("as above");
        }
        text.push('\n');
    }
    for ribbon in &lanes.ribbons {
        write!(text, "seat{}:", name(Some(ribbon.seat))).expect("as above");
        for part in &ribbon.parts {
            write!(text, " {}-{} {} {:?},", part.from, part.to, part.user, part.kind)
                .expect("as above");
        }
        text.push('\n');
    }
    for arrow in &lanes.arrows {
        let harm = if arrow.harmful { "!" } else { "" };
        writeln!(text, "arrow {}: {} to {}{harm}", arrow.step, arrow.from, arrow.to)
            .expect("as above");
    }
    for (step, gap_ms) in &lanes.cuts {
        writeln!(text, "cut before {step}: {gap_ms} ms").expect("as above");
    }
    text
}

fn check(scenario: Scenario, contest: Contest, step: u32, expected: Expect) {
    let hall = scenario.hall;
    let mut session = Session::new(scenario, contest);
    session.seek(step);
    expected.assert_eq(&draw(hall, session.lanes()));
}

#[test]
fn an_arrow_turns_harmful_when_the_reader_writes() {
    let naive = Contest::All(Strategy::Naive);
    check(
        ordered(2, "ABAB"),
        naive,
        3,
        expect![[r#"
        Alice: 1Read D1, 3Write D1, | 1-3 Belief { spoiled: None, harmful: false } D1,
        Bob: 2Read D1, | 2-3.. Belief { spoiled: Some(3), harmful: false } D1,
        seat D1: 3-3 Alice Booked,
        arrow 3: Alice to Bob
    "#]],
    );
    check(
        ordered(2, "ABAB"),
        naive,
        4,
        expect![[r#"
        Alice: 1Read D1, 3Write D1, | 1-3 Belief { spoiled: None, harmful: false } D1,
        Bob: 2Read D1, 4Write D1!, | 2-4 Belief { spoiled: Some(3), harmful: true } D1,
        seat D1: 3-4 Alice Booked, 4-4 Bob Twice,
        arrow 3: Alice to Bob!
    "#]],
    );
}

#[test]
fn a_conflict_is_ordinary() {
    check(
        ordered(2, "ABAB2"),
        Contest::All(Strategy::Optimistic),
        5,
        expect![[r#"
        Alice: 1Read D1, 3Write D1, | 1-3 Belief { spoiled: None, harmful: false } D1,
        Bob: 2Read D1, 4Refused D1, 5TurnedAway D1, | 2-4 Belief { spoiled: Some(3), harmful: false } D1,
        seat D1: 3-5 Alice Booked,
        arrow 3: Alice to Bob
    "#]],
    );
}

#[test]
fn waits_end_with_the_grant() {
    let scenario = Scenario { lock: Scope::Seat, ..ordered(2, "ABAAA") };
    check(
        scenario.clone(),
        Contest::All(Strategy::Pessimistic),
        3,
        expect![[r#"
        Alice: 1Lock D1, 3Read D1, | 1-3.. Lock D1, 3-3.. Belief { spoiled: None, harmful: false } D1,
        Bob: | 2-3.. Wait D1,
        seat D1: 1-3 Alice Locked,
    "#]],
    );
    check(
        scenario,
        Contest::All(Strategy::Pessimistic),
        5,
        expect![[r#"
        Alice: 1Lock D1, 3Read D1, 4Write D1, 5Unlock D1, | 1-5 Lock D1, 3-4 Belief { spoiled: None, harmful: false } D1,
        Bob: 5Lock D1, | 2-5 Wait D1, 5-5.. Lock D1,
        seat D1: 1-5 Alice Locked, 4-5 Alice Booked, 5-5 Bob Locked,
    "#]],
    );
}

#[test]
fn a_late_payment_leaves_a_hold_a_cut_and_a_refund() {
    let scenario = Scenario { hold_ms: Some(5_000), ..ordered(2, "AtApA2BBpB") };
    check(
        scenario,
        Contest::All(Strategy::TwoPhase),
        99,
        expect![[r#"
        Alice: 1Reserve D1, 1Pay, 2Expired D1, 3Paid, 4Refused D1, 5Refund, | 1-2 Hold D1, 1-3 Pay,
        Bob: 6Reserve D1, 6Pay, 7Paid, 8Write D1, | 6-8 Hold D1, 6-7 Pay,
        seat D1: 1-2 Alice Held, 6-8 Bob Held, 8-8 Bob Booked,
        cut before 2: 5000 ms
    "#]],
    );
}

#[test]
fn an_order_of_several_seats_is_one_mark() {
    let orders: [&[u32]; 2] = [&[30, 31], &[31, 32]];
    let mix =
        mixed(&[Strategy::Naive, Strategy::Optimistic], wanting(&orders, ordered(2, "B2A2BA2")));
    check(
        mix,
        Contest::Mix,
        99,
        expect![[r#"
        Alice: 3Read D1, 4Read D2, 6Write D1, 7Write D2!, | 3-7 Belief { spoiled: Some(5), harmful: true } D1,
        Bob: 1Read D2, 2Read D3, 5Write D2, | 1-5 Belief { spoiled: None, harmful: false } D2,
        seat D2: 5-7 Bob Booked, 7-7 Alice Twice,
        seat D1: 6-7 Alice Booked,
        seat D3: 5-7 Bob Booked,
        arrow 5: Bob to Alice!
    "#]],
    );
}

#[test]
fn going_back_draws_what_was_drawn_going_forward() {
    for (scenario, contest) in crowds().step_by(11) {
        let mut session = Session::new(scenario, contest);
        let mut drawn = vec![session.lanes().clone()];
        while session.forward() {
            drawn.push(session.lanes().clone());
        }
        while session.back() {
            assert_eq!(session.lanes(), &drawn[session.cursor() as usize]);
        }
    }
}

#[test]
fn everything_drawn_lies_before_the_cursor() {
    for (scenario, contest) in crowds() {
        let mut session = Session::new(scenario, contest);
        session.seek(session.steps() / 2);
        let (cursor, lanes) = (session.cursor(), session.lanes());
        for lane in &lanes.lanes {
            assert!(lane.marks.is_sorted_by_key(|mark| mark.step));
            assert!(lane.marks.iter().all(|mark| (1..=cursor).contains(&mark.step)));
            assert!(lane.spans.iter().all(|span| span.from <= span.to && span.to <= cursor));
            let beliefs =
                lane.spans.iter().filter(|span| matches!(span.kind, SpanKind::Belief { .. }));
            assert!(beliefs.filter(|span| span.open).count() <= 1, "one belief at a time");
        }
        assert!(lanes.arrows.iter().all(|arrow| arrow.step <= cursor && arrow.from != arrow.to));
    }
}

#[test]
fn an_anomaly_is_marked_wherever_a_seat_goes_to_one_more_user() {
    for (scenario, contest) in crowds() {
        let mut session = Session::new(scenario, contest);
        session.seek(u32::MAX);
        let more: usize =
            session.stage().seats.values().map(|s| s.owners().saturating_sub(1)).sum();
        let lanes = session.lanes();
        let twice = lanes.ribbons.iter().flat_map(|ribbon| &ribbon.parts);
        assert_eq!(twice.filter(|part| part.kind == RibbonKind::Twice).count(), more);
        let marks = lanes.lanes.iter().flat_map(|lane| &lane.marks).filter(|mark| mark.anomaly);
        assert!(marks.clone().all(|mark| mark.glyph == Glyph::Write));
        // A confirm of two seats is one mark.
        assert!(
            marks.count() <= more
                && (more == 0)
                    == lanes.lanes.iter().all(|lane| lane.marks.iter().all(|m| !m.anomaly))
        );
    }
}

#[test]
fn few_ribbons_of_many_seats_are_drawn_and_those_sold_twice_among_them() {
    let scenario = Scenario { want: Want::Random, hall: Hall { rows: 4, cols: 10 }, ..plain(60) };
    let mut session = Session::new(scenario, Contest::All(Strategy::Naive));
    session.seek(u32::MAX);
    let twice = |seat| session.stage().seats[&seat].owners() > 1;
    let ribbons = &session.lanes().ribbons;
    assert_eq!(ribbons.len(), RIBBONS_MAX);
    let doubled = session.stage().seats.keys().filter(|seat| twice(**seat)).count();
    let drawn = ribbons.iter().filter(|ribbon| twice(ribbon.seat)).count();
    assert_eq!(drawn, doubled.min(RIBBONS_MAX));
}
