//! The explorer: every order of a race, without running every order.
//!
//! A race of five users has thousands of millions of schedules, and most of them pass through the same few situations. So the
//! explorer walks *states*, each once, and counts for each how many schedules lead on from it to which outcome. The counts
//! are exact: no schedule is sampled and none counted twice.
//!
//! It runs the real strategies. A strategy is a pure function from the answers it got to its next step, so each `async fn` is
//! polled once for every history of answers and the result kept as a node of an *observation tree* (`tree`). A state then
//! holds a node number for each user, packed with the show into a few words (`layout`, `model`), and a step is a table
//! look-up and a change of some bits (`step`).
//!
//! # Which states are equal, and why that is sound
//!
//! Two states are equal when their packed words are. They keep everything that a later step can see:
//!
//! - **Users.** The node of an unfinished user stands for all its observations, and a strategy sees nothing else. Of a
//!   finished user only the result is left, because it makes no more steps; a crashed one keeps whether it had paid.
//! - **Bookings.** Whether a seat is booked, not by whom: no strategy looks at a seat that it has sold to itself (asserted
//!   while the tree grows), so every look sees `free` or `taken`. A second sale sets a flag, the broken rule.
//! - **Versions.** Numbers are never seen, only compared by a commit: one bit says whether anything that the user has read in
//!   this round was committed over since. It is cleared when a round begins.
//! - **Holds.** Tokens are compared, not seen: a bit for each seat of a user's order says whether the hold that stands there
//!   is its own. The seat knows whether its hold is live or waits for the sweeper. Times are kept relative to now. Without a
//!   sweeper all live holds were made since the last deadline, so they all end at the next one and no time is kept at all;
//!   with one, the time that each live hold has left, and the time since the last sweep. An expired hold under `lazy` is as
//!   good as none, so `lazy` and `timer` have the same states.
//! - **Locks.** Who owns a lock is known from the nodes; a bit says whether anybody does, which also stands for an owner that
//!   has crashed. A queued user keeps its place in the queue.
//! - **What has been counted.** Expired holds, and tickets of users who crashed after a sale, cannot change what happens next.
//!   They are not in the state: they are added to the counts on the step that causes them.
//!
//! With [`Symmetry::Merge`] states are also equal when interchangeable users (same strategy, same seats) have changed places:
//! a renaming of such users maps schedules onto schedules with the same outcome. Everything that belongs to a user lies in one
//! field, and no other field names a user, so it is enough to sort those fields. Orders are always told in original names.
//!
//! # Example
//! ```
//! use seatrace::explore::{Exploration, Limits, Status, Symmetry};
//! use seatrace::lab;
//! use seatrace::measure::Class;
//! use seatrace::scenario::Query;
//!
//! let scenario = Query::parse("users=2&strategy=naive").unwrap();
//! let contest = lab::contests(&scenario)[0];
//! let mut all = Exploration::new(&scenario, contest, Symmetry::Merge, Limits::default()).unwrap();
//! while all.advance(1_000) == Status::Running {} // in slices, so that one could show progress or stop
//! assert_eq!(all.schedules(), 6u32.into());
//! let witness = all.witness(Class::DoubleBooking).unwrap();
//! assert_eq!((witness.order.to_string().as_str(), witness.switches), ("AB2A", 1));
//! ```

mod bounds;
mod confirm;
mod counts;
mod doom;
mod ending;
mod layout;
mod lens;
mod limits;
mod model;
mod outcome;
mod path;
mod shrink;
mod slots;
mod step;
#[cfg(test)]
mod tests;
mod tree;
mod visited;
mod walk;
mod witness;

pub use doom::{Doom, Share};
pub use lens::{Odds, TRIAL_RUNS, Trial, in_runs};
pub use limits::{
    BYTES_MAX, Limit, Limits, Progress, STATES_MAX, Status, Symmetry, TRANSITIONS_A_RUN,
    TRANSITIONS_A_STATE, TooLarge,
};
pub use outcome::{Counted, Outcome, is_bad};
pub use path::Future;
pub use shrink::{SHRINK_RUNS_MAX, Shrinking, Shrunk, shrink};
pub use witness::{WITNESS_POINTS_MAX, Witness};

use crate::lab::{self, Contest};
use crate::measure::Class;
use crate::scenario::Scenario;
use crate::trace::{Choice, Order};
use crate::units::Clock;
use layout::WORDS_MAX;
use model::Model;
use num_bigint::BigUint;
use outcome::Gain;
use walk::Walk;

/// Every order of one race. A pure machine: [`Exploration::advance`] does a bounded piece of work; it knows no clock.
pub struct Exploration {
    scenario: Scenario,
    contest: Contest,
    /// The clock on which the scenario is played.
    clock: Clock,
    walk: Walks,
}

/// A walk whose states have so many words: the fewer, the faster.
enum Walks {
    One(Walk<1>),
    Two(Walk<2>),
    Three(Walk<3>),
    Four(Walk<4>),
    Most(Walk<WORDS_MAX>),
}

/// Does the same with the walk of any size.
macro_rules! with {
    ($walks:expr, $walk:ident => $do:expr) => {
        match $walks {
            Walks::One($walk) => $do,
            Walks::Two($walk) => $do,
            Walks::Three($walk) => $do,
            Walks::Four($walk) => $do,
            Walks::Most($walk) => $do,
        }
    };
}

impl Exploration {
    /// An exploration of one race of the scenario, at its start. All delays are 0, whatever the scenario's clock; its own
    /// order and scheduler do not matter.
    ///
    /// # Errors
    /// The race is too large for a packed state.
    pub fn new(
        scenario: &Scenario,
        contest: Contest,
        symmetry: Symmetry,
        limits: Limits,
    ) -> Result<Exploration, TooLarge> {
        let alone = lab::alone(scenario, contest);
        let clock = scenario.clock;
        let scenario = Scenario { clock: Clock::Free, order: Order::default(), ..alone };
        let model = Model::new(&lab::setup(&scenario, contest))?;
        let walk = match model.words() {
            0 | 1 => Walks::One(Walk::new(model, symmetry, limits)),
            2 => Walks::Two(Walk::new(model, symmetry, limits)),
            3 => Walks::Three(Walk::new(model, symmetry, limits)),
            4 => Walks::Four(Walk::new(model, symmetry, limits)),
            _ => Walks::Most(Walk::new(model, symmetry, limits)),
        };
        Ok(Exploration { scenario, contest, clock, walk })
    }

    /// Follows at most so many choices.
    pub fn advance(&mut self, transitions: u64) -> Status {
        with!(&mut self.walk, walk => walk.advance(transitions))
    }

    /// How it stands.
    pub fn status(&self) -> Status {
        with!(&self.walk, walk => walk.status())
    }

    /// Ends the exploration where it is, for a reason that lies outside: what was found stays.
    pub fn stop(&mut self, limit: Limit) {
        with!(&mut self.walk, walk => walk.stop(limit))
    }

    /// How far it is.
    pub fn progress(&self) -> Progress {
        with!(&self.walk, walk => walk.progress())
    }

    /// The explored race alone: `clock=free`, without an order. Its query is the one that every found order belongs to.
    pub fn scenario(&self) -> &Scenario {
        &self.scenario
    }

    /// Which race of the scenario it is.
    pub fn contest(&self) -> Contest {
        self.contest
    }

    /// The number of schedules that were followed to their end: all of them, when the exploration is complete.
    pub fn schedules(&mut self) -> BigUint {
        with!(&mut self.walk, walk => {
            let covered = walk.covered();
            walk.counts.total(covered)
        })
    }

    /// The outcomes of those schedules: without an expiry first, then the worst class first.
    pub fn outcomes(&mut self) -> Vec<Counted> {
        with!(&mut self.walk, walk => {
            let covered = walk.covered();
            path::counted(walk.counts.table(covered), Gain::default())
        })
    }

    /// The first schedule with this outcome in letter order: by user, `d`, `k`, `n` and `p` in the order of the alphabet, `t`
    /// after all users. None while the exploration is running, and for what was not found.
    pub fn first(&self, outcome: Outcome) -> Option<Order> {
        let order = self.ended().then(|| with!(&self.walk, walk => walk.first(outcome)))??;
        Some(self.confirmed(order, outcome))
    }

    /// One of the schedules with this outcome, each with the same chance; the seed decides which. None as for
    /// [`Exploration::first`].
    ///
    /// Like every order that an exploration tells, it was run, measured and judged before.
    pub fn random(&self, outcome: Outcome, seed: u64) -> Option<Order> {
        let order =
            self.ended().then(|| with!(&self.walk, walk => walk.random(outcome, seed)))??;
        Some(self.confirmed(order, outcome))
    }

    /// The schedule of this class with the fewest switches, then the fewest steps, then the first in letter order. None as for
    /// [`Exploration::first`].
    pub fn witness(&self, class: Class) -> Option<Witness> {
        let found = self.ended().then(|| with!(&self.walk, walk => walk.witness(class)))??;
        let outcome = with!(&self.walk, walk => walk.outcome_of(&found.order))?;
        assert_eq!(outcome.class, class, "a witness shows its class");
        Some(Witness { order: self.confirmed(found.order, outcome), ..found })
    }

    /// How often an order changes users while the one before could have gone on; none where a choice is not possible.
    pub fn switches(&self, order: &Order) -> Option<u32> {
        with!(&self.walk, walk => walk.switches(&self.answered(order)))
    }

    /// The share of bad continuations along an order. None before the exploration is complete, and where a choice of the
    /// order is not possible or lets time pass short of a deadline.
    pub fn doom(&self, order: &Order) -> Option<Doom> {
        self.complete().then(|| with!(&self.walk, walk => walk.doom(&self.answered(order))))?
    }

    /// For each choice after an order, what can still happen. None as for [`Exploration::doom`].
    pub fn futures(&self, order: &Order) -> Option<Vec<Future>> {
        self.complete().then(|| with!(&self.walk, walk => walk.futures(&self.answered(order))))?
    }

    /// Counts the schedules of a class by their number of switches. None before the exploration is complete.
    pub fn bounds(&self, class: Class) -> Option<Bounds> {
        self.complete().then(|| Bounds(bounds::Bounds::new(class)))
    }

    /// Computes how likely schedulers are to find a class. None before the exploration is complete.
    pub fn lens(&self, class: Class) -> Option<Lens> {
        self.complete().then(|| Lens(lens::Lens::new(class, &self.scenario)))
    }

    fn confirmed(&self, order: Order, outcome: Outcome) -> Order {
        confirm::confirmed(&self.scenario, self.contest, order, outcome)
    }

    fn ended(&self) -> bool {
        self.status() != Status::Running
    }

    fn complete(&self) -> bool {
        self.status() == Status::Complete
    }

    /// The same order, with the seeded answer at every payment that has none.
    fn answered(&self, order: &Order) -> Order {
        let mut race = lab::race(&self.scenario, self.contest);
        let answered = |choice: &Choice| match race.step(*choice) {
            Ok(()) => race.order().0.last().copied().unwrap_or(*choice),
            Err(_) => *choice,
        };
        Order(order.0.iter().map(answered).collect())
    }
}

/// A count of schedules by their number of switches, under way.
pub struct Bounds(bounds::Bounds);

impl Bounds {
    /// Counts so many states more; the result when all are: the schedules with exactly 0, 1, 2, ... switches.
    pub fn advance(&mut self, all: &Exploration, states: u32) -> Option<Vec<BigUint>> {
        let done = with!(&all.walk, walk => self.0.advance(walk, states));
        done.then(|| self.0.result())
    }

    /// How many states were counted.
    pub fn states(&self) -> u32 {
        self.0.done()
    }

    /// What it takes, in bytes.
    pub fn bytes(&self) -> u64 {
        self.0.bytes()
    }
}

/// How likely schedulers are to find a class: the work for it, under way.
pub struct Lens(lens::Lens);

impl Lens {
    /// Does so many pieces of the work; the odds when all is done.
    pub fn advance(&mut self, all: &Exploration, pieces: u32) -> Option<Odds> {
        let scenario = Scenario { clock: all.clock, ..all.scenario.clone() };
        with!(&all.walk, walk => self.0.advance(walk, &scenario, all.contest, pieces))
    }
}
