//! What is known of a whole run before anybody has watched it: where its markers are, and how it ends.
//!
//! It is found out by a run of its own, so nothing of it shows on the desk; and only when somebody asks.

use super::says::Outcome;
use crate::export::Finished;
use crate::lab::Contest;
use crate::measure::Figures;
use crate::player::{Marker, Session, step_sentences};
use crate::scenario::Scenario;
use crate::trace::{self, Op};

/// A step worth stopping at.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Milestone {
    /// The step.
    pub step: u32,
    /// What happens there.
    pub kind: Marker,
}

/// A run that is over.
#[derive(Clone, Debug)]
pub struct Known {
    scenario: Scenario,
    contest: Contest,
    /// Its markers, in order; at most one a step.
    pub markers: Vec<Milestone>,
    /// What came of it.
    pub outcome: Outcome,
    /// The figures.
    pub figures: Figures,
    /// How many steps it has.
    pub steps: u32,
    /// The first step at which a safety rule breaks, or a user is told of a failure that a question may be about.
    pub first_failure: Option<u32>,
}

impl Known {
    /// Runs a race to its end.
    pub fn of(scenario: &Scenario, contest: Contest) -> Known {
        let run = Finished::of(scenario, contest);
        let broken = run.verdict.violations.iter().filter(|violation| !violation.liveness);
        let anomalies: Vec<u32> = broken.map(|violation| violation.step).collect();
        let events = &run.run.trace.events;
        let figures = run.figures;
        Known {
            scenario: scenario.clone(),
            contest,
            markers: milestones(events, &anomalies),
            outcome: Outcome {
                class: figures.class.name(),
                sold: figures.seats_sold,
                held: figures.held,
                double_sold: figures.double_sold,
                lost: figures.tickets - figures.seats_sold,
                aborted: figures.conflicts,
                waits: figures.waits,
                invariants_ok: anomalies.is_empty(),
                digest: run.digest,
            },
            steps: events.last().map_or(0, |event| event.step),
            first_failure: first_failure(events, &anomalies),
            figures,
        }
    }

    /// Whether it is the run of this race.
    pub fn is_of(&self, scenario: &Scenario, contest: Contest) -> bool {
        self.contest == contest && self.scenario == *scenario
    }
}

impl Known {
    /// The first marker, or anomaly, after a step.
    pub fn next(&self, step: u32, anomaly: bool) -> Option<u32> {
        self.steps_of(anomaly).find(|at| *at > step)
    }

    /// The last marker, or anomaly, before a step.
    pub fn previous(&self, step: u32, anomaly: bool) -> Option<u32> {
        self.steps_of(anomaly).rfind(|at| *at < step)
    }

    fn steps_of(&self, anomaly: bool) -> impl DoubleEndedIterator<Item = u32> {
        let counts = move |marker: &&Milestone| !anomaly || marker.kind == Marker::Anomaly;
        self.markers.iter().filter(counts).map(|marker| marker.step)
    }

    /// The first step at which a safety rule breaks.
    pub fn first_anomaly(&self) -> Option<u32> {
        self.steps_of(true).next()
    }
}

fn first_failure(events: &[trace::Event], anomalies: &[u32]) -> Option<u32> {
    use trace::Outcome::{GaveUp, RefundDue, Refunded, Waiting};
    let fails = |event: &&trace::Event| match event.op {
        Op::Refund => true,
        Op::End => matches!(event.outcome, GaveUp | Waiting | Refunded | RefundDue),
        _ => false,
    };
    let told = events.iter().find(fails).map(|event| event.step);
    anomalies.iter().copied().chain(told).min()
}

/// The markers among events, given where rules break.
pub(super) fn milestones(events: &[trace::Event], anomalies: &[u32]) -> Vec<Milestone> {
    let steps = events.chunk_by(|a, b| a.step == b.step);
    let marker = |events: &[trace::Event]| {
        let step = events[0].step;
        let broken = anomalies.contains(&step).then_some(Marker::Anomaly);
        Some(Milestone { step, kind: broken.or_else(|| Marker::of(events))? })
    };
    steps.filter_map(marker).collect()
}

/// What happens at the cursor, in a sentence.
pub(super) fn label(session: &Session) -> String {
    let hall = session.scenario().hall;
    let all = step_sentences(hall, session.stage_before(), session.step_events());
    all.into_iter().next().unwrap_or_default()
}
