//! One cursor for all races: where the comparison begins, how it is driven, and what becomes of the race.

use super::*;
use crate::lab;
use crate::scenario::Scenario;

fn compared(link: &str) -> (Page, u32) {
    let page = Page::open(link);
    let steps = longest(page.desk.scenario());
    (page, steps)
}

/// The steps of the longest of the compared races.
fn longest(scenario: &Scenario) -> u32 {
    let steps = |contest| lab::run(scenario, contest).order.0.len() as u32;
    lab::compared(scenario).into_iter().map(steps).max().unwrap_or_default()
}

#[test]
fn the_comparison_is_as_long_as_the_longest_race() {
    for query in
        ["", "users=3&seed=7", "mix=naive,pessimistic&users=4", "strategy=naive", "s=deadlock"]
    {
        let (mut page, steps) = compared(query);
        assert!(page.does(Deed::Turn(Mode::Compare)));
        assert_eq!((page.cursor(), page.desk.session().steps()), (steps, steps), "{query}");
        assert!(page.desk.session().is_over() && page.desk.is_staffed(), "{query}");
    }
}

#[test]
fn the_anomalies_are_those_of_all_races() {
    let (mut page, steps) = compared("");
    page.does(Deed::Turn(Mode::Compare));
    let mut expected: Vec<u32> = Vec::new();
    for strategy in ["naive", "optimistic", "pessimistic", "two-phase"] {
        let mut alone = Page::open(&format!("strategy={strategy}"));
        alone.act(Action::End);
        expected.extend(alone.desk.anomalies());
    }
    expected.sort_unstable();
    expected.dedup();
    assert!(!expected.is_empty() && expected[0] < steps);
    assert_eq!(page.desk.anomalies(), expected);
    assert!(page.act(Action::PreviousAnomaly));
    assert_eq!(page.desk.anomalies(), expected, "moving changes nothing about them");
    assert!(expected.contains(&page.cursor()));
}

#[test]
fn it_is_stepped_scrubbed_and_played_at_an_even_pace() {
    let (mut page, steps) = compared("pauseon=none");
    page.does(Deed::Turn(Mode::Compare));
    assert!(page.act(Action::Step(-1)));
    assert_eq!(page.cursor(), steps - 1);
    assert!(page.act(Action::Seek(2)) && page.act(Action::Seek(0)));
    page.act(Action::Play);
    for step in 1..=steps {
        assert_eq!(page.desk.nap_ms(), Some(600.0), "no clock of a race stretches step {step}");
        assert!(page.tick());
        assert_eq!(page.cursor(), step);
    }
    assert!(!page.desk.is_playing() && page.desk.nap_ms().is_none());
}

#[test]
fn nothing_is_chosen_by_hand_while_races_are_compared() {
    let mut page = Page::open("clock=free");
    page.does(Deed::Turn(Mode::Compare));
    page.act(Action::Seek(2));
    for action in [
        Action::Pick(Choice::Step(User(1), None)),
        Action::Pick(Choice::Time),
        Action::Answer(Mark::Captured),
    ] {
        assert!(!page.act(action.clone()), "{action:?}");
    }
    assert_eq!(page.cursor(), 2);
}

#[test]
fn the_race_comes_back_as_it_was() {
    let mut page = Page::open("");
    page.act(Action::Choose(Contest::All(Strategy::Optimistic)));
    page.act(Action::Seek(4));
    let before = page.desk.session().order();
    page.does(Deed::Turn(Mode::Compare));
    assert_eq!(page.cursor(), 4, "it begins where the race stands");
    page.act(Action::End);
    assert!(page.does(Deed::Turn(Mode::Race)));
    let session = page.desk.session();
    assert_eq!((session.contest(), session.cursor()), (Contest::All(Strategy::Optimistic), 4));
    assert_eq!(session.order(), before);
    page.act(Action::End);
    page.does(Deed::Turn(Mode::Compare));
    assert!(page.desk.session().is_over(), "what is over is compared at its end");
    page.does(Deed::Turn(Mode::Explore));
    assert_eq!(page.desk.session().contest(), Contest::All(Strategy::Optimistic));
}

#[test]
fn a_column_leads_to_its_race_at_the_same_step() {
    let mut page = Page::open("");
    let contests = lab::contests(page.desk.scenario());
    for (place, contest) in (0..).zip(contests) {
        page.does(Deed::Turn(Mode::Compare));
        page.act(Action::Seek(5));
        assert!(page.does(Deed::Watch(place)));
        let session = page.desk.session();
        assert_eq!(
            (page.desk.mode(), session.contest(), session.cursor()),
            (Mode::Race, contest, 5)
        );
        assert!(!page.desk.review().says.is_empty() || page.desk.anomalies().is_empty());
    }
    assert!(!page.does(Deed::Watch(0)), "nothing is compared any more");
    page.does(Deed::Turn(Mode::Compare));
    assert!(!page.does(Deed::Watch(9)), "there is no such column");
}

#[test]
fn a_link_opens_the_comparison_and_keeps_saying_so() {
    let page = Page::open("view=compare&users=3");
    assert_eq!(page.desk.mode(), Mode::Compare);
    assert!(page.desk.session().is_over());
    assert!(page.desk.link().ends_with("&view=compare"));
    assert_eq!(Page::open("view=compare&at=3").cursor(), 3);
    let mut page = Page::open("view=compare&at=3");
    assert!(page.act(Action::Change(Box::new(Query::parse("users=2").unwrap()))));
    let steps = longest(page.desk.scenario());
    assert_eq!(
        (page.desk.mode(), page.cursor()),
        (Mode::Compare, steps),
        "what is changed is compared"
    );
    assert!(page.does(Deed::Load("users=3".to_owned())));
    assert_eq!((page.desk.mode(), page.cursor()), (Mode::Race, 0));
}
