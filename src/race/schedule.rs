//! Schedulers: who steps next. Each is a function of the race so far, so a run continued from a prefix by the same
//! scheduler is the run it was cut from. None crashes a user, and payments take their drawn answers.

use super::Race;
use super::draw::{NO_USER, Purpose, below, draw};
use crate::trace::Choice;
use crate::units::User;

/// Chooses who steps next.
pub trait Scheduler {
    /// An enabled choice. Only called while the run is not over.
    fn choose(&mut self, race: &Race) -> Choice;
}

fn pick(race: &Race, n: usize) -> usize {
    let seed = race.setup().timing.seed;
    below(draw(seed, NO_USER, Purpose::Sched, u64::from(race.position())), n as u64) as usize
}

/// `time`: what happens first happens first; a deadline before users at the same time, other ties by draw.
#[derive(Clone, Copy, Debug, Default)]
pub struct TimeOrder;

impl Scheduler for TimeOrder {
    fn choose(&mut self, race: &Race) -> Choice {
        match race.next_at() {
            at if at.is_none() || at == race.deadline() => Choice::Time,
            _ => Choice::Step(race.first(pick(race, race.first_len())), None),
        }
    }
}

/// `random`: uniform over the enabled users and the next deadline. O(users) a step.
#[derive(Clone, Copy, Debug, Default)]
pub struct Random;

impl Scheduler for Random {
    fn choose(&mut self, race: &Race) -> Choice {
        let mut choices: Vec<Choice> =
            race.enabled_users().map(|user| Choice::Step(user, None)).collect();
        choices.extend(race.deadline().map(|_| Choice::Time));
        choices[pick(race, choices.len())]
    }
}

/// `rr`: round robin: the next enabled user after the one who stepped last; a deadline only when nobody can step.
#[derive(Clone, Copy, Debug, Default)]
pub struct RoundRobin;

impl Scheduler for RoundRobin {
    fn choose(&mut self, race: &Race) -> Choice {
        let stepped = |choice: &Choice| match choice {
            Choice::Step(user, _) => Some(user.0),
            _ => None,
        };
        let last = race.order().0.iter().rev().find_map(stepped);
        let users = race.setup().plans.len() as u32;
        let from = last.map_or(0, |last| last + 1);
        (0..users)
            .map(|i| Choice::Step(User((from + i) % users), None))
            .find(|choice| race.is_enabled(*choice))
            .unwrap_or(Choice::Time)
    }
}

/// `pct`: probabilistic concurrency testing (Burckhardt, Kothari, Musuvathi, Nagarakatte, "A Randomized Scheduler with
/// Probabilistic Guarantees of Finding Bugs", ASPLOS 2010): the enabled task of highest priority steps; at depth - 1
/// drawn positions the task that just stepped falls below all others. Time is a task like any other.
#[derive(Clone, Debug)]
pub struct Pct {
    /// The positions, from 1, after which a task falls.
    falls: Vec<u64>,
    /// The rank of each task, users first, then time: the higher the sooner.
    ranks: Vec<(u64, u64)>,
    /// How many choices of the race have been taken into account.
    noted: usize,
}

impl Pct {
    /// A scheduler that finds a bug of this depth in a run of the race with probability at least
    /// 1 / (tasks * steps^(depth - 1)).
    pub fn new(race: &Race, depth: u32) -> Pct {
        let seed = race.setup().timing.seed;
        let plans = &race.setup().plans;
        let steps: u64 = plans.iter().map(|plan| plan.steps_max()).sum();
        let at = |i| 1 + below(draw(seed, NO_USER, Purpose::Pct, i), steps);
        let rank = |user| (u64::MAX, draw(seed, user, Purpose::Pct, 0));
        let users = (0..plans.len() as u32).map(User);
        Pct {
            falls: (1..u64::from(depth)).map(at).collect(),
            ranks: users.chain([NO_USER]).map(rank).collect(),
            noted: 0,
        }
    }

    fn task(&self, choice: Choice) -> Option<usize> {
        match choice {
            Choice::Step(user, _) => Some(user.0 as usize),
            Choice::Time => Some(self.ranks.len() - 1),
            Choice::Wait(_) => None,
        }
    }

    fn note(&mut self, race: &Race) {
        while let Some(&choice) = race.order().0.get(self.noted) {
            self.noted += 1;
            let fall = self.falls.iter().position(|at| *at == self.noted as u64);
            if let (Some(fall), Some(task)) = (fall, self.task(choice)) {
                // Each fall goes below all before it.
                self.ranks[task] = (self.falls.len() as u64 - fall as u64, 0);
            }
        }
    }
}

impl Scheduler for Pct {
    fn choose(&mut self, race: &Race) -> Choice {
        self.note(race);
        let users = race.enabled_users().map(|user| Choice::Step(user, None));
        let tasks = users.chain(race.deadline().map(|_| Choice::Time));
        let best = tasks.max_by_key(|choice| self.task(*choice).map(|task| self.ranks[task]));
        best.expect("a run that is not over has an enabled choice")
    }
}
