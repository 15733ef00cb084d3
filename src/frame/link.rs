//! Links: what the frame makes of the one that it was opened with, and the one that leads to what is on show.

use super::usher::Usher;
use crate::lab;
use crate::scenario::{Problem, Scenario};
use crate::share::{At, Fragment, Link, Settings, open};
use crate::units::LETTERS;

impl Usher {
    /// The link to what is on show: the whole page, at this step of this race.
    pub fn url(&self) -> String {
        let (scenario, at) = self.shown();
        let settings = Settings { at, ..Settings::default() };
        let link = Link { scenario, settings, problems: Vec::new(), newer: None };
        format!("{}?{}", self.base, link.query())
    }

    /// The scenario as it is on show, with its order so far, and the step.
    fn shown(&self) -> (Scenario, At) {
        let session = self.desk.session();
        let step = session.cursor();
        if step == 0 {
            return (session.scenario().clone(), At::Start);
        }
        let mut scenario = lab::alone(session.scenario(), session.contest());
        // An order that the link gave may go on behind what has been made of it.
        if scenario.users <= LETTERS && session.order().0.len() > scenario.order.0.len() {
            scenario.order = session.order();
        }
        (scenario, At::Step(step))
    }
}

/// A link with the order of its fragment in its query, and what is wrong with it; none where it has no fragment.
pub(super) fn unfolded(link: &str) -> Option<(String, Vec<Problem>)> {
    Fragment::is_in(link).then(|| {
        let link = open(link);
        (link.query(), link.problems)
    })
}
