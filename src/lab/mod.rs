//! The lab: builds races from scenarios, and runs them.

mod switches;
mod wants;

pub use switches::switches;
pub use wants::wants;

use crate::race::{Pct, Plan, Race, Random, RoundRobin, Scheduler, Setup, TimeOrder, Timing};
use crate::scenario::{Cast, LockOrder, Scenario, Sched, Strategy};
use crate::show::Policy;
use crate::strategy;
use crate::trace::{Order, Trace};
use crate::units::{Seat, Table, User};
use crate::verdict::Facts;
use std::fmt;
use std::rc::Rc;

/// One of the races of a scenario: everybody by one strategy, or the mix.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Contest {
    /// Everybody uses this strategy.
    All(Strategy),
    /// Each user has a strategy of its own.
    Mix,
}

/// The strategy's name, or `mix`.
impl fmt::Display for Contest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Contest::All(strategy) => about(*strategy).name,
            Contest::Mix => "mix",
        })
    }
}

/// What can be shown of a strategy, and how to start it.
pub fn about(strategy: Strategy) -> strategy::Strategy {
    match strategy {
        Strategy::Naive => strategy::NAIVE,
        Strategy::Optimistic => strategy::OPTIMISTIC,
        Strategy::Pessimistic => strategy::PESSIMISTIC,
        Strategy::TwoPhase => strategy::TWO_PHASE,
    }
}

/// The races of a scenario, in the order in which they are shown.
pub fn contests(scenario: &Scenario) -> Vec<Contest> {
    match &scenario.cast {
        Cast::Compare(strategies) => strategies.iter().copied().map(Contest::All).collect(),
        Cast::Mix(_) => vec![Contest::Mix],
    }
}

/// The races that are shown side by side: those of the scenario and, beside a mix, each of its strategies alone.
pub fn compared(scenario: &Scenario) -> Vec<Contest> {
    let mut all = contests(scenario);
    if let Cast::Mix(strategies) = &scenario.cast {
        for strategy in strategies.iter().take(scenario.users as usize) {
            let alone = Contest::All(*strategy);
            if !all.contains(&alone) {
                all.push(alone);
            }
        }
    }
    all
}

/// The strategy of a user in a contest.
pub fn strategy_of(scenario: &Scenario, contest: Contest, user: User) -> Strategy {
    match (contest, &scenario.cast) {
        (Contest::All(strategy), _) => strategy,
        (Contest::Mix, Cast::Mix(strategies) | Cast::Compare(strategies)) => {
            strategies[user.0 as usize % strategies.len()]
        }
    }
}

/// A race at its start. The scenario's order is not followed yet.
pub fn race(scenario: &Scenario, contest: Contest) -> Race {
    Race::new(setup(scenario, contest))
}

/// What a race of the scenario is made of.
pub fn setup(scenario: &Scenario, contest: Contest) -> Setup {
    // Users of one strategy who want the same seats share a plan; by strategy and first seat it is soon found.
    let mut shared: Table<(u32, Seat), Vec<Rc<Plan>>> = Table::default();
    let mut plan = |(user, seats): (usize, Vec<Seat>)| {
        let strategy = strategy_of(scenario, contest, User(user as u32));
        let alike = shared.at((strategy as u32, seats[0]));
        if let Some(plan) = alike.iter().find(|plan| plan.seats == seats) {
            return Rc::clone(plan);
        }
        let start = about(strategy).start;
        let sorted = scenario.lock_order == LockOrder::Sorted;
        let fresh = Plan::new(start, seats, scenario.lock, sorted, scenario.attempts);
        alike.push(Rc::new(fresh));
        Rc::clone(&alike[alike.len() - 1])
    };
    Setup {
        hall: scenario.hall,
        policy: Policy {
            version: scenario.version,
            hold_ms: scenario.hold_ms,
            expiry: scenario.expiry,
            late: scenario.late,
        },
        timing: timing(scenario),
        plans: wants(scenario).into_iter().enumerate().map(&mut plan).collect(),
        crash: scenario.crash,
    }
}

fn timing(scenario: &Scenario) -> Timing {
    Timing {
        seed: scenario.seed,
        clock: scenario.clock,
        arrive: scenario.arrive,
        lat: scenario.lat,
        think: scenario.think,
        pay: scenario.pay,
        payfail_percent: scenario.payfail_percent,
        paylost_percent: scenario.paylost_percent,
        pay_timeout_ms: scenario.pay_timeout_ms,
        backoff: scenario.backoff,
        person: scenario.you.filter(|_| !scenario.clicks.is_empty()),
    }
}

/// The scenario's scheduler, for a race of it at any point.
pub fn scheduler(scenario: &Scenario, race: &Race) -> Box<dyn Scheduler> {
    match scenario.sched {
        Sched::Time => Box::new(TimeOrder),
        Sched::Random => Box::new(Random),
        Sched::Rr => Box::new(RoundRobin),
        Sched::Pct => Box::new(Pct::new(race, scenario.depth)),
    }
}

/// What the judge must know of a scenario before the first event.
pub fn facts(scenario: &Scenario) -> Facts {
    Facts {
        hall: scenario.hall,
        wants: wants(scenario),
        version: scenario.version,
        late: scenario.late,
        hold_ms: scenario.hold_ms,
        expiry: scenario.expiry,
    }
}

/// The same scenario with this contest alone: what one run of it depends on.
pub fn alone(scenario: &Scenario, contest: Contest) -> Scenario {
    match contest {
        Contest::All(strategy) => {
            Scenario { cast: Cast::Compare(vec![strategy]), ..scenario.clone() }
        }
        Contest::Mix => scenario.clone(),
    }
}

/// A finished run.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Run {
    /// What happened.
    pub trace: Trace,
    /// The choices that were made.
    pub order: Order,
    /// The positions of the scenario's order that were not possible, from 0.
    pub skipped: Vec<usize>,
}

/// The first choices of a run: as many as these, or all.
pub fn first_steps(scenario: &Scenario, contest: Contest, steps: u32) -> Order {
    let mut race = race(scenario, contest);
    race.follow(&scenario.order);
    let mut scheduler = scheduler(scenario, &race);
    while race.position() < steps && !race.is_over() {
        let choice = scheduler.choose(&race);
        race.step(choice).expect("a scheduler chooses what is enabled");
    }
    let (_, mut order) = race.into_parts();
    order.0.truncate(steps as usize);
    order
}

/// Follows the scenario's order, then its scheduler, to the end.
pub fn run(scenario: &Scenario, contest: Contest) -> Run {
    let mut race = race(scenario, contest);
    let skipped = race.follow(&scenario.order);
    let mut scheduler = scheduler(scenario, &race);
    race.run(&mut *scheduler);
    let (trace, order) = race.into_parts();
    Run { trace, order, skipped }
}
