//! What a link asks of the desk beside its scenario: where to open, how to play, what to prove.

use super::Desk;
use crate::player::Marker;
use crate::scenario::Scenario;
use crate::share::{At, Fragment, Link, PauseOn, Settings};
use crate::texts::player::desk as texts;
use crate::units::Ms;
use std::rc::Rc;

/// At the end of a race that is played again the end is shown as if so much virtual time were to pass, in ms.
pub(super) const REST_MS: Ms = 2_000;

/// The link that was opened.
pub(super) struct Linked {
    /// As it was written.
    text: String,
    /// What it means.
    scenario: Scenario,
    /// It claims something, or has a fragment: the worker is to read it.
    asked: bool,
}

impl Linked {
    pub(super) fn new(text: &str, link: &Link) -> Linked {
        let Link { scenario, settings, newer, .. } = link;
        let claims = settings.digest.is_some() || settings.claim.is_some();
        let asked = newer.is_none() && (claims || Fragment::is_in(text));
        Linked { text: text.to_owned(), scenario: scenario.clone(), asked }
    }

    pub(super) fn is_asked(&self) -> bool {
        self.asked
    }
}

impl Desk {
    /// How the link wants a scenario to be shown.
    pub fn settings(&self) -> &Settings {
        &self.settings
    }

    /// The version of a link that was made by a newer program: nothing of it is shown before somebody asks for it.
    pub fn newer(&self) -> Option<u32> {
        self.newer
    }

    /// What stands for what is on show in the address bar: the scenario and how it is shown, without claims.
    pub fn link(&self) -> String {
        self.scenario().query() + &self.settings.lasting().query()
    }

    /// The link that was opened, where it claims something or has a fragment: somebody who can is to look at it.
    pub fn asked(&self) -> Option<&str> {
        self.linked.asked.then_some(&*self.linked.text)
    }

    /// What is on show is what this link means: one that was opened may have more in it than its query.
    pub fn is_said_by(&self, text: &str) -> bool {
        let opened = text == self.linked.text && *self.scenario() == self.linked.scenario;
        opened || (!Fragment::is_in(text) && Link::parse(text).scenario == *self.scenario())
    }

    /// What is on show is what this link means but for its order and, where that has been chosen by hand, its clock.
    pub fn is_continued_from(&self, text: &str) -> bool {
        let opened = Link::parse(text).scenario;
        let (clock, order) = (self.scenario().clock, self.scenario().order.clone());
        *self.scenario() == Scenario { clock, order, ..opened }
    }

    /// Nobody has changed the scenario of the link since it was opened: what it claims is about what is on show.
    pub fn is_as_linked(&self) -> bool {
        *self.scenario() == self.linked.scenario
    }

    /// A step at which one may want to stop.
    pub fn marker(&self) -> Option<Marker> {
        let broken = self.anomalies().contains(&self.session().cursor());
        if broken { Some(Marker::Anomaly) } else { Marker::of(self.session().step_events()) }
    }

    /// To the step at which the link wants to open.
    pub(super) fn arrive(&mut self) {
        let at = self.settings.at;
        match at {
            At::Start => {}
            At::Step(step) => self.move_session(|session| session.seek(step)),
            At::End | At::FirstAnomaly => self.move_session(|session| session.seek(u32::MAX)),
        }
        if at == At::FirstAnomaly {
            let first = self.anomalies.first().copied();
            if first.is_none() {
                self.notice.push(texts::NO_ANOMALY.to_owned());
            }
            self.move_session(|session| session.seek(first.unwrap_or_default()));
        }
    }

    pub(super) fn load(&mut self, query: &str) -> bool {
        let settings = self.settings.lasting();
        let (tab, language, pacing) = (self.tab, self.language, self.pacing.at_rest());
        let fresh = Desk::open(query);
        self.replace(Desk { settings: Rc::new(settings), tab, language, pacing, ..fresh })
    }

    /// The fragment's part of the link that is open: it stays the link that was opened.
    pub(super) fn unfold(&mut self, link: &str) -> bool {
        let fresh = Desk::open(link);
        let scenario = fresh.scenario().clone();
        let linked = Linked { text: self.linked.text.clone(), scenario, asked: true };
        self.replace(Desk { linked: Rc::new(linked), ..fresh })
    }

    /// Playing goes on from the end with the start.
    pub(super) fn repeats(&self) -> bool {
        match self.settings.repeat {
            1 => true,
            times => self.rounds + 1 < times,
        }
    }

    /// Playing stops by itself at the cursor. Whether a rule was broken before decides: the first anomaly stops, once.
    pub(super) fn stops_here(&self, was_bad: bool) -> bool {
        match self.settings.pause_on {
            PauseOn::Nowhere => false,
            PauseOn::Anomaly => self.is_bad() && !was_bad,
            PauseOn::Marker => self.marker().is_some(),
            PauseOn::Each => true,
        }
    }
}
