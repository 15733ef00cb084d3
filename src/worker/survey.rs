//! Every race of a query, explored one after the other.

use super::WORKER_BYTES_MAX;
use super::protocol::Says;
use crate::explore::{Exploration, Limit, Limits, STATES_MAX, Status, Symmetry};
use crate::export::{ExploreObject, Telling};
use crate::lab::{self, Contest};
use crate::scenario::{Problem, Scenario};
use crate::share;
use crate::texts::worker::messages as texts;

/// The races of a query, as far as they are explored.
pub struct Survey {
    scenario: Scenario,
    limits: Limits,
    /// Still to come, the next one last.
    contests: Vec<Contest>,
    /// What is done with the race at hand, and for how long by now, in ms.
    stage: Stage,
    spent_ms: f64,
    told: Vec<ExploreObject>,
    /// How far it was when the race at hand had ended.
    last: Option<Says>,
}

enum Stage {
    Between,
    Exploring(Box<Exploration>),
    Telling(Box<Exploration>, Box<Telling>),
    /// All is known but how long it took.
    Told(Box<ExploreObject>),
}

impl Survey {
    /// Nothing is explored yet. So many states of each race are visited at most; [`STATES_MAX`] where nobody says so.
    ///
    /// # Errors
    /// What cannot be used, in words that name the parameter.
    pub fn new(query: &str, max_states: Option<u64>) -> Result<Survey, String> {
        let says =
            |all: Vec<Problem>| all.iter().map(Problem::to_string).collect::<Vec<_>>().join("\n");
        let scenario = share::open(query).strict().map_err(says)?.scenario;
        if max_states == Some(0) {
            return Err(texts::NO_STATES.into());
        }
        let mut contests = lab::contests(&scenario);
        contests.reverse();
        let limits = Limits { states: max_states.unwrap_or(STATES_MAX), bytes: WORKER_BYTES_MAX };
        let (stage, told) = (Stage::Between, Vec::new());
        Ok(Survey { scenario, limits, contests, stage, spent_ms: 0.0, told, last: None })
    }

    /// Every race is told.
    pub fn is_done(&self) -> bool {
        matches!(self.stage, Stage::Between) && self.contests.is_empty()
    }

    /// A race is told but for how long it took: whoever has a clock is to say so by [`Survey::spend`].
    pub fn has_news(&self) -> bool {
        matches!(self.stage, Stage::Told(_))
    }

    /// Goes on by about so many transitions, up to the end of the race at hand.
    ///
    /// # Errors
    /// The next race is too large to be explored; in words.
    pub fn advance(&mut self, transitions: u64) -> Result<(), String> {
        self.stage = match std::mem::replace(&mut self.stage, Stage::Between) {
            Stage::Between => self.begin()?,
            Stage::Exploring(mut all) => match all.advance(transitions) {
                Status::Running => Stage::Exploring(all),
                _ => self.ended(all),
            },
            Stage::Telling(all, mut telling) => match telling.advance(&all, transitions) {
                false => Stage::Telling(all, telling),
                true => Stage::Told(Box::new(telling.finish())),
            },
            told @ Stage::Told(_) => told,
        };
        Ok(())
    }

    fn begin(&mut self) -> Result<Stage, String> {
        let Some(contest) = self.contests.pop() else { return Ok(Stage::Between) };
        let all = Exploration::new(&self.scenario, contest, Symmetry::Merge, self.limits);
        let all = all.map_err(|why| texts::cannot_be_explored(contest, why))?;
        self.last = None;
        Ok(Stage::Exploring(Box::new(all)))
    }

    fn ended(&mut self, mut all: Box<Exploration>) -> Stage {
        self.last = Some(progress(&mut all));
        let telling = Telling::of(&mut all);
        Stage::Telling(all, Box::new(telling))
    }

    /// So many ms more were spent on the race at hand.
    pub fn spend(&mut self, ms: f64) {
        self.spent_ms += ms;
        match std::mem::replace(&mut self.stage, Stage::Between) {
            Stage::Told(object) => {
                let elapsed_ms = self.spent_ms.round() as u64;
                self.told.push(ExploreObject { elapsed_ms, ..*object });
                self.spent_ms = 0.0;
            }
            other => self.stage = other,
        }
    }

    /// How far the race at hand is; none between two races.
    pub fn progress(&mut self) -> Option<Says> {
        match &mut self.stage {
            Stage::Exploring(all) => Some(progress(all)),
            Stage::Telling(..) | Stage::Told(_) => self.last.clone(),
            Stage::Between => None,
        }
    }

    /// Ends it where it is: what was found so far, for every race, those included that nobody has begun with.
    ///
    /// # Errors
    /// A race is too large to be explored; in words.
    pub fn stop(mut self) -> Result<Vec<ExploreObject>, String> {
        while !self.is_done() {
            match &mut self.stage {
                Stage::Exploring(all) => all.stop(Limit::Cancelled),
                // Counting what a complete exploration means would be more to wait for.
                Stage::Telling(..) => self.tell_no_more(),
                Stage::Between | Stage::Told(_) => {}
            }
            self.advance(0)?;
            self.spend(0.0);
        }
        Ok(self.told)
    }

    fn tell_no_more(&mut self) {
        if let Stage::Telling(_, telling) = std::mem::replace(&mut self.stage, Stage::Between) {
            self.stage = Stage::Told(Box::new(telling.finish()));
        }
    }

    /// What every race has ended in, once it [is done](Survey::is_done).
    pub fn finish(self) -> Vec<ExploreObject> {
        self.told
    }
}

fn progress(all: &mut Exploration) -> Says {
    let (strategy, schedules) = (all.contest().to_string(), all.schedules().to_string());
    let progress = all.progress();
    let (states, transitions) = (progress.states, progress.transitions);
    Says::Progress { strategy, states, transitions, schedules }
}
