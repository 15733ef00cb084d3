//! What is read aloud.

use super::Page;
use crate::player::Action;
use crate::player::desk::Aloud;

/// The steps of a race that are read aloud to who goes through it step by step.
fn heard(link: &str, aloud: Aloud) -> Vec<u32> {
    let mut page = Page::open(link);
    let mut heard = Vec::new();
    while page.act(Action::Step(1)) {
        if !page.desk.is_quiet(aloud) {
            heard.push(page.cursor());
        }
    }
    heard
}

#[test]
fn every_step_milestones_or_nothing_is_read_aloud() {
    // Bob's commit is refused at step 4; he reads once more and is told that the seat is taken.
    let conflict = "strategy=optimistic&users=2&clock=free&order=ABAB";
    assert_eq!(heard(conflict, Aloud::Steps), [1, 2, 3, 4, 5]);
    assert_eq!(heard(conflict, Aloud::Milestones), [4, 5]);
    assert_eq!(heard(conflict, Aloud::Nothing), [0; 0]);
    let anomaly = "strategy=naive&users=3&clock=free&order=ABABC";
    assert_eq!(heard(anomaly, Aloud::Milestones), [4, 5]);
    let expiry = "strategy=two-phase&users=1&clock=free&hold=1s&order=AtA";
    assert_eq!(heard(expiry, Aloud::Milestones).first(), Some(&2));
}

#[test]
fn a_race_that_plays_is_quiet() {
    let mut page = Page::open("strategy=naive&users=2&clock=free&pauseon=none");
    assert!(!page.desk.is_quiet(Aloud::Steps), "who wants what is said at the start");
    page.act(Action::Play);
    assert!(page.desk.is_quiet(Aloud::Steps));
    while page.tick() {}
    assert!(!page.desk.is_quiet(Aloud::Milestones), "the end is said");
    assert!(page.desk.is_quiet(Aloud::Nothing));
}

#[test]
fn what_is_chosen_is_known_by_its_word() {
    let words = Aloud::ALL.map(Aloud::word);
    assert_eq!(words, ["steps", "milestones", "nothing"]);
    assert_eq!(Aloud::ALL.map(Aloud::name), ["every step", "milestones", "nothing"]);
    assert_eq!(Aloud::default(), Aloud::Steps);
}
