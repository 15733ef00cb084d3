//! What happened and what is about to happen, in words. Every sentence the page says of a race is made here.

use super::{Stage, UserState};
use crate::trace::{Event, Outcome};
use crate::units::Hall;

/// One event as a sentence of the log: "Bob writes D1 over Alice." `before` is the stage before its step.
pub fn sentence(hall: Hall, before: &Stage, event: &Event) -> String {
    let _ = (hall, before);
    format!("{:?}", event)
}

/// The events of one step as sentences, the most important first: the screen of the hall says the first.
pub fn step_sentences(hall: Hall, before: &Stage, events: &[Event]) -> Vec<String> {
    events.iter().map(|event| sentence(hall, before, event)).collect()
}

/// What a user does next or why it does not: a bold part and the rest, and a smaller explanation:
/// ("about to", "update F4", "holds its lock since step 10").
pub fn about_to(hall: Hall, stage: &Stage, state: &UserState) -> (String, String, String) {
    let _ = (hall, stage);
    (format!("{state:?}"), String::new(), String::new())
}

/// What a user was told, as a person would be: "Seat already booked".
pub fn told(result: Outcome) -> &'static str {
    result.name()
}
