//! The explorer, natively, beside Stateright on the same race.

use crate::table::{self, median};
use crate::{by_hand, timed};
use seatrace::explore::{Exploration, Limits, Status, Symmetry};
use seatrace::lab;
use seatrace::scenario::Query;

/// What everybody explores: symmetry off, so that each visits every state.
pub(crate) const QUERY: &str = "users=10&strategy=naive";
const USERS: u8 = 10;
pub(crate) const STATES: u64 = 990_551;
pub(crate) const TRANSITIONS: u64 = 4_859_460;
pub(crate) const SCHEDULES: u64 = 32_215_365_100_800;

const ROUNDS: usize = 7;

/// Explores once; gives the seconds that it took.
pub(crate) fn ours() -> f64 {
    let scenario = Query::parse(QUERY).expect("a valid query");
    let contest = lab::contests(&scenario)[0];
    let (mut all, seconds) = timed(|| {
        let mut all = Exploration::new(&scenario, contest, Symmetry::Keep, Limits::default())
            .expect("it fits into a state");
        while all.advance(u64::from(u32::MAX)) == Status::Running {}
        all
    });
    let progress = all.progress();
    assert_eq!((progress.states, progress.transitions), (STATES, TRANSITIONS), "what is explored");
    assert_eq!(all.schedules(), SCHEDULES.into(), "what is counted");
    seconds
}

fn theirs() -> f64 {
    let (checker, seconds) = timed(|| by_hand::explore(USERS));
    assert_eq!(by_hand::visited(&checker), (STATES, TRANSITIONS), "the same race");
    seconds
}

/// In turn, so that a busy machine slows both.
pub(crate) fn compare() {
    let rounds: Vec<(f64, f64)> = (0..ROUNDS).map(|_| (ours(), theirs())).collect();
    let mine = median(rounds.iter().map(|(ours, _)| *ours));
    let other = median(rounds.iter().map(|(_, theirs)| *theirs));
    table::row("seatrace: states/s", &rate(STATES, mine), "1.00 M");
    table::row("seatrace: transitions/s", &rate(TRANSITIONS, mine), "5.00 M");
    table::row("Stateright, breadth first: states/s", &rate(STATES, other), "");
    table::row("Stateright, breadth first: transitions/s", &rate(TRANSITIONS, other), "");
    let times = median(rounds.iter().map(|(ours, theirs)| theirs / ours));
    table::ratio("seatrace / Stateright", times, "2 x");
}

/// Millions a second.
pub(crate) fn rate(count: u64, seconds: f64) -> String {
    format!("{:.2} M", count as f64 / seconds / 1e6)
}
