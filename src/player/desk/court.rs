//! The judge's seat at the desk: it sees every event that is made, and is asked only about those at the cursor or before.

use super::Desk;
use crate::lab;
use crate::player::Session;
use crate::scenario::{Scenario, Strategy};
use crate::texts::player::desk as texts;
use crate::units::{cut, ranked};
use crate::verdict::{Judge, Rule, Verdict, Violation};
use std::rc::Rc;
use std::sync::Arc;

/// A judge who follows a race.
#[derive(Clone)]
pub(super) struct Court {
    judge: Rc<Judge>,
    /// How many events it has seen.
    seen: usize,
    /// What it says of the whole run, once that has ended.
    verdict: Option<Rc<Verdict>>,
}

impl Court {
    pub(super) fn new(scenario: &Scenario) -> Court {
        let judge = Rc::new(Judge::new(Arc::new(lab::facts(scenario))));
        Court { judge, seen: 0, verdict: None }
    }

    /// Sees what is new. A step back brings nothing new.
    pub(super) fn follow(&mut self, session: &Session) {
        let events = &session.trace().events;
        if self.seen < events.len() {
            let judge = Rc::make_mut(&mut self.judge);
            events[self.seen..].iter().for_each(|event| judge.see(event));
            self.seen = events.len();
        }
        if session.is_over() && self.verdict.is_none() {
            self.verdict = Some(Rc::new(Judge::clone(&self.judge).finish()));
        }
    }

    /// What is broken so far, and at the end what was left undone too.
    fn violations(&self) -> &[Violation] {
        self.verdict.as_ref().map_or(self.judge.violations(), |verdict| &verdict.violations)
    }

    /// The steps at which a safety rule is broken, in order.
    pub(super) fn anomalies(&self) -> Vec<u32> {
        let safety = self.violations().iter().filter(|violation| !violation.liveness);
        let steps = safety.map(|violation| violation.step).collect();
        let mut steps = ranked(steps, |step| u64::from(*step));
        steps.dedup();
        steps
    }
}

/// What the line at the foot says: its first sentence stands out.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Review {
    /// What is wrong, or how it ended; empty until there is something to say.
    pub says: String,
    /// What the field calls it, as a sentence behind that, where there is room.
    pub name: String,
    /// Which rule fails, and where.
    pub rule: String,
    /// A safety rule is broken.
    pub bad: bool,
    /// How many users own the seat it is about.
    pub times: usize,
}

impl Review {
    /// For a line with less room: what the field calls it stands in place of how it came about, where it has a name.
    pub fn short(&self) -> String {
        match cut(&self.says, ". ") {
            Some((first, _)) if !self.name.is_empty() => format!("{first}.{}", self.name),
            _ => self.says.clone(),
        }
    }
}

impl Desk {
    /// The review as the cursor stands.
    pub fn review(&self) -> Review {
        let session = self.session();
        let cursor = session.cursor();
        let reached: Vec<&Violation> = self
            .court
            .violations()
            .iter()
            .filter(|v| if v.liveness { session.is_over() } else { v.step <= cursor })
            .collect();
        let Some(first) = reached.first() else {
            return if session.is_over() { self.fine() } else { Review::default() };
        };
        let seat = first.seat.and_then(|seat| session.stage().seats.get(&seat));
        let fails = match first.step {
            _ if first.liveness => texts::fails(first.rule.title()),
            step if step == cursor => texts::fails_here(first.rule.name()),
            step => texts::fails_at(first.rule.name(), step),
        };
        let is_naive =
            |user| lab::strategy_of(self.scenario(), session.contest(), user) == Strategy::Naive;
        let name = match (first.rule, &first.users[..]) {
            (Rule::NoDoubleBooking, [before, user]) if is_naive(*user) => {
                texts::lost_update(*before, *user)
            }
            _ => String::new(),
        };
        Review {
            says: texts::claim_first(&first.says),
            name,
            rule: texts::and_more_findings(&fails, reached.len() - 1),
            bad: !first.liveness,
            times: seat.map_or(2, |seat| seat.owners()),
        }
    }

    /// How a run ended of which there is nothing bad to say.
    fn fine(&self) -> Review {
        let hall = self.scenario().hall;
        let seats = self.session().stage().seats.iter();
        let sold: Vec<String> = seats
            .filter(|(_, view)| !view.tickets.is_empty())
            .map(|(seat, view)| {
                let users: Vec<String> = view.tickets.iter().map(|t| t.0.to_string()).collect();
                texts::is_sold_once(&hall.name(*seat), &users)
            })
            .collect();
        let says = match &sold[..] {
            [] => texts::NO_SEAT_IS_SOLD.to_owned(),
            [one] => one.clone(),
            many => texts::are_sold_once(many.len()),
        };
        Review {
            says,
            name: String::new(),
            rule: texts::NO_RULE_IS_BROKEN.to_owned(),
            bad: false,
            times: 0,
        }
    }
}
