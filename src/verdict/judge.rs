//! The judge: shows every event to every rule, then enters it into the books.

use super::books::Books;
use super::facts::Facts;
use super::lock::Locks;
use super::money::Money;
use super::order::{self, Orders};
use super::report::{Findings, Verdict, Violation};
use super::version::Versions;
use super::{deadlock, double, ending, seats, token};
use crate::texts::verdict::Place;
use crate::trace::Event;
use crate::units::Seat;
use std::sync::Arc;

/// What a rule sees besides the event: the terms, and what the events before it left.
pub(super) struct Scene<'a> {
    pub(super) facts: &'a Facts,
    pub(super) books: &'a Books,
}

impl Scene<'_> {
    /// The name of a seat.
    pub(super) fn seat(&self, seat: Seat) -> Place {
        self.place(Some(seat))
    }

    /// The name of a seat, or without one of the show.
    pub(super) fn place(&self, seat: Option<Seat>) -> Place {
        Place { hall: self.facts.hall, seat }
    }
}

/// Judges a run while it goes on: O(log n) for each event, and room for touched seats and users only.
///
/// A clone is a keyframe: it judges on from where it was cloned.
#[derive(Clone, Debug)]
pub struct Judge {
    facts: Arc<Facts>,
    books: Books,
    money: Money,
    locks: Locks,
    versions: Versions,
    orders: Orders,
    findings: Findings,
    last_step: u32,
}

impl Judge {
    /// A judge who has seen nothing yet.
    pub fn new(facts: Arc<Facts>) -> Judge {
        Judge {
            facts,
            books: Books::default(),
            money: Money::default(),
            locks: Locks::default(),
            versions: Versions::default(),
            orders: Orders::default(),
            findings: Findings::default(),
            last_step: 0,
        }
    }

    /// Judges the next event. Events come in the order of the trace; any sequence gives a judgement, never a panic.
    pub fn see(&mut self, event: &Event) {
        let scene = Scene { facts: &self.facts, books: &self.books };
        let findings = &mut self.findings;
        double::see(&scene, event, findings);
        seats::see(&scene, event, findings);
        token::see(&scene, event, findings);
        self.money.see(event, findings);
        self.locks.see(&scene, event, findings);
        self.versions.see(&scene, event, findings);
        self.orders.see(&scene, event, findings);
        self.books.enter(&self.facts, event);
        self.last_step = event.step;
    }

    /// The safety violations so far, in the order in which they were found.
    ///
    /// What a step leaves undone (a lock not handed over, an order partly booked) is found with the first event of a later step.
    pub fn violations(&self) -> &[Violation] {
        &self.findings.violations
    }

    /// The verdict on a run that has ended, with the liveness rules. A run cut short owes what it had no time to do.
    pub fn finish(mut self) -> Verdict {
        let scene = Scene { facts: &self.facts, books: &self.books };
        let findings = &mut self.findings;
        let step = self.last_step;
        // No step has this number: what the last one did not hand over stays so.
        self.locks.close_handover(&scene, u32::MAX, findings);
        order::finish(&scene, step, findings);
        self.money.finish(&scene, step, findings);
        deadlock::finish(&scene, &self.locks, step, findings);
        ending::finish(&scene, step, findings);
        self.findings.into_verdict()
    }
}
