//! A whole link: the scenario, how it is to be shown, and what was wrong with it.

use super::settings::Settings;
use crate::scenario::{Problem, Query, Scenario, pairs};

/// What a link means.
#[derive(Clone, PartialEq, Debug)]
pub struct Link {
    /// The scenario.
    pub scenario: Scenario,
    /// How it is to be shown.
    pub settings: Settings,
    /// What could not be used, and counts as not given.
    pub problems: Vec<Problem>,
    /// The version that the link was made with, where that is newer than this program's: what the rest means is then known
    /// to the newer program only.
    pub newer: Option<u32>,
}

impl Link {
    /// Reads any text as a link. It always means a valid scenario.
    ///
    /// # Example
    /// ```
    /// use seatrace::share::{At, Link};
    /// let link = Link::parse("https://host.example/?v=1&users=2&at=end&theme=neon&utm_source=x");
    /// assert_eq!((link.scenario.users, link.settings.at), (2, At::End));
    /// assert_eq!(link.problems[0].parameter, "theme");
    /// assert_eq!(link.query(), "v=1&users=2&at=end");
    /// ```
    pub fn parse(text: &str) -> Link {
        let (scenario, mut problems) = Query::parse_tolerant(text);
        let newer = newer(text);
        // Said once, as a whole page: see `newer`.
        problems.retain(|problem| newer.is_none() || problem.parameter != "v");
        if problems.iter().any(|problem| problem.parameter == "link") {
            return Link { scenario, settings: Settings::default(), problems, newer: None };
        }
        let (settings, others) = Settings::parse_tolerant(text);
        problems.extend(others);
        Link { scenario, settings, problems, newer }
    }

    /// The canonical query: the scenario's, then what differs from the usual way of showing it.
    ///
    /// Like that of a scenario it has only characters that survive form encoding, Markdown and QR codes, and ends in a letter
    /// or digit.
    pub fn query(&self) -> String {
        self.scenario.query() + &self.settings.query()
    }
}

fn newer(text: &str) -> Option<u32> {
    let (_, version) = pairs(text).filter(|(name, _)| name.eq_ignore_ascii_case("v")).last()?;
    version.parse().ok().filter(|version| *version > super::VERSION)
}
