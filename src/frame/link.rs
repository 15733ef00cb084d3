//! Links: what the frame makes of the one that it was opened with, and the one that leads to what is on show.

use super::usher::Usher;
use crate::lab;
use crate::scenario::Scenario;
use crate::share::{At, Link, Settings};
use crate::units::LETTERS;

impl Usher {
    /// The link to what is on show: the whole page, at this step of this race.
    pub fn url(&self) -> String {
        if let Some(folded) = self.folded.as_ref().filter(|_| self.desk.session().cursor() == 0) {
            return format!("{}{folded}", self.base);
        }
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

/// Whether a link has an order behind `#`. A frame reads its query only: what unpacks such an order would be a hundredth of
/// all that it loads, and snippets never make one. It says so, and its link leads to the page that can.
pub(super) fn is_folded(link: &str) -> bool {
    let behind = link.split_once('#').map_or("", |(_, behind)| behind);
    let order = behind.strip_prefix("%23").unwrap_or(behind).strip_prefix('x');
    order.is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()))
}
