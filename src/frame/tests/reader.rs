//! The frame as its reader meets it, with or without a host.

use super::host::Host;
use crate::frame::{Press, Usher};
use crate::player::Action;
use crate::player::desk::Focus;
use crate::share::{Link, View};
use serde_json::json;

const NAIVE: &str = "?users=2&strategy=naive&seed=1&arrive=0";

fn open(link: &str, calm: bool) -> Usher {
    Usher::open(link, "https://host.example/", calm, 0.0)
}

#[test]
fn it_plays_by_itself_only_where_it_is_seen_and_nobody_asks_for_calm() {
    let link = format!("{NAIVE}&play=1");
    let mut usher = open(&link, false);
    assert_eq!(usher.nap_ms(0.0), None, "nobody sees it yet");
    usher.seen(true, 0.0);
    assert!(usher.desk().is_playing());
    usher.seen(false, 10.0);
    assert_eq!(usher.nap_ms(10.0), None);
    usher.seen(true, 20.0);
    assert!(usher.desk().is_playing(), "it comes back as it was left");
    usher.act(&Action::Pause, 30.0);
    usher.seen(false, 40.0);
    usher.seen(true, 50.0);
    assert!(!usher.desk().is_playing(), "a reader's pause lasts");
    for (link, calm) in [(link.clone(), true), (format!("{link}&motion=off"), false)] {
        let mut usher = open(&link, calm);
        usher.seen(true, 0.0);
        assert!(!usher.desk().is_playing());
        usher.act(&Action::Toggle, 0.0);
        assert!(usher.desk().is_playing(), "who presses play gets it");
    }
}

#[test]
fn the_question_keeps_the_end_back_until_it_is_answered() {
    let mut host = Host::met(&format!("{NAIVE}&predict=1&at=end"));
    let limit = host.usher.desk().session().cursor();
    assert!(limit > 0 && !host.usher.desk().session().is_over());
    assert!(host.usher.desk().review().says.is_empty(), "no verdict yet");
    for action in [Action::Play, Action::End, Action::Step(1), Action::NextAnomaly] {
        host.usher.act(&action, 0.0);
        assert_eq!(host.usher.desk().session().cursor(), limit, "{action:?}");
        assert!(!host.usher.desk().is_playing(), "{action:?}");
    }
    for (kind, data) in [
        ("get", r#"{"what": "outcome"}"#),
        ("seek", r#"{"percent": 100}"#),
        ("seek", r#"{"marker": "next"}"#),
        ("play", "{}"),
    ] {
        assert_eq!(host.ask(kind, data)["code"], "not-yet", "{kind} {data}");
    }
    host.usher.answer(false, 0.0);
    host.listen();
    let answer = host.heard("answer").remove(0)["data"].clone();
    assert_eq!(answer, json!({"question": "double-booking", "choice": "no", "correct": false}));
    host.usher.answer(true, 0.0);
    host.listen();
    assert!(host.heard("answer").is_empty(), "one answer");
    host.usher.act(&Action::End, 0.0);
    assert!(host.usher.desk().session().is_over());
}

#[test]
fn every_strategy_has_its_question_and_the_answer_is_that_of_the_run() {
    for (link, name, yes) in [
        ("?users=2&strategy=naive&seed=1&arrive=0", "double-booking", true),
        ("?users=12&strategy=optimistic&want=each&arrive=0", "gave-up", true),
        ("?s=deadlock&order=ABAB&clock=free", "deadlock", true),
        ("?strategy=two-phase&users=1&payfail=0", "paid-for-nothing", false),
    ] {
        let mut host = Host::met(&format!("{link}&predict=1"));
        host.usher.answer(yes, 0.0);
        host.listen();
        let answer = host.heard("answer").remove(0)["data"].clone();
        assert_eq!(
            (&answer["question"], &answer["correct"]),
            (&json!(name), &json!(true)),
            "{link}"
        );
    }
}

#[test]
fn the_link_opens_what_is_on_show() {
    let mut usher = open("?users=3&seed=5&predict=0&controls=full&theme=dark", false);
    assert_eq!(usher.url(), "https://host.example/?v=1&users=3&seed=5");
    usher
        .act(&Action::Choose(crate::lab::Contest::All(crate::scenario::Strategy::Optimistic)), 0.0);
    usher.act(&Action::Step(3), 0.0);
    let link = Link::parse(&usher.url());
    let other = open(&usher.url(), false);
    assert_eq!(link.scenario.order, usher.desk().session().order());
    assert_eq!(other.desk().session().cursor(), 3);
    assert_eq!(other.desk().session().contest(), usher.desk().session().contest());
    assert_eq!(
        other.desk().session().trace().events_to(3),
        usher.desk().session().trace().events_to(3)
    );
}

#[test]
fn an_order_behind_the_query_is_left_to_the_page_that_reads_it() {
    let order = crate::trace::Order::parse("BABA").expect("an order");
    let link = format!("?users=2&strategy=naive#{}", crate::share::exact(&order));
    let mut usher = open(&link, false);
    assert_eq!(usher.notice().len(), 1, "{:?}", usher.notice());
    assert_eq!(usher.url(), format!("https://host.example/{link}"));
    usher.act(&Action::Step(1), 0.0);
    assert!(usher.url().ends_with("&at=1"), "what is on show is another run");
    assert_eq!(open(&link.replace('#', "#%23"), false).notice().len(), 1);
    for link in ["?users=2#?secret=abc", "?users=2#n=x1", "?users=2#xylophone", "?users=2"] {
        assert!(open(link, false).notice().is_empty(), "{link}");
    }
}

#[test]
fn a_poster_is_a_step_on_show_until_somebody_plays() {
    let mut usher = open(&format!("{NAIVE}&poster=first-anomaly"), false);
    assert!(usher.is_covered() && usher.desk().is_bad());
    usher.act(&Action::Toggle, 0.0);
    assert_eq!((usher.desk().session().cursor(), usher.is_covered()), (0, false));
    assert!(usher.desk().is_playing());
}

#[test]
fn views_are_those_that_have_room() {
    let mut usher = open("?hide=log&view=log", false);
    assert_eq!((usher.view(), usher.views().len()), (View::Map, 3));
    usher.set_wide(true);
    assert_eq!((usher.view(), usher.views().len()), (View::Timeline, 2), "the hall is always seen");
    usher.press(&Press::Turn, 0.0);
    assert_eq!(usher.view(), View::Table);
    usher.press(&Press::Turn, 0.0);
    assert_eq!(usher.view(), View::Timeline);
}

#[test]
fn a_frame_shows_one_race_whatever_view_its_link_is_for() {
    for view in ["compare", "explore"] {
        let mut usher = open(&format!("{NAIVE}&view={view}"), false);
        assert_eq!(usher.desk().session().cursor(), 0, "{view}");
        usher.act(&Action::Step(1), 0.0);
        assert_eq!(usher.desk().session().cursor(), 1, "{view}");
    }
}

#[test]
fn keys_find_parts_markers_and_anomalies() {
    let mut usher = open(NAIVE, false);
    let press = |usher: &mut Usher, name: &str, shift: bool| {
        let press = Press::of(name, shift, Focus::Page).expect("a key of the map");
        usher.press(&press, 0.0);
        usher.desk().session().cursor()
    };
    let steps = usher.desk().session().steps();
    assert_eq!(press(&mut usher, "5", false), steps / 2);
    let broken = press(&mut usher, "e", false);
    assert!(usher.desk().is_bad() && broken > 0);
    assert_eq!(press(&mut usher, "Home", false), 0);
    assert_eq!(press(&mut usher, "]", false), broken);
    assert_eq!(press(&mut usher, "End", false), steps);
    assert_eq!(press(&mut usher, "E", true), broken.min(steps - 1).max(broken));
    assert_eq!(press(&mut usher, "PageUp", false), broken.saturating_sub((steps / 10).max(1)));
    assert_eq!(Press::of("k", false, Focus::Text), None);
    assert_eq!(Press::of(" ", false, Focus::Button), None);
    assert_eq!(Press::of("t", false, Focus::Moves), Some(Press::Turn));
}

#[test]
fn another_digest_is_said() {
    let fine = open(&format!("{NAIVE}&d=00000000"), false);
    assert_eq!(fine.notice().len(), 1);
    assert!(fine.notice()[0].contains("00000000"), "{:?}", fine.notice());
    let newer = open("?v=9&users=3&play=1", false);
    assert_eq!(newer.newer(), Some(9));
}
