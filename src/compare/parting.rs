//! Where a race parts from the yardstick: the first step at which somebody else steps, or is told something else.

use crate::lab::Contest;
use crate::player::{Session, step_sentences};
use crate::texts::compare as texts;
use crate::trace::{Choice, Event, Op, Outcome};
use crate::units::User;

/// What somebody who steps learns, without the words of a strategy: a lock that is taken and a seat that is read as free
/// both mean that one may go on.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Told {
    /// It may go on.
    GoOn,
    /// It has the ticket.
    Sold,
    /// It waits for somebody else.
    Wait,
    /// The seat is somebody else's.
    Away,
    /// What it read, or its hold, is not worth anything any more.
    Refused,
    /// No money came.
    Unpaid,
    /// Its client is gone.
    Gone,
}

impl Told {
    /// What the first event of a step tells who made it.
    pub fn by(event: &Event) -> Told {
        match event.outcome {
            _ if event.sale().is_some() => Told::Sold,
            Outcome::Queued => Told::Wait,
            Outcome::Taken | Outcome::Held => Told::Away,
            Outcome::Conflict | Outcome::Refused => Told::Refused,
            Outcome::Declined | Outcome::NoAnswer => Told::Unpaid,
            _ if event.op == Op::Crash => Told::Gone,
            _ => Told::GoOn,
        }
    }
}

/// The first difference between two races in lock step.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Parting {
    /// The step.
    pub step: u32,
    /// What happens in the one, and what in the other.
    pub says: String,
}

/// Who steps; none where time passes.
fn who(choice: Choice) -> Option<User> {
    match choice {
        Choice::Step(user, _) => Some(user),
        Choice::Time | Choice::Wait(_) => None,
    }
}

/// Who steps and what it is told, step by step.
fn course(session: &Session) -> Vec<(Option<User>, Told)> {
    let events = &session.trace().events;
    let mut at = 0;
    let steps = (1..).zip(session.made_order().0);
    steps
        .map(|(step, choice)| {
            at += events[at..].partition_point(|event| event.step < step);
            let first = events.get(at).filter(|event| event.step == step);
            (who(choice), first.map_or(Told::GoOn, Told::by))
        })
        .collect()
}

impl Parting {
    /// Where a race parts from the yardstick; none where they are the same to the end. Both are run to their end.
    pub(super) fn find(yardstick: &Session, here: &Session) -> Option<Parting> {
        let (theirs, ours) = (course(yardstick), course(here));
        let same = theirs.iter().zip(&ours).take_while(|(a, b)| a == b).count();
        if same == theirs.len() && same == ours.len() {
            return None;
        }
        let step = same as u32 + 1;
        let (there, now) = (sentence(yardstick, step), sentence(here, step));
        let says = match yardstick.contest() {
            Contest::Mix => texts::parts_from_mix(&there, &now),
            contest => texts::parts_from(&contest.to_string(), &there, &now),
        };
        Some(Parting { step, says })
    }
}

/// What happens at a step of a race.
fn sentence(session: &Session, step: u32) -> String {
    if step > session.made() {
        return texts::RACE_IS_OVER.to_owned();
    }
    let mut session = session.clone();
    session.seek(step);
    let hall = session.scenario().hall;
    let all = step_sentences(hall, session.stage_before(), session.step_events());
    all.into_iter().next().unwrap_or_default()
}
