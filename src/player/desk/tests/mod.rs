//! The page without a page: a race is played with a clock that the test turns.

mod aloud;
mod idle;
mod links;
mod lockstep;
mod you;

use super::{
    Action, Deed, Desk, Focus, KEYS, Key, Language, Mode, Part, Tab, caps, summary, time_cap, title,
};
use crate::lab::Contest;
use crate::scenario::{Query, Strategy};
use crate::trace::{Choice, Mark, Op, Outcome};
use crate::units::{Clock, User};

/// A desk, and the page's clock in ms.
struct Page {
    desk: Desk,
    at_ms: f64,
}

impl Page {
    fn open(link: &str) -> Page {
        Page { desk: Desk::visit(link), at_ms: 1_000.0 }
    }

    /// Does something; true if it changed anything.
    fn act(&mut self, action: Action) -> bool {
        self.does(Deed::Do(action))
    }

    fn does(&mut self, deed: Deed) -> bool {
        let next = self.desk.does(&deed, self.at_ms);
        let changed = next.is_some();
        self.desk = next.unwrap_or_else(|| self.desk.clone());
        changed
    }

    /// Sleeps as the pacemaker would and ticks. False if nobody sets a timer.
    fn tick(&mut self) -> bool {
        let Some(nap_ms) = self.desk.nap_ms() else { return false };
        self.at_ms += nap_ms;
        assert!(self.act(Action::Tick), "a tick that changes nothing sets no further timer");
        true
    }

    fn play_on(&mut self) {
        self.act(Action::Play);
        while self.tick() {}
    }

    fn cursor(&self) -> u32 {
        self.desk.session().cursor()
    }
}

#[test]
fn a_step_takes_a_beat_at_the_speed() {
    let mut page = Page::open("users=2&strategy=optimistic&arrive=0&think=0");
    page.act(Action::Play);
    assert_eq!(page.desk.nap_ms(), Some(600.0));
    page.at_ms += 300.0;
    assert!(page.act(Action::Faster));
    assert!((page.desk.speed() - 2.0).abs() < 1e-9);
    assert_eq!(page.desk.nap_ms(), Some(150.0), "half of the wait has passed at any speed");
    assert!(page.tick());
    assert_eq!((page.cursor(), page.desk.nap_ms()), (1, Some(300.0)));
    for _ in 0..10 {
        page.act(Action::Faster);
    }
    assert!(!page.act(Action::Faster), "there is a highest speed");
}

#[test]
fn what_comes_late_does_not_slow_the_race_down() {
    let mut page = Page::open("users=2&strategy=optimistic&arrive=0&think=0");
    page.act(Action::Play);
    for late_ms in [16.0, 5.0] {
        page.at_ms += page.desk.nap_ms().expect("it plays") + late_ms;
        page.act(Action::Tick);
        assert_eq!(page.desk.nap_ms(), Some(600.0 - late_ms));
    }
    // A browser that slept for a while does not hurry afterwards.
    page.at_ms += 60_000.0;
    page.act(Action::Tick);
    assert_eq!((page.cursor(), page.desk.nap_ms().map(f64::round)), (3, Some(567.0)));
}

#[test]
fn playing_stops_once_where_a_rule_breaks_and_at_the_end() {
    let mut page = Page::open("users=3&strategy=naive&arrive=0&think=10");
    page.play_on();
    let broken = page.cursor();
    assert_eq!(page.desk.anomalies().first(), Some(&broken));
    assert!(page.desk.is_bad() && !page.desk.session().is_over());
    page.play_on();
    assert!(page.desk.session().is_over());
    assert_eq!(page.cursor(), page.desk.session().steps());
    page.act(Action::Seek(1));
    assert!(!page.desk.is_bad(), "the verdict waits for the cursor");
    assert_eq!(page.desk.next_anomaly(), Some(broken));
    page.act(Action::NextAnomaly);
    assert_eq!(page.cursor(), broken);
    page.act(Action::End);
    page.act(Action::PreviousAnomaly);
    assert_eq!(page.cursor(), broken);
    page.act(Action::End);
    page.act(Action::Play);
    assert_eq!(page.cursor(), 0, "from the end, play begins again");
}

const HOLD: &str =
    "strategy=two-phase&users=2&arrive=0&hold=1s&paylost=100&payfail=0&paytimeout=60s";

/// Plays until the next step is the end of a hold.
fn before_the_deadline() -> Page {
    let mut page = Page::open(HOLD);
    page.act(Action::Play);
    while page.desk.session().gap().is_some_and(|(_, deadline)| !deadline) {
        assert!(page.tick());
    }
    assert!(page.desk.is_playing());
    page
}

fn expiries(page: &Page) -> usize {
    page.desk.session().trace().events.iter().filter(|e| e.op == Op::Expire).count()
}

#[test]
fn a_pause_before_the_deadline_leaves_the_trace_without_the_expiry() {
    let mut page = before_the_deadline();
    let made = page.desk.session().trace().events.len();
    assert!(page.tick() && page.tick());
    page.at_ms += 40.0;
    assert!(page.act(Action::Pause));
    assert_eq!(page.desk.nap_ms(), None, "a paused page has no timer");
    page.at_ms += 1_000_000.0;
    assert!(!page.act(Action::Tick) && !page.act(Action::Pause));
    assert_eq!(page.desk.session().trace().events.len(), made);
    assert_eq!(expiries(&page), 0);
    page.act(Action::Play);
    while expiries(&page) == 0 {
        assert!(page.tick());
    }
}

#[test]
fn the_rest_of_a_wait_is_kept_over_a_pause() {
    let mut page = before_the_deadline();
    let (gap_ms, _) = page.desk.session().gap().unwrap();
    let wait_ms = gap_ms as f64;
    assert!(wait_ms > 600.0, "the wait is stretched: {wait_ms}");
    let began = page.at_ms;
    let before = page.desk.now();
    page.tick();
    let frame_ms = page.at_ms - began;
    assert!((frame_ms - 100.0).abs() < 1e-9, "the shown time moves on within a long wait");
    assert_eq!(page.desk.now(), before + 100);
    page.at_ms += 250.0;
    page.act(Action::Pause);
    assert_eq!(page.desk.now(), before + 350);
    page.at_ms += 7_777.0;
    page.act(Action::Play);
    let (resumed, cursor) = (page.at_ms, page.cursor());
    while page.cursor() == cursor {
        assert!(
            page.desk.now() < before + gap_ms,
            "what is shown never reaches the deadline early"
        );
        assert!(page.tick());
    }
    assert!((page.at_ms - resumed - (wait_ms - 350.0)).abs() < 2.0);
}

#[test]
fn a_switch_of_strategy_keeps_scenario_seed_and_place() {
    let mut page = Page::open("users=3&seed=7");
    page.act(Action::Step(5));
    let scenario = page.desk.scenario().clone();
    let stamp = page.desk.shown().stamp;
    assert!(page.act(Action::Choose(Contest::All(Strategy::Optimistic))));
    assert_eq!((page.cursor(), page.desk.scenario()), (5, &scenario));
    assert_eq!(page.desk.session().contest(), Contest::All(Strategy::Optimistic));
    assert_ne!(page.desk.shown().stamp, stamp);
    page.act(Action::Choose(Contest::All(Strategy::TwoPhase)));
    page.act(Action::End);
    let end = page.cursor();
    page.act(Action::Choose(Contest::All(Strategy::Naive)));
    assert!(page.cursor() <= end);
    assert!(page.cursor() == end || page.desk.session().is_over());
    assert!(!page.act(Action::Choose(Contest::Mix)), "only a race of the scenario");
}

#[test]
fn stepping_and_seeking_pause_and_stay_within_the_run() {
    let mut page = Page::open("users=2");
    assert!(!page.act(Action::Step(-1)));
    page.act(Action::Play);
    page.tick();
    assert!(page.act(Action::Step(1)));
    assert!(!page.desk.is_playing());
    assert_eq!(page.cursor(), 2);
    page.act(Action::Seek(9_999_999));
    let end = page.cursor();
    assert!(page.desk.session().is_over());
    assert!(!page.act(Action::Step(10)), "there is nothing after the end");
    page.act(Action::Step(-10));
    assert_eq!(page.cursor(), end.saturating_sub(10));
}

#[test]
fn another_scenario_starts_anew_and_keeps_the_strategy_where_it_can() {
    let mut page = Page::open("");
    let change = |query: &str| Action::Change(Box::new(Query::parse(query).unwrap()));
    page.act(Action::Choose(Contest::All(Strategy::Optimistic)));
    page.act(Action::Step(4));
    assert!(!page.act(change("v=1")), "the same scenario is no change");
    assert_eq!(page.cursor(), 4);
    page.act(change("think=5ms..1s"));
    assert_eq!((page.cursor(), page.desk.link().as_str()), (0, "v=1&think=5..1s"));
    assert_eq!(page.desk.session().contest(), Contest::All(Strategy::Optimistic));
    page.act(change("mix=naive,two-phase"));
    assert_eq!(page.desk.session().contest(), Contest::Mix);
    page.act(change("strategy=pessimistic"));
    assert_eq!(page.desk.session().contest(), Contest::All(Strategy::Pessimistic));
}

#[test]
fn a_link_is_read_as_far_as_it_is_valid_and_says_what_is_not() {
    let mut page = Page::open("?users=0&seed=x&think=5");
    assert_eq!(page.desk.link(), "v=1&think=5");
    assert_eq!(page.desk.notice().len(), 2);
    assert!(page.desk.notice()[0].starts_with("users=0 is not valid"));
    assert!(page.act(Action::Dismiss) && !page.act(Action::Dismiss));
    let stamp = page.desk.shown().stamp;
    page.act(Action::Faster);
    page.does(Deed::Load("s=deadlock".to_owned()));
    assert!(page.desk.shown().stamp > stamp);
    assert_eq!((page.desk.link().as_str(), page.desk.speed()), ("v=1&s=deadlock", 2.0));
}

#[test]
fn keys_rest_where_they_are_used_otherwise() {
    let of = |name, focus| Key::of(name, false, focus);
    let toggle = Some(Key::Race(Deed::Do(Action::Toggle)));
    assert_eq!(of(" ", Focus::Page), toggle);
    assert_eq!(of(" ", Focus::Button), None);
    assert_eq!(of("k", Focus::Button), toggle);
    assert_eq!(of("ArrowLeft", Focus::Moves), None);
    assert_eq!(of("ArrowLeft", Focus::Page), Some(Key::Race(Deed::Do(Action::Step(-1)))));
    for key in ["k", " ", "ArrowLeft", "?", "e"] {
        assert_eq!(of(key, Focus::Text), None);
    }
    assert_eq!(Key::of("[", false, Focus::Page), Some(Key::Race(Deed::PreviousMarker)));
    assert_eq!(of("q", Focus::Page), None);
    assert_eq!(of("3", Focus::Button), Some(Key::Race(Deed::Percent(30))));
    assert_eq!(of("3", Focus::Moves), Some(Key::Race(Deed::Percent(30))));
    assert_eq!((of("3", Focus::Text), of("33", Focus::Page)), (None, None));
    // Where the slider has the focus they are its own, and elsewhere they scroll.
    assert_eq!((of("PageUp", Focus::Moves), of("PageDown", Focus::Page)), (None, None));
    assert_eq!((of("f", Focus::Button), of("f", Focus::Text)), (Some(Key::Fullscreen), None));
    assert!(KEYS.iter().all(|(keys, _)| !keys.is_empty()));
}

#[test]
fn digits_go_to_parts_of_the_whole_run() {
    let mut page = Page::open("strategy=naive&users=12&clock=free");
    let steps = page.desk.session().steps();
    assert!(steps >= 10, "{steps}");
    page.act(Action::Play);
    for percent in [50, 90, 0, 10] {
        assert!(page.does(Deed::Percent(percent)));
        assert_eq!(page.cursor(), steps * percent / 100);
        assert!(!page.desk.is_playing());
    }
    page.does(Deed::Turn(Mode::Explore));
    assert!(!page.does(Deed::Percent(90)), "nobody would see it");
}

fn words(link: &str) -> String {
    let (scenario, problems) = Query::parse_tolerant(link);
    assert!(problems.is_empty(), "{problems:?}");
    let contest = crate::lab::contests(&scenario)[0];
    let parts = summary(&scenario, contest);
    let text = |part: &Part| match part {
        Part::Text(text) => (*text).to_owned(),
        Part::Word(_, text) => format!("[{text}]"),
    };
    parts.iter().map(text).collect()
}

#[test]
fn a_scenario_is_a_sentence_with_words_that_can_be_changed() {
    let check = |link, expected: expect_test::Expect| expected.assert_eq(&words(link));
    check(
        "",
        expect_test::expect![
            "[5 users] want [D1] of [10 × 10] seats; each thinks [10–50 ms], in [timed] order."
        ],
    );
    check(
        "s=deadlock",
        expect_test::expect![
            "[2 users] want [D1 and D2] of [10 × 10] seats; each thinks [10–50 ms], [a lock for each seat], in [timed] order."
        ],
    );
    check(
        "s=mixed&clock=free&order=AB",
        expect_test::expect![
            "[2 users] want [D1] of [10 × 10] seats and book by [two-phase, naive]; [no delays count], holds [last 10 min], [order given]."
        ],
    );
    check(
        "users=1&strategy=two-phase&hold=off&want=random&party=2&crash=1",
        expect_test::expect![
            "[1 user] wants [random seats], [2 seats each] of [10 × 10] seats; each thinks [10–50 ms], holds [do not expire], [1 client] may crash, in [timed] order."
        ],
    );
    check(
        "strategy=optimistic&attempts=1&version=seat&think=5..2s&sched=pct",
        expect_test::expect![
            "[5 users] want [D1] of [10 × 10] seats; each thinks [5 ms–2 s], tries [once], [a version for each seat], in [contrary] order."
        ],
    );
    assert_eq!(title(&Query::parse("").unwrap()), ("Five users, one seat", false));
    assert!(title(&Query::parse("users=2").unwrap()).1);
}

#[test]
fn who_steps_is_chosen_by_hand_and_becomes_the_order() {
    let mut page = Page::open("users=2&strategy=naive");
    page.act(Action::Step(1));
    let first = page.desk.session().order().to_string();
    let other = if first == "A" { User(1) } else { User(0) };
    assert!(page.act(Action::Pick(Choice::Step(other, None))));
    assert_eq!(page.cursor(), 2);
    assert_eq!(page.desk.scenario().clock, Clock::Free, "with delays nobody could step early");
    assert_eq!(page.desk.scenario().order.to_string(), if first == "A" { "AB" } else { "BA" });
    assert!(page.desk.is_staffed(), "somebody will want to know what can still happen");
    assert!(!page.act(Action::Pick(Choice::Time)), "there is no deadline to wait for");
    assert!(!page.act(Action::Answer(Mark::Captured)), "nobody pays");
    // What came after the cursor is another story then.
    page.act(Action::End);
    page.act(Action::Seek(1));
    assert!(page.act(Action::Pick(Choice::Step(User(u32::from(first != "A")), None))));
    assert_eq!(page.desk.session().order().0.len(), 2);
}

#[test]
fn key_caps_are_there_where_they_can_be_pressed() {
    for (users, can) in [(26, true), (27, false)] {
        let mut page = Page::open(&format!("strategy=two-phase&users={users}"));
        page.act(Action::Step(1));
        let (scenario, stage) = (page.desk.scenario(), page.desk.session().stage());
        let all = (0..).map(User).zip(&stage.users);
        let caps = all.flat_map(|(user, view)| caps(scenario, user, view)).count();
        assert_eq!((caps > 0, time_cap(scenario, stage).is_some()), (can, can), "{users} users");
        assert_eq!(page.act(Action::Pick(Choice::Time)), can, "{users} users");
    }
}

#[test]
fn a_payment_is_answered_by_hand() {
    let mut page = Page::open("users=2&strategy=two-phase");
    page.act(Action::Pick(Choice::Step(User(0), None)));
    let session = page.desk.session();
    let letters = |user: usize| -> String {
        let view = &session.stage().users[user];
        caps(session.scenario(), User(user as u32), view).iter().map(|cap| cap.letter).collect()
    };
    assert_eq!((letters(0).as_str(), letters(1).as_str()), ("pd", "B"));
    assert!(time_cap(session.scenario(), session.stage()).is_some());
    assert!(page.act(Action::Answer(Mark::Declined)));
    assert!(page.act(Action::Pick(Choice::Time)));
    assert_eq!(page.desk.session().order().to_string(), "AAdt");
}

#[test]
fn another_mode_pauses_the_race_and_leaves_it_alone() {
    let mut page = Page::open("users=2");
    page.act(Action::Play);
    assert!(page.does(Deed::Turn(Mode::Explore)));
    assert!(!page.desk.is_playing() && page.desk.is_staffed());
    for action in
        [Action::Toggle, Action::Step(1), Action::End, Action::Pick(Choice::Step(User(0), None))]
    {
        assert!(!page.act(action.clone()), "{action:?} moves what nobody sees");
    }
    assert!(page.does(Deed::Load("users=3".to_owned())));
    assert_eq!(page.desk.mode(), Mode::Race, "what is opened is shown in the lab");
    assert!(page.desk.is_staffed());
}

#[test]
fn what_only_the_worker_can_show_calls_the_worker_and_stays_open() {
    for tab in Tab::ALL {
        let mut page = Page::open("users=2");
        page.act(Action::Look(tab));
        let drawn_here = matches!(tab, Tab::Code | Tab::Log);
        assert_eq!(page.desk.is_staffed(), !drawn_here, "{tab:?}");
    }
    let mut page = Page::open("users=2");
    assert!(page.act(Action::Speak(Language::Sql)) && page.desk.is_staffed());
    assert!(!page.act(Action::Speak(Language::Sql)), "nothing changes");
    page.act(Action::Look(Tab::Seat));
    for deed in [Deed::Load("users=3".into()), Deed::Visit("users=4".into())] {
        page.does(deed);
        assert_eq!((page.desk.tab(), page.desk.language()), (Tab::Seat, Language::Sql));
    }
}

#[test]
fn capital_letters_choose_users_and_small_ones_drive() {
    let race = |action| Some(Key::Race(Deed::Do(action)));
    let step = |user| race(Action::Pick(Choice::Step(User(user), None)));
    assert_eq!(Key::of("E", true, Focus::Page), step(4));
    assert_eq!(Key::of("Z", true, Focus::Button), step(25));
    assert_eq!(Key::of("e", false, Focus::Page), Some(Key::Race(Deed::NextAnomaly)));
    assert_eq!(Key::of("x", false, Focus::Page), race(Action::PreviousAnomaly));
    assert_eq!(Key::of("p", false, Focus::Page), race(Action::Answer(Mark::Captured)));
    assert_eq!(Key::of("t", false, Focus::Page), race(Action::Pick(Choice::Time)));
    assert_eq!(Key::of("A", true, Focus::Text), None);
}

#[test]
fn a_lost_update_is_called_by_its_name_and_nothing_else_is() {
    let says = |link| {
        let mut page = Page::open(link);
        page.does(Deed::NextAnomaly);
        let review = page.desk.review();
        let short = review.short();
        (review.says + &review.name, short)
    };
    let (naive, short) = says("strategy=naive&users=2&clock=free&order=ABAB");
    assert!(naive.ends_with("Bob’s write undoes Alice’s: a lost update."), "{naive}");
    assert_eq!(short, "D1 is sold twice. Bob’s write undoes Alice’s: a lost update.");
    let late = "strategy=two-phase&users=2&clock=free&hold=10s&late=accept&order=AtBBpBAp";
    let (late, short) = says(late);
    assert!(late.starts_with("D1 is sold twice") && !late.contains("lost update"), "{late}");
    assert_eq!(short, late);
}

#[test]
fn what_is_to_come_is_found_by_letting_it_happen() {
    let mut page = Page::open("strategy=naive");
    assert!(page.does(Deed::NextAnomaly), "nobody has seen it yet");
    assert!(page.desk.is_bad() && page.desk.anomalies()[0] == page.cursor());
    page.does(Deed::Turn(Mode::Compare));
    for _ in 0..=page.desk.anomalies().len() {
        page.does(Deed::NextAnomaly);
    }
    assert_eq!(page.cursor(), page.desk.session().steps(), "behind the last one is the end");
    let mut page = Page::open("strategy=optimistic");
    assert!(page.does(Deed::NextAnomaly), "nothing breaks until the end");
    assert!(page.desk.session().is_over() && !page.does(Deed::NextAnomaly));
    page.act(Action::Seek(0));
    let mut found = Vec::new();
    while page.does(Deed::NextMarker) && !page.desk.session().is_over() {
        found.push((page.cursor(), page.desk.session().step_events()[0].outcome));
    }
    assert!(!found.is_empty() && found.iter().all(|(_, outcome)| *outcome == Outcome::Conflict));
    assert!(!page.does(Deed::NextMarker), "there is nothing behind the end");
    assert!(page.does(Deed::PreviousMarker));
    assert_eq!(Some(page.cursor()), found.last().map(|(step, _)| *step));
}
