//! The desk: everything the page remembers of a race being watched, and every way to change it.
//!
//! No web types and no clock of its own: each action comes with the time at which it happened, in ms of any steady
//! clock. So a native test plays a race in no time, and the page has nothing left to decide.

mod aloud;
mod court;
mod deed;
mod hand;
mod keys;
mod linked;
mod lockstep;
mod pacing;
mod summary;
mod tabs;
#[cfg(test)]
mod tests;
mod you;

pub use aloud::Aloud;
pub use court::Review;
pub use deed::Deed;
pub use hand::{Cap, can_choose, caps, time_cap};
pub use keys::{Focus, KEYS, Key};
pub use summary::{Part, summary, title};
pub use tabs::{Language, Tab};

use super::{Session, Shown};
use crate::lab::{self, Contest};
use crate::scenario::Scenario;
use crate::share::{Link, Settings};
use crate::trace::{Choice, Mark};
use crate::units::Ms;
use court::Court;
use linked::{Linked, REST_MS};
use pacing::Pacing;
use std::rc::Rc;

/// A race on show: the session, how it is played and what there is to say of the link.
#[derive(Clone)]
pub struct Desk {
    shown: Shown,
    pacing: Pacing,
    notice: Vec<String>,
    court: Court,
    anomalies: Vec<u32>,
    mode: Mode,
    /// Where the race stood before it was compared.
    before: (Contest, u32),
    /// Somebody has asked for something that only the worker knows.
    staffed: bool,
    tab: Tab,
    language: Language,
    settings: Rc<Settings>,
    linked: Rc<Linked>,
    /// The version of a link that was made with a newer one, until somebody wants to see what this one makes of it.
    newer: Option<u32>,
    /// How often it was played to the end by itself.
    rounds: u32,
    /// The lanes show virtual time.
    timed: bool,
}

/// What the page is for at the moment.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Mode {
    /// The lab: one order of one race, step by step.
    #[default]
    Race,
    /// The strategies side by side, in lock step.
    Compare,
    /// Every order of that race.
    Explore,
}

/// What a person or the pacemaker does.
#[derive(Clone, PartialEq, Debug)]
pub enum Action {
    /// Go on; from the end, begin again.
    Play,
    /// Stop where it is: the rest of the wait is kept.
    Pause,
    /// Play or pause, whichever is not the case.
    Toggle,
    /// The pacemaker's timer went off.
    Tick,
    /// So many steps forward, or back if negative, and pause.
    Step(i64),
    /// To a step, and pause.
    Seek(u32),
    /// To the end, and pause.
    End,
    /// To the next step at which something is known to break, and pause; to the end if there is none.
    NextAnomaly,
    /// To the one before, and pause.
    PreviousAnomaly,
    /// The next higher speed.
    Faster,
    /// The next lower speed.
    Slower,
    /// Another race of the same scenario, at the same place.
    Choose(Contest),
    /// Another tab of the inspector.
    Look(Tab),
    /// The code in another language.
    Speak(Language),
    /// Let this happen next, by hand: the steps after the cursor are another story then, and delays no longer count.
    Pick(Choice),
    /// As [`Action::Pick`], for the first user who waits for a payment: this is its answer.
    Answer(Mark),
    /// A new race of this scenario at step 0, unless it is the one on show.
    Change(Box<Scenario>),
    /// A new race of what a link says, shown as the link says.
    Open(String),
    /// Have the worker know what is on show from now on.
    Staff,
    /// Show what can be understood of a link from a newer version.
    ShowAnyway,
    /// The notice has been read.
    Dismiss,
}

impl Action {
    /// Somebody sees in this mode what it does; else it does nothing. Who compares moves all races, but none by hand.
    fn is_seen_in(&self, mode: Mode) -> bool {
        use Action::{
            Answer, End, Faster, NextAnomaly, Pick, Play, PreviousAnomaly, Seek, Slower, Step,
            Toggle,
        };
        match self {
            Pick(_) | Answer(_) => mode == Mode::Race,
            Play | Toggle | Step(_) | Seek(_) | End | NextAnomaly | PreviousAnomaly | Faster
            | Slower => mode != Mode::Explore,
            _ => true,
        }
    }
}

impl Desk {
    /// Opens a link, or as much of it as is valid, in the lab at the step that it asks for. [`Desk::visit`] opens it as the
    /// whole page does.
    ///
    /// The fragment is not read here: [`Desk::asked`] says whether somebody has to.
    pub fn open(text: &str) -> Desk {
        let link = Link::parse(text);
        let linked = Rc::new(Linked::new(text, &link));
        let Link { scenario, settings, problems, newer } = link;
        let contest = lab::contests(&scenario)[0];
        let court = Court::new(&scenario);
        let offers_a_place = scenario.you.is_some();
        let mut desk = Desk {
            shown: Shown { session: Rc::new(Session::new(scenario, contest)), stamp: 0 },
            pacing: Pacing::new(&settings),
            notice: problems.iter().map(ToString::to_string).collect(),
            court,
            anomalies: Vec::new(),
            mode: Mode::Race,
            before: (contest, 0),
            staffed: linked.is_asked() || offers_a_place,
            tab: Tab::Code,
            language: Language::default(),
            settings: Rc::new(settings),
            linked,
            newer,
            rounds: 0,
            timed: false,
        };
        desk.arrive();
        desk
    }

    /// The desk after an action at a time of the page's clock, in ms. None if nothing changes.
    pub fn act(&self, action: &Action, at_ms: f64) -> Option<Desk> {
        let mut next = self.clone();
        next.apply(action, at_ms).then_some(next)
    }

    fn apply(&mut self, action: &Action, at_ms: f64) -> bool {
        let cursor = self.session().cursor();
        if !action.is_seen_in(self.mode) {
            return false;
        }
        match action {
            Action::Play => self.play(at_ms),
            Action::Pause => self.pause(at_ms),
            Action::Toggle if self.is_playing() => self.pause(at_ms),
            Action::Toggle => self.play(at_ms),
            Action::Tick => self.tick(at_ms),
            Action::Step(by) => self.seek(moved(cursor, *by)),
            Action::Seek(step) => self.seek(*step),
            Action::End => self.seek(u32::MAX),
            Action::NextAnomaly => self.seek(self.next_anomaly().unwrap_or(u32::MAX)),
            Action::PreviousAnomaly => {
                let before = self.anomalies.iter().rfind(|step| **step < cursor).copied();
                before.is_some_and(|step| self.seek(step))
            }
            Action::Faster => self.change_speed(1, at_ms),
            Action::Slower => self.change_speed(-1, at_ms),
            Action::Choose(contest) => self.choose(*contest),
            Action::Look(tab) => {
                self.staffed |= tab.is_staffed();
                std::mem::replace(&mut self.tab, *tab) != *tab
            }
            Action::Speak(language) => {
                self.staffed = true;
                std::mem::replace(&mut self.language, *language) != *language
            }
            Action::Pick(choice) => self.pick(*choice),
            Action::Answer(mark) => self.answer(*mark),
            Action::Change(scenario) => self.change(scenario),
            Action::Open(link) => {
                let (tab, language) = (self.tab, self.language);
                self.replace(Desk { tab, language, ..Desk::open(link) })
            }
            Action::Staff => !std::mem::replace(&mut self.staffed, true),
            Action::ShowAnyway => self.newer.take().is_some(),
            Action::Dismiss => {
                let any = !self.notice.is_empty();
                self.notice.clear();
                any
            }
        }
    }

    /// What the drawings are given.
    pub fn shown(&self) -> &Shown {
        &self.shown
    }

    /// The session.
    pub fn session(&self) -> &Session {
        &self.shown.session
    }

    /// The scenario.
    pub fn scenario(&self) -> &Scenario {
        self.session().scenario()
    }

    /// The worker is to know what is on show.
    pub fn is_staffed(&self) -> bool {
        self.staffed
    }

    /// The lanes show virtual time instead of steps.
    pub fn is_timed(&self) -> bool {
        self.timed
    }

    /// What the inspector shows.
    pub fn tab(&self) -> Tab {
        self.tab
    }

    /// The language of the code.
    pub fn language(&self) -> Language {
        self.language
    }

    /// The mode.
    pub fn mode(&self) -> Mode {
        self.mode
    }

    /// What is wrong with the link that was opened, a sentence each, until dismissed.
    pub fn notice(&self) -> &[String] {
        &self.notice
    }

    /// The steps, as far as the race was made, at which a safety rule breaks.
    pub fn anomalies(&self) -> &[u32] {
        &self.anomalies
    }

    /// A safety rule is broken at the cursor or before it.
    pub fn is_bad(&self) -> bool {
        self.anomalies.first().is_some_and(|step| *step <= self.session().cursor())
    }

    /// The next known step after the cursor at which a rule breaks.
    pub fn next_anomaly(&self) -> Option<u32> {
        let cursor = self.session().cursor();
        self.anomalies.iter().find(|step| **step > cursor).copied()
    }

    /// Another desk in the place of this one; whoever watches goes on watching.
    fn replace(&mut self, desk: Desk) -> bool {
        let timed = self.timed;
        let (stamp, pulse) = (self.shown.stamp + 1 + desk.shown.stamp, self.pacing.pulse());
        let staffed = self.staffed || desk.staffed;
        *self = Desk { staffed, timed, pacing: desk.pacing.after(pulse), ..desk };
        self.shown.stamp = stamp;
        true
    }

    fn seek(&mut self, step: u32) -> bool {
        let was = (self.is_playing(), self.session().cursor(), self.now());
        self.pacing = self.pacing.at_rest();
        if step != was.1 {
            self.move_session(|session| session.seek(step));
        }
        was != (false, self.session().cursor(), self.now())
    }

    fn choose(&mut self, contest: Contest) -> bool {
        if contest == self.session().contest() || !lab::contests(self.scenario()).contains(&contest)
        {
            return false;
        }
        let place = self.session().cursor();
        self.race_anew(self.scenario().clone(), contest);
        self.move_session(|session| session.seek(place));
        true
    }

    /// A new race at step 0, by the same strategy if the scenario still has it; nothing if the scenario is the same.
    fn change(&mut self, scenario: &Scenario) -> bool {
        if scenario == self.scenario() {
            return false;
        }
        let contests = lab::contests(scenario);
        let contest = self.session().contest();
        let contest = if contests.contains(&contest) { contest } else { contests[0] };
        self.race_anew(scenario.clone(), contest);
        true
    }

    fn race_anew(&mut self, scenario: Scenario, contest: Contest) {
        self.show(Session::new(scenario, contest));
    }

    /// Another session, in which no step has been made yet.
    fn show(&mut self, session: Session) {
        self.court = Court::new(session.scenario());
        self.shown.session = Rc::new(session);
        self.shown.stamp += 1;
        self.pacing = self.pacing.in_real_time(false);
        self.anomalies.clear();
    }

    /// Every change of the session comes through here: the stamp moves, and the judge sees what is new.
    fn move_session(&mut self, change: impl FnOnce(&mut Session)) {
        change(Rc::make_mut(&mut self.shown.session));
        self.shown.stamp += 1;
        // Side by side, the anomalies are those of all races.
        if self.mode != Mode::Compare {
            self.court.follow(&self.shown.session);
            self.anomalies = self.court.anomalies();
        }
    }
}

/// The cursor and what the timer counts: kept apart because [`Ms`] of the race and ms of the page never mix.
impl Desk {
    /// It goes on by itself.
    pub fn is_playing(&self) -> bool {
        self.pacing.is_running()
    }

    /// The speed: 1 is a step each 600 ms.
    pub fn speed(&self) -> f64 {
        self.pacing.pace().speed
    }

    /// The speed as it is shown: `2×`.
    pub fn speed_name(&self) -> &'static str {
        self.pacing.speed_name()
    }

    /// The virtual time that is shown, in ms: it goes on within a wait, but never reaches the step that is waited for.
    pub fn now(&self) -> Ms {
        let at = self.session().stage().at;
        self.session().gap().map_or(at, |(gap_ms, _)| at + self.pacing.passed(gap_ms))
    }

    /// Virtual time that is on show in less than it takes, in ms: idle time is not played out.
    pub fn hurries_through(&self) -> Option<Ms> {
        let gap_ms = self.gap_ms().filter(|_| self.is_playing())?;
        let pace = self.pacing.pace();
        (gap_ms as f64 / pace.speed > pace.wait_ms(gap_ms)).then_some(gap_ms)
    }

    /// How long the pacemaker sleeps until the next [`Action::Tick`], in ms; none while paused.
    pub fn nap_ms(&self) -> Option<f64> {
        self.pacing.nap_ms(self.gap_ms()?)
    }

    /// Virtual time until something happens by itself: the next step or, at the end, the next round.
    fn gap_ms(&self) -> Option<Ms> {
        // The races have clocks of their own: in lock step each step takes the same time.
        let timed = self.mode != Mode::Compare;
        let step = self.session().gap().map(|(gap_ms, _)| if timed { gap_ms } else { 0 });
        step.or_else(|| self.repeats().then_some(REST_MS))
    }

    /// Changes with every tick: what the pacemaker sets its next timer by.
    pub fn pulse(&self) -> u64 {
        self.pacing.pulse()
    }

    fn play(&mut self, at_ms: f64) -> bool {
        if self.is_playing() {
            return false;
        }
        if self.session().gap().is_none() {
            if !self.session().is_over() {
                return false; // it waits for the person
            }
            self.seek(0);
            self.rounds = 0;
        }
        self.pacing.run(at_ms);
        self.session().gap().is_some() || self.pause(at_ms)
    }

    fn pause(&mut self, at_ms: f64) -> bool {
        self.pacing.stop(at_ms, self.gap_ms().unwrap_or_default())
    }

    fn tick(&mut self, at_ms: f64) -> bool {
        let Some(gap_ms) = self.gap_ms() else { return self.pause(at_ms) };
        if !self.is_playing() {
            return false;
        }
        if self.pacing.tick(at_ms, gap_ms) {
            if self.session().gap().is_some() {
                self.step_on();
            } else {
                self.rounds += 1;
                self.move_session(|session| session.seek(0));
            }
        }
        true
    }

    /// One step by itself; playing ends with the race, or where it is to stop.
    fn step_on(&mut self) {
        let was_bad = self.is_bad();
        self.move_session(|session| {
            session.forward();
        });
        if self.gap_ms().is_none() || (self.stops_here(was_bad) && !self.is_seated()) {
            self.pacing = self.pacing.at_rest();
        }
    }

    fn change_speed(&mut self, by: isize, at_ms: f64) -> bool {
        self.pacing.change_speed(by, at_ms, self.gap_ms().unwrap_or_default())
    }
}

fn moved(cursor: u32, by: i64) -> u32 {
    u32::try_from((i64::from(cursor) + by).max(0)).unwrap_or(u32::MAX)
}
