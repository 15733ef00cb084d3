//! What only the whole page does with its desk. A frame never calls it, so its program, which has a size to keep to, is
//! without it.

use super::{Action, Desk, Mode};
use crate::player::Session;
use crate::trace::Mark;
use crate::units::Seat;
use std::rc::Rc;

/// What a person or the pacemaker does at the whole page.
#[derive(Clone, PartialEq, Debug)]
pub enum Deed {
    /// What can be done in a frame, too.
    Do(Action),
    /// Take the place of the scenario's person, or of one in a scenario made for that.
    Sit,
    /// Leave it: the user goes on by itself.
    Rise,
    /// Ask for this seat, or for it no more, before the first step.
    Click(Seat),
    /// Make the next step, with this answer if it is to a payment.
    Go(Option<Mark>),
    /// To the next step at which something breaks, and pause; nowhere if nothing does.
    NextAnomaly,
    /// To the next step worth stopping at, such as a conflict, and pause; nowhere if there is none.
    NextMarker,
    /// To the one before, and pause.
    PreviousMarker,
    /// Single keys do something, or nothing.
    Keys(bool),
}

impl Desk {
    /// The desk after a deed at a time of the page's clock, in ms. None if nothing changes.
    pub fn does(&self, deed: &Deed, at_ms: f64) -> Option<Desk> {
        let mut next = self.clone();
        let changed = match deed {
            Deed::Do(action) if self.is_seated() => next.act_seated(action, at_ms),
            Deed::Do(action) => return self.act(action, at_ms),
            Deed::Sit => next.sit(),
            Deed::Rise => next.rise(),
            Deed::Click(seat) => next.click(*seat),
            Deed::Go(answer) => next.go(*answer, at_ms),
            Deed::Keys(on) => next.switch_keys(*on),
            _ if self.mode() != Mode::Race => false,
            Deed::NextAnomaly => next.find_anomaly(),
            Deed::NextMarker => next.find_marker(true),
            Deed::PreviousMarker => next.find_marker(false),
        };
        changed.then_some(next)
    }

    fn switch_keys(&mut self, on: bool) -> bool {
        std::mem::replace(&mut Rc::make_mut(&mut self.settings).no_keys, !on) == on
    }

    /// Nobody knows what is to come before it has happened: the race goes on until something breaks.
    fn find_anomaly(&mut self) -> bool {
        let cursor = self.session().cursor();
        if self.next_anomaly().is_none() && !self.is_seated() {
            self.move_session(|session| session.seek(u32::MAX));
            self.move_session(|session| session.seek(cursor));
        }
        self.next_anomaly().is_some_and(|step| self.seek(step))
    }

    fn find_marker(&mut self, ahead: bool) -> bool {
        let cursor = self.session().cursor();
        let mut next = self.clone();
        loop {
            let moved = match ahead {
                true => !next.is_seated() && next.session_step(Session::forward),
                false => next.session_step(Session::back),
            };
            if !moved {
                return false;
            }
            if next.marker().is_some() && next.session().cursor() != cursor {
                return self.seek(next.session().cursor());
            }
        }
    }

    fn session_step(&mut self, step: fn(&mut Session) -> bool) -> bool {
        let mut moved = false;
        self.move_session(|session| moved = step(session));
        moved
    }
}
