//! What the usher says of its own accord.

use super::known::{label, milestones};
use super::message::{Fault, Id};
use super::says::{Kind, Marker, Says};
use super::usher::{STATE_MS, Usher};
use crate::share::Height;

impl Usher {
    /// Says something, if the host wants to hear it.
    pub(super) fn tell(&mut self, says: Says) {
        let kind = says.kind();
        let known = self.greeted || matches!(kind, Kind::Ready | Kind::Resize);
        let refused = |chosen: &Vec<Kind>| Kind::CHOSEN.contains(&kind) && !chosen.contains(&kind);
        if known && !self.chosen.as_ref().is_some_and(refused) {
            self.reply(says, None);
        }
    }

    pub(super) fn reply(&mut self, says: Says, re: Option<Id>) {
        self.out.push(says.by(self.embed.id.clone(), re));
    }

    pub(super) fn refuse(&mut self, fault: Fault, re: Option<Id>) {
        self.reply(Says::Error(fault), re);
    }

    /// The cursor has come to another step.
    pub(super) fn arrive(&mut self) {
        let (session, anomalies) = (self.desk.session(), self.desk.anomalies());
        let (step, is_over) = (session.cursor(), session.is_over());
        let markers = milestones(session.trace().events_to(step), anomalies);
        let reached = markers.iter().position(|marker| marker.step == step);
        if let Some(index) = reached {
            let kind = markers[index].kind.name();
            let marker = Marker { index: index as u32, step, kind, label: label(session) };
            self.tell(Says::Marker(marker));
        }
        if is_over && self.greeted {
            let outcome = self.known().outcome.clone();
            self.tell(Says::Outcome(outcome));
        }
    }

    pub(super) fn has_news(&self) -> bool {
        self.greeted && self.told.as_ref() != Some(&self.state())
    }

    pub(super) fn tell_state(&mut self, at_ms: f64) {
        let waits = self.desk.is_playing() && at_ms - self.told_ms < STATE_MS;
        if self.has_news() && !waits {
            let state = self.state();
            (self.told, self.told_ms) = (Some(state.clone()), at_ms);
            self.tell(Says::State(state));
        }
    }

    pub(super) fn tell_size(&mut self, at_ms: f64) {
        if self.embed.height != Height::Auto {
            return;
        }
        if let Some((width, height)) = self.size.due(at_ms) {
            self.tell(Says::Resize { width, height });
        }
    }
}
