//! Which situations are different: the states of the explorer against the design's words "equal states", written a second
//! time over the oracle's plain states.
//!
//! The tables show that nothing is merged that is not equal; these counts show that what is equal is merged.

use crate::bridge::explored;
use crate::grid::{mixes, pairs, threes};
use crate::oracle::{Expiry, Happened, Hold, Lock, Model, Money, Next, State, apply, choices};
use seatrace::explore::Symmetry;
use std::collections::{BTreeMap, BTreeSet};

/// What one user has been told, step by step.
type Heard = Vec<(&'static str, &'static str)>;

/// What is kept of one user.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord)]
enum Kept {
    /// Its result; of a crashed one whether money is in it.
    Over(&'static str, Option<Money>),
    Under {
        heard: Heard,
        /// Whether anything it read in this round has changed.
        stale: bool,
        /// Its place in the queue, from 1.
        queue: usize,
        /// For each seat of its order, whether its hold stands there.
        mine: Vec<bool>,
    },
}

/// What is kept of a seat: whether it is booked, whether a hold stands there, and how long that still lives.
type KeptSeat = (bool, Option<Option<u64>>);

/// What the design compares.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord)]
struct Key {
    users: Vec<Kept>,
    seats: BTreeMap<usize, KeptSeat>,
    owned: Vec<Option<usize>>,
    sold_twice: bool,
    crashes: u32,
    /// The time since the sweeper could have come.
    phase_ms: u64,
}

/// The hold that stands on a seat: one that has expired stands only until it is swept, and without a sweeper not at all.
fn standing<'s>(state: &'s State<'_>, seat: usize) -> Option<&'s Hold> {
    let sweeps = matches!(state.model.expiry, Expiry::Sweep(_));
    state.show.hold_of(seat).filter(|hold| sweeps || state.show.is_live(hold))
}

fn kept_seat(state: &State<'_>, seat: usize) -> KeptSeat {
    let left = |ms: u64| ms.saturating_sub(state.show.now_ms);
    let hold = standing(state, seat).map(|hold| hold.expires_ms.map(left));
    (state.show.is_booked(seat), hold)
}

fn kept(state: &State<'_>, heard: &[Heard], number: usize) -> Kept {
    let user = &state.users[number];
    if user.next == Next::Nothing {
        let result = user.result.expect("who has ended has a result");
        let claims = matches!(user.money, Money::Captured | Money::Due);
        return Kept::Over(result, (result == "crashed" && claims).then_some(user.money));
    }
    let (model, show) = (state.model, &state.show);
    let wants = model.wants(number);
    let changed = |(seat, seen): (&usize, &u32)| show.version(model.version_of(*seat)) != *seen;
    let place = |lock: &Lock| lock.queue.iter().position(|user| *user == number);
    let owns = |seat: &usize| standing(state, *seat).is_some_and(|hold| hold.owner == number);
    Kept::Under {
        heard: heard[number].clone(),
        stale: wants.iter().zip(&user.seen).any(changed),
        queue: show.locks.values().find_map(place).map_or(0, |place| place + 1),
        mine: wants.iter().map(owns).collect(),
    }
}

fn key(state: &State<'_>, heard: &[Heard], symmetry: Symmetry) -> Key {
    let (model, show) = (state.model, &state.show);
    let mut users: Vec<Kept> = (0..model.users.len()).map(|u| kept(state, heard, u)).collect();
    if symmetry == Symmetry::Merge {
        merge(model, &mut users);
    }
    let wanted = model.users.iter().flat_map(|party| &party.wants);
    let sold: BTreeSet<usize> = show.tickets.iter().map(|(seat, _)| *seat).collect();
    Key {
        users,
        seats: wanted.map(|seat| (*seat, kept_seat(state, *seat))).collect(),
        owned: show.locks.keys().copied().collect(),
        sold_twice: show.tickets.len() > sold.len(),
        crashes: show.crashes,
        phase_ms: match model.expiry {
            Expiry::Sweep(period_ms) => show.now_ms % period_ms,
            Expiry::Timer | Expiry::Lazy => 0,
        },
    }
}

/// Users of equal plans stand in one order, whoever they are.
fn merge(model: &Model, users: &mut [Kept]) {
    for first in 0..users.len() {
        for other in first + 1..users.len() {
            if model.users[first] == model.users[other] && users[first] > users[other] {
                users.swap(first, other);
            }
        }
    }
}

/// What a user hears of something that happens: whether a dead token was released is for the library alone to know.
fn hear(heard: &mut [Heard], happened: &Happened) {
    let Happened { user: Some(user), op, outcome, .. } = *happened else { return };
    match (op, outcome) {
        ("expire" | "crash" | "end", _) | ("lock", "queued") => {}
        ("lock" | "release" | "cancel", _) => heard[user].push((op, "ok")),
        _ => heard[user].push((op, outcome)),
    }
}

/// The states and the choices in them, looked up in a set of keys.
fn counted(model: &Model, symmetry: Symmetry) -> (u64, u64) {
    let start = (State::new(model), vec![Heard::new(); model.users.len()]);
    let mut seen = BTreeSet::from([key(&start.0, &start.1, symmetry)]);
    let mut open = vec![start];
    let mut transitions = 0;
    while let Some((state, heard)) = open.pop() {
        for choice in choices(&state) {
            transitions += 1;
            let (mut after, mut heard) = (state.clone(), heard.clone());
            let happened = apply(&mut after, choice);
            happened.iter().for_each(|happened| hear(&mut heard, happened));
            if seen.insert(key(&after, &heard, symmetry)) {
                open.push((after, heard));
            }
        }
    }
    (seen.len() as u64, transitions)
}

fn check(model: &Model) -> u64 {
    let mut states = 0;
    for symmetry in [Symmetry::Merge, Symmetry::Keep] {
        let progress = explored(model, symmetry).progress();
        let counted = counted(model, symmetry);
        assert_eq!((progress.states, progress.transitions), counted, "{symmetry:?} {model:?}");
        assert_eq!(progress.frontier, 0, "{model:?}");
        states += counted.0;
    }
    states
}

#[test]
fn two_users_have_the_states_that_the_design_tells_apart() {
    let states: u64 = pairs().iter().map(check).sum();
    assert_eq!(states, 856_218);
}

#[test]
fn three_users_have_the_states_that_the_design_tells_apart() {
    let states: u64 = threes().iter().chain(&mixes()).map(check).sum();
    assert_eq!(states, 45_047);
}
