//! The live race behind a session: what it does next is known before it is done, so that a page can wait for it.

use super::hand::Hand;
use crate::lab::{self, Contest};
use crate::race::{Race, Scheduler};
use crate::scenario::Scenario;
use crate::trace::{Choice, Mark};
use crate::units::Ms;

/// A race that follows the scenario's order and then its scheduler, one choice at a time.
pub(super) struct Live {
    race: Race,
    scheduler: Box<dyn Scheduler>,
    /// The choices of the scenario's order that were neither made nor skipped.
    rest: std::vec::IntoIter<Choice>,
    skipped: Vec<usize>,
    next: Option<Ahead>,
    /// One user's steps may wait for somebody who decides them.
    hand: Option<Hand>,
}

/// The next choice and when it will happen.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Ahead {
    pub(super) choice: Choice,
    pub(super) at: Ms,
}

impl Live {
    pub(super) fn new(scenario: &Scenario, contest: Contest, hand: Option<Hand>) -> Live {
        let race = lab::race(scenario, contest);
        let scheduler = lab::scheduler(scenario, &race);
        let rest = scenario.order.0.clone().into_iter();
        let mut live = Live { race, scheduler, rest, skipped: Vec::new(), next: None, hand };
        live.next = live.look_ahead(scenario);
        live
    }

    pub(super) fn race(&self) -> &Race {
        &self.race
    }

    pub(super) fn skipped(&self) -> &[usize] {
        &self.skipped
    }

    pub(super) fn hand(&self) -> Option<Hand> {
        self.hand
    }

    /// What happens next; none at the end, and while everything waits for the hand.
    pub(super) fn next(&self) -> Option<Ahead> {
        self.next
    }

    /// The hand's next step is called for, with this answer if it is to a payment.
    pub(super) fn call(&mut self, scenario: &Scenario, answer: Option<Mark>) {
        if let Some(hand) = &mut self.hand {
            hand.called = Some(answer);
            self.next = self.look_ahead(scenario);
        }
    }

    /// Makes the next choice. False at the end.
    pub(super) fn step(&mut self, scenario: &Scenario) -> bool {
        let Some(Ahead { choice, .. }) = self.next else { return false };
        self.race.step(choice).expect("the race has not changed since it was looked ahead");
        if let Some(hand) = &mut self.hand {
            hand.follow(&self.race);
        }
        self.next = self.look_ahead(scenario);
        true
    }

    /// The first possible choice of the rest of the order, else the scheduler's. What is skipped on the way stays so:
    /// nothing changes the race before the choice is made.
    fn look_ahead(&mut self, scenario: &Scenario) -> Option<Ahead> {
        while let Some(choice) = self.rest.next() {
            if let Some(at) = self.race.time_of(choice) {
                return Some(Ahead { choice, at });
            }
            self.skipped.push(scenario.order.0.len() - self.rest.len() - 1);
        }
        if self.race.is_over() {
            return None;
        }
        if let Some(hand) = &self.hand {
            let (at, choice) = hand.choose(&self.race)?;
            return Some(Ahead { choice, at });
        }
        let choice = self.scheduler.choose(&self.race);
        let at = self.race.time_of(choice).expect("a scheduler chooses what is enabled");
        Some(Ahead { choice, at })
    }
}
