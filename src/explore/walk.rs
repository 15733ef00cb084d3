//! The walk: depth first through all states, each once, without recursion.
//!
//! A state is finished when everything it leads to is; its count table is then the sum of theirs. There are no cycles: every
//! choice moves a user on or ends a hold.

use super::counts::{Counts, EMPTY, TableId};
use super::layout::State;
use super::model::Model;
use super::outcome::Outcome;
use super::step::{Step, TooManyDeadlines};
use super::visited::Visited;
use super::{Limit, Limits, Progress, Status, Symmetry};

/// A walk at some point of its way.
pub(super) struct Walk<const K: usize> {
    pub(super) model: Model,
    symmetry: Symmetry,
    pub(super) limits: Limits,
    pub(super) visited: Visited<K>,
    pub(super) counts: Counts<Outcome>,
    /// The way to where the walk stands.
    frames: Vec<Frame<K>>,
    /// The choices of all frames, one frame behind the other.
    steps: Vec<Step<K>>,
    transitions: u64,
    /// The table of the start; the empty one until the walk is complete.
    result: TableId,
    /// What is known of the states on the way when the walk was stopped.
    partial: Vec<(State<K>, TableId)>,
    stopped: Option<Limit>,
}

/// A state on the way.
struct Frame<const K: usize> {
    state: State<K>,
    /// The choice to follow next, and the first of the frame behind, as places in the list of steps.
    next: u32,
    end: u32,
    /// The sum over the choices that were followed.
    sum: TableId,
}

impl<const K: usize> Walk<K> {
    pub(super) fn new(model: Model, symmetry: Symmetry, limits: Limits) -> Walk<K> {
        assert!(model.words() <= K, "a state fits into its words");
        let mut walk = Walk {
            symmetry,
            limits,
            visited: Visited::default(),
            counts: Counts::new(),
            frames: Vec::new(),
            steps: Vec::new(),
            transitions: 0,
            result: EMPTY,
            partial: Vec::new(),
            stopped: None,
            model,
        };
        let mut start = walk.model.start();
        walk.canonical(&mut start);
        let entered = walk.enter(start);
        assert!(entered.is_ok(), "nothing is held at the start");
        walk
    }

    /// The one state that stands for all that are equal to this.
    pub(super) fn canonical(&self, state: &mut State<K>) {
        if self.symmetry == Symmetry::Merge {
            self.model.merge(state);
        }
    }

    pub(super) fn status(&self) -> Status {
        match self.stopped {
            Some(limit) => Status::Stopped(limit),
            None if self.frames.is_empty() => Status::Complete,
            None => Status::Running,
        }
    }

    /// Ends the walk where it is, and keeps what it knows of the states on its way.
    pub(super) fn stop(&mut self, limit: Limit) {
        if self.status() == Status::Running {
            self.partial = self.sums().collect();
            self.stopped = Some(limit);
        }
    }

    /// Follows at most so many choices.
    pub(super) fn advance(&mut self, transitions: u64) -> Status {
        let end = self.transitions + transitions;
        while self.status() == Status::Running && self.transitions < end {
            if self.go() == Err(TooManyDeadlines) {
                self.stop(Limit::Deadlines);
            }
        }
        self.status()
    }

    /// Follows the next choice of the last frame, or finishes the frame when there is none.
    #[inline]
    fn go(&mut self) -> Result<(), TooManyDeadlines> {
        let frame = self.frames.last_mut().expect("a running walk has a frame");
        if frame.next == frame.end {
            self.leave();
            return Ok(());
        }
        let step = self.steps[frame.next as usize];
        frame.next += 1;
        self.transitions += u64::from(step.times);
        match self.visited.table(&step.after) {
            Some(table) => self.add(step, table),
            None => self.enter(step.after)?,
        }
        Ok(())
    }

    fn add(&mut self, step: Step<K>, table: TableId) {
        let through = self.counts.through(table, step.times, step.gain);
        let frame = self.frames.last_mut().expect("a step has a frame");
        frame.sum = self.counts.add(frame.sum, through);
    }

    fn enter(&mut self, state: State<K>) -> Result<(), TooManyDeadlines> {
        let from = self.steps.len();
        let merge = self.symmetry == Symmetry::Merge;
        self.model.expand(&state, merge, &mut self.steps)?;
        if merge {
            self.steps[from..].iter_mut().for_each(|step| self.model.merge(&mut step.after));
        }
        let (next, end) = (from as u32, self.steps.len() as u32);
        self.frames.push(Frame { state, next, end, sum: EMPTY });
        Ok(())
    }

    fn leave(&mut self) {
        let Some(frame) = self.frames.pop() else { return };
        let from = self.frames.last().map_or(0, |before| before.end);
        let table = match frame.end == from {
            true => self.counts.one(self.model.ending(&frame.state)),
            false => frame.sum,
        };
        self.steps.truncate(from as usize);
        self.visited.insert(frame.state, table);
        match self.frames.last() {
            None => self.result = table,
            Some(before) => {
                let step = self.steps[before.next as usize - 1];
                self.add(step, table);
            }
        }
        // Last: what is kept of a stopped walk counts this state as well.
        self.check_limits();
    }

    /// The schedules that were followed to their end, from each state on the way, the last first.
    ///
    /// Each state is reached from the one before by the one step on which the walk stands; what that leads to so far is added
    /// to what its other steps led to.
    fn sums(&mut self) -> impl Iterator<Item = (State<K>, TableId)> {
        let mut table = EMPTY;
        (0..self.frames.len()).rev().map(move |at| {
            let frame = &self.frames[at];
            if table != EMPTY {
                let step = self.steps[frame.next as usize - 1];
                table = self.counts.through(table, step.times, step.gain);
            }
            table = self.counts.add(table, frame.sum);
            (frame.state, table)
        })
    }

    /// The schedules of the race that were followed to their end.
    pub(super) fn covered(&mut self) -> TableId {
        match self.frames.is_empty() {
            true => self.result,
            false => self.sums().last().map_or(EMPTY, |(_, table)| table),
        }
    }

    /// What is known to happen from a state: everything, if it was finished.
    pub(super) fn known(&self, canonical: &State<K>) -> TableId {
        let partial = || self.partial.iter().find(|(state, _)| state == canonical);
        let table = self.visited.table(canonical).or_else(|| Some(partial()?.1));
        table.unwrap_or(EMPTY)
    }

    pub(super) fn progress(&self) -> Progress {
        Progress {
            states: self.visited.len().into(),
            transitions: self.transitions,
            frontier: self.frames.iter().map(|frame| u64::from(frame.end - frame.next)).sum(),
            state_bytes: self.visited.bytes(),
            table_bytes: self.counts.bytes(),
            tables: self.counts.len() as u64,
            polls: self.model.polls(),
        }
    }

    fn check_limits(&mut self) {
        let states = u64::from(self.visited.len());
        if states >= self.limits.states && !self.frames.is_empty() {
            self.stop(Limit::States(self.limits.states));
        }
        // Counting bytes is cheap, but not as cheap as a step.
        if states.is_multiple_of(1 << 10) && self.bytes() > self.limits.bytes {
            self.stop(Limit::Memory(self.limits.bytes));
        }
    }

    fn bytes(&self) -> u64 {
        self.visited.bytes() + self.counts.bytes()
    }
}
