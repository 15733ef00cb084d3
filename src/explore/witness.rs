//! The clearest example: of all schedules of a class the one with the fewest switches, then the fewest steps, then the first
//! in letter order.

use super::Status;
use super::layout::State;
use super::step::{Code, Step};
use super::walk::Walk;
use crate::measure::Class;
use crate::trace::Order;
use std::cmp::Reverse;
use std::collections::BinaryHeap;

/// A schedule that shows something.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Witness {
    /// The schedule.
    pub order: Order,
    /// How many choices it has.
    pub steps: u32,
    /// How often another user goes on while the one before could have.
    pub switches: u32,
    /// Whether no schedule of the class has fewer switches. The search gives up after [`WITNESS_POINTS_MAX`] points, and after
    /// an exploration that was stopped it is not begun: what it shows then is the first in letter order of what was explored.
    pub fewest: bool,
}

/// The most pairs of a state and a user that the search for a witness looks at.
pub const WITNESS_POINTS_MAX: usize = 1 << 20;

/// The user who made the last step, if it could go on: a switch is counted when another steps instead.
pub(super) type Last = Option<usize>;

/// A way that the search has found, ordered as ways are preferred.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Way<const K: usize> {
    switches: u32,
    steps: u32,
    path: Vec<Code>,
    state: State<K>,
    last: Last,
}

impl<const K: usize> Walk<K> {
    /// Dijkstra's algorithm over pairs of a state and the user who stepped last, restricted to those from which the class
    /// can still be reached. Ways of equal cost are compared as paths, so the first in letter order wins; a way that is
    /// first stays first when both go on alike, also between states that are merged, because their costs are the same.
    pub(super) fn witness(&self, class: Class) -> Option<Witness> {
        let start = self.model.start();
        self.reaches(&start, class).then_some(())?;
        if self.status() != Status::Complete {
            return self.first_of(class);
        }
        let mut seen = Seen::new(self);
        let mut ways = BinaryHeap::from([Reverse(Way {
            switches: 0,
            steps: 0,
            path: Vec::new(),
            state: start,
            last: None,
        })]);
        while let Some(Reverse(way)) = ways.pop() {
            if !seen.enter(self, &way) {
                continue;
            }
            let steps = self.choices(&way.state);
            if steps.is_empty() {
                return Some(way.found());
            }
            if seen.len > WITNESS_POINTS_MAX {
                break;
            }
            let onward = steps.into_iter().filter(|step| self.reaches(&step.after, class));
            ways.extend(onward.map(|step| Reverse(self.onward(&way, step))));
        }
        self.first_of(class)
    }

    fn onward(&self, way: &Way<K>, step: Step<K>) -> Way<K> {
        let (last, switched) = self.last_after(way.last, &step);
        Way {
            switches: way.switches + u32::from(switched),
            steps: way.steps + 1,
            path: way.path.iter().copied().chain([step.code]).collect(),
            state: step.after,
            last,
        }
    }

    /// Who stepped last after this step, if it could go on; and whether the step was a switch. Time is nobody: after `t` the
    /// last one is who it was.
    pub(super) fn last_after(&self, last: Last, step: &Step<K>) -> (Last, bool) {
        let mover = step.code.user().or(last);
        let ready = mover.filter(|user| self.model.is_ready(&step.after, *user));
        (ready, last.is_some() && last != mover)
    }

    pub(super) fn reaches(&self, state: &State<K>, class: Class) -> bool {
        self.ahead(state).iter().any(|(outcome, _)| outcome.class == class)
    }

    fn first_of(&self, class: Class) -> Option<Witness> {
        let table = self.ahead(&self.model.start());
        let firsts = table.iter().filter(|(outcome, _)| outcome.class == class);
        let order = firsts.filter_map(|(outcome, _)| self.first(*outcome)).min_by_key(|order| {
            order.0.iter().map(|choice| Code::of(*choice)).collect::<Vec<_>>()
        })?;
        let switches = self.switches(&order)?;
        Some(Witness { steps: order.0.len() as u32, switches, order, fewest: false })
    }

    /// How often an order changes users while the one before could have gone on; none if it is not possible.
    pub(super) fn switches(&self, order: &Order) -> Option<u32> {
        let points = self.follow(order)?;
        let mut last = None;
        let mut switches = 0;
        for (choice, point) in order.0.iter().zip(&points) {
            let code = Code::of(*choice)?;
            let step = self.choices(&point.state).into_iter().find(|step| step.code == code)?;
            let (next, switched) = self.last_after(last, &step);
            switches += u32::from(switched);
            last = next;
        }
        Some(switches)
    }

    /// Where a user of a state is found in the state that stands for it.
    pub(super) fn canonical_last(
        &self,
        state: &State<K>,
        canonical: &State<K>,
        last: Last,
    ) -> Last {
        let last = last?;
        let (users, whole) = (&self.model.users, self.model.users[last].whole);
        let alike = |user: &usize| {
            users[*user].kind == users[last].kind
                && users[*user].whole.get(canonical) == whole.get(state)
        };
        (0..users.len()).find(alike)
    }
}

impl<const K: usize> Way<K> {
    fn found(self) -> Witness {
        let order = Order(self.path.into_iter().map(Code::choice).collect());
        Witness { order, steps: self.steps, switches: self.switches, fewest: true }
    }
}

/// Which pairs of a state and a last user were looked at: a bit each.
struct Seen {
    bits: Vec<u64>,
    len: usize,
}

impl Seen {
    fn new<const K: usize>(walk: &Walk<K>) -> Seen {
        let pairs = walk.visited.len() as usize * (walk.model.users.len() + 1);
        Seen { bits: vec![0; pairs.div_ceil(64)], len: 0 }
    }

    /// Whether the pair is new.
    fn enter<const K: usize>(&mut self, walk: &Walk<K>, way: &Way<K>) -> bool {
        let mut canonical = way.state;
        walk.canonical(&mut canonical);
        let place = walk.visited.find(&canonical).expect("a complete walk has visited every state");
        let last = walk.canonical_last(&way.state, &canonical, way.last);
        let users = walk.model.users.len();
        let pair = place as usize * (users + 1) + last.unwrap_or(users);
        let new = self.bits[pair / 64] & 1 << (pair % 64) == 0;
        self.bits[pair / 64] |= 1 << (pair % 64);
        self.len += usize::from(new);
        new
    }
}
