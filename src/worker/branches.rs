//! Branches: the ways in which one race was played, so that another choice loses none of them.

use super::{Mode, Scene, Turn};
use crate::lab::{self, Contest};
use crate::player::SCOUT_STEPS_MAX;
use crate::scenario::{Clock, Scenario};
use crate::trace::{Choice, Order};

/// So many ways are kept; then the oldest goes.
pub const BRANCHES_MAX: usize = 12;

/// One way in which the race was played.
#[derive(Clone, PartialEq, Debug)]
pub struct Branch {
    /// Counted from 1, in the order in which they were begun.
    pub number: usize,
    /// The scenario that plays it.
    pub query: String,
    /// What is known of it: the choices that were on show.
    pub order: Order,
    /// The step at which it was left.
    pub at: u32,
}

/// The ways in which the race on show was played, in the order in which they were begun.
#[derive(Default)]
pub struct Branches {
    /// What they are ways of.
    race: Option<(Scenario, Contest)>,
    all: Vec<Branch>,
    /// The one on show.
    now: usize,
    begun: usize,
    /// The rail of the scrubber: the query on show, and all choices of its run.
    rail: (String, Order),
}

impl Branches {
    /// Something is on show. True if it may have changed what there is to show of branches.
    pub fn follow(&mut self, scene: &Scene) -> bool {
        if scene.mode != Mode::Race {
            return false;
        }
        let race = (unordered(&scene.scenario), scene.contest);
        if self.race.as_ref() != Some(&race) {
            *self = Branches { race: Some(race), ..Branches::default() };
        }
        let query = scene.scenario.query();
        let at = scene.order.0.len() as u32;
        let known = self.all.iter().position(|branch| branch.query == query);
        match known {
            Some(known) => self.now = known,
            None => self.begin(query, &scene.scenario.order),
        }
        let branch = &mut self.all[self.now];
        branch.at = at;
        if !starts_with(&branch.order, &scene.order) {
            branch.order = scene.order.clone();
        }
        if self.all.len() > 1 {
            self.lay_rail(scene);
        }
        true
    }

    /// The scrubber reaches to the end of the run if that goes on as scheduled; where a person decides, as far as it was made.
    fn lay_rail(&mut self, scene: &Scene) {
        let branch = &self.all[self.now];
        if scene.turn != Turn::None {
            self.rail = (String::new(), branch.order.clone());
        } else if self.rail.0 != branch.query {
            let run = lab::first_steps(&scene.scenario, scene.contest, SCOUT_STEPS_MAX);
            self.rail = (branch.query.clone(), run);
        }
    }

    /// A new way; the one on show goes on as this one if none of it is lost.
    fn begin(&mut self, query: String, order: &Order) {
        let fresh = |number| Branch { number, query, order: order.clone(), at: 0 };
        if let Some(branch) =
            self.all.get_mut(self.now).filter(|old| starts_with(order, &old.order))
        {
            *branch = fresh(branch.number);
            return;
        }
        self.begun += 1;
        self.all.push(fresh(self.begun));
        if self.all.len() > BRANCHES_MAX {
            self.all.remove(0);
        }
        self.now = self.all.len() - 1;
    }

    /// All of them, and which is on show.
    pub fn all(&self) -> (&[Branch], usize) {
        (&self.all, self.now)
    }

    /// The choices along the rail of the scrubber, where there are several ways.
    pub fn rail(&self) -> &Order {
        &self.rail.1
    }

    /// Whether one was dropped.
    pub fn is_cut(&self) -> bool {
        self.begun > self.all.len()
    }

    /// The branch that one left, and after how many choices: of the earlier ones that with which it has most in common.
    pub fn parent(&self, of: usize) -> Option<(usize, usize)> {
        let order = &self.all.get(of)?.order;
        let shared = |other: &Branch| common(order, &other.order);
        let earlier = self.all[..of].iter().map(shared).enumerate();
        earlier.max_by_key(|(at, shared)| (*shared, std::cmp::Reverse(*at)))
    }
}

/// The scenario without what choosing by hand changes.
fn unordered(scenario: &Scenario) -> Scenario {
    Scenario { order: Order::default(), clock: Clock::Natural, ..scenario.clone() }
}

/// So many choices two orders begin with in common.
pub(super) fn common(a: &Order, b: &Order) -> usize {
    a.0.iter().zip(&b.0).take_while(|(a, b)| same(**a, **b)).count()
}

/// A payment's drawn answer is that answer.
fn same(a: Choice, b: Choice) -> bool {
    match (a, b) {
        (Choice::Step(a, None), Choice::Step(b, _))
        | (Choice::Step(a, _), Choice::Step(b, None)) => a == b,
        _ => a == b,
    }
}

fn starts_with(whole: &Order, start: &Order) -> bool {
    common(whole, start) == start.0.len()
}
