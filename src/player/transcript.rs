//! A run in the manner of the original program: what its test printed, had it run.
//!
//! One section a race: a title, a line for what each user was told, the seats that are booked in the end. It speaks of
//! seats by their numbers from 0, as the original did; everything else of seatrace speaks of names.

use super::Stage;
use super::fold::{Ground, events_of};
use crate::lab::{self, Contest};
use crate::scenario::{Scenario, Strategy};
use crate::texts::player::transcript as texts;
use crate::trace::{Event, Op, Outcome, Trace};
use crate::units::{Seat, User};

/// The lines of a finished run.
pub fn transcript(scenario: &Scenario, contest: Contest, trace: &Trace) -> Vec<String> {
    let wants = lab::wants(scenario);
    let script = Script { scenario, contest, wants: &wants, trace };
    let mut lines = vec![texts::testing(title(contest))];
    lines.extend(trace.events.iter().filter_map(|event| script.line(event)));
    lines.extend(booked(scenario, contest, trace));
    lines
}

fn title(contest: Contest) -> &'static str {
    match contest {
        Contest::All(Strategy::Naive) => texts::NAIVE,
        Contest::All(Strategy::Optimistic) => texts::OPTIMISTIC,
        Contest::All(Strategy::Pessimistic) => texts::PESSIMISTIC,
        Contest::All(Strategy::TwoPhase) => texts::TWO_PHASE,
        Contest::Mix => texts::MIX,
    }
}

struct Script<'a> {
    scenario: &'a Scenario,
    contest: Contest,
    wants: &'a [Vec<Seat>],
    trace: &'a Trace,
}

impl Script<'_> {
    /// What the original would have printed for an event: mostly nothing.
    fn line(&self, event: &Event) -> Option<String> {
        let Some(user) = event.user() else {
            let seat = event.seat().filter(|_| event.op == Op::Sweep)?;
            return Some(texts::swept(seat));
        };
        let says = match (event.op, event.outcome) {
            (Op::Commit, Outcome::Conflict) => self.conflict(user, event)?,
            (Op::Pay, Outcome::Asked) => texts::pays_for(&self.wants[user.0 as usize]),
            (Op::Expire, _) => texts::hold_expired(event.seat().as_slice()),
            (Op::Confirm, Outcome::Late) if self.is_first_of_step(event) => {
                texts::PAID_LATE.to_owned()
            }
            (Op::Confirm, Outcome::LateFree) if self.is_first_of_step(event) => {
                texts::PAID_LATE_BUT_FREE.to_owned()
            }
            (Op::End, result) => self.result(user, result, event)?,
            _ => return None,
        };
        Some(texts::of_user(user, &says))
    }

    /// A conflict after which the user does not try again is told by its end.
    fn conflict(&self, user: User, event: &Event) -> Option<String> {
        let ends = |e: &Event| e.op == Op::End && e.user() == Some(user);
        if events_of(self.trace, event.step).iter().any(ends) {
            return None;
        }
        let before = self.trace.events_to(event.step).iter();
        let refused = |e: &&Event| e.user() == Some(user) && e.outcome == Outcome::Conflict;
        let attempt = before.filter(refused).count();
        Some(texts::retries(attempt))
    }

    /// An order of several seats is confirmed as one.
    fn is_first_of_step(&self, event: &Event) -> bool {
        events_of(self.trace, event.step).first() == Some(event)
    }

    fn result(&self, user: User, result: Outcome, event: &Event) -> Option<String> {
        let pays = lab::strategy_of(self.scenario, self.contest, user) == Strategy::TwoPhase;
        Some(match result {
            Outcome::Booked if pays => texts::CONFIRMED.to_owned(),
            Outcome::Booked => texts::BOOKED.to_owned(),
            Outcome::Taken => texts::TAKEN.to_owned(),
            Outcome::Held => texts::HELD.to_owned(),
            Outcome::GaveUp => texts::gave_up(event.detail),
            Outcome::Declined => texts::DECLINED.to_owned(),
            Outcome::Unpaid => texts::UNPAID.to_owned(),
            Outcome::Refunded => texts::REFUNDED.to_owned(),
            Outcome::RefundDue => texts::REFUND_DUE.to_owned(),
            Outcome::Crashed => texts::CRASHED.to_owned(),
            Outcome::Waiting => texts::waits_for_ever(self.lock(user)),
            _ => return None,
        })
    }

    /// The seat whose lock a user waits for at the end; none for the show.
    fn lock(&self, user: User) -> Option<Seat> {
        let queued = |e: &&Event| e.user() == Some(user) && e.outcome == Outcome::Queued;
        self.trace.events.iter().rev().find(queued).and_then(Event::seat)
    }
}

/// Every ticket by its seat, and every seat that has tickets of several users.
fn booked(scenario: &Scenario, contest: Contest, trace: &Trace) -> Vec<String> {
    let steps = trace.events.last().map_or(0, |event| event.step);
    let stage = Stage::at_step(&Ground::new(scenario, contest), trace, steps);
    let mut tickets = Vec::new();
    let mut doubles = Vec::new();
    for (seat, view) in &stage.seats {
        tickets.extend(view.tickets.iter().map(|_| seat.0.to_string()));
        if view.owners() > 1 {
            // Each owner once, in the order in which they wrote.
            let mut names: Vec<String> = Vec::new();
            for (user, _) in &view.tickets {
                let name = user.to_string();
                if !names.contains(&name) {
                    names.push(name);
                }
            }
            doubles.push(texts::sold_to(*seat, &names));
        }
    }
    let mut lines = vec![texts::booked(&tickets)];
    lines.extend(doubles);
    lines
}
