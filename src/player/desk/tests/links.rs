//! Links: where they open, how they are played, what of them stays.

use super::Page;
use crate::player::Action;
use crate::player::desk::{Deed, Mode, Tab};
use crate::scenario::Query;
use crate::trace::Choice;
use crate::units::User;

#[test]
fn a_link_opens_where_it_says_and_at_its_pace() {
    let naive = "v=1&strategy=naive&users=2&clock=free&order=ABAB";
    let at = |at: &str| {
        let page = Page::open(&format!("{naive}&at={at}"));
        (page.cursor(), page.desk.is_bad(), page.desk.notice().len())
    };
    assert_eq!([at("0"), at("2"), at("end")], [(0, false, 0), (2, false, 0), (4, true, 0)]);
    assert_eq!(at("first-anomaly"), (4, true, 0));
    assert_eq!(at("999"), (4, true, 0), "a step beyond the end is the end");
    let fine = Page::open("strategy=optimistic&users=2&at=first-anomaly");
    assert_eq!((fine.cursor(), fine.desk.notice().len()), (0, 1), "it says that there is none");
    let mut slow = Page::open(&format!("{naive}&speed=0.25"));
    slow.act(Action::Play);
    assert_eq!(slow.desk.nap_ms(), Some(2_400.0));
    let mut idle = Page::open("users=1&strategy=two-phase&pay=30s&paytimeout=1m&payfail=0&idle=9");
    while idle.desk.session().gap().is_some_and(|(gap_ms, _)| gap_ms < 30_000) {
        idle.act(Action::Step(1));
    }
    idle.act(Action::Play);
    let mut waited_ms = 0.0;
    let cursor = idle.cursor();
    while idle.cursor() == cursor {
        waited_ms += idle.desk.nap_ms().expect("it plays");
        idle.tick();
    }
    assert!((8_990.0..9_010.0).contains(&waited_ms), "{waited_ms}");
}

#[test]
fn a_link_opens_the_tab_that_its_view_stands_for() {
    let at = |link: &str| {
        let page = Page::open(link);
        (page.desk.tab(), page.desk.mode(), page.desk.is_staffed())
    };
    assert_eq!(at("v=1&view=log"), (Tab::Log, Mode::Race, false));
    assert_eq!(at("v=1&view=table"), (Tab::Table, Mode::Race, true));
    assert_eq!(at("v=1&view=map"), (Tab::Code, Mode::Race, false));
    assert_eq!(at("v=1&view=timeline"), (Tab::Code, Mode::Race, false));
    let mut page = Page::open("v=1&view=table");
    page.act(Action::Look(Tab::Figures));
    page.does(Deed::Visit("v=1&users=3".to_owned()));
    assert_eq!(page.desk.tab(), Tab::Figures, "a link that asks for no view leaves the tab");
    page.does(Deed::Visit("v=1&users=3&view=log".to_owned()));
    assert_eq!(page.desk.tab(), Tab::Log);
    page.does(Deed::Load("v=1&s=deadlock".to_owned()));
    assert_eq!(page.desk.tab(), Tab::Log);
}

#[test]
fn playing_stops_where_the_link_says() {
    let stops = |link: &str| {
        let mut page = Page::open(link);
        let mut stops = Vec::new();
        for _ in 0..100 {
            page.play_on();
            stops.push(page.cursor());
            if page.desk.session().is_over() {
                break;
            }
        }
        stops
    };
    let naive = "strategy=naive&users=3&clock=free&order=ABCABC";
    assert_eq!(stops(naive), [5, 6], "the first anomaly, once");
    assert_eq!(stops(&format!("{naive}&pauseon=none")), [6]);
    assert_eq!(stops(&format!("{naive}&pauseon=each")), [1, 2, 3, 4, 5, 6]);
    let optimistic = "strategy=optimistic&users=2&clock=free&order=ABAB&pauseon=marker";
    assert_eq!(stops(optimistic), [4, 5], "the conflict at step 4");
}

#[test]
fn a_race_is_played_again_as_often_as_the_link_says() {
    let ends = |times: &str| {
        let link = format!("strategy=naive&users=1&clock=free&loop={times}");
        let mut page = Page::open(&link);
        page.act(Action::Play);
        let (mut ends, mut ticks) = (0, 0);
        let mut was_over = false;
        while page.tick() && ticks < 10_000 {
            ticks += 1;
            let is_over = page.desk.session().is_over();
            ends += u32::from(is_over && !was_over);
            was_over = is_over;
        }
        (ends, page.desk.is_playing())
    };
    assert_eq!([ends("0"), ends("2"), ends("5")], [(1, false), (2, false), (5, false)]);
    let (forever, playing) = ends("1");
    assert!(forever > 50 && playing);
}

#[test]
fn what_a_link_says_of_the_page_stays_and_what_it_claims_does_not() {
    let link = "v=1&users=3&d=ZBGMZAS3&claim=double-booking.0.150&at=1&play=1&theme=dark&keys=0";
    let mut page = Page::open(link);
    assert_eq!(page.desk.asked(), Some(link));
    assert!(page.desk.is_staffed() && page.desk.is_as_linked() && page.desk.is_said_by(link));
    let four = Query::parse("users=4").unwrap();
    page.act(Action::Change(Box::new(four)));
    assert_eq!(page.desk.link(), "v=1&users=4&theme=dark&keys=0");
    assert!(!page.desk.is_as_linked(), "what it claims is of another race");
    page.does(Deed::Load("s=deadlock".to_owned()));
    assert_eq!(page.desk.link(), "v=1&s=deadlock&theme=dark&keys=0");
    page.does(Deed::Visit("users=2".to_owned()));
    assert_eq!((page.desk.link().as_str(), page.desk.asked()), ("v=1&users=2", None));
}

#[test]
fn the_order_of_a_fragment_belongs_to_the_link_that_carries_it() {
    let link = "?v=1&users=3&strategy=two-phase&clock=free#x1.BAAFggoHAWw.16PWJ81";
    let mut page = Page::open(link);
    assert_eq!(page.desk.asked(), Some(link));
    page.does(Deed::Unfold("v=1&users=3&strategy=two-phase&clock=free&order=A3B2tC".to_owned()));
    assert!(page.desk.is_said_by(link) && page.desk.is_as_linked());
    assert_eq!(page.desk.scenario().order.to_string(), "A3B2tC");
    page.act(Action::Pick(Choice::Step(User(2), None)));
    assert!(!page.desk.is_said_by(link), "another order has another address");
}

#[test]
fn a_link_from_a_newer_version_waits_until_somebody_wants_it() {
    let mut page = Page::open("v=2&users=3&d=ZBGMZAS3");
    assert_eq!((page.desk.newer(), page.desk.asked()), (Some(2), None));
    assert!(page.act(Action::ShowAnyway) && !page.act(Action::ShowAnyway));
    assert_eq!((page.desk.newer(), page.desk.scenario().users), (None, 3));
}
