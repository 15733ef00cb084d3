//! Weaving the lanes: the whole run as marks and threads, of which a cursor cuts off what is still to come.
//!
//! A weave only ever grows at its end, and everything in it knows the step at which it came to be. So the lanes of any
//! step are a cut through it, and going back undoes nothing.

use super::fold::{Change, Ground, events_of};
use super::ribbons::Ribbons;
use super::{Arrow, Glyph, Lane, Lanes, Mark, Span, SpanKind, Stage};
use crate::lab::Contest;
use crate::scenario::Scenario;
use crate::trace::{Event, Op, Outcome, Trace};
use crate::units::{Ms, Seat, User};

/// A longer gap of virtual time before a step is drawn as a cut, in ms.
pub const IDLE_MS: Ms = 2_000;

/// The lanes of everything that was stepped.
#[derive(Clone, Debug)]
pub(super) struct Weave {
    rows: Vec<Row>,
    ribbons: Ribbons,
    /// Each with the step at which something bad came of it.
    arrows: Vec<(Arrow, Option<u32>)>,
    cuts: Vec<(u32, Ms)>,
    at: Ms,
}

#[derive(Clone, Debug, Default)]
struct Row {
    marks: Vec<Mark>,
    threads: Vec<Thread>,
    /// The thread of its latest belief, and the arrow that spoiled it.
    belief: Option<usize>,
    arrow: Option<usize>,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Kind {
    Belief,
    Lock,
    Wait,
    Hold,
    Pay,
}

/// A span whose end is not known, or not yet reached by the cursor.
#[derive(Clone, Copy, Debug)]
struct Thread {
    kind: Kind,
    seat: Option<Seat>,
    from: u32,
    to: Option<u32>,
    spoiled: Option<u32>,
    harmful: Option<u32>,
}

impl Thread {
    fn cut(&self, cursor: u32) -> Span {
        let by_now = |step: Option<u32>| step.filter(|step| *step <= cursor);
        let kind = match self.kind {
            Kind::Belief => SpanKind::Belief {
                spoiled: by_now(self.spoiled),
                harmful: by_now(self.harmful).is_some(),
            },
            Kind::Lock => SpanKind::Lock,
            Kind::Wait => SpanKind::Wait,
            Kind::Hold => SpanKind::Hold,
            Kind::Pay => SpanKind::Pay,
        };
        let to = by_now(self.to);
        Span {
            from: self.from,
            to: to.unwrap_or(cursor),
            open: to.is_none(),
            kind,
            seat: self.seat,
        }
    }
}

impl Row {
    fn open(&mut self, kind: Kind, seat: Option<Seat>, from: u32) {
        let thread = Thread { kind, seat, from, to: None, spoiled: None, harmful: None };
        self.threads.push(thread);
    }

    fn close(&mut self, kind: Kind, seat: Option<Seat>, to: u32) {
        let same = |t: &&mut Thread| t.kind == kind && t.seat == seat && t.to.is_none();
        if let Some(thread) = self.threads.iter_mut().rev().find(same) {
            thread.to = Some(to);
        }
    }

    /// What an event that is about this user starts and ends.
    fn event(&mut self, event: &Event) {
        let (seat, step) = (event.seat(), event.step);
        match (event.op, event.outcome) {
            (Op::Lock, Outcome::Queued) => self.open(Kind::Wait, seat, step),
            (Op::Lock, outcome) => {
                if outcome == Outcome::Granted {
                    self.close(Kind::Wait, seat, step);
                }
                if event.detail == 1 {
                    self.open(Kind::Lock, seat, step);
                }
            }
            (Op::Unlock, _) if event.detail == 0 => self.close(Kind::Lock, seat, step),
            (Op::Reserve, Outcome::Ok) => self.open(Kind::Hold, seat, step),
            (Op::Confirm, Outcome::Refused) => {}
            (Op::Release | Op::Cancel | Op::Expire | Op::Confirm, _) => {
                self.close(Kind::Hold, seat, step);
            }
            (Op::Pay, Outcome::Asked) => self.open(Kind::Pay, None, step),
            (Op::Pay, _) => self.close(Kind::Pay, None, step),
            (Op::Crash, _) => self.abandon(step),
            _ => {}
        }
        if let Some(glyph) = glyph(event) {
            self.mark(glyph, event);
        }
    }

    /// Whoever crashes neither waits nor pays on. What it owns goes on.
    fn abandon(&mut self, step: u32) {
        let stops = |t: &&mut Thread| t.to.is_none() && matches!(t.kind, Kind::Wait | Kind::Pay);
        self.threads.iter_mut().filter(stops).for_each(|thread| thread.to = Some(step));
    }

    /// A step on several seats is one mark, at its first seat.
    fn mark(&mut self, glyph: Glyph, event: &Event) {
        let (step, at, seat) = (event.step, event.at, event.seat());
        let several = matches!(event.op, Op::Commit | Op::Confirm | Op::Cancel);
        let same = |mark: &Mark| mark.step == step && mark.glyph == glyph;
        if !(several && self.marks.last().is_some_and(same)) {
            self.marks.push(Mark { step, at, glyph, seat, anomaly: false });
        }
    }
}

fn glyph(event: &Event) -> Option<Glyph> {
    Some(match (event.op, event.outcome) {
        (Op::Read | Op::Check, Outcome::Free) => Glyph::Read,
        (Op::Read | Op::Check, _) => Glyph::TurnedAway,
        (Op::Commit, Outcome::Conflict) | (Op::Confirm, Outcome::Refused) => Glyph::Refused,
        (Op::Write | Op::Update | Op::Commit | Op::Confirm, _) => Glyph::Write,
        (Op::Lock, Outcome::Queued) => return None, // the striped bar says it
        (Op::Lock, _) => Glyph::Lock,
        (Op::Unlock, _) => Glyph::Unlock,
        (Op::Reserve, Outcome::Ok) => Glyph::Reserve,
        (Op::Reserve, _) => Glyph::TurnedAway,
        (Op::Release | Op::Cancel, _) => Glyph::Release,
        (Op::Pay, Outcome::Asked) => Glyph::Pay,
        (Op::Pay, Outcome::Captured) => Glyph::Paid,
        (Op::Pay, Outcome::Declined) => Glyph::Declined,
        (Op::Pay, _) => Glyph::NoAnswer,
        (Op::Refund, _) => Glyph::Refund,
        (Op::Expire, _) => Glyph::Expired,
        (Op::Crash, _) => Glyph::Crash,
        (Op::Sweep | Op::Wait | Op::End, _) => return None,
    })
}

impl Weave {
    pub(super) fn new(ground: &Ground) -> Weave {
        Weave {
            rows: vec![Row::default(); ground.wants.len()],
            ribbons: Ribbons::new(&ground.wants),
            arrows: Vec::new(),
            cuts: Vec::new(),
            at: 0,
        }
    }

    fn row(&mut self, user: User) -> &mut Row {
        &mut self.rows[user.0 as usize]
    }

    /// Adds the events of the next step and what they changed.
    pub(super) fn advance(&mut self, step: u32, events: &[Event], changes: &[Change]) {
        let at = events.first().map_or(self.at, |event| event.at);
        if at - self.at > IDLE_MS {
            self.cuts.push((step, at - self.at));
        }
        self.at = at;
        for event in events {
            if let Some(user) = event.user() {
                self.row(user).event(event);
                self.ribbons.event(user, event);
            }
        }
        for change in changes {
            self.change(step, events, *change);
        }
    }

    fn change(&mut self, step: u32, events: &[Event], change: Change) {
        match change {
            Change::Believed(user) => {
                let row = self.row(user);
                row.belief = Some(row.threads.len());
                row.arrow = None;
                row.open(Kind::Belief, events.first().and_then(Event::seat), step);
            }
            Change::Spoiled { of, by } => {
                let arrow = self.arrows.len();
                self.arrows.push((Arrow { step, from: by, to: of, harmful: false }, None));
                let row = self.row(of);
                row.arrow = Some(arrow);
                if let Some(belief) = row.belief {
                    row.threads[belief].spoiled = Some(step);
                }
            }
            Change::Forgot(user) => {
                let row = self.row(user);
                if let Some(belief) = row.belief {
                    row.threads[belief].to = Some(step);
                }
            }
            Change::Doubled { by, seat, misled } => {
                self.ribbons.double(by, seat, step);
                self.double(step, by, seat, misled);
            }
        }
    }

    fn double(&mut self, step: u32, by: User, seat: Seat, misled: bool) {
        let row = self.row(by);
        let mark = row.marks.iter_mut().rev().find(|mark| mark.glyph == Glyph::Write);
        if let Some(mark) = mark.filter(|mark| mark.step == step && !mark.anomaly) {
            (mark.seat, mark.anomaly) = (Some(seat), true);
        }
        if !misled {
            return;
        }
        if let Some(belief) = row.belief {
            row.threads[belief].harmful.get_or_insert(step);
        }
        if let Some(arrow) = row.arrow {
            self.arrows[arrow].1.get_or_insert(step);
        }
    }

    /// The lanes as they stand at a step.
    pub(super) fn lanes_to(&self, cursor: u32) -> Lanes {
        let lane = |row: &Row| {
            let marks = row.marks.partition_point(|mark| mark.step <= cursor);
            let threads = row.threads.partition_point(|thread| thread.from <= cursor);
            Lane {
                marks: row.marks[..marks].to_vec(),
                spans: row.threads[..threads].iter().map(|thread| thread.cut(cursor)).collect(),
            }
        };
        let arrow = |(arrow, harmful): &(Arrow, Option<u32>)| Arrow {
            harmful: harmful.is_some_and(|step| step <= cursor),
            ..*arrow
        };
        let arrows = self.arrows.partition_point(|(arrow, _)| arrow.step <= cursor);
        let cuts = self.cuts.partition_point(|(step, _)| *step <= cursor);
        Lanes {
            lanes: self.rows.iter().map(lane).collect(),
            ribbons: self.ribbons.to(cursor),
            arrows: self.arrows[..arrows].iter().map(arrow).collect(),
            cuts: self.cuts[..cuts].to_vec(),
        }
    }
}

/// The lanes of a run that is over.
pub fn lanes(scenario: &Scenario, contest: Contest, trace: &Trace) -> Lanes {
    let ground = Ground::new(scenario, contest);
    let (mut stage, mut weave) = (Stage::start(&ground, trace), Weave::new(&ground));
    let steps = trace.events.last().map_or(0, |event| event.step);
    for step in 1..=steps {
        let changes = stage.advance(&ground, trace);
        weave.advance(step, events_of(trace, step), &changes);
    }
    weave.lanes_to(steps)
}
