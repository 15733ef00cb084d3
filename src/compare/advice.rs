//! When to use which: the words of the textbooks, to be held against what was measured.

use crate::lab::Contest;
use crate::scenario::Strategy;

/// What is said of a strategy where nothing is measured.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Advice {
    /// How it works, in a breath.
    pub how: &'static str,
    /// What it is good for.
    pub good_for: &'static str,
    /// What it costs.
    pub costs: &'static str,
    /// When it fails.
    pub fails: &'static str,
}

/// What one run cannot tell.
pub const CONCLUSIONS: &str = "Nothing about other races can be concluded from one run: with another seed, other delays \
    or one user more, the strategies may change places. Only “orders that fail” leaves nothing out, \
    and it counts orders, not chances.";

/// The words for a column.
pub fn advice(contest: Contest) -> Advice {
    match contest {
        Contest::All(Strategy::Naive) => Advice {
            how: "Look, think, write. Nobody looks twice.",
            good_for: "Nothing that is sold: it shows what the others are for.",
            costs: "Nothing: no version, no lock, no hold.",
            fails: "Two look before one of them writes.",
        },
        Contest::All(Strategy::Optimistic) => Advice {
            how: "Look, think, write only if nobody wrote since; else look again.",
            good_for: "Many people, few of whom want the same seat.",
            costs: "Work that is thrown away: who meets a conflict begins again.",
            fails: "Many want the same, or one version covers the whole show: some give up while seats are free.",
        },
        Contest::All(Strategy::Pessimistic) => Advice {
            how: "Take the lock, look, think, write, give the lock back.",
            good_for: "Many people who want the same seat, and little to do under the lock.",
            costs: "Time: everybody else waits in line.",
            fails: "A lock is kept long, its owner crashes, or two locks are taken in different order.",
        },
        Contest::All(Strategy::TwoPhase) => Advice {
            how: "Hold the seat for a while, pay, confirm.",
            good_for: "People who pay before they own.",
            costs: "Seats that are held and not sold, and somebody who cleans up.",
            fails: "A payment outlives its hold, or holds that nobody pays for fill the house.",
        },
        Contest::Mix => Advice {
            how: "Each user has a strategy of its own, on one show.",
            good_for: "Moving from one strategy to another, if both keep the same rules.",
            costs: "The protection of each that another does not look at.",
            fails: "One strategy does not look at what another writes: locks, versions and holds protect only those who ask.",
        },
    }
}
