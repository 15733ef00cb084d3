//! When to use which: the words of the textbooks, to be held against what was measured.

use crate::lab::Contest;
use crate::scenario::Strategy;
use crate::texts::compare as texts;

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

/// The words for a column.
pub fn advice(contest: Contest) -> Advice {
    match contest {
        Contest::All(Strategy::Naive) => Advice {
            how: texts::NAIVE_HOW,
            good_for: texts::NAIVE_GOOD_FOR,
            costs: texts::NAIVE_COSTS,
            fails: texts::NAIVE_FAILS,
        },
        Contest::All(Strategy::Optimistic) => Advice {
            how: texts::OPTIMISTIC_HOW,
            good_for: texts::OPTIMISTIC_GOOD_FOR,
            costs: texts::OPTIMISTIC_COSTS,
            fails: texts::OPTIMISTIC_FAILS,
        },
        Contest::All(Strategy::Pessimistic) => Advice {
            how: texts::PESSIMISTIC_HOW,
            good_for: texts::PESSIMISTIC_GOOD_FOR,
            costs: texts::PESSIMISTIC_COSTS,
            fails: texts::PESSIMISTIC_FAILS,
        },
        Contest::All(Strategy::TwoPhase) => Advice {
            how: texts::TWO_PHASE_HOW,
            good_for: texts::TWO_PHASE_GOOD_FOR,
            costs: texts::TWO_PHASE_COSTS,
            fails: texts::TWO_PHASE_FAILS,
        },
        Contest::Mix => Advice {
            how: texts::MIX_HOW,
            good_for: texts::MIX_GOOD_FOR,
            costs: texts::MIX_COSTS,
            fails: texts::MIX_FAILS,
        },
    }
}
