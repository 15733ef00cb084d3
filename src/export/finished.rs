//! A finished run with everything that the formats say of it, found out once.

use crate::lab::{self, Contest, Run};
use crate::measure::{Figures, measure};
use crate::scenario::{Entry, Scenario, gallery};
use crate::share::digest;
use crate::texts::export as texts;
use crate::trace::{CHOICES_MAX, Order};
use crate::units::{LETTERS, Seat, User, ranked};
use crate::verdict::{Verdict, Violation, judge};
use std::collections::BTreeSet;
use std::sync::Arc;

/// A run that is over, judged, measured and with its digest: what every format is a pure function of.
///
/// # Example
/// ```
/// use seatrace::export::{Finished, Format};
/// use seatrace::{lab, scenario::Query};
/// let scenario = Query::parse("strategy=naive&users=2&clock=free&order=ABAB").unwrap();
/// let run = Finished::of(&scenario, lab::contests(&scenario)[0]);
/// let csv = Format::Csv.write(&run).unwrap();
/// assert!(csv.starts_with("step,at_ms,user,op,seat,outcome,detail,line\r\n1,0,Alice,read,D1,free,"));
/// ```
#[derive(Clone, Debug)]
pub struct Finished {
    /// The scenario with this contest alone.
    pub scenario: Scenario,
    /// Which of the scenario's races it is.
    pub contest: Contest,
    /// What happened, and the choices that were made.
    pub run: Run,
    /// The seats that each user wants.
    pub wants: Vec<Vec<Seat>>,
    /// What the judge says.
    pub verdict: Verdict,
    /// What came of it, in numbers.
    pub figures: Figures,
    /// The digest of the run.
    pub digest: String,
}

impl Finished {
    /// Runs a contest to its end.
    pub fn of(scenario: &Scenario, contest: Contest) -> Finished {
        Finished::new(scenario, contest, lab::run(scenario, contest))
    }

    /// Judges and measures a run that is over.
    pub fn new(scenario: &Scenario, contest: Contest, run: Run) -> Finished {
        let scenario = lab::alone(scenario, contest);
        let facts = Arc::new(lab::facts(&scenario));
        Finished {
            contest,
            verdict: judge(&facts, &run.trace),
            figures: measure(&facts.wants, &run.trace),
            digest: digest(&scenario.canonical(), &run.order, &run.trace.events),
            wants: facts.wants.clone(),
            scenario,
            run,
        }
    }

    /// The run as it stood after a step: what a picture of that moment shows. Promises about the end are open then, and the
    /// digest stays that of the whole run. At the last step or behind it, this is the run itself.
    pub fn until(&self, step: u32) -> Finished {
        if step >= self.steps() {
            return self.clone();
        }
        let mut until = self.clone();
        until.run.trace.events.retain(|event| event.step <= step);
        until.run.trace.intents.retain(|intent| intent.step <= step);
        until.run.order.0.truncate(step as usize);
        until.verdict.violations.retain(|found| !found.liveness && found.step <= step);
        until.figures = measure(&self.wants, &until.run.trace);
        until
    }

    /// The executed order, where an order can be written: the users have letters, and it is not too long.
    pub fn order(&self) -> Option<&Order> {
        let written = self.scenario.users <= LETTERS && self.run.order.0.len() <= CHOICES_MAX;
        written.then_some(&self.run.order)
    }

    /// The query that gives exactly this run. It carries the executed order where there is one; a larger race is given by
    /// its seed.
    pub fn query(&self) -> String {
        match self.order() {
            Some(order) => Scenario { order: order.clone(), ..self.scenario.clone() }.query(),
            None => self.scenario.query(),
        }
    }

    /// The title of the gallery's scenario, if it is that one; else who wants what.
    pub fn title(&self) -> String {
        let entry = gallery().iter().find(|entry| entry.slug == self.scenario.slug);
        let same = |entry: &&Entry| {
            let Scenario { cast, order, .. } = self.scenario.clone();
            Scenario { cast, order, ..entry.scenario() } == self.scenario
        };
        if let Some(entry) = entry.filter(same) {
            return entry.title.to_owned();
        }
        let seats: BTreeSet<Seat> = self.wants.iter().flatten().copied().collect();
        let Scenario { users, hall, .. } = self.scenario;
        match seats.first() {
            Some(only) if seats.len() == 1 => texts::wants_seat(users, &hall.name(*only)),
            _ => texts::wants_seats(users, seats.len()),
        }
    }

    /// The number of the last step.
    pub fn steps(&self) -> u32 {
        self.run.trace.events.last().map_or(0, |event| event.step)
    }

    /// What came of it, in one sentence: the first thing that is wrong, else how many got what.
    pub fn says(&self) -> String {
        if let Some(first) = self.first() {
            return first.says.clone();
        }
        let Figures { booked, tickets, virtual_ms, .. } = &self.figures;
        let plural =
            |n: u32, one: &str| if n == 1 { format!("1 {one}") } else { format!("{n} {one}s") };
        format!(
            "No rule is broken: {} of {} booked, {} sold, {} in {virtual_ms} ms.",
            booked,
            plural(self.scenario.users, "user"),
            plural(*tickets, "ticket"),
            plural(self.steps(), "step")
        )
    }

    /// The violation that tells the run: the first of safety, else the first broken promise.
    pub fn first(&self) -> Option<&Violation> {
        self.verdict.violations.first()
    }

    /// The users that a drawing with room for so many shows: those whom the verdict names, then the others; in their order.
    pub(super) fn users_drawn(&self, max: usize) -> Vec<User> {
        let named = self.verdict.violations.iter().flat_map(|violation| &violation.users).copied();
        let mut drawn: Vec<User> = Vec::new();
        for user in named.chain((0..self.scenario.users).map(User)) {
            if drawn.len() == max {
                break;
            }
            if !drawn.contains(&user) {
                drawn.push(user);
            }
        }
        ranked(drawn, |user| u64::from(user.0))
    }
}
