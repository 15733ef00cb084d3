//! Which choices are possible now, and when they would happen.

use super::timing::is_payment;
use super::{Race, State};
use crate::trace::{Choice, Mark, Op, Outcome};
use crate::units::{Ms, User};

/// What a user awaits.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Awaits {
    /// A step it can make at this time, in ms, or later.
    Step(Ms),
    /// A lock that another user owns.
    Lock,
    /// Nothing: it was told this.
    Nothing(Outcome),
}

impl Race {
    /// When the choice would happen, with the answer that a payment would take; none if it is not possible.
    ///
    /// A user is enabled iff it awaits a step that would happen before the earliest deadline: late is possible, early is
    /// not, and nobody passes a deadline.
    pub(super) fn enabled(&self, choice: Choice) -> Option<(Ms, Choice)> {
        if self.is_over() {
            return None;
        }
        match choice {
            Choice::Time => self.show.deadline().map(|at| (at, choice)),
            Choice::Wait(ms) => {
                let at = self.now.checked_add(ms)?;
                self.before_deadline(at).then_some((at, choice))
            }
            Choice::Step(user, Some(Mark::Crash)) => {
                let runner = self.runners.get(user.0 as usize)?;
                let alive = !matches!(runner.state, State::Finished(_));
                (alive && self.crashes_left > 0).then_some((self.now, choice))
            }
            Choice::Step(user, mark) => self.enabled_step(user, mark),
        }
    }

    fn enabled_step(&self, user: User, mark: Option<Mark>) -> Option<(Ms, Choice)> {
        let runner = self.runners.get(user.0 as usize)?;
        let State::Ready(request) = runner.state else { return None };
        let (ready_at, answer) = match (is_payment(request), mark) {
            (true, mark) => {
                let timing = &self.setup.timing;
                let answer = mark.unwrap_or_else(|| timing.answer(user));
                timing.answers().find(|possible| *possible == answer)?;
                (runner.asked_at + timing.answer_ms(user, answer), Some(answer))
            }
            (false, None) => (self.agenda.ready_at(user)?, None),
            (false, Some(_)) => return None,
        };
        let at = ready_at.max(self.now);
        self.before_deadline(at).then_some((at, Choice::Step(user, answer)))
    }

    fn before_deadline(&self, at: Ms) -> bool {
        self.show.deadline().is_none_or(|deadline| at < deadline)
    }

    /// Whether a choice is possible now.
    pub fn is_enabled(&self, choice: Choice) -> bool {
        self.enabled(choice).is_some()
    }

    /// When the choice would happen, in ms; none if it is not possible now.
    pub fn time_of(&self, choice: Choice) -> Option<Ms> {
        self.enabled(choice).map(|(at, _)| at)
    }

    /// Every choice that the explorer follows: each enabled user, at a payment with each possible answer; then crashes;
    /// then the next deadline. O(users).
    pub fn choices(&self) -> Vec<Choice> {
        let users = || (0..self.runners.len() as u32).map(User);
        let marks = || std::iter::once(None).chain(self.setup.timing.answers().map(Some));
        let steps = users().flat_map(|user| {
            // A payment is chosen with its answer, every other step without.
            let pays = self.pays(user);
            marks().filter(move |mark| mark.is_some() == pays).map(move |m| Choice::Step(user, m))
        });
        let crashes = users().map(|user| Choice::Step(user, Some(Mark::Crash)));
        let all = steps.chain(crashes).chain(std::iter::once(Choice::Time));
        all.filter(|choice| self.is_enabled(*choice)).collect()
    }

    fn pays(&self, user: User) -> bool {
        let state = self.runners[user.0 as usize].state;
        matches!(state, State::Ready(request) if is_payment(request))
    }

    /// The users who can step, in order of their numbers. O(users).
    pub fn enabled_users(&self) -> impl Iterator<Item = User> + '_ {
        let users = (0..self.runners.len() as u32).map(User);
        users.filter(|user| self.is_enabled(Choice::Step(*user, None)))
    }

    /// The step that a user awaits, if it could make it; also one that waits for a deadline to pass.
    pub fn asks(&self, user: User) -> Option<Op> {
        match self.runners.get(user.0 as usize)?.state {
            State::Ready(request) => Some(request.op),
            _ => None,
        }
    }

    /// What a user awaits now.
    pub fn awaits(&self, user: User) -> Awaits {
        match self.runners[user.0 as usize].state {
            State::Ready(_) => Awaits::Step(self.agenda.ready_at(user).unwrap_or(self.now)),
            State::Queued(_) => Awaits::Lock,
            State::Finished(result) => Awaits::Nothing(result),
        }
    }

    /// When the next choice of the `time` scheduler would happen: the least of all times; none at the end.
    pub fn next_at(&self) -> Option<Ms> {
        let users = (self.agenda.first_len() > 0)
            .then(|| self.agenda.first(0))
            .and_then(|user| self.agenda.ready_at(user))
            .map(|at| at.max(self.now));
        users.into_iter().chain(self.show.deadline()).min()
    }

    /// The deadline that the show waits for, in ms.
    pub fn deadline(&self) -> Option<Ms> {
        self.show.deadline()
    }

    /// How many users could step first; and the n-th of them, in order of their numbers.
    pub(super) fn first_len(&self) -> usize {
        self.agenda.first_len()
    }

    pub(super) fn first(&self, n: usize) -> User {
        self.agenda.first(n)
    }
}
