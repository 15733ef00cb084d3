//! Links: what the frame makes of the one that it was opened with, and the one that leads to what is on show.

use super::usher::Usher;
use crate::lab;
use crate::scenario::Scenario;
use crate::share::{At, Broken, Fragment, Link, Settings};
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

/// A link with the order of its fragment in its query, and what is wrong with the fragment.
pub(super) fn unfolded(link: &str) -> (String, Option<String>) {
    if !Fragment::is_in(link) {
        return (link.to_owned(), None);
    }
    match Fragment::parse(link).order {
        Some(Ok(order)) => {
            let read = Link::parse(link);
            let scenario = Scenario { order, ..read.scenario.clone() };
            (Link { scenario, ..read }.query(), None)
        }
        Some(Err(Broken::Newer(version))) => {
            let says = format!(
                "The order of this link was made with version {version}, which is newer, and is left out"
            );
            (link.to_owned(), Some(says))
        }
        Some(Err(_)) => {
            let says = "The link is incomplete: its order is left out";
            (link.to_owned(), Some(says.to_owned()))
        }
        None => (link.to_owned(), None),
    }
}
