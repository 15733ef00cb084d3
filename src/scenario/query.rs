//! Reading a scenario from a link, and printing it as one.
//!
//! A query is `name=value` pairs joined by `&`. Reading lays what the query gives over what its gallery scenario changes
//! and that over the plain scenario, and then asks the rules. What cannot be used is taken out of the query, one
//! parameter after another, until the rest is valid: a gallery scenario is valid, so this ends in a valid scenario.
//! Seats are names until the hall is known; so `s=deadlock&seats=4x20` still wants D1 and D2.

use super::gallery::{self, Entry};
use super::params::{Param, params};
use super::problem::Problem;
use super::rules::{Clash, first_clash};
use super::{Scenario, VERSION, Want};
use crate::texts::scenario::problems as texts;
use crate::units::cut;
use percent_encoding::percent_decode_str;
use std::borrow::Cow;

/// The longest text that is read as a query or link, in bytes. Every valid scenario prints as less.
pub const QUERY_BYTES_MAX: usize = 1 << 20;

/// A scenario as URL parameters.
///
/// The text is what stands after `?` in a link, or a whole link: everything from the first `#` on is dropped. `?` and `&amp;`
/// count as `&`, so the address before the first `?` is a parameter that nobody knows. Names and values are percent-decoded; `+` is not a space. Names and enumerated
/// values may be in upper or lower case; orders and seat names may not. Of a parameter given twice the last counts.
/// Parameters that [`params`] does not know are ignored. A text longer than [`QUERY_BYTES_MAX`] is not read at all: it is
/// the default scenario and one problem, named `link`.
#[derive(Clone, Copy, Debug)]
pub struct Query;

impl Query {
    /// Reads a query strictly.
    ///
    /// # Errors
    /// One [`Problem`] for each parameter that cannot be used.
    ///
    /// # Example
    /// ```
    /// use seatrace::scenario::Query;
    /// let scenario = Query::parse("https://host.example/?v=1&users=2&hold=600s#top").unwrap();
    /// assert_eq!((scenario.users, scenario.hold_ms), (2, Some(600_000)));
    /// let problems = Query::parse("users=none").unwrap_err();
    /// assert_eq!(problems[0].parameter, "users");
    /// ```
    pub fn parse(text: &str) -> Result<Scenario, Vec<Problem>> {
        let (scenario, problems) = Query::parse_tolerant(text);
        if problems.is_empty() { Ok(scenario) } else { Err(problems) }
    }

    /// Reads as much of a query as is valid: each parameter that cannot be used counts as not given, and has one
    /// [`Problem`]. The scenario is always valid.
    pub fn parse_tolerant(text: &str) -> (Scenario, Vec<Problem>) {
        if text.len() > QUERY_BYTES_MAX {
            let allowed = texts::bytes_at_most(QUERY_BYTES_MAX);
            let reason = Some(texts::bytes_long(text.len()));
            let problem = Problem::new("link", text, reason, allowed);
            return (Scenario::default(), vec![problem]);
        }
        let given = Given::read(text);
        let slug = given.text("s").and_then(gallery::find);
        given.scenario(slug.unwrap_or(&gallery::gallery()[0]))
    }
}

/// The values of the parameters that a query gives, in the order of the table.
#[derive(Clone, Debug, Default)]
pub(super) struct Given(Vec<(&'static Param, String)>);

impl Given {
    fn read(text: &str) -> Given {
        let mut values = vec![None; params().len()];
        for (name, value) in pairs(text) {
            if let Some(at) = params().iter().position(|p| p.name.eq_ignore_ascii_case(&name)) {
                values[at] = Some(value);
            }
        }
        let decode = |value| percent_decode_str(value).decode_utf8_lossy().into_owned();
        let given = params().iter().zip(values);
        Given(given.filter_map(|(param, value)| Some((param, decode(value?)))).collect())
    }

    fn text(&self, name: &str) -> Option<&str> {
        self.0.iter().find(|(param, _)| param.name == name).map(|(_, text)| text.as_str())
    }

    /// The scenario of these values over those of a gallery scenario; values that cannot be used become problems.
    pub(super) fn scenario(mut self, entry: &Entry) -> (Scenario, Vec<Problem>) {
        let changes = Given::read(entry.changes);
        let mut problems = Vec::new();
        loop {
            let Clash { blame, reason } = match self.over(&changes, entry) {
                Ok(scenario) => return (scenario, problems),
                Err(clash) => clash,
            };
            let given = |name: &&str| self.0.iter().position(|(param, _)| param.name == *name);
            let at = blame.iter().find_map(given).expect("a gallery scenario is valid by itself");
            let (param, text) = self.0.remove(at);
            problems.push(Problem::new(param.name, &text, reason, param.allowed()));
        }
    }

    /// Lays these values over those of a gallery scenario, and stops at the first that cannot be used.
    fn over(&self, changes: &Given, entry: &Entry) -> Result<Scenario, Clash> {
        let cast_given = self.text("strategy").or(self.text("mix")).is_some();
        if cast_given && self.text("strategy").is_some() && self.text("mix").is_some() {
            return Err(Clash::new(&["mix"], texts::STRATEGY_GIVEN_TOO));
        }
        let mut scenario = Scenario { slug: entry.slug, ..Scenario::plain() };
        for param in params() {
            // The two stand in each other's place, so one of the query displaces the other of the gallery.
            let displaced = cast_given && matches!(param.name, "strategy" | "mix");
            let under = if displaced { None } else { changes.text(param.name) };
            let Some(text) = self.text(param.name).or(under) else { continue };
            let read = param.read(&mut scenario, text);
            // Seats are named, so a gallery's seats may fail to exist in the hall of the query.
            read.map_err(|reason| Clash { blame: vec![param.name, "seats"], reason })?;
        }
        if matches!(scenario.want, Want::Seats(_)) {
            if self.text("party").is_some() {
                return Err(Clash::new(&["party"], texts::WANT_NAMES_SEATS));
            }
            scenario.party = 1;
        }
        first_clash(&scenario).map_or(Ok(scenario), Err)
    }
}

/// The names, decoded, and the values, not decoded, of a query or of a whole link.
pub fn pairs(text: &str) -> impl Iterator<Item = (Cow<'_, str>, &str)> {
    // Programs that pass links on write `#` as `%23`, and put a `?` of their own where there is one.
    before(before(text.trim(), "#"), "%23x1.").split(['?', '&']).map(|pair| {
        // After a split at `&`, `&amp;` has left this behind.
        let pair = pair.strip_prefix("amp;").unwrap_or(pair);
        let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
        (percent_decode_str(name).decode_utf8_lossy(), value)
    })
}

fn before<'a>(text: &'a str, mark: &str) -> &'a str {
    cut(text, mark).map_or(text, |(before, _)| before)
}

impl Scenario {
    /// The canonical query: `v`, then in the order of [`params`] what differs from the gallery scenario `s`.
    ///
    /// Only `A-Z a-z 0-9 . : - _ , = &` occur in it, and the last character is a letter or digit; so it survives form
    /// encoding and programs that find links in text. It has at most [`QUERY_BYTES_MAX`] bytes if the scenario is valid.
    ///
    /// # Example
    /// ```
    /// use seatrace::scenario::Query;
    /// let scenario = Query::parse("s=deadlock&clock=free&users=2&hold=600000").unwrap();
    /// assert_eq!(scenario.query(), "v=1&s=deadlock&clock=free");
    /// ```
    pub fn query(&self) -> String {
        let entry = gallery::find(self.slug).unwrap_or(&gallery::gallery()[0]);
        let base = entry.scenario();
        let mut query = format!("v={VERSION}");
        for param in params().iter().filter(|param| param.name != "v") {
            let value = param.print(self);
            let usual = match param.name {
                "s" => Some(gallery::gallery()[0].slug.to_owned()),
                // Also where the gallery scenario names seats and so prints none.
                "party" => Some(base.party.to_string()),
                _ => param.print(&base),
            };
            if let Some(value) = value.filter(|value| Some(value) != usual.as_ref()) {
                query.push_str(&format!("&{}={value}", param.name));
            }
        }
        query
    }

    /// Everything that decides a run whose order is known, for the digest: the pairs `name=value` of [`params`], every
    /// one with its canonical value and in that order, joined by `&`.
    ///
    /// Left out are `v`, `s`, `sched`, `depth` and `order`; of `strategy` and `mix` the one that is not in use; `party`
    /// where `want` names seats; `you` and `clicks` where there is none.
    ///
    /// # Example
    /// ```
    /// assert_eq!(
    ///     seatrace::scenario::Scenario::plain().canonical(),
    ///     "strategy=naive,optimistic,pessimistic,two-phase&users=5&seats=10x10&seed=1&want=same&party=1\
    ///      &arrive=0&lat=0&think=10..50&attempts=3&backoff=none&version=show&lock=show&lockorder=asked\
    ///      &hold=10m&expiry=timer&pay=500..2s&payfail=10&paylost=0&paytimeout=30s&late=refund&crash=0\
    ///      &clock=natural"
    /// );
    /// ```
    pub fn canonical(&self) -> String {
        let decides = |param: &&Param| match param.name {
            "v" | "s" | "sched" | "depth" | "order" => false,
            "you" => self.you.is_some(),
            "clicks" => !self.clicks.is_empty(),
            _ => true,
        };
        let pair = |param: &Param| Some(format!("{}={}", param.name, param.print(self)?));
        let pairs: Vec<String> = params().iter().filter(decides).filter_map(pair).collect();
        pairs.join("&")
    }
}
