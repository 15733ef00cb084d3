//! What happened, in words. What the log and the screen say of a race is made here and in [`super::about`].

use super::Stage;
use super::phrases::phrase;
use crate::texts::player::narrate as texts;
use crate::trace::{Event, Op, Outcome};
use crate::units::{Hall, ranked};

/// One event as a sentence of the log: "Bob writes D1 over Alice." `before` is the stage before its step.
pub fn sentence(hall: Hall, before: &Stage, event: &Event) -> String {
    phrase(hall, before, std::slice::from_ref(event))
}

/// The events of one step as sentences, the most important first: the screen of the hall says the first.
///
/// Events that belong together are one sentence. That a user is told what the step has already shown is left out.
pub fn step_sentences(hall: Hall, before: &Stage, events: &[Event]) -> Vec<String> {
    let groups = events.chunk_by(together).filter(|group| !is_said_already(&group[0]));
    let groups = ranked(groups.collect(), |group| u64::from(rank(&group[0])));
    groups.into_iter().map(|group| phrase(hall, before, group)).collect()
}

/// An order of several seats commits, confirms or cancels as one; so do the expiries of one user, the sweep, and those
/// who wait for ever.
fn together(a: &Event, b: &Event) -> bool {
    let several = match a.op {
        Op::Commit | Op::Confirm | Op::Cancel | Op::Expire | Op::Sweep => a.user() == b.user(),
        Op::End => a.outcome == Outcome::Waiting,
        _ => false,
    };
    several && (a.op, a.outcome) == (b.op, b.outcome)
}

/// What a user is told in the end is known from the step, except that it gave up or waits for ever.
pub(super) fn is_said_already(event: &Event) -> bool {
    event.op == Op::End && !matches!(event.outcome, Outcome::GaveUp | Outcome::Waiting)
}

/// The smaller the more important.
fn rank(event: &Event) -> u32 {
    match (event.op, event.outcome) {
        (Op::End, Outcome::Waiting) => 0,
        (Op::Lock, Outcome::Granted) | (Op::Pay, Outcome::Asked) | (Op::End, _) => 2,
        _ => 1,
    }
}

/// What a user was told, as a person would be: "Seat already booked".
pub fn told(result: Outcome) -> &'static str {
    match result {
        Outcome::Booked => texts::BOOKED,
        Outcome::Taken => texts::TAKEN,
        Outcome::Held => texts::HELD,
        Outcome::GaveUp => texts::GAVE_UP,
        Outcome::Declined => texts::DECLINED,
        Outcome::Unpaid => texts::UNPAID,
        Outcome::Refunded => texts::REFUNDED,
        Outcome::RefundDue => texts::REFUND_DUE,
        Outcome::Crashed => texts::CRASHED,
        Outcome::Waiting => texts::WAITING,
        other => other.name(),
    }
}
