//! The naive race for one seat as a model for Stateright, written by hand as small and fast as it goes.
//!
//! One step is one access, as in ours: a user reads, and then writes blindly if the seat was free. Two bits a user are the
//! whole state: the seat is booked as soon as anybody has booked, and sold twice as soon as two have.

use stateright::{Checker, Model, Property};

/// Visits every state, breadth first, on one thread.
pub(crate) fn explore(users: u8) -> impl Checker<Naive> {
    Naive { users }.checker().threads(1).spawn_bfs().join()
}

/// The unique states and the transitions that were visited.
pub(crate) fn visited(checker: &impl Checker<Naive>) -> (u64, u64) {
    // The start is counted as generated, too, and every other state once for each way that leads to it.
    (checker.unique_state_count() as u64, checker.state_count() as u64 - 1)
}

/// Where a user is, in two bits. Everybody starts at 0.
const SAW_FREE: u32 = 1;
const TURNED_AWAY: u32 = 2;
const BOOKED: u32 = 3;
/// The lower bit of every user.
const LOWER: u32 = 0x5555_5555;

/// The race of so many users.
pub(crate) struct Naive {
    users: u8,
}

impl Model for Naive {
    type State = u32;
    /// The user who steps, as the place of its bits.
    type Action = u8;

    fn init_states(&self) -> Vec<u32> {
        vec![0]
    }

    fn actions(&self, state: &u32, actions: &mut Vec<u8>) {
        let places = (0..self.users).map(|user| 2 * user);
        actions.extend(places.filter(|place| state >> place & 3 <= SAW_FREE));
    }

    fn next_state(&self, state: &u32, place: u8) -> Option<u32> {
        let was = state >> place & 3;
        let is_booked = state & (state >> 1) & LOWER != 0;
        let is = match (was, is_booked) {
            (SAW_FREE, _) => BOOKED,
            (_, true) => TURNED_AWAY,
            (_, false) => SAW_FREE,
        };
        Some(state ^ (was ^ is) << place)
    }

    fn properties(&self) -> Vec<Property<Naive>> {
        // Without any it would stop at once, and with one that fails it would stop there. This one costs it nothing.
        vec![Property::always("every state is visited", |_, _| true)]
    }
}
