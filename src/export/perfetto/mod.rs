//! The run as Chrome Trace Event JSON, for Perfetto, chrome://tracing and whatever else reads it.
//!
//! A process is a strategy, a thread a user; two more threads are the store and the clock. What a user awaits is a slice
//! from when it was asked for to when it happened, nested in the slice of the whole order; waiting for a lock is nested in
//! that. Holds overlap, so they are asynchronous. A flow leads from the write that spoiled a read to the step that acted
//! on it. Times are in µs.

mod axis;
mod event;
mod users;

use super::Finished;
use super::tally::Tally;
use crate::lab::{self, Contest};
use crate::trace::{Event, Op};
use crate::units::{Seat, User};
use axis::Axis;
use event::{Entry, Phase};
use serde_json::json;

/// The run as one JSON object, an event a line.
pub(super) fn perfetto(run: &Finished) -> String {
    let mut tracks = Tracks { run, axis: Axis::new(run), pid: pid(run), entries: Vec::new() };
    tracks.name();
    tracks.users();
    tracks.store();
    tracks.clock();
    tracks.counters();
    tracks.anomalies();
    let lines: Vec<String> = tracks.entries.iter().map(Entry::line).collect();
    let about = json!({
        "digest": run.digest,
        "licence": "CC-BY-4.0",
        "query": run.query(),
        "time": tracks.axis.says(),
    });
    format!(
        "{{\"displayTimeUnit\":\"ms\",\"otherData\":{about},\"traceEvents\":[\n{}\n]}}\n",
        lines.join(",\n")
    )
}

/// The same strategy has the same number everywhere, so that files can be laid side by side.
fn pid(run: &Finished) -> u32 {
    match run.contest {
        Contest::All(strategy) => strategy as u32 + 1,
        Contest::Mix => 5,
    }
}

struct Tracks<'a> {
    run: &'a Finished,
    axis: Axis,
    pid: u32,
    entries: Vec<Entry>,
}

impl Tracks<'_> {
    fn tid(user: User) -> u32 {
        user.0 + 1
    }

    /// The thread of the store, behind those of the users.
    fn store_tid(&self) -> u32 {
        self.run.scenario.users + 1
    }

    fn clock_tid(&self) -> u32 {
        self.run.scenario.users + 2
    }

    fn entry(&self, phase: Phase, name: impl Into<String>, tid: u32, ts: u64) -> Entry {
        Entry::new(phase, name.into(), self.pid, tid, ts)
    }

    /// `D1`, or nothing where there is no seat.
    fn seat(&self, seat: Option<Seat>) -> String {
        seat.map_or_else(String::new, |seat| format!(" {}", self.run.scenario.hall.name(seat)))
    }

    fn name(&mut self) {
        let process = format!("{} ({})", self.run.contest, self.run.digest);
        self.meta("process_name", 0, json!({"name": process}));
        self.meta("process_sort_index", 0, json!({"sort_index": self.pid}));
        let mixed = self.run.contest == Contest::Mix;
        let mut threads: Vec<(u32, String)> = (0..self.run.scenario.users)
            .map(User)
            .map(|user| {
                let strategy = lab::strategy_of(&self.run.scenario, self.run.contest, user);
                let name = if mixed {
                    format!("{user} ({})", lab::about(strategy).name)
                } else {
                    user.to_string()
                };
                (Self::tid(user), name)
            })
            .collect();
        threads.push((self.store_tid(), "store".into()));
        threads.push((self.clock_tid(), "clock".into()));
        for (tid, name) in threads {
            self.meta("thread_name", tid, json!({"name": name}));
            self.meta("thread_sort_index", tid, json!({"sort_index": tid}));
        }
    }

    fn meta(&mut self, name: &str, tid: u32, args: serde_json::Value) {
        let entry = self.entry(Phase::Meta, name, tid, 0).with(args);
        self.entries.push(entry);
    }

    /// Every step that reached the show, as what it did there.
    fn store(&mut self) {
        for events in self.run.run.trace.events.chunk_by(|a, b| a.step == b.step) {
            let done: Vec<&Event> = events.iter().filter(|e| !is_told(e)).collect();
            let Some(first) = done.first() else { continue };
            let says = |event: &&Event| format!("{}: {}", self.what(event), event.outcome.name());
            let says: Vec<String> = done.iter().map(says).collect();
            let (ts, width) = (self.axis.ts(first.step), self.axis.width());
            let args = json!({"step": first.step, "at_ms": first.at, "events": says});
            let name = self.what(first);
            let slice = self.entry(Phase::Slice(width), name, self.store_tid(), ts).with(args);
            self.entries.push(slice);
        }
    }

    /// `Alice write D1`; what happens to a user without its doing is said of the user.
    fn what(&self, event: &Event) -> String {
        if let (Op::Expire, Some(user)) = (event.op, event.user()) {
            return format!("expire{} of {user}", self.seat(event.seat()));
        }
        let who = event.user().map_or_else(String::new, |user| format!("{user} "));
        format!("{who}{}{}", event.op.name(), self.seat(event.seat()))
    }

    /// The steps at which only time passes.
    fn clock(&mut self) {
        for events in self.run.run.trace.events.chunk_by(|a, b| a.step == b.step) {
            let first = &events[0];
            if !matches!(first.op, Op::Expire | Op::Sweep | Op::Wait) {
                continue;
            }
            let before = if first.step == 0 { 0 } else { self.axis.at(first.step - 1) };
            let args = json!({"step": first.step, "at_ms": first.at, "passed_ms": first.at.saturating_sub(before)});
            let (ts, width) = (self.axis.ts(first.step), self.axis.width());
            let slice = self.entry(Phase::Slice(width), first.op.name(), self.clock_tid(), ts);
            self.entries.push(slice.with(args));
        }
    }

    /// Free, held, sold and double-sold seats, where they change.
    fn counters(&mut self) {
        let mut tally = Tally::new(self.run.scenario.hall.seats());
        let mut points = vec![(0, tally.counts())];
        for event in &self.run.run.trace.events {
            if let Some(counts) = tally.see(event) {
                points.push((event.step, counts));
            }
        }
        // Of several changes in one step the last counts.
        for at in 0..points.len() {
            let (step, counts) = points[at];
            if points.get(at + 1).is_none_or(|next| next.0 != step) {
                let args = serde_json::to_value(counts).expect("four numbers");
                let entry = self.entry(Phase::Counter, "seats", 0, self.axis.ts(step)).with(args);
                self.entries.push(entry);
            }
        }
    }

    /// What the judge says, where it happened.
    fn anomalies(&mut self) {
        for violation in &self.run.verdict.violations {
            let ts = self.axis.ts(violation.step);
            let args = json!({"step": violation.step, "says": violation.says});
            let entry = self.entry(Phase::Instant, violation.rule.name(), self.store_tid(), ts);
            self.entries.push(entry.with(args));
        }
    }
}

/// Being told happens to a user, not to the show.
fn is_told(event: &Event) -> bool {
    matches!(event.op, Op::End | Op::Crash | Op::Wait | Op::Pay)
}

#[cfg(test)]
mod tests;
