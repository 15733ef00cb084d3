//! The JSON of `run --json`, which the page's `run(query)` returns as well: wire types, apart from those of the engine.
//!
//! Field names, their order and their meanings are part of version 1.

use crate::lab::{self, Contest, Run};
use crate::measure::{Figures, measure};
use crate::scenario::{Problem, Scenario};
use crate::share::{VERSION, digest, open};
use crate::trace::{Event, Outcome};
use crate::units::{Hall, LETTERS, Ms, Seat, User};
use crate::verdict::{Verdict, Violation, judge};
use serde::Serialize;
use std::sync::Arc;

/// A finished run.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct RunObject {
    /// The version of this format.
    pub v: u32,
    /// The strategy, or `mix`.
    pub strategy: String,
    /// The canonical query of this run alone.
    pub query: String,
    /// The executed order; none where there are more users than letters.
    pub order: Option<String>,
    /// The choices of the query's order that were not possible.
    pub skipped: Vec<SkippedObject>,
    /// The digest of the run.
    pub digest: String,
    /// What the judge says.
    pub verdict: VerdictObject,
    /// What came out.
    pub outcome: OutcomeObject,
    /// What became of each user.
    pub users: Vec<UserObject>,
    /// What happened.
    pub events: Vec<EventObject>,
}

/// A choice that was not possible.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct SkippedObject {
    /// Which choice of the order, from 1.
    pub position: usize,
    /// The choice, such as `B` or `Ap`.
    pub choice: String,
}

/// A verdict.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct VerdictObject {
    /// No safety rule is broken.
    pub ok: bool,
    /// Every broken rule.
    pub violations: Vec<ViolationObject>,
}

/// A broken rule.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct ViolationObject {
    /// The rule's name.
    pub rule: &'static str,
    /// The first step at which it fails.
    pub step: u32,
    /// The seat, by name.
    pub seat: Option<String>,
    /// The users, by name.
    pub users: Vec<String>,
    /// What happened, in a sentence.
    pub says: String,
    /// A promise that was not kept in the end, rather than something wrong that happened.
    pub liveness: bool,
}

/// The figures of a run.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct OutcomeObject {
    /// The class.
    pub class: &'static str,
    /// Successful writes, commits and confirms, counted per seat.
    pub tickets: u32,
    /// Seats with a ticket.
    pub seats_sold: u32,
    /// Seats with tickets of two users.
    pub double_sold: u32,
    /// Holds live at the end.
    pub held: u32,
    /// Orders whose refund is due.
    pub refunds_due: u32,
    /// Orders that were refunded.
    pub refunded: u32,
    /// Refused commits.
    pub conflicts: u32,
    /// Rounds after the first.
    pub retries: u32,
    /// Lock steps that queued.
    pub waits: u32,
    /// Holds that expired.
    pub expired: u32,
    /// Users who wait for ever.
    pub deadlocked: u32,
    /// The virtual time at the end, in ms.
    pub virtual_ms: Ms,
}

/// What became of a user.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct UserObject {
    /// The name.
    pub user: String,
    /// The result.
    pub result: &'static str,
    /// The seats it has tickets of, by name.
    pub seats: Vec<String>,
    /// Read-to-commit rounds; 1 where there are none.
    pub attempts: u32,
}

/// An event.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct EventObject {
    /// The step, from 1; 0 before the first.
    pub step: u32,
    /// The virtual time, in ms.
    pub at: Ms,
    /// Who, by name; none for the passing of time.
    pub user: Option<String>,
    /// What was done.
    pub op: &'static str,
    /// The seat, by name.
    pub seat: Option<String>,
    /// How it went.
    pub outcome: &'static str,
    /// The line of the strategy's source; 0 where no user did it.
    pub line: u16,
}

/// Runs every race of a query or a whole link.
///
/// # Errors
/// What is wrong with it, a problem a parameter.
pub fn run(query: &str) -> Result<Vec<RunObject>, Vec<Problem>> {
    let scenario = open(query).strict()?.scenario;
    let object = |contest| run_object(&scenario, contest, &lab::run(&scenario, contest));
    Ok(lab::contests(&scenario).into_iter().map(object).collect())
}

/// A run as an object: judged, measured and with its digest.
pub fn run_object(scenario: &Scenario, contest: Contest, run: &Run) -> RunObject {
    let alone = lab::alone(scenario, contest);
    let facts = Arc::new(lab::facts(scenario));
    let names = Names { hall: scenario.hall };
    let figures = measure(&facts.wants, &run.trace);
    let skipped = run
        .skipped
        .iter()
        .map(|&at| SkippedObject { position: at + 1, choice: scenario.order.0[at].to_string() });
    RunObject {
        v: VERSION,
        strategy: contest.to_string(),
        query: alone.query(),
        order: (scenario.users <= LETTERS).then(|| run.order.to_string()),
        skipped: skipped.collect(),
        digest: digest(&alone.canonical(), &run.order, &run.trace.events),
        verdict: names.verdict(&judge(&facts, &run.trace)),
        users: names.users(&figures),
        outcome: outcome(&figures),
        events: run.trace.events.iter().map(|event| names.event(event)).collect(),
    }
}

fn outcome(figures: &Figures) -> OutcomeObject {
    OutcomeObject {
        class: figures.class.name(),
        tickets: figures.tickets,
        seats_sold: figures.seats_sold,
        double_sold: figures.double_sold,
        held: figures.held,
        refunds_due: figures.refunds_due,
        refunded: figures.refunded,
        conflicts: figures.conflicts,
        retries: figures.retries,
        waits: figures.waits,
        expired: figures.expired,
        deadlocked: figures.deadlocked,
        virtual_ms: figures.virtual_ms,
    }
}

/// Turns numbers into names.
struct Names {
    hall: Hall,
}

impl Names {
    fn seat(&self, seat: Option<Seat>) -> Option<String> {
        seat.map(|seat| self.hall.name(seat))
    }

    fn verdict(&self, verdict: &Verdict) -> VerdictObject {
        let violation = |violation: &Violation| ViolationObject {
            rule: violation.rule.name(),
            step: violation.step,
            seat: self.seat(violation.seat),
            users: violation.users.iter().map(User::to_string).collect(),
            says: violation.says.clone(),
            liveness: violation.liveness,
        };
        let violations = verdict.violations.iter().map(violation).collect();
        VerdictObject { ok: verdict.ok(), violations }
    }

    /// Every user of a finished run was told how it ended.
    fn users(&self, figures: &Figures) -> Vec<UserObject> {
        let object = |user: &crate::measure::UserFigures| UserObject {
            user: user.user.to_string(),
            result: user.result.map_or("", Outcome::name),
            seats: user.seats.iter().map(|seat| self.hall.name(*seat)).collect(),
            attempts: user.attempts,
        };
        figures.users.iter().map(object).collect()
    }

    fn event(&self, event: &Event) -> EventObject {
        EventObject {
            step: event.step,
            at: event.at,
            user: event.user().map(|user| user.to_string()),
            op: event.op.name(),
            seat: self.seat(event.seat()),
            outcome: event.outcome.name(),
            line: event.line,
        }
    }
}
