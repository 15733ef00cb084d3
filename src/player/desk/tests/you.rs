//! You in the race: a place is taken, decisions become steps, and the run that comes out is like any other.

use super::Page;
use crate::lab::Contest;
use crate::player::Action;
use crate::player::desk::Deed;
use crate::scenario::{Query, Strategy, Word as _};
use crate::share::digest;
use crate::trace::{Choice, Mark, Op, Outcome};
use crate::units::{Seat, User};
use proptest::prelude::{
    Just, ProptestConfig, Strategy as _, prop_assert, prop_assert_eq, prop_oneof, proptest,
};

const ME: User = User(5);

fn seated(strategy: Strategy) -> Page {
    let mut page = Page::open("");
    page.act(Action::Choose(Contest::All(strategy)));
    assert!(page.does(Deed::Sit));
    page
}

/// What the person's user did so far.
fn mine(page: &Page) -> Vec<(Op, Outcome)> {
    let events = page.desk.session().trace().events.iter();
    let done = events.filter(|event| event.op != Op::End && event.outcome != Outcome::Asked);
    done.filter(|event| event.user() == Some(ME)).map(|event| (event.op, event.outcome)).collect()
}

/// Real time passes at the page: its timer goes off as often as it asks for.
fn pass(page: &mut Page, ms: f64) {
    let end = page.at_ms + ms;
    while let Some(nap_ms) = page.desk.nap_ms().filter(|nap_ms| page.at_ms + nap_ms <= end) {
        page.at_ms += nap_ms.max(1.0);
        page.act(Action::Tick);
    }
    page.at_ms = page.at_ms.max(end);
    if page.desk.is_playing() {
        page.act(Action::Tick);
    }
}

/// Plays until nothing happens by itself any more.
fn play_out(page: &mut Page) {
    page.act(Action::Play);
    for _ in 0..10_000 {
        let Some(nap_ms) = page.desk.nap_ms() else { return };
        page.at_ms += nap_ms.max(1.0);
        page.act(Action::Tick);
    }
    panic!("it plays for ever");
}

#[test]
fn whoever_sits_down_gets_times_made_for_people_and_the_strategy_on_show() {
    let page = seated(Strategy::TwoPhase);
    assert_eq!(page.desk.scenario().slug, "your-turn");
    assert_eq!(page.desk.session().contest(), Contest::All(Strategy::TwoPhase));
    assert_eq!(page.desk.seated(), Some((ME, false)));
    assert!(!page.desk.is_playing() && page.cursor() == 0, "nothing moves by itself");
    let stage = page.desk.session().stage();
    assert!(stage.seats.values().all(|seat| !seat.wanted.contains(&ME)), "nobody knows yet");
}

#[test]
fn the_others_race_in_real_time_and_the_persons_steps_wait() {
    let mut page = seated(Strategy::Naive);
    page.act(Action::Play);
    pass(&mut page, 4_000.0);
    assert!(page.cursor() > 0 && page.desk.now() >= 3_900 && page.desk.now() <= 4_000);
    play_out(&mut page);
    assert!(mine(&page).is_empty());
    assert!(!page.desk.session().is_over(), "the person has not even begun");
    assert!(!page.act(Action::Play), "and nothing else is left to happen");
}

#[test]
fn a_seat_is_chosen_looked_at_and_written() {
    let mut page = seated(Strategy::Naive);
    assert!(!page.does(Deed::Go(None)), "no seat is chosen");
    page.act(Action::Play);
    pass(&mut page, 1_000.0);
    page.does(Deed::Click(Seat(3)));
    page.does(Deed::Click(Seat(20)));
    page.does(Deed::Click(Seat(3)));
    assert_eq!(page.desk.scenario().clicks, [Seat(20)]);
    assert!(page.desk.is_playing(), "choosing stops nobody");
    assert!(page.does(Deed::Go(None)));
    assert!(!page.does(Deed::Go(None)), "it is on its way");
    assert!(!page.does(Deed::Click(Seat(4))));
    pass(&mut page, 500.0);
    assert_eq!(mine(&page), [(Op::Read, Outcome::Free)]);
    assert!(!page.does(Deed::Click(Seat(4))), "the order is under way");
    pass(&mut page, 700.0);
    assert_eq!(mine(&page).len(), 1, "a write is a decision");
    page.does(Deed::Go(None));
    pass(&mut page, 500.0);
    assert_eq!(mine(&page)[1], (Op::Write, Outcome::Ok));
    play_out(&mut page);
    assert!(page.desk.session().is_over() && !page.desk.is_seated());
    let order = &page.desk.scenario().order.0;
    assert!(
        order.iter().any(|choice| matches!(choice, Choice::Wait(ms) if *ms > 300)),
        "{order:?}"
    );
}

#[test]
fn a_seat_is_held_paid_and_confirmed_without_another_press() {
    let mut page = seated(Strategy::TwoPhase);
    page.act(Action::Play);
    page.does(Deed::Click(Seat(39)));
    page.does(Deed::Go(None));
    pass(&mut page, 600.0);
    assert_eq!(mine(&page).last(), Some(&(Op::Reserve, Outcome::Ok)));
    pass(&mut page, 3_000.0);
    assert_eq!(mine(&page).len(), 1, "the payment waits");
    page.act(Action::Answer(Mark::Captured));
    pass(&mut page, 1_000.0);
    let ops: Vec<Op> = mine(&page).iter().map(|(op, _)| *op).collect();
    assert_eq!(ops, [Op::Reserve, Op::Pay, Op::Confirm]);
}

#[test]
fn who_waits_too_long_loses_the_hold() {
    let mut page = seated(Strategy::TwoPhase);
    page.act(Action::Play);
    page.does(Deed::Click(Seat(39)));
    page.does(Deed::Go(None));
    pass(&mut page, 25_000.0);
    assert!(mine(&page).iter().any(|(op, _)| *op == Op::Expire), "{:?}", mine(&page));
    page.act(Action::Answer(Mark::Captured));
    play_out(&mut page);
    assert_eq!(mine(&page).last().map(|(op, _)| *op), Some(Op::Refund), "{:?}", mine(&page));
}

#[test]
fn whoever_stands_up_leaves_a_user_who_goes_on_alone() {
    let mut page = seated(Strategy::Naive);
    page.act(Action::Play);
    page.does(Deed::Click(Seat(20)));
    page.does(Deed::Go(None));
    pass(&mut page, 600.0);
    assert!(page.does(Deed::Rise) && !page.does(Deed::Rise));
    assert!(!page.desk.is_playing());
    page.act(Action::End);
    assert!(page.desk.session().is_over());
    assert_eq!(mine(&page).len(), 2);
}

#[test]
fn another_strategy_is_another_race_with_the_place_kept() {
    let mut page = seated(Strategy::Naive);
    page.act(Action::Play);
    page.does(Deed::Click(Seat(20)));
    page.act(Action::Choose(Contest::All(Strategy::Pessimistic)));
    assert!(page.desk.is_seated() && page.cursor() == 0 && page.desk.scenario().clicks.is_empty());
    assert!(!page.act(Action::Pick(Choice::Step(User(0), None))), "the others are their own");
}

/// What somebody does, after so many ms.
fn moves() -> impl proptest::strategy::Strategy<Value = Vec<(u32, Deed)>> {
    let action = prop_oneof![
        (0u32..40).prop_map(|seat| Deed::Click(Seat(seat))),
        Just(Deed::Go(None)),
        Just(Deed::Do(Action::Answer(Mark::Captured))),
        Just(Deed::Do(Action::Answer(Mark::Declined))),
        Just(Deed::Do(Action::Toggle)),
        Just(Deed::Do(Action::Step(-1))),
    ];
    proptest::collection::vec((0u32..4_000, action), 1..14)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn the_address_of_a_persons_race_replays_it(which in 0usize..4, moves in moves()) {
        let mut page = seated(Strategy::ALL[which]);
        page.act(Action::Play);
        for (ms, action) in moves {
            pass(&mut page, f64::from(ms));
            page.does(action);
        }
        page.act(Action::Play);
        pass(&mut page, 2_000.0);
        page.does(Deed::Rise);
        page.act(Action::End);
        let session = page.desk.session();
        prop_assert!(session.is_over());
        let whole = crate::scenario::Scenario { order: session.order(), ..session.scenario().clone() };
        let again = Query::parse(&whole.query()).unwrap();
        prop_assert_eq!(&again, &whole);
        let run = crate::lab::run(&again, session.contest());
        prop_assert!(run.skipped.is_empty());
        prop_assert_eq!(&run.trace.events, &session.trace().events);
        prop_assert_eq!(&run.order, &session.order());
        let of = |order, events| digest(&again.canonical(), order, events);
        let order = session.order();
        prop_assert_eq!(of(&run.order, &run.trace.events), of(&order, &session.trace().events));
    }
}

#[test]
fn what_a_payment_can_be_answered_is_the_same_for_a_person() {
    // Every payment takes longer than anybody waits: nobody's can be captured.
    let slow = "users=2&strategy=two-phase&pay=40s..50s&payfail=0&you=A&clicks=A1";
    let scenario = Query::parse(slow).unwrap();
    let run = crate::lab::run(&scenario, Contest::All(Strategy::TwoPhase));
    assert!(run.trace.events.iter().any(|event| event.outcome == Outcome::NoAnswer));
}

#[test]
fn whenever_somebody_pays_the_race_comes_to_its_end() {
    let quick = "users=4&seats=4x6&want=A1&arrive=200..900&think=300..800&pay=400..900&hold=20s&you=D&strategy=two-phase";
    for late_ms in (0..2_400).step_by(13) {
        let mut page = Page::open(quick);
        page.does(Deed::Sit);
        page.does(Deed::Click(Seat(23)));
        page.does(Deed::Go(None));
        pass(&mut page, f64::from(late_ms) + 0.3);
        page.does(Deed::Go(Some(Mark::Captured)));
        pass(&mut page, 60_000.0);
        let session = page.desk.session();
        let seen = (session.is_over(), page.desk.is_seated(), page.desk.is_playing());
        assert_eq!(seen, (true, false, false), "paid after {late_ms} ms: {}", session.order());
    }
}
