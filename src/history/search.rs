//! Looks for an order of operations that the sequential show could have gone through: Wing and Gong's search with Lowe's
//! memory of what was tried (G. Lowe, Testing for linearizability, 2017), for seats.
//!
//! Two things keep it small. What only looks, and may look now, looks now: it changes nothing, so waiting is of no use.
//! (Unless that rules out something that may have
//! happened before.) And a point is given up if the same seats were reached with the same operations done but fewer of those that need not
//! have happened: everything possible from here was possible from there.
//!
//! The time is that of the operations tried; in the worst case exponential in those that overlap, which is why there is
//! a budget. The search is a loop, not a recursion.

use super::spec::{Deed, Effect, FREE};
use std::collections::BTreeMap;

/// An operation as the search sees it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Task {
    pub(super) process: u32,
    pub(super) deed: Deed,
    pub(super) seats: Vec<u32>,
    /// It happens after everything that ended before this.
    pub(super) start: u32,
    /// It happens before everything that starts after this.
    pub(super) end: u32,
    /// It has happened. If not, it may or may not have.
    pub(super) required: bool,
}

/// What was found.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) enum Found {
    /// An order that works: the tasks, by place.
    Order(Vec<u32>),
    /// There is none.
    None,
    /// The budget or the memory was used up first.
    GaveUp,
}

/// The memory of points tried may take so many bytes.
pub(super) const MEMORY_BYTES_MAX: usize = 256 << 20;

/// What one entry of the memory takes besides its numbers, in bytes: boxes and its place in the tree, rounded up.
const ENTRY_BYTES: usize = 96;

/// An order of `tasks`, sorted by start, that a show of `seats` free seats could have gone through. `budget` is lowered
/// by each task looked at.
pub(super) fn search(tasks: &[Task], seats: usize, budget: &mut u64) -> Found {
    debug_assert!(tasks.is_sorted_by_key(|task| task.start));
    // Most histories of shows that work need no second try, and then nothing need be remembered.
    match Search::new(tasks, seats, Memory::Off).run(budget) {
        Some(found) => found,
        None => Search::new(tasks, seats, Memory::On)
            .run(budget)
            .expect("only a search without memory stops at its first mistake"),
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Memory {
    /// Stops at the first mistake.
    Off,
    /// Goes on until all is tried.
    On,
}

struct Search<'a> {
    tasks: &'a [Task],
    state: Vec<u32>,
    /// A ring of the tasks not done, in order of start; the last place is its head.
    after: Vec<u32>,
    before: Vec<u32>,
    done: Vec<Done>,
    /// Required tasks not done.
    missing: usize,
    is_done: Vec<bool>,
    /// Tasks done that need not have been.
    extra: Vec<u32>,
    /// The last of the tasks done, by start: what ended before that can happen no more.
    latest: Option<u32>,
    memory: Memory,
    path: Vec<Point>,
    tried: BTreeMap<Key, Vec<Box<[u32]>>>,
    bytes: usize,
}

struct Done {
    task: u32,
    latest_before: Option<u32>,
    /// What its seats were.
    seats_before: Box<[u32]>,
}

/// A point of the search at which there is a choice.
struct Point {
    branches: Vec<u32>,
    next: usize,
    /// So many tasks were done.
    depth: usize,
}

/// Seats, the first required task not done, and those done beyond it.
type Key = (Box<[u32]>, u32, Box<[u32]>);

impl<'a> Search<'a> {
    fn new(tasks: &'a [Task], seats: usize, memory: Memory) -> Search<'a> {
        let n = u32::try_from(tasks.len()).expect("there are at most so many lines");
        let ring = 0..=n;
        Search {
            tasks,
            state: vec![FREE; seats],
            after: ring.clone().map(|i| if i == n { 0 } else { i + 1 }).collect(),
            before: ring.map(|i| if i == 0 { n } else { i - 1 }).collect(),
            done: Vec::new(),
            missing: tasks.iter().filter(|task| task.required).count(),
            is_done: vec![false; tasks.len()],
            extra: Vec::new(),
            latest: None,
            memory,
            path: Vec::new(),
            tried: BTreeMap::new(),
            bytes: 0,
        }
    }

    /// None: it went wrong, and nothing was remembered.
    fn run(mut self, budget: &mut u64) -> Option<Found> {
        loop {
            let Some(branches) = self.open(budget) else { return Some(Found::GaveUp) };
            if self.missing == 0 {
                let order = self.done.iter().map(|done| done.task).collect();
                return Some(Found::Order(order));
            }
            match self.memory {
                Memory::Off => self.take(*branches.first()?),
                Memory::On => {
                    let window = self.latest.map_or(0, |last| last.saturating_sub(self.frontier()));
                    *budget = budget.saturating_sub(window.into());
                    if self.is_new(&branches) {
                        self.path.push(Point { branches, next: 0, depth: self.done.len() });
                    }
                    if self.bytes > MEMORY_BYTES_MAX {
                        return Some(Found::GaveUp);
                    }
                    if !self.next() {
                        return Some(Found::None);
                    }
                }
            }
        }
    }

    fn head(&self) -> u32 {
        u32::try_from(self.tasks.len()).expect("see `new`")
    }

    /// Does all that only looks, then says which changes may come next, those that must happen first; none when the
    /// budget is used up.
    fn open(&mut self, budget: &mut u64) -> Option<Vec<u32>> {
        loop {
            let mut branches = (Vec::new(), Vec::new());
            let mut looked = false;
            let mut first_end = u32::MAX;
            let mut first_lost = u32::MAX;
            let latest = self.latest.map_or(0, |place| self.tasks[place as usize].start);
            let mut place = self.after[self.head() as usize];
            while place != self.head() {
                let task = &self.tasks[place as usize];
                let next = self.after[place as usize];
                if task.start > first_end {
                    break;
                }
                *budget = budget.checked_sub(1)?;
                let over = task.end < latest;
                match task.deed.effect(&self.state, task.process, &task.seats) {
                    // Looking now would be the end of what may have happened before it.
                    Effect::Nothing
                        if task.required && task.deed.is_look() && task.start <= first_lost =>
                    {
                        looked = true;
                        self.take(place);
                        place = next;
                        continue;
                    }
                    // Later it might change something, so that it does not now is one possibility.
                    Effect::Change | Effect::Nothing if task.required => branches.0.push(place),
                    Effect::Change if !over => branches.1.push(place),
                    _ => {}
                }
                if task.required {
                    first_end = first_end.min(task.end);
                } else if !over {
                    first_lost = first_lost.min(task.end);
                }
                place = next;
            }
            // What was looked at may have kept later tasks away.
            if !looked {
                let (mut must, mut may) = branches;
                // What ended first is tried first: a real show did it about then.
                must.sort_by_key(|place| self.tasks[*place as usize].end);
                may.sort_by_key(|place| self.tasks[*place as usize].end);
                must.append(&mut may);
                return Some(must);
            }
        }
    }

    fn take(&mut self, place: u32) {
        let task = &self.tasks[place as usize];
        let (before, after) = (self.before[place as usize], self.after[place as usize]);
        self.after[before as usize] = after;
        self.before[after as usize] = before;
        let seats = task.seats.iter().map(|seat| self.state[*seat as usize]).collect();
        for seat in &task.seats {
            let seat = &mut self.state[*seat as usize];
            *seat = task.deed.after(*seat, task.process);
        }
        self.done.push(Done { task: place, latest_before: self.latest, seats_before: seats });
        self.latest = self.latest.max(Some(place));
        self.is_done[place as usize] = true;
        if task.required {
            self.missing -= 1;
        } else {
            self.extra.push(place);
        }
    }

    fn undo(&mut self) {
        let Some(done) = self.done.pop() else { return };
        let task = &self.tasks[done.task as usize];
        let (before, after) = (self.before[done.task as usize], self.after[done.task as usize]);
        self.after[before as usize] = done.task;
        self.before[after as usize] = done.task;
        for (seat, was) in task.seats.iter().zip(&done.seats_before) {
            self.state[*seat as usize] = *was;
        }
        self.latest = done.latest_before;
        self.is_done[done.task as usize] = false;
        if task.required {
            self.missing += 1;
        } else {
            self.extra.pop();
        }
    }

    /// Goes on with the next branch of the last point that has one. False if there is none.
    fn next(&mut self) -> bool {
        while let Some(point) = self.path.last_mut() {
            let (depth, branch) = (point.depth, point.branches.get(point.next).copied());
            point.next += 1;
            while self.done.len() > depth {
                self.undo();
            }
            match branch {
                Some(place) => {
                    self.take(place);
                    return true;
                }
                None => {
                    self.path.pop();
                }
            }
        }
        false
    }

    /// This point was not reached before with as little. Points without a choice are not remembered.
    fn is_new(&mut self, branches: &[u32]) -> bool {
        let choice = branches.len() > 1
            || branches.first().is_some_and(|place| !self.tasks[*place as usize].required);
        if !choice {
            return true;
        }
        let (key, extra) = self.key();
        let numbers = key.0.len() + key.2.len() + extra.len();
        let entries = self.tried.entry(key).or_default();
        let new = !entries.iter().any(|entry| is_part(entry, &extra));
        if new {
            self.bytes += ENTRY_BYTES + numbers * size_of::<u32>();
            entries.push(extra);
        }
        new
    }

    /// The first required task that is not done.
    fn frontier(&self) -> u32 {
        let mut frontier = self.after[self.head() as usize];
        while frontier != self.head() && !self.tasks[frontier as usize].required {
            frontier = self.after[frontier as usize];
        }
        frontier
    }

    /// Where the search is, and which tasks are done that need not have been.
    fn key(&self) -> (Key, Box<[u32]>) {
        let frontier = self.frontier();
        let last = self.latest.map_or(0, |place| place + 1);
        let done =
            |place: &u32| self.is_done[*place as usize] && self.tasks[*place as usize].required;
        let beyond = (frontier..last).filter(done).collect();
        let mut extra = self.extra.clone();
        extra.sort_unstable();
        ((self.state.clone().into(), frontier, beyond), extra.into())
    }
}

/// Everything in `part` is in `whole`; both are sorted.
fn is_part(part: &[u32], whole: &[u32]) -> bool {
    let mut rest = whole.iter();
    part.iter().all(|x| rest.any(|y| y == x))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn task(process: u32, deed: Deed, start: u32, end: u32, required: bool) -> Task {
        Task { process, deed, seats: vec![0], start, end, required }
    }

    /// Bob may have held the seat, and his hold may have expired, but only before Carol saw it held. Dave needs it free.
    #[test]
    fn what_may_have_happened_is_over_when_its_time_is() {
        let tasks = |expire_ends| {
            [
                task(9, Deed::Expire, 0, expire_ends, false),
                task(1, Deed::Reserve, 0, u32::MAX, false),
                task(3, Deed::ConfirmLate, 0, u32::MAX, true),
                task(2, Deed::SeeHeld, 3, 8, true),
            ]
        };
        assert_eq!(search(&tasks(1), 1, &mut 1_000), Found::None);
        assert_eq!(search(&tasks(3), 1, &mut 1_000), Found::Order(vec![1, 3, 0, 2]));
    }

    #[test]
    fn a_budget_that_is_used_up_is_no_answer() {
        let tasks = [task(1, Deed::Reserve, 0, 3, true), task(2, Deed::SeeTaken, 1, 2, true)];
        assert_eq!(search(&tasks, 1, &mut 1), Found::GaveUp);
        assert_eq!(search(&tasks, 1, &mut 100), Found::None);
    }
}
