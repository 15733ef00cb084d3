//! A column: one race of the scenario, run to its end, with a cursor into it.

use super::Parting;
use crate::lab::{self, Contest};
use crate::measure::{Figures, Meter, measure};
use crate::player::{Session, step_sentences};
use crate::scenario::Scenario;
use crate::texts::compare as texts;
use crate::trace::Event;
use crate::units::{Seat, Table, ranked};
use crate::verdict::{Verdict, judge};
use std::sync::Arc;

/// One race of a comparison.
pub struct Column {
    session: Session,
    wants: Vec<Vec<Seat>>,
    wanted: Vec<(Seat, u32)>,
    verdict: Verdict,
    whole: Figures,
    parting: Option<Parting>,
}

impl Column {
    /// Runs a contest to its end, and finds where it parts from the yardstick; the first column has none.
    pub(super) fn new(scenario: &Scenario, contest: Contest, yardstick: Option<&Column>) -> Column {
        let mut session = Session::new(scenario.clone(), contest);
        session.seek(u32::MAX);
        let facts = Arc::new(lab::facts(scenario));
        let parting = yardstick.and_then(|first| Parting::find(&first.session, &session));
        Column {
            verdict: judge(&facts, session.trace()),
            whole: measure(&facts.wants, session.trace()),
            wanted: wanted(&facts.wants),
            wants: facts.wants.clone(),
            parting,
            session,
        }
    }

    /// Which race it is.
    pub fn contest(&self) -> Contest {
        self.session.contest()
    }

    /// The race at the cursor.
    pub fn session(&self) -> &Session {
        &self.session
    }

    /// How many steps the race has.
    pub fn steps(&self) -> u32 {
        self.session.made()
    }

    /// Where the cursor stands.
    pub fn step(&self) -> u32 {
        self.session.cursor()
    }

    /// The race is over at the cursor.
    pub fn is_over(&self) -> bool {
        self.session.is_over()
    }

    pub(super) fn seek(&mut self, step: u32) {
        self.session.seek(step);
    }

    /// What came of the whole race.
    pub fn whole(&self) -> &Figures {
        &self.whole
    }

    /// The figures up to the cursor.
    pub fn figures(&self) -> Figures {
        if self.is_over() {
            return self.whole.clone();
        }
        let mut meter = Meter::default();
        self.events().iter().for_each(|event| meter.see(event));
        Figures { virtual_ms: self.session.stage().at, ..meter.figures(&self.wants) }
    }

    /// Everything that happened up to the cursor.
    pub(super) fn events(&self) -> &[Event] {
        self.session.trace().events_to(self.step())
    }

    /// A safety rule is broken at the cursor or before it.
    pub fn is_bad(&self) -> bool {
        self.verdict.violations.iter().any(|v| !v.liveness && v.step <= self.step())
    }

    /// Where it first differs from the first column; none for that one, and where they never part.
    pub fn parting(&self) -> Option<&Parting> {
        self.parting.as_ref()
    }

    /// The seats that users want, each once, and by how many: the most wanted first, then in the order of the hall.
    pub fn wanted(&self) -> &[(Seat, u32)] {
        &self.wanted
    }

    /// What happens at a step of the lock step, in one sentence.
    pub fn says(&self, step: u32) -> String {
        if step > self.steps() {
            return texts::over_since(self.steps());
        }
        let hall = self.session.scenario().hall;
        let all = step_sentences(hall, self.session.stage_before(), self.session.step_events());
        all.into_iter().next().unwrap_or_default()
    }
}

fn wanted(wants: &[Vec<Seat>]) -> Vec<(Seat, u32)> {
    let mut users: Table<Seat, u32> = Table::default();
    for seat in wants.iter().flatten() {
        *users.at(*seat) += 1;
    }
    let all = users.iter().map(|(seat, users)| (seat, *users)).collect();
    ranked(all, |(_, users)| u64::from(u32::MAX - users))
}
