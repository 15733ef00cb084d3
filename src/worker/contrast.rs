//! The comparison at the worker: the races run one by one, then every order of each is tried, as far as that is soon done.

use super::{Says, view};
use crate::compare::Comparison;
use crate::explore::{Exploration, Limits, Status, Symmetry, is_bad};
use crate::lab::Contest;
use crate::scenario::Scenario;
use crate::units::User;
use num_bigint::BigUint;

/// The most states of a race whose orders are tried for the comparison: it is not what somebody asked for.
pub const TRIED_STATES_MAX: u64 = 100_000;
/// The most bytes that this may take, race by race.
pub const TRIED_BYTES_MAX: u64 = 64 << 20;

/// What is known of the orders of a race.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Tried {
    /// Nothing yet.
    NotYet,
    /// So many of so many go wrong.
    All {
        /// The orders of a bad class.
        bad: BigUint,
        /// All orders.
        all: BigUint,
    },
    /// There are too many states.
    TooMany,
}

/// A comparison, where it stands, and what the page shows of it.
pub struct Contrast {
    comparison: Comparison,
    /// What is known of each race's orders.
    tried: Vec<Tried>,
    /// The race whose orders are being tried.
    trying: Option<Exploration>,
    /// The race whose steps the page counts, and the step on show.
    place: (Contest, u32),
    /// What each place of the page was told last; empty until the races are run.
    told: Vec<view::Stand>,
    /// The users that each race shows in its small lanes, row by row.
    rows: Vec<Vec<User>>,
    changed: bool,
}

impl Contrast {
    /// A comparison that has not begun.
    pub fn new(scenario: &Scenario) -> Contrast {
        Contrast {
            comparison: Comparison::new(scenario),
            tried: Vec::new(),
            trying: None,
            place: (Contest::Mix, 0),
            told: Vec::new(),
            rows: Vec::new(),
            changed: false,
        }
    }

    /// It is of this scenario.
    pub fn is_of(&self, scenario: &Scenario) -> bool {
        self.comparison.is_of(scenario)
    }

    /// The races.
    pub fn comparison(&self) -> &Comparison {
        &self.comparison
    }

    /// What is known of the orders of a race, by its place.
    pub fn tried(&self, place: usize) -> &Tried {
        self.tried.get(place).unwrap_or(&Tried::NotYet)
    }

    /// The users in the small lanes of a race, by its place.
    pub fn rows(&self, place: usize) -> &[User] {
        self.rows.get(place).map(Vec::as_slice).unwrap_or_default()
    }

    /// To a step. At the end of the race whose steps the page counts every race is at its end: of a very long one the page
    /// does not know whether another is longer.
    pub fn seek(&mut self, counted: Contest, step: u32) {
        self.place = (counted, step);
        self.settle();
    }

    fn settle(&mut self) {
        let (counted, step) = self.place;
        let mut columns = self.comparison.columns().iter();
        let counted = columns.find(|column| column.contest() == counted);
        let ends = counted.is_some_and(|column| step >= column.steps());
        self.comparison.seek(if ends { u32::MAX } else { step });
        self.changed = true;
    }

    /// There is a race to run, or an order to try.
    pub fn is_busy(&self) -> bool {
        !self.comparison.is_ready() || self.tried.len() < self.comparison.columns().len()
    }

    /// Something has changed that [`Contrast::news`] has not told.
    pub fn has_news(&self) -> bool {
        self.changed && self.comparison.is_ready()
    }

    /// Runs the next race, or follows about so many choices of the next one's orders.
    pub fn work(&mut self, transitions: u64) {
        if self.comparison.advance() {
            return self.settle();
        }
        let Some(column) = self.comparison.columns().get(self.tried.len()) else { return };
        let limits = Limits { states: TRIED_STATES_MAX, bytes: TRIED_BYTES_MAX };
        let (scenario, contest) = (self.comparison.scenario(), column.contest());
        let begun = self.trying.take().map(Ok);
        let begun =
            begun.unwrap_or_else(|| Exploration::new(scenario, contest, Symmetry::Merge, limits));
        let Ok(mut exploration) = begun else { return self.learn(Tried::TooMany) };
        match exploration.advance(transitions) {
            Status::Running => self.trying = Some(exploration),
            Status::Stopped(_) => self.learn(Tried::TooMany),
            Status::Complete => {
                let outcomes = exploration.outcomes();
                let bad = outcomes.iter().filter(|counted| is_bad(counted.outcome.class));
                let bad = bad.map(|counted| &counted.schedules).sum();
                self.learn(Tried::All { bad, all: exploration.schedules() });
            }
        }
    }

    fn learn(&mut self, tried: Tried) {
        self.tried.push(tried);
        self.changed = true;
    }

    /// What the page is to be told: the whole once, then only the places that show something else by now.
    pub fn news(&mut self) -> Vec<Says> {
        if !self.has_news() {
            return Vec::new();
        }
        self.changed = false;
        let columns = self.comparison.columns();
        self.rows.resize(columns.len(), Vec::new());
        self.rows.iter_mut().zip(columns).for_each(|(rows, column)| view::seat_rows(rows, column));
        let stands = view::stands(self);
        let mut news = Vec::new();
        // The places are the same ones in the same order, once the page has them; before, the sheet holds everything but what
        // is said to who listens: that has a place of its own beside it.
        let fresh = if self.told.is_empty() {
            let markup = view::compared(self, &stands).into_string();
            news.push(Says::Put { place: "compared".to_owned(), markup });
            let says = stands.iter().filter(|stand| stand.place() == view::SAYS);
            says.map(view::Stand::placed).collect()
        } else {
            let pairs = stands.iter().zip(&self.told).filter(|(now, told)| now != told);
            pairs.map(|(now, _)| now.placed()).collect::<Vec<_>>()
        };
        if !fresh.is_empty() {
            news.push(Says::Places { places: fresh });
        }
        self.told = stands;
        news
    }
}
