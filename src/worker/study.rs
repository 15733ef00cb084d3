//! One exploration: what is tried, how far it has come, how it ended; then how many switches each end takes, and how
//! likely test runs are to meet the worst of them.

use super::Scene;
use crate::explore::{
    Bounds, Counted, Exploration, Lens, Limit, Limits, Odds, Progress, STATES_MAX, Status,
    Symmetry, TRANSITIONS_A_RUN, TRANSITIONS_A_STATE, is_bad,
};
use crate::lab::Contest;
use crate::measure::Class;
use crate::scenario::{Clock, Scenario};
use num_bigint::BigUint;

/// The most bytes that an exploration in a browser may use: a tab has less than a computer.
pub const WORKER_BYTES_MAX: u64 = 1 << 30;
/// The most pairs of a state and a user whose switches are counted: each takes 4 bytes.
pub const PAIRS_MAX: u64 = 1 << 26;

/// What a study is at.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Default)]
pub enum Stage {
    /// It tries every order.
    #[default]
    Exploring,
    /// It counts the switches that each way to end takes.
    Counting,
    /// It lets schedulers try to find the worst.
    Trying,
    /// It has ended.
    Ended,
}

/// Every order of one race, as far as it was tried.
pub struct Study {
    race: (Scenario, Contest),
    exploration: Exploration,
    /// How long it took to explore, in ms of the caller's clock.
    pub spent_ms: f64,
    /// What was found, once the exploration has ended.
    found: Option<Found>,
    tally: Vec<(Class, Bounds)>,
    /// For each class the orders with 0, 1, 2, ... switches.
    switches: Vec<(Class, Vec<BigUint>)>,
    lens: Option<Lens>,
    odds: Option<Odds>,
    cancelled: bool,
}

/// What an exploration has found.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Found {
    /// Why it ended before it was complete.
    pub stopped: Option<Limit>,
    /// How it can end.
    pub outcomes: Vec<Counted>,
    /// The orders of all outcomes.
    pub all: BigUint,
}

impl Found {
    /// The orders of a class.
    pub fn of_class(&self, class: Class) -> BigUint {
        of_class(&self.outcomes, class)
    }

    /// Every order was tried.
    pub fn is_complete(&self) -> bool {
        self.stopped.is_none()
    }

    /// The worst that can happen, if anything bad can.
    pub fn worst(&self) -> Option<Class> {
        bad_classes().find(|class| self.of_class(*class) > BigUint::ZERO)
    }
}

impl Study {
    /// A study of what is on show.
    ///
    /// # Errors
    /// The race is too large to be explored; in words.
    pub fn new(scene: &Scene, symmetry: Symmetry) -> Result<Study, String> {
        let race = (scene.explored(), scene.contest);
        let limits = Limits { states: STATES_MAX, bytes: WORKER_BYTES_MAX };
        // Its orders know no delays; a load test does, so that the lens needs the clock on which they count.
        let natural = Scenario { clock: Clock::Natural, ..race.0.clone() };
        let exploration = Exploration::new(&natural, race.1, symmetry, limits)
            .map_err(|error| error.to_string())?;
        Ok(Study {
            race,
            exploration,
            spent_ms: 0.0,
            found: None,
            tally: Vec::new(),
            switches: Vec::new(),
            lens: None,
            odds: None,
            cancelled: false,
        })
    }

    /// It is of the race that is on show.
    pub fn is_of(&self, scene: &Scene) -> bool {
        self.race.1 == scene.contest && self.race.0 == scene.explored()
    }

    /// There are orders left to try.
    pub fn is_exploring(&self) -> bool {
        self.exploration.status() == Status::Running
    }

    /// There is anything left to do.
    pub fn is_busy(&self) -> bool {
        self.stage() != Stage::Ended
    }

    /// What it is at.
    pub fn stage(&self) -> Stage {
        match () {
            () if self.is_exploring() => Stage::Exploring,
            () if !self.tally.is_empty() => Stage::Counting,
            () if self.lens.is_some() => Stage::Trying,
            () => Stage::Ended,
        }
    }

    /// Goes on by about so many transitions.
    pub fn advance(&mut self, transitions: u64) {
        if self.is_exploring() {
            self.exploration.advance(transitions);
            self.settle();
        } else if let Some((class, bounds)) = self.tally.last_mut() {
            let states = (transitions / TRANSITIONS_A_STATE) as u32;
            if let Some(counts) = bounds.advance(&self.exploration, states) {
                self.switches.push((*class, counts));
                self.tally.pop();
            }
        } else if let Some(lens) = &mut self.lens {
            let pieces = (transitions / TRANSITIONS_A_RUN).max(1) as u32;
            self.odds = lens.advance(&self.exploration, pieces);
            if self.odds.is_some() {
                self.lens = None;
            }
        }
    }

    /// Stops it: what was found stays.
    pub fn cancel(&mut self) {
        self.cancelled |= self.is_busy();
        if !self.tally.is_empty() {
            // A part of the classes says nothing of all orders.
            self.switches.clear();
        }
        self.tally.clear();
        self.lens = None;
        if self.is_exploring() {
            self.exploration.stop(Limit::Cancelled);
            self.settle();
        }
    }

    /// Reads the result, if there is one. Where something is bad, the switches are counted next, then schedulers try.
    fn settle(&mut self) {
        let stopped = match self.exploration.status() {
            Status::Running => return,
            Status::Complete => None,
            Status::Stopped(limit) => Some(limit),
        };
        let (outcomes, all) = (self.exploration.outcomes(), self.exploration.schedules());
        let found = Found { stopped, outcomes, all };
        if let Some(worst) = found.worst() {
            let occurs = |class: &Class| found.of_class(*class) > BigUint::ZERO;
            let bounds = |class| Some((class, self.exploration.bounds(class)?));
            let pairs = self.exploration.progress().states * u64::from(self.race.0.users + 1);
            if pairs <= PAIRS_MAX {
                self.tally = Class::ALL.into_iter().filter(occurs).filter_map(bounds).collect();
            }
            self.lens = self.exploration.lens(worst);
        }
        self.found = Some(found);
    }

    /// What was found, once there are no more orders to try.
    pub fn found(&self) -> Option<&Found> {
        self.found.as_ref()
    }

    /// Every order was tried.
    pub fn is_complete(&self) -> bool {
        self.found.as_ref().is_some_and(Found::is_complete)
    }

    /// For each class that occurs the orders with 0, 1, 2, ... switches; empty until they are counted.
    pub fn switches(&self) -> &[(Class, Vec<BigUint>)] {
        if self.tally.is_empty() { &self.switches } else { &[] }
    }

    /// How likely schedulers are to find the worst class; none until it is known.
    pub fn odds(&self) -> Option<&Odds> {
        self.odds.as_ref()
    }

    /// Somebody stopped it before its end.
    pub fn was_cancelled(&self) -> bool {
        self.cancelled
    }

    /// What it takes at the moment, in bytes.
    pub fn bytes(&self) -> u64 {
        let Progress { state_bytes, table_bytes, .. } = self.progress();
        let tally: u64 = self.tally.iter().map(|(_, bounds)| bounds.bytes()).sum();
        state_bytes + table_bytes + tally
    }

    /// The exploration itself.
    pub fn exploration(&self) -> &Exploration {
        &self.exploration
    }

    /// The race that is explored.
    pub fn scenario(&self) -> &Scenario {
        &self.race.0
    }

    /// The contest that is explored.
    pub fn contest(&self) -> Contest {
        self.race.1
    }

    /// How far it has come.
    pub fn progress(&self) -> Progress {
        self.exploration.progress()
    }
}

/// The orders of a class among these outcomes.
pub(super) fn of_class(outcomes: &[Counted], class: Class) -> BigUint {
    outcomes.iter().filter(|o| o.outcome.class == class).map(|o| &o.schedules).sum()
}

/// All orders of these outcomes.
pub(super) fn in_all(outcomes: &[Counted]) -> BigUint {
    outcomes.iter().map(|counted| &counted.schedules).sum()
}

/// The classes that nobody wants to see, worst first.
pub(super) fn bad_classes() -> impl Iterator<Item = Class> {
    Class::ALL.into_iter().filter(|class| is_bad(*class))
}
