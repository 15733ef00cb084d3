//! Idle time is not played out, and what is left out is said.

use super::Page;
use crate::player::desk::Action;
use crate::texts::transport::pass;

#[test]
fn idle_time_is_shown_for_two_seconds_at_most() {
    let mut page = Page::open(
        "strategy=two-phase&users=1&arrive=0&hold=10m&paylost=100&payfail=0&paytimeout=1h",
    );
    let problems = page.desk.notice().to_vec();
    assert!(problems.len() == 1, "1h is no time here: {problems:?}");
    page = Page::open(
        "strategy=two-phase&users=1&arrive=0&hold=10m&paylost=100&payfail=0&paytimeout=60m",
    );
    page.act(Action::Play);
    while page.desk.session().gap().is_some_and(|(gap_ms, _)| gap_ms < 60_000) {
        page.tick();
    }
    let (began, cursor) = (page.at_ms, page.cursor());
    while page.cursor() == cursor {
        page.tick();
    }
    assert!((page.at_ms - began - 2_000.0).abs() < 2.0);
}

#[test]
fn idle_time_that_is_left_out_is_said() {
    let mut page = Page::open(
        "strategy=two-phase&users=1&arrive=0&hold=10m&paylost=100&payfail=0&paytimeout=60m",
    );
    page.act(Action::Play);
    let mut said = Vec::new();
    let mut cursor = None;
    while page.tick() {
        let Some((gap_ms, _)) = page.desk.session().gap() else { continue };
        let hurries = page.desk.hurries_through();
        assert_eq!(hurries, (gap_ms > 2_000).then_some(gap_ms), "at {}", page.cursor());
        if cursor.replace(page.cursor()) != Some(page.cursor()) {
            said.extend(hurries.map(pass));
        }
    }
    assert!(said.iter().any(|says| says.contains(" min ") && says.ends_with(" pass")), "{said:?}");
    // Nothing is left out of what stands still.
    page.act(Action::Seek(0));
    while page.desk.session().gap().is_some_and(|(gap_ms, _)| gap_ms < 60_000) {
        page.act(Action::Step(1));
    }
    assert_eq!((page.desk.is_playing(), page.desk.hurries_through()), (false, None));
}

#[test]
fn a_run_without_idle_time_leaves_nothing_out() {
    let mut page = Page::open("users=2&strategy=optimistic&arrive=0&think=0");
    page.act(Action::Play);
    assert_eq!(page.desk.hurries_through(), None);
    while page.tick() {
        assert_eq!(page.desk.hurries_through(), None, "at {}", page.cursor());
    }
    assert!(page.desk.session().is_over());
}
