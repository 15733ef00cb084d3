//! You in the race: the person at the page takes a user's place and decides its steps, while the others race in real time.
//!
//! Whatever is done becomes a part of the scenario: the seats its `clicks`, the steps and the waits between them its `order`.
//! So the address leads to the same race, and at its end it is a run like any other.

use super::{Action, Desk, Mode};
use crate::lab::{self, Contest};
use crate::player::{Hand, Session};
use crate::scenario::{Cast, Clock, PARTY_MAX, Query, Scenario, Sched};
use crate::trace::{Choice, Mark, Order};
use crate::units::{LETTERS, Seat, User};
use std::rc::Rc;

/// The scenario of the gallery in which a place is free, with the times of people. What the gallery's own ranges say is
/// frozen in links; they begin at a few milliseconds, faster than anybody thinks.
const MADE_FOR_PEOPLE: &str = "s=your-turn&arrive=1s..5s&think=2s..6s&pay=3s..6s";

impl Desk {
    /// Somebody has taken a place in the race.
    pub fn is_seated(&self) -> bool {
        self.session().hand().is_some()
    }

    /// Whose place somebody has taken, and whether the step that it decided is on its way.
    pub fn seated(&self) -> Option<(User, bool)> {
        self.session().hand().map(|hand| (hand.user, hand.called.is_some()))
    }

    /// The user's steps could be decided: the scenario has a person, whose letter stands in an order.
    pub fn has_a_place(&self) -> bool {
        self.scenario().you.is_some() && self.scenario().users <= LETTERS
    }

    pub(super) fn sit(&mut self) -> bool {
        let mut scenario = self.scenario().clone();
        let contest = self.session().contest();
        if !self.has_a_place() {
            scenario = Query::parse_tolerant(MADE_FOR_PEOPLE).0;
            if let (Cast::Compare(_), Cast::Compare(cast)) = (&scenario.cast, &self.scenario().cast)
            {
                scenario.cast = Cast::Compare(cast.clone());
            }
        }
        let contests = lab::contests(&scenario);
        let contest = if contests.contains(&contest) { contest } else { contests[0] };
        self.sit_down(scenario, contest)
    }

    /// At the beginning of a race, with no seat chosen.
    pub(super) fn sit_down(&mut self, scenario: Scenario, contest: Contest) -> bool {
        let Some(user) = scenario.you else { return false };
        let (order, clicks) = (Order::default(), Vec::new());
        let scenario =
            Scenario { order, clicks, clock: Clock::Natural, sched: Sched::Time, ..scenario };
        (self.mode, self.staffed) = (Mode::Race, true);
        self.show(Session::with_hand(scenario, contest, Hand::of(user)));
        self.pacing = self.pacing.in_real_time(true);
        true
    }

    /// Whatever was decided is the order; after it, the user goes on as all others do.
    pub(super) fn rise(&mut self) -> bool {
        if !self.is_seated() {
            return false;
        }
        let (order, contest) = (self.session().order(), self.session().contest());
        let step = self.session().cursor();
        self.race_anew(Scenario { order, ..self.scenario().clone() }, contest);
        self.move_session(|session| session.seek(step));
        true
    }

    /// A seat more or less, before the first step.
    pub(super) fn click(&mut self, seat: Seat) -> bool {
        let Some((user, false)) = self.seated() else { return false };
        let begun = self.session().stage().users[user.0 as usize].last.is_some();
        let scenario = self.scenario();
        if begun || seat.0 >= scenario.hall.seats() {
            return false;
        }
        let mut clicks = scenario.clicks.clone();
        match clicks.iter().position(|other| *other == seat) {
            Some(at) => drop(clicks.remove(at)),
            None if clicks.len() < PARTY_MAX as usize => clicks.push(seat),
            None => return false,
        }
        let order = self.session().order();
        self.race_on(Scenario { clicks, order, ..scenario.clone() }, user);
        true
    }

    /// The user's next step, as soon as it can be made. Time that has passed at the page has passed in the race.
    pub(super) fn go(&mut self, answer: Option<Mark>, at_ms: f64) -> bool {
        let Some((user, false)) = self.seated() else { return false };
        if self.scenario().clicks.is_empty() {
            return false;
        }
        self.pacing.look_at(at_ms);
        let now = self.now();
        let mut scenario = self.scenario().clone();
        let mut race = lab::race(&scenario, self.session().contest());
        race.follow(&self.session().order());
        if race.asks(user).is_none() {
            return false; // it is told something, or waits for a lock
        }
        let waited = now.saturating_sub(race.now());
        if waited > 0 {
            // The time on show never reaches a deadline, so it may pass.
            let _ = race.step(Choice::Wait(waited));
            self.pacing.next_wait();
        }
        scenario.order = race.order().clone();
        self.race_on(scenario, user);
        Rc::make_mut(&mut self.shown.session).call(answer);
        self.pacing.run(at_ms);
        true
    }

    /// What concerns another user waits; the user's own steps are decisions.
    pub(super) fn act_seated(&mut self, action: &Action, at_ms: f64) -> bool {
        match action {
            Action::Pick(Choice::Step(user, answer)) if Some(*user) == self.scenario().you => {
                self.go(*answer, at_ms)
            }
            Action::Pick(_) => false,
            Action::Answer(mark) => self.go(Some(*mark), at_ms),
            Action::Choose(contest) if *contest != self.session().contest() => {
                self.sit_down(self.scenario().clone(), *contest)
            }
            action => {
                let changed = self.apply(action, at_ms);
                // What is over is a race like any other.
                changed | (self.session().is_over() && self.rise())
            }
        }
    }

    /// The same race at the end of its scenario's order. What was waited at the page for the next step stays waited.
    fn race_on(&mut self, scenario: Scenario, user: User) {
        let (contest, pacing) = (self.session().contest(), self.pacing);
        let steps = scenario.order.0.len() as u32;
        self.show(Session::with_hand(scenario, contest, Hand::of(user)));
        self.move_session(|session| session.seek(steps));
        self.pacing = pacing;
    }
}
