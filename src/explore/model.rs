//! The model: a race as packed states, and where each part of a state is kept.
//!
//! A state holds, for each user, its node in the observation tree, whether something it read is stale, its place in the
//! queue it waits in, and which of its tokens are current; for each seat whether it is booked, its hold, and how long that
//! still lives; for each lock whether it is owned; the sweeper's phase, the crashes left, and whether a seat was sold twice.
//! Everything that belongs to a user lies together in one field, so that interchangeable users are merged by sorting numbers.

use super::TooLarge;
use super::layout::{Field, Layout, State, bits};
use super::tree::{Node, ROOT, Tree};
use crate::race::{Plan, Setup};
use crate::trace::{Mark, Op, Outcome};
use crate::units::{Expiry, LETTERS, Late, Ms, Scope, Seat};
use std::cell::RefCell;
use std::rc::Rc;

/// A hold that keeps others out until its deadline.
pub(super) const LIVE: u64 = 1;
/// A hold that has expired and keeps others out until it is swept.
pub(super) const UNSWEPT: u64 = 2;

/// Everything about a race that does not change.
pub(super) struct Model {
    pub(super) kinds: Vec<Kind>,
    pub(super) users: Vec<Place>,
    /// Users with equal plans, in order of their numbers; only groups of two and more.
    pub(super) groups: Vec<Vec<Field>>,
    pub(super) seats: Vec<SeatPlace>,
    /// Whether each lock is owned.
    pub(super) locks: Vec<Field>,
    pub(super) sold_twice: Field,
    pub(super) crashes_left: Field,
    pub(super) time: Time,
    pub(super) version: Scope,
    pub(super) late: Late,
    /// The answers of a payment, in letter order.
    pub(super) payments: Vec<(Mark, Outcome)>,
    pub(super) crash: u32,
    words: usize,
}

/// What users with equal plans have in common.
pub(super) struct Kind {
    plan: Rc<Plan>,
    pub(super) tree: Tree,
    /// The seats of the order, as places in [`Model::seats`].
    pub(super) seats: Vec<usize>,
    /// The lock for a seat of the order, as a place in [`Model::locks`]; the last is that of the show.
    pub(super) locks: Vec<usize>,
    /// For each kind, the seats of its order that a commit of this kind changes, as bits.
    pub(super) spoils: Vec<u8>,
}

/// Where a user is kept.
pub(super) struct Place {
    pub(super) kind: usize,
    /// All of it.
    pub(super) whole: Field,
    pub(super) node: Field,
    /// Whether something read in this round has changed.
    pub(super) stale: Field,
    /// Its place in the queue of the lock it awaits, from 1; 0: it does not wait.
    pub(super) queue: Field,
    /// For each seat of its order, whether its hold there stands, as bits.
    pub(super) mine: Field,
    /// The user before it in its group.
    pub(super) alike: Option<usize>,
}

/// Where a seat is kept.
pub(super) struct SeatPlace {
    pub(super) booked: Field,
    /// Nothing, [`LIVE`] or [`UNSWEPT`].
    pub(super) hold: Field,
    /// How long a live hold still lives, as a place in [`Time::remainders`].
    pub(super) left: Field,
}

/// How time passes.
pub(super) struct Time {
    pub(super) hold_ms: Option<Ms>,
    pub(super) expiry: Expiry,
    /// The time since the last sweep that was due, as a place in [`Time::remainders`].
    pub(super) phase: Field,
    /// The stretches of time that occur in states, in ms. With one length of hold they are few.
    remainders: RefCell<Vec<Ms>>,
}

/// How many different stretches of time the states of one race may know.
pub(super) const REMAINDERS_MAX: usize = 64;

impl Time {
    /// The number of a stretch of time; none when there are too many.
    pub(super) fn number(&self, ms: Ms) -> Option<u64> {
        let mut known = self.remainders.borrow_mut();
        if let Some(at) = known.iter().position(|other| *other == ms) {
            return Some(at as u64);
        }
        known.push(ms);
        (known.len() <= REMAINDERS_MAX).then(|| known.len() as u64 - 1)
    }

    pub(super) fn ms(&self, number: u64) -> Ms {
        self.remainders.borrow()[number as usize]
    }
}

impl Model {
    /// # Errors
    /// The race is too large to explore.
    pub(super) fn new(setup: &Setup) -> Result<Model, TooLarge> {
        if setup.plans.len() > LETTERS as usize {
            return Err(TooLarge::Users(setup.plans.len() as u32));
        }
        let payments = payments(setup);
        let (kinds, kind_of) = kinds(setup, &payments)?;
        let mut layout = Layout::default();
        let users = users(&mut layout, &kinds, &kind_of)?;
        let sweeps =
            matches!(setup.policy.expiry, Expiry::Sweep(_)) && setup.policy.hold_ms.is_some();
        let seats = seats(&mut layout, &kinds, sweeps)?;
        let lock_count = kinds.iter().flat_map(|kind| &kind.locks).max().map_or(0, |max| max + 1);
        let locks = (0..lock_count).map(|_| layout.field(1)).collect::<Result<_, _>>()?;
        let remainder_bits = if sweeps { bits(REMAINDERS_MAX as u64 - 1) } else { 0 };
        let time = Time {
            hold_ms: setup.policy.hold_ms,
            expiry: setup.policy.expiry,
            phase: layout.field(remainder_bits)?,
            // Number 0 is the phase at the start; without a sweeper every live hold has its whole time left.
            remainders: RefCell::new(if sweeps {
                vec![0]
            } else {
                setup.policy.hold_ms.into_iter().collect()
            }),
        };
        Ok(Model {
            groups: groups(&users),
            users,
            seats,
            locks,
            sold_twice: layout.field(1)?,
            crashes_left: layout.field(bits(setup.crash.into()))?,
            time,
            version: setup.policy.version,
            late: setup.policy.late,
            payments,
            crash: setup.crash,
            words: layout.words(),
            kinds,
        })
    }

    /// How many words a state takes.
    pub(super) fn words(&self) -> usize {
        self.words
    }

    /// Everybody is about to make the first step.
    pub(super) fn start<const K: usize>(&self) -> State<K> {
        let mut state = [0; K];
        self.users.iter().for_each(|user| user.node.set(&mut state, ROOT.into()));
        self.crashes_left.set(&mut state, self.crash.into());
        state
    }

    #[inline]
    pub(super) fn node<const K: usize>(&self, state: &State<K>, user: usize) -> Node {
        self.users[user].node.get(state) as Node
    }

    #[inline]
    pub(super) fn kind(&self, user: usize) -> &Kind {
        &self.kinds[self.users[user].kind]
    }

    /// How many polls of futures it took to know all strategies.
    pub(super) fn polls(&self) -> u64 {
        self.kinds.iter().map(|kind| kind.tree.polls).sum()
    }

    /// Brings interchangeable users into one order: states that differ only in who of them is who become equal.
    #[inline]
    pub(super) fn merge<const K: usize>(&self, state: &mut State<K>) {
        for group in &self.groups {
            for at in 1..group.len() {
                // Insertion sort: a step moves one user, or few.
                let value = group[at].get(state);
                let mut to = at;
                while to > 0 && group[to - 1].get(state) > value {
                    let moved = group[to - 1].get(state);
                    group[to].set(state, moved);
                    to -= 1;
                }
                group[to].set(state, value);
            }
        }
    }
}

/// The answers that a payment may have, in letter order: d, n, p.
fn payments(setup: &Setup) -> Vec<(Mark, Outcome)> {
    let possible: Vec<Mark> = setup.timing.answers().collect();
    let all = [
        (Mark::Declined, Outcome::Declined),
        (Mark::NoAnswer, Outcome::NoAnswer),
        (Mark::Captured, Outcome::Captured),
    ];
    all.into_iter().filter(|(mark, _)| possible.contains(mark)).collect()
}

/// The kinds of users, and which each user is of.
fn kinds(setup: &Setup, payments: &[(Mark, Outcome)]) -> Result<(Vec<Kind>, Vec<usize>), TooLarge> {
    let answers: Vec<Outcome> = payments.iter().map(|(_, answer)| *answer).collect();
    let mut kinds: Vec<Kind> = Vec::new();
    let mut kind_of = Vec::new();
    let (mut seats, mut locks) = (Vec::new(), Vec::new());
    for plan in &setup.plans {
        let known = kinds.iter().position(|kind| Rc::ptr_eq(&kind.plan, plan));
        if known.is_none() {
            let tree = Tree::new(plan, &answers)?;
            kinds.push(Kind {
                seats: plan.seats.iter().map(|seat| place(&mut seats, *seat)).collect(),
                locks: locks_of(plan, &tree, &mut locks),
                plan: Rc::clone(plan),
                tree,
                spoils: Vec::new(),
            });
        }
        kind_of.push(known.unwrap_or(kinds.len() - 1));
    }
    let orders: Vec<Vec<usize>> = kinds.iter().map(|kind| kind.seats.clone()).collect();
    for kind in &mut kinds {
        kind.spoils = orders.iter().map(|theirs| shared(theirs, &kind.seats)).collect();
    }
    Ok((kinds, kind_of))
}

/// The lock for each seat of an order, then that of the show; none where the strategy takes no locks.
fn locks_of(plan: &Plan, tree: &Tree, locks: &mut Vec<Option<Seat>>) -> Vec<usize> {
    if !tree.uses(Op::Lock) {
        return Vec::new();
    }
    match plan.locks[0] {
        None => vec![place(locks, None); plan.seats.len() + 1],
        Some(_) => plan.seats.iter().map(|seat| place(locks, Some(*seat))).collect(),
    }
}

/// The place of an entry in a list, where it is put if it is new.
fn place<T: PartialEq>(list: &mut Vec<T>, entry: T) -> usize {
    list.iter().position(|other| *other == entry).unwrap_or_else(|| {
        list.push(entry);
        list.len() - 1
    })
}

/// The places in `theirs` of what is also in `ours`, as bits.
fn shared(theirs: &[usize], ours: &[usize]) -> u8 {
    let bit = |(slot, seat): (usize, &usize)| u8::from(ours.contains(seat)) << slot;
    theirs.iter().enumerate().map(bit).sum()
}

fn users(layout: &mut Layout, kinds: &[Kind], kind_of: &[usize]) -> Result<Vec<Place>, TooLarge> {
    let mut users: Vec<Place> = Vec::new();
    for (user, &kind) in kind_of.iter().enumerate() {
        let Kind { tree, seats, .. } = &kinds[kind];
        let node = bits(tree.last().into());
        let stale = u32::from(tree.uses(Op::Commit));
        let queue = if tree.uses(Op::Lock) { bits(kind_of.len() as u64 - 1) } else { 0 };
        let mine = if tree.uses(Op::Reserve) { seats.len() as u32 } else { 0 };
        let whole = layout.field(node + stale + queue + mine)?;
        users.push(Place {
            kind,
            whole,
            node: whole.part(0, node),
            stale: whole.part(node, stale),
            queue: whole.part(node + stale, queue),
            mine: whole.part(node + stale + queue, mine),
            alike: kind_of[..user].iter().rposition(|other| *other == kind),
        });
    }
    Ok(users)
}

fn groups(users: &[Place]) -> Vec<Vec<Field>> {
    let kinds = users.iter().map(|user| user.kind).max().map_or(0, |max| max + 1);
    let group = |kind| users.iter().filter(|u| u.kind == kind).map(|u| u.whole).collect();
    (0..kinds).map(group).filter(|group: &Vec<Field>| group.len() > 1).collect()
}

fn seats(layout: &mut Layout, kinds: &[Kind], sweeps: bool) -> Result<Vec<SeatPlace>, TooLarge> {
    let count = kinds.iter().flat_map(|kind| &kind.seats).max().map_or(0, |max| max + 1);
    let place = |at: usize| {
        let holds = |kind: &Kind| kind.seats.contains(&at) && kind.tree.uses(Op::Reserve);
        let held = kinds.iter().any(holds);
        Ok(SeatPlace {
            booked: layout.field(1)?,
            hold: layout.field(if held { 2 } else { 0 })?,
            left: layout.field(if held && sweeps { bits(REMAINDERS_MAX as u64 - 1) } else { 0 })?,
        })
    };
    (0..count).map(place).collect()
}
