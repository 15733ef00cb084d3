//! The history of a run: what its users asked and were told.
//!
//! Users who do not hold seats have one operation, from their first step to their last. Two-phase users have one for each
//! seat that they reserve, one for the confirm and one for each time they give holds up; each is one step. A hold that
//! ends by itself is an `expire` of process -1, at the step that lets others have the seat.

use super::record::{Action, History, Kind, Record};
use crate::trace::{Event, Op, Outcome, Trace};
use crate::units::{Expiry, Hall, Seat, User};
use std::collections::BTreeMap;

/// Nanoseconds in a millisecond.
const NS: u64 = 1_000_000;

/// The process of the clock.
const CLOCK: i64 = -1;

/// What a history says of a scenario.
pub struct Told<'a> {
    /// The hall: what the seats are called.
    pub hall: Hall,
    /// What becomes of expired seats: when others can have them.
    pub expiry: Expiry,
    /// The seats that each user wants; empty where they are not known.
    pub wants: &'a [Vec<Seat>],
}

impl History {
    /// The history of a run that is over.
    pub fn of_run(told: &Told<'_>, trace: &Trace) -> History {
        let mut writer = Writer {
            told,
            trace,
            history: History::default(),
            places: BTreeMap::new(),
            open: BTreeMap::new(),
        };
        let mut events = trace.events.as_slice();
        while let Some(event) = events.first() {
            let group = 1 + events[1..].iter().take_while(|next| is_same(event, next)).count();
            writer.write(&events[..group]);
            events = &events[group..];
        }
        writer.lose_what_is_open();
        writer.history
    }
}

/// One access of several seats.
fn is_same(a: &Event, b: &Event) -> bool {
    a.step == b.step
        && a.user() == b.user()
        && a.op == b.op
        && matches!(a.op, Op::Commit | Op::Confirm | Op::Cancel)
}

struct Writer<'a> {
    told: &'a Told<'a>,
    trace: &'a Trace,
    history: History,
    places: BTreeMap<Seat, u32>,
    /// The seats of each operation that has begun and not ended.
    open: BTreeMap<User, Vec<Seat>>,
}

impl Writer<'_> {
    fn write(&mut self, group: &[Event]) {
        let event = group[0];
        let user = event.user();
        match (event.op, user) {
            (Op::Read | Op::Write | Op::Commit | Op::Lock | Op::Check | Op::Update, Some(user)) => {
                self.begin(user, &event);
            }
            (Op::Reserve, Some(user)) => {
                let result = match event.outcome {
                    Outcome::Taken => "taken",
                    Outcome::Held => "held",
                    _ => "reserved",
                };
                self.step(user, &event, Action::Reserve, group, result);
            }
            (Op::Release | Op::Cancel, Some(user)) => self.cancel(user, &event, group),
            (Op::Confirm, Some(user)) => match event.outcome {
                Outcome::Refused => {
                    let seats = self.wanted(user, &event);
                    self.both(user.into(), &event, Action::Confirm, &seats, Kind::Fail, "refused");
                }
                Outcome::Late | Outcome::LateFree => {
                    self.step(user, &event, Action::Confirm, group, "booked-late");
                }
                _ => self.step(user, &event, Action::Confirm, group, "booked"),
            },
            (Op::Expire, _) if !matches!(self.told.expiry, Expiry::Sweep(_)) => self.expire(&event),
            (Op::Sweep, _) => self.expire(&event),
            (Op::End, Some(user)) => self.end(user, &event),
            _ => {}
        }
    }

    /// The first step of a user who books in one go.
    fn begin(&mut self, user: User, event: &Event) {
        if self.open.contains_key(&user) {
            return;
        }
        let seats = self.wanted(user, event);
        if !seats.is_empty() {
            self.record(user.into(), event, Kind::Invoke, Action::Book, &seats, None);
            self.open.insert(user, seats);
        }
    }

    fn end(&mut self, user: User, event: &Event) {
        let Some(seats) = self.open.remove(&user) else { return };
        let (kind, result) = match event.outcome {
            Outcome::Booked => (Kind::Ok, "booked"),
            Outcome::Taken => (Kind::Ok, "taken"),
            Outcome::GaveUp => (Kind::Fail, "gave-up"),
            other => (Kind::Info, other.name()),
        };
        self.record(user.into(), event, kind, Action::Book, &seats, Some(result));
    }

    /// Only what was still held is given up.
    fn cancel(&mut self, user: User, event: &Event, group: &[Event]) {
        let live: Vec<Event> =
            group.iter().filter(|event| event.outcome == Outcome::Ok).copied().collect();
        if live.is_empty() {
            let seats = seats_of(group);
            self.both(user.into(), event, Action::Cancel, &seats, Kind::Fail, "gone");
        } else {
            self.step(user, event, Action::Cancel, &live, "cancelled");
        }
    }

    fn expire(&mut self, event: &Event) {
        let seats = seats_of(&[*event]);
        self.both(CLOCK, event, Action::Expire, &seats, Kind::Ok, "expired");
    }

    fn step(&mut self, user: User, event: &Event, action: Action, group: &[Event], result: &str) {
        self.both(user.into(), event, action, &seats_of(group), Kind::Ok, result);
    }

    /// An operation that is one step.
    fn both(
        &mut self,
        process: i64,
        event: &Event,
        action: Action,
        seats: &[Seat],
        kind: Kind,
        result: &str,
    ) {
        self.record(process, event, Kind::Invoke, action, seats, None);
        self.record(process, event, kind, action, seats, Some(result));
    }

    /// Whoever still waits will never know.
    fn lose_what_is_open(&mut self) {
        let Some(last) = self.trace.events.last().copied() else { return };
        for (user, seats) in std::mem::take(&mut self.open) {
            self.record(user.into(), &last, Kind::Info, Action::Book, &seats, Some("open"));
        }
    }

    /// The seats of a user's order; where they are not known, those that its events are about.
    fn wanted(&self, user: User, event: &Event) -> Vec<Seat> {
        let known = self.told.wants.get(user.0 as usize).filter(|seats| !seats.is_empty());
        known.cloned().unwrap_or_else(|| {
            let mut seats = Vec::new();
            for later in self.trace.events_from(event.step) {
                match later.seat().filter(|_| later.user() == Some(user)) {
                    Some(seat) if !seats.contains(&seat) => seats.push(seat),
                    _ => {}
                }
            }
            seats
        })
    }

    fn record(
        &mut self,
        process: i64,
        event: &Event,
        kind: Kind,
        action: Action,
        seats: &[Seat],
        result: Option<&str>,
    ) {
        let seats = seats.iter().map(|seat| self.place(*seat)).collect();
        let records = &mut self.history.records;
        records.push(Record {
            index: records.len() as u64,
            process,
            kind,
            action,
            seats,
            result: result.map(Into::into),
            time_ns: event.at.saturating_mul(NS),
            line: records.len() + 1,
        });
    }

    fn place(&mut self, seat: Seat) -> u32 {
        let names = &mut self.history.seats;
        *self.places.entry(seat).or_insert_with(|| {
            names.push(self.told.hall.name(seat));
            u32::try_from(names.len() - 1).expect("a hall has at most so many seats")
        })
    }
}

fn seats_of(group: &[Event]) -> Vec<Seat> {
    let mut seats: Vec<Seat> = Vec::new();
    for seat in group.iter().filter_map(Event::seat) {
        if !seats.contains(&seat) {
            seats.push(seat);
        }
    }
    seats
}

impl From<User> for i64 {
    fn from(user: User) -> i64 {
        i64::from(user.0)
    }
}
