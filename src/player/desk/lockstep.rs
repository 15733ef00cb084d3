//! Lock step: in the comparison one cursor moves all races of the scenario.
//!
//! The desk has one session, so the longest race stands in for the others while they are compared: its steps are those of
//! the scrubber. What each race looks like at a step is the worker's to show. The race that was on show comes back as it was.

use super::{Court, Desk, Mode};
use crate::lab;
use crate::player::{SCOUT_STEPS_MAX, Session};
use crate::units::ranked;
use std::rc::Rc;

impl Desk {
    /// Another mode. The comparison begins where the race stands; at the end, where that has not begun or is over.
    pub(super) fn turn(&mut self, mode: Mode) -> bool {
        let was = std::mem::replace(&mut self.mode, mode);
        self.staffed |= mode != Mode::Race;
        if was != mode && mode == Mode::Compare {
            self.line_up();
        } else if was != mode && was == Mode::Compare {
            let (contest, step) = self.before;
            self.race_anew(self.scenario().clone(), contest);
            self.move_session(|session| session.seek(step));
        }
        was != mode
    }

    /// The longest of the compared races on show, and the anomalies of all: of each those within the first
    /// [`SCOUT_STEPS_MAX`] steps.
    pub(super) fn line_up(&mut self) {
        let (scenario, session) = (self.scenario().clone(), self.session());
        let step = if session.is_over() { 0 } else { session.cursor() };
        self.before = (session.contest(), session.cursor());
        let mut longest: Option<Session> = None;
        let mut anomalies = Vec::new();
        for contest in lab::compared(&scenario) {
            let mut session = Session::new(scenario.clone(), contest);
            session.seek(SCOUT_STEPS_MAX);
            let mut court = Court::new(&scenario);
            court.follow(&session);
            anomalies.extend(court.anomalies());
            if longest.as_ref().is_none_or(|longest| longest.steps() < session.steps()) {
                longest = Some(session);
            }
        }
        if let Some(longest) = longest {
            self.shown.session = Rc::new(longest);
        }
        self.anomalies = ranked(anomalies, |step| u64::from(*step));
        self.anomalies.dedup();
        self.move_session(|session| session.seek(if step == 0 { u32::MAX } else { step }));
    }

    /// From the comparison to one of its races, at the step to which it has come.
    pub(super) fn watch(&mut self, place: u32) -> bool {
        let contests = lab::contests(self.scenario());
        let Some(contest) = contests.get(place as usize).filter(|_| self.mode == Mode::Compare)
        else {
            return false;
        };
        self.before = (*contest, self.session().cursor());
        self.turn(Mode::Race)
    }
}
