//! What a run cost: steps, waiting, payments, and the work that led to nothing. Folded from events alone, like the figures.

use super::UserFigures;
use crate::trace::{Event, Op, Outcome};
use crate::units::{Ms, User};

/// What a run cost so far.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Effort {
    /// Steps that users made: accesses to the show and answers of payments. A crash is none.
    pub steps: u32,
    /// Steps that led to no ticket: of rounds that ended in a conflict, and of users who ended without one.
    pub wasted: u32,
    /// Holds that were taken.
    pub holds: u32,
    /// Payments that were asked for.
    pub asked: u32,
    /// Payments that were captured.
    pub captured: u32,
    /// Time that users stood in the queue of a lock, in virtual ms, all together.
    pub waited_ms: Ms,
    /// What it cost each user, in their order.
    pub users: Vec<UserEffort>,
}

/// What a run cost a user so far.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct UserEffort {
    /// Steps it made.
    pub steps: u32,
    /// Time it stood in the queue of a lock, in virtual ms; one who stands there still, until the last event.
    pub waited_ms: Ms,
    /// When its first step happened, in virtual ms.
    pub began: Option<Ms>,
    /// When it was told how it ended, in virtual ms.
    pub finished: Option<Ms>,
    /// Steps of the round it is in.
    round: u32,
    /// The step that was counted last.
    counted: Option<u32>,
    queued_at: Option<Ms>,
}

impl UserEffort {
    fn leave_queue(&mut self, at: Ms) {
        self.waited_ms += self.queued_at.take().map_or(0, |since| at - since);
    }
}

impl Effort {
    /// The effort of the events so far. `users` are the figures of the same events.
    ///
    /// # Example
    /// ```
    /// use seatrace::measure::{Effort, measure};
    /// use seatrace::{lab, scenario::Query};
    /// let scenario = Query::parse("strategy=optimistic&users=2&clock=free&order=ABAB2").unwrap();
    /// let run = lab::run(&scenario, lab::contests(&scenario)[0]);
    /// let figures = measure(&lab::wants(&scenario), &run.trace);
    /// let effort = Effort::of(&figures.users, &run.trace.events);
    /// // Bob reads, is refused, and reads that Alice was faster.
    /// assert_eq!((effort.steps, effort.wasted), (5, 3));
    /// ```
    pub fn of(users: &[UserFigures], events: &[Event]) -> Effort {
        let mut effort =
            Effort { users: vec![UserEffort::default(); users.len()], ..Effort::default() };
        for event in events {
            if let Some(user) = event.user() {
                effort.see(user, event, users[user.0 as usize].seats.is_empty());
            }
        }
        let last = events.last().map_or(0, |event| event.at);
        for user in &mut effort.users {
            user.leave_queue(last);
            effort.waited_ms += user.waited_ms;
        }
        effort
    }

    fn see(&mut self, user: User, event: &Event, has_nothing: bool) {
        let of = &mut self.users[user.0 as usize];
        if is_step(event) && of.counted.replace(event.step) != Some(event.step) {
            of.began.get_or_insert(event.at);
            of.steps += 1;
            of.round += 1;
            self.steps += 1;
        }
        match (event.op, event.outcome) {
            (Op::Commit, Outcome::Conflict) => self.wasted += std::mem::take(&mut of.round),
            (Op::Lock, Outcome::Queued) => of.queued_at = Some(event.at),
            (Op::Lock, Outcome::Granted) | (Op::Crash, _) => of.leave_queue(event.at),
            (Op::Reserve, Outcome::Ok) => self.holds += 1,
            (Op::Pay, Outcome::Asked) => self.asked += 1,
            (Op::Pay, Outcome::Captured) => self.captured += 1,
            (Op::End, _) => {
                of.finished = Some(event.at);
                self.wasted += if has_nothing { of.round } else { 0 };
            }
            _ => {}
        }
    }
}

/// The user did it, and did nothing else in the same step: being granted a lock, expiring, and being told happen to it, and a
/// payment goes out in the step before.
fn is_step(event: &Event) -> bool {
    match event.op {
        Op::Expire | Op::Sweep | Op::End | Op::Crash | Op::Wait => false,
        Op::Lock => event.outcome != Outcome::Granted,
        Op::Pay => event.outcome != Outcome::Asked,
        _ => true,
    }
}
