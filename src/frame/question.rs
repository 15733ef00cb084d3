//! The question that a reader answers before the end is shown.

use super::known::Known;
use crate::lab::Contest;
use crate::measure::Figures;
use crate::scenario::Strategy;
use crate::texts::frame as texts;

/// A question about the end of a race, to be answered by yes or no.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Question {
    /// What the messages call it.
    pub name: &'static str,
    /// As it is put to the reader.
    pub asks: &'static str,
}

impl Question {
    /// The question that a race is about: the failure that its strategy is known for.
    pub fn of(contest: Contest) -> Question {
        let (name, asks) = match contest {
            Contest::All(Strategy::Naive) | Contest::Mix => ("double-booking", texts::SOLD_TWICE),
            Contest::All(Strategy::Optimistic) => ("gave-up", texts::GIVES_UP),
            Contest::All(Strategy::Pessimistic) => ("deadlock", texts::WAITS_FOR_EVER),
            Contest::All(Strategy::TwoPhase) => ("paid-for-nothing", texts::PAYS_FOR_NOTHING),
        };
        Question { name, asks }
    }

    /// Whether the answer is yes.
    pub fn answer(self, known: &Known) -> bool {
        let Figures { double_sold, gave_up, deadlocked, refunded, refunds_due, class, .. } =
            &known.figures;
        match self.name {
            "double-booking" => *double_sold > 0,
            "gave-up" => *gave_up > 0,
            "deadlock" => *deadlocked > 0,
            _ => refunded + refunds_due > 0 || class.name() == "paid-no-seat",
        }
    }

    /// The last step that is shown before it is answered: the one before the first at which it could be seen, or the last.
    pub fn limit(self, known: &Known) -> u32 {
        let last = known.steps.saturating_sub(1);
        known.first_failure.map_or(last, |step| last.min(step.saturating_sub(1)))
    }
}
