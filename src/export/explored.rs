//! The JSON of `explore --json`: wire types, apart from those of the explorer.
//!
//! Field names, their order and their meanings are part of version 1. Numbers of schedules are decimal strings: they outgrow
//! what a JSON number keeps.

use crate::explore::{
    Bounds, Counted, Exploration, Lens, Odds, Status, TRANSITIONS_A_RUN, TRANSITIONS_A_STATE,
    TRIAL_RUNS, Witness, is_bad,
};
use crate::measure::Class;
use crate::scenario::{Scenario, Sched};
use crate::share::VERSION;
use crate::trace::Order;
use crate::units::Ms;
use num_bigint::BigUint;
use serde::Serialize;

/// Every order of one race.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct ExploreObject {
    /// The version of this format.
    pub v: u32,
    /// The strategy, or `mix`.
    pub strategy: String,
    /// The canonical query of the explored race, with `clock=free`: every order below belongs to it.
    pub query: String,
    /// Whether every order was tried.
    pub complete: bool,
    /// What ended the exploration before; none if it is complete.
    pub stopped: Option<String>,
    /// Different states. Interchangeable users are merged, unless that was switched off.
    pub states: u64,
    /// Choices between them.
    pub transitions: u64,
    /// Schedules that were followed to their end.
    pub schedules: String,
    /// What they end in.
    pub outcomes: Vec<ExploredOutcome>,
    /// The clearest example of the worst class; none if nothing went wrong.
    pub witness: Option<WitnessObject>,
    /// What should happen in some schedule at least: a strategy under which nobody ever buys a seat is not correct.
    pub sometimes: Vec<SometimesObject>,
    /// How long it took, in ms of real time: the only field that differs between two runs.
    pub elapsed_ms: Ms,
}

/// An outcome and how often it occurs.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct ExploredOutcome {
    /// The class.
    pub class: &'static str,
    /// Successful writes, commits and confirms, counted per seat.
    pub tickets: u32,
    /// Users told "booked".
    pub booked: u32,
    /// Users told "gave-up".
    pub gave_up: u32,
    /// Holds that expired.
    pub expired: u32,
    /// Exactly so many schedules.
    pub schedules: String,
    /// The first of them in letter order.
    pub order: String,
}

/// A schedule that shows what went wrong.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct WitnessObject {
    /// The class that it shows.
    pub class: &'static str,
    /// The schedule with the fewest switches, then the fewest steps, then the first in letter order.
    pub order: String,
    /// Its choices.
    pub steps: u32,
    /// Changes of user while the one before could have gone on.
    pub switches: u32,
    /// The query that replays it.
    pub query: String,
    /// The schedules of the class with exactly 0, 1, 2, ... switches; none where counting them would take more than
    /// [`BOUNDED_PAIRS_MAX`] pairs of a state and a user, where the exploration is not complete, and where somebody did not
    /// want to wait.
    pub by_switches: Option<Vec<String>>,
    /// How likely a test run is to find the class; none where `by_switches` is.
    pub odds: Option<OddsObject>,
}

/// How likely schedulers are to find something in one run.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct OddsObject {
    /// The chance of `sched=random`, from 0 to 1: computed.
    pub random: f64,
    /// Runs of each of the others, with the scenario's seed and those after it.
    pub runs: u32,
    /// Runs of `sched=pct` that found it, for the depths 1, 2 and 3.
    pub pct: Vec<u32>,
    /// Runs of `sched=time` that found it, with the delays of the scenario.
    pub time: u32,
}

/// The most pairs of a state and a user for which schedules are counted by their switches.
pub const BOUNDED_PAIRS_MAX: u64 = 2_000_000;

/// Something that should be possible.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct SometimesObject {
    /// What.
    pub property: &'static str,
    /// Whether it happens in some schedule; none if the exploration is not complete and has not met it.
    pub holds: Option<bool>,
}

/// What an exploration that has ended found.
pub fn explore_object(all: &mut Exploration, elapsed_ms: Ms) -> ExploreObject {
    let mut telling = Telling::of(all);
    while !telling.advance(all, u64::MAX) {}
    ExploreObject { elapsed_ms, ..telling.finish() }
}

/// The same in pieces, for whoever must not be busy for long: what the witness says of all schedules takes the longest.
pub struct Telling {
    object: ExploreObject,
    bounds: Option<Bounds>,
    lens: Option<Lens>,
}

impl Telling {
    /// What can be told at once of an exploration that has ended.
    pub fn of(all: &mut Exploration) -> Telling {
        let (outcomes, progress) = (all.outcomes(), all.progress());
        let worst = worst(&outcomes);
        let witness = worst.and_then(|class| Some((class, all.witness(class)?)));
        let counted = worst.filter(|_| witness.is_some() && is_small(all));
        let object = ExploreObject {
            v: VERSION,
            strategy: all.contest().to_string(),
            query: all.scenario().query(),
            complete: all.status() == Status::Complete,
            stopped: match all.status() {
                Status::Stopped(limit) => Some(limit.to_string()),
                Status::Running | Status::Complete => None,
            },
            states: progress.states,
            transitions: progress.transitions,
            schedules: all.schedules().to_string(),
            outcomes: outcomes.iter().map(|counted| outcome(all, counted)).collect(),
            witness: witness.map(|(class, witness)| witness_object(all, class, &witness)),
            sometimes: vec![SometimesObject {
                property: "somebody-books",
                holds: sometimes(all, outcomes.iter().any(|counted| counted.outcome.booked > 0)),
            }],
            elapsed_ms: 0,
        };
        let bounds = counted.and_then(|class| all.bounds(class));
        let lens = counted.and_then(|class| all.lens(class));
        Telling { object, bounds, lens }
    }

    /// Goes on, for about as long as so many transitions of the same exploration take. True when all is told.
    pub fn advance(&mut self, all: &Exploration, transitions: u64) -> bool {
        let pieces = |each: u64| u32::try_from((transitions / each).max(1)).unwrap_or(u32::MAX);
        let Some(witness) = &mut self.object.witness else { return true };
        if let Some(bounds) = &mut self.bounds {
            if let Some(counts) = bounds.advance(all, pieces(TRANSITIONS_A_STATE)) {
                witness.by_switches = Some(counts.iter().map(BigUint::to_string).collect());
                self.bounds = None;
            }
        } else if let Some(lens) = &mut self.lens
            && let Some(odds) = lens.advance(all, pieces(TRANSITIONS_A_RUN))
        {
            witness.odds = Some(odds_object(&odds));
            self.lens = None;
        }
        self.bounds.is_none() && self.lens.is_none()
    }

    /// All that was told so far.
    pub fn finish(self) -> ExploreObject {
        self.object
    }
}

/// The worst class that was found, if it is one that nobody wants to see.
pub fn worst(outcomes: &[Counted]) -> Option<Class> {
    outcomes.iter().map(|counted| counted.outcome.class).min().filter(|class| is_bad(*class))
}

fn outcome(all: &Exploration, counted: &Counted) -> ExploredOutcome {
    let outcome = counted.outcome;
    let order = all.first(outcome).expect("what was counted was found");
    ExploredOutcome {
        class: outcome.class.name(),
        tickets: outcome.tickets,
        booked: outcome.booked,
        gave_up: outcome.gave_up,
        expired: outcome.expired,
        schedules: counted.schedules.to_string(),
        order: order.to_string(),
    }
}

fn witness_object(all: &Exploration, class: Class, witness: &Witness) -> WitnessObject {
    WitnessObject {
        class: class.name(),
        order: witness.order.to_string(),
        steps: witness.steps,
        switches: witness.switches,
        query: replaying(all.scenario(), &witness.order),
        by_switches: None,
        odds: None,
    }
}

fn is_small(all: &Exploration) -> bool {
    all.progress().states * u64::from(all.scenario().users) <= BOUNDED_PAIRS_MAX
}

fn odds_object(odds: &Odds) -> OddsObject {
    let hits = |sched| odds.trials.iter().filter(move |trial| trial.sched == sched).map(|t| t.hits);
    OddsObject {
        random: odds.random,
        runs: TRIAL_RUNS,
        pct: hits(Sched::Pct).collect(),
        time: hits(Sched::Time).sum(),
    }
}

/// The query of a scenario with an order.
pub fn replaying(scenario: &Scenario, order: &Order) -> String {
    Scenario { order: order.clone(), ..scenario.clone() }.query()
}

fn sometimes(all: &Exploration, met: bool) -> Option<bool> {
    (met || all.status() == Status::Complete).then_some(met)
}
