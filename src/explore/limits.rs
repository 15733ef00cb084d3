//! What an exploration may use, how it stands, and what it says when it meets a limit.

use super::model::REMAINDERS_MAX;
use crate::texts::explore as texts;
use crate::units::{LETTERS, Ms};
use std::fmt;

/// Whether users who cannot be told apart are merged.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Symmetry {
    /// States that differ only in who of them is who are equal. The counts are the same.
    Merge,
    /// Every user is itself.
    Keep,
}

/// What an exploration may use. Time is the caller's: it stops calling [`Exploration::advance`](super::Exploration::advance).
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Limits {
    /// So many states.
    pub states: u64,
    /// So many bytes, for states and count tables together.
    pub bytes: u64,
}

/// The most states an exploration may visit where nobody says otherwise.
pub const STATES_MAX: u64 = 20_000_000;

/// The most bytes an exploration may use where nobody says otherwise.
pub const BYTES_MAX: u64 = 2 << 30;

/// As many transitions take about as long as counting the switches of one state.
pub const TRANSITIONS_A_STATE: u64 = 16;

/// As many transitions take about as long as one test run of a scheduler.
pub const TRANSITIONS_A_RUN: u64 = 200;

impl Default for Limits {
    fn default() -> Limits {
        Limits { states: STATES_MAX, bytes: BYTES_MAX }
    }
}

/// Why an exploration ended before it was complete.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Limit {
    /// It has visited so many states.
    States(u64),
    /// It uses so many bytes.
    Memory(u64),
    /// So many ms have passed.
    Time(Ms),
    /// The states know too many different times until a deadline.
    Deadlines,
    /// Somebody did not want to wait.
    Cancelled,
}

/// How an exploration stands.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Status {
    /// There is more to do.
    Running,
    /// Every order was tried.
    Complete,
    /// It ended before.
    Stopped(Limit),
}

/// How far an exploration is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Progress {
    /// Different states that were finished.
    pub states: u64,
    /// Choices that were followed; those of merged users count for all of them.
    pub transitions: u64,
    /// Choices that wait to be followed.
    pub frontier: u64,
    /// What the visited set takes, in bytes.
    pub state_bytes: u64,
    /// What the count tables take, in bytes.
    pub table_bytes: u64,
    /// Different count tables.
    pub tables: u64,
    /// How often a strategy was polled, to know what all of them do after every history of answers.
    pub polls: u64,
}

/// A race that cannot be explored, and why.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum TooLarge {
    /// More users than letters.
    Users(u32),
    /// A strategy with more histories of answers than this.
    Histories(usize),
    /// A state that takes more bytes than this.
    State(usize),
}

/// What was reached, to stand behind "stopped at": `10,000,000 states`.
impl fmt::Display for Limit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&match self {
            Limit::States(states) => texts::states(*states),
            Limit::Memory(bytes) => texts::memory(bytes >> 20),
            Limit::Time(ms) => texts::time(*ms),
            Limit::Deadlines => texts::deadlines(REMAINDERS_MAX),
            Limit::Cancelled => texts::YOUR_REQUEST.into(),
        })
    }
}

/// A sentence.
impl fmt::Display for TooLarge {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&match self {
            TooLarge::Users(users) => texts::too_many_users(*users, LETTERS),
            TooLarge::Histories(max) => texts::too_many_histories(*max),
            TooLarge::State(bytes) => texts::too_large_a_state(*bytes),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn limits_are_said_in_words() {
        assert_eq!(Limit::States(10_000_000).to_string(), "10,000,000 states");
        assert_eq!(Limit::Memory(BYTES_MAX).to_string(), "2,048 MiB of memory");
    }
}
