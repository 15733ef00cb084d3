//! A run in the manner of the original program: what its test printed, had it run.
//!
//! One section a race: a title, a line for what each user was told, the seats that are booked in the end. It speaks of
//! seats by their numbers from 0, as the original did; everything else of seatrace speaks of names.

use super::Stage;
use super::fold::{Ground, events_of};
use crate::lab::{self, Contest};
use crate::scenario::{Scenario, Strategy};
use crate::texts::forms::listed;
use crate::trace::{Event, Op, Outcome, Trace};
use crate::units::{Seat, User};

/// The lines of a finished run.
pub fn transcript(scenario: &Scenario, contest: Contest, trace: &Trace) -> Vec<String> {
    let wants = lab::wants(scenario);
    let script = Script { scenario, contest, wants: &wants, trace };
    let mut lines = vec![format!("=== Testing {} ===", title(contest))];
    lines.extend(trace.events.iter().filter_map(|event| script.line(event)));
    lines.extend(booked(scenario, contest, trace));
    lines
}

fn title(contest: Contest) -> &'static str {
    match contest {
        Contest::All(Strategy::Naive) => "No Protection (naive)",
        Contest::All(Strategy::Optimistic) => "Optimistic Locking",
        Contest::All(Strategy::Pessimistic) => "Pessimistic Locking",
        Contest::All(Strategy::TwoPhase) => "Two-Phase Booking",
        Contest::Mix => "Mixed Strategies",
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
            return Some(format!("Sweeper: Seat {} is free again", seat.0));
        };
        let says = match (event.op, event.outcome) {
            (Op::Commit, Outcome::Conflict) => self.conflict(user, event)?,
            (Op::Pay, Outcome::Asked) => {
                format!("Processing payment for {}...", seats(&self.wants[user.0 as usize]))
            }
            (Op::Expire, _) => format!("Hold on {} expired", seats(event.seat().as_slice())),
            (Op::Confirm, Outcome::Late) if self.is_first_of_step(event) => {
                "Hold expired, payment accepted anyway".to_owned()
            }
            (Op::Confirm, Outcome::LateFree) if self.is_first_of_step(event) => {
                "Hold expired, payment accepted as the seat is still free".to_owned()
            }
            (Op::End, result) => self.result(user, result, event)?,
            _ => return None,
        };
        Some(match user.letter() {
            Some(_) => format!("User {user}: {says}"),
            None => format!("{user}: {says}"), // its name is "User 27" already
        })
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
        Some(format!("Version conflict, retrying... (attempt {attempt})"))
    }

    /// An order of several seats is confirmed as one.
    fn is_first_of_step(&self, event: &Event) -> bool {
        events_of(self.trace, event.step).first() == Some(event)
    }

    fn result(&self, user: User, result: Outcome, event: &Event) -> Option<String> {
        let pays = lab::strategy_of(self.scenario, self.contest, user) == Strategy::TwoPhase;
        Some(match result {
            Outcome::Booked if pays => "Booking confirmed".to_owned(),
            Outcome::Booked => "Booking successful".to_owned(),
            Outcome::Taken => "Seat already booked".to_owned(),
            Outcome::Held => "Seat not available".to_owned(),
            Outcome::GaveUp if event.detail == 1 => "Gave up after 1 conflict".to_owned(),
            Outcome::GaveUp => format!("Gave up after {} conflicts", event.detail),
            Outcome::Declined => "Payment declined, reservation cancelled".to_owned(),
            Outcome::Unpaid => "Payment timed out, reservation cancelled".to_owned(),
            Outcome::Refunded => "Payment came too late, refunded".to_owned(),
            Outcome::RefundDue => "Payment came too late, refund due".to_owned(),
            Outcome::Crashed => "Client crashed".to_owned(),
            Outcome::Waiting => format!("Waiting for the lock of {} for ever", self.lock(user)),
            _ => return None,
        })
    }

    /// The lock that a user waits for at the end.
    fn lock(&self, user: User) -> String {
        let queued = |e: &&Event| e.user() == Some(user) && e.outcome == Outcome::Queued;
        let seat = self.trace.events.iter().rev().find(queued).and_then(Event::seat);
        seat.map_or_else(|| "the show".to_owned(), |seat| seats(&[seat]))
    }
}

/// "seat 30", "seats 30 and 31".
fn seats(seats: &[Seat]) -> String {
    let numbers: Vec<String> = seats.iter().map(|seat| seat.0.to_string()).collect();
    let word = if seats.len() == 1 { "seat" } else { "seats" };
    format!("{word} {}", listed(&numbers))
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
            doubles.push(format!("Double booking: seat {} was sold to {}", seat.0, listed(&names)));
        }
    }
    let mut lines = vec![format!("Final booked seats: [{}]", tickets.join(", "))];
    lines.extend(doubles);
    lines
}
