//! The threads of the users: their orders, what they await, their holds, and who spoiled what for whom.

use super::Tracks;
use super::event::Phase;
use crate::player::{SpanKind, lanes};
use crate::trace::{Event, Intent, Op, Outcome};
use crate::units::{Seat, User};
use serde_json::json;
use std::collections::BTreeMap;

impl Tracks<'_> {
    pub(super) fn users(&mut self) {
        let users = self.run.scenario.users as usize;
        let mut events: Vec<Vec<Event>> = vec![Vec::new(); users];
        let mut intents: Vec<Vec<Intent>> = vec![Vec::new(); users];
        let trace = &self.run.run.trace;
        for event in &trace.events {
            if let Some(user) = event.user() {
                events[user.0 as usize].push(*event);
            }
        }
        for intent in &trace.intents {
            intents[intent.user.0 as usize].push(*intent);
        }
        for (number, (events, intents)) in events.iter().zip(&intents).enumerate() {
            self.user(User(number as u32), events, intents);
        }
        self.holds();
        self.conflicts();
    }

    /// The slice of the order, and in it one for each thing that the user awaited.
    fn user(&mut self, user: User, events: &[Event], intents: &[Intent]) {
        let told = events.iter().rev().find(|event| event.op == Op::End);
        let end = told.map_or_else(|| self.axis.end(), |event| self.axis.after(event.step));
        let first = events.first().map_or(end, |event| self.axis.ts(event.step));
        let arrival = intents.first().map_or(0, |intent| intent.ready_at.saturating_mul(1_000));
        let start = arrival.min(first);
        let seats: Vec<String> =
            self.wants(user).iter().map(|s| self.run.scenario.hall.name(*s)).collect();
        let result = told.map_or("", |event| event.outcome.name());
        let args = json!({"wants": seats, "result": result});
        let name = format!("{user} wants {}", seats.join(", "));
        self.slice(user, name, (start, end), args);
        for (at, intent) in intents.iter().enumerate() {
            let from = self.axis.after(intent.step).max(start);
            let next = intents.get(at + 1);
            let to = next.map_or(end, |next| self.axis.after(next.step));
            self.awaited(user, intent, (from, to), events);
        }
        self.waits(user, events, end);
    }

    fn wants(&self, user: User) -> &[Seat] {
        &self.run.wants[user.0 as usize]
    }

    fn slice(&mut self, user: User, name: String, (from, to): (u64, u64), args: serde_json::Value) {
        let slice = self.entry(Phase::Slice(to.saturating_sub(from)), name, Self::tid(user), from);
        self.entries.push(slice.with(args));
    }

    fn awaited(&mut self, user: User, intent: &Intent, span: (u64, u64), events: &[Event]) {
        let done = events.iter().filter(|event| event.op == intent.op && event.step > intent.step);
        // A payment is asked for in the step before; its answer is what was awaited.
        let done = done.take_while(|event| self.axis.ts(event.step) < span.1).last();
        let name = format!("{}{}", intent.op.name(), self.seat(intent.seat));
        let args = match done {
            Some(event) => json!({
                "step": event.step, "at_ms": event.at, "outcome": event.outcome.name(), "line": intent.line,
            }),
            None => json!({"outcome": "never happened", "line": intent.line}),
        };
        self.slice(user, name, span, args);
    }

    /// Waiting in the queue of a lock.
    fn waits(&mut self, user: User, events: &[Event], end: u64) {
        for (at, event) in events.iter().enumerate() {
            if event.outcome != Outcome::Queued {
                continue;
            }
            let mut later = events[at..].iter().filter(|e| e.seat() == event.seat());
            let granted = later.find(|e| e.outcome == Outcome::Granted);
            let from = self.axis.ts(event.step);
            let to = granted.map_or(end, |granted| self.axis.after(granted.step));
            let name = format!("waits for the lock{}", self.seat(event.seat()));
            self.slice(user, name, (from, to), json!({"granted": granted.is_some()}));
        }
    }

    /// A hold lives from its reserve to whatever ends it, or to the end of the run.
    fn holds(&mut self) {
        let mut open: BTreeMap<(Seat, u32), User> = BTreeMap::new();
        let mut found = Vec::new();
        for event in &self.run.run.trace.events {
            let (Some(seat), Some(user)) = (event.seat(), event.user()) else { continue };
            let key = (seat, event.detail);
            let begins = (event.op, event.outcome) == (Op::Reserve, Outcome::Ok);
            let ends = matches!(event.op, Op::Release | Op::Cancel | Op::Expire | Op::Confirm)
                && event.outcome != Outcome::Refused;
            let ts = self.axis.ts(event.step);
            if begins {
                open.insert(key, user);
                found.push((Phase::Begin, key, user, ts, String::new()));
            } else if ends && open.remove(&key).is_some() {
                let why = format!("{} ({})", event.op.name(), event.outcome.name());
                found.push((Phase::End, key, user, ts, why));
            }
        }
        let still = |(key, user)| (Phase::End, key, user, self.axis.end(), "still held".to_owned());
        found.extend(open.into_iter().map(still));
        for (phase, (seat, token), user, ts, why) in found {
            let name = format!("hold{}", self.seat(Some(seat)));
            let entry = self.entry(phase, name, Self::tid(user), ts);
            let entry = entry.tied(format!("{}-{token}", self.run.scenario.hall.name(seat)));
            let args =
                if phase == Phase::Begin { json!({"token": token}) } else { json!({"ended": why}) };
            self.entries.push(entry.with(args));
        }
    }

    /// From a write to the step that acted on what was read before it.
    fn conflicts(&mut self) {
        let lanes = lanes(&self.run.scenario, self.run.contest, &self.run.run.trace);
        for (number, arrow) in lanes.arrows.iter().enumerate() {
            let spans = lanes.lanes[arrow.to.0 as usize].spans.iter();
            let mut spoiled = spans.filter(|span| {
                let SpanKind::Belief { spoiled, .. } = span.kind else { return false };
                spoiled == Some(arrow.step) && !span.open
            });
            let Some(victim) = spoiled.next() else { continue };
            let name = if arrow.harmful { "spoiled, and acted on" } else { "spoiled" };
            let ends = [(Phase::From, arrow.from, arrow.step), (Phase::To, arrow.to, victim.to)];
            for (phase, user, step) in ends {
                let entry = self.entry(phase, name, Self::tid(user), self.axis.ts(step));
                self.entries.push(entry.tied(format!("{}", number + 1)));
            }
        }
    }
}
