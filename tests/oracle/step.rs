//! One choice carried out, and what it looks like from outside.

use super::model::Strategy;
use super::state::{Choice, Mark, Money, Next, State, User};

/// What happened, in the words of the trace. The one that the choice names comes first, what the show did in
/// the same step after it, `end` last. A step for several seats at once (`commit`, `confirm`, `cancel`)
/// happens once for each, in the order asked. That a payment is asked for is no step, hence not told.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Happened {
    /// Whose step; the owner of a hold that expires; nobody for the sweeper.
    pub user: Option<usize>,
    pub op: &'static str,
    /// None where it is about no seat: payments, the lock of the show, `crash`, `end`.
    pub seat: Option<usize>,
    /// How it went; for `end` the result.
    pub outcome: &'static str,
}

/// Carries out one of [`choices`](super::choices).
///
/// Panics on a choice that is not enabled, where that can be seen cheaply.
pub fn apply(state: &mut State<'_>, choice: Choice) -> Vec<Happened> {
    let mut step = Step { state, log: Vec::new() };
    match choice {
        Choice::Time => step.pass_time(),
        Choice::Step(user, Some(Mark::Crash)) => step.crash(user),
        Choice::Step(user, mark) => step.take(user, mark),
    }
    step.log
}

/// A step being taken: the state it changes, and what happened so far.
pub(super) struct Step<'s, 'm> {
    pub state: &'s mut State<'m>,
    pub log: Vec<Happened>,
}

impl Step<'_, '_> {
    fn take(&mut self, user: usize, mark: Option<Mark>) {
        let next = self.state.users[user].next;
        assert_eq!(mark.is_some(), next == Next::Pay, "an answer belongs to a payment, and must");
        match next {
            Next::Read(at) => self.read(user, at),
            Next::Write(at) => self.write(user, at),
            Next::Commit => self.commit(user),
            Next::Lock(at) => self.lock(user, at),
            Next::Check(at) => self.check(user, at),
            Next::Update(at) => self.update(user, at),
            Next::Unlock(at) => self.unlock(user, at),
            Next::Reserve(at) => self.reserve(user, at),
            Next::Release(at, refused) => self.release(user, at, refused),
            Next::Pay => self.pay(user, mark),
            Next::Confirm => self.confirm(user),
            Next::Refund => self.refund(user),
            Next::Cancel => self.cancel(user),
            Next::Queued(_) | Next::Nothing => panic!("user {user} has no step: {next:?}"),
        }
    }

    /// The task is dropped: what it owns stays owned, and only its place in a queue is given up.
    fn crash(&mut self, user: usize) {
        let show = &mut self.state.show;
        assert!(show.crashes < self.state.model.crash, "no crash left");
        assert_ne!(self.state.users[user].next, Next::Nothing, "user {user} has ended");
        show.crashes += 1;
        for lock in show.locks.values_mut() {
            lock.queue.retain(|&waiting| waiting != user);
        }
        self.tell(user, "crash", None, "ok");
        self.retire(user, "crashed");
    }

    pub fn strategy(&self, user: usize) -> Strategy {
        self.state.model.users[user].strategy
    }

    /// How many seats this user wants.
    pub fn count(&self, user: usize) -> usize {
        self.state.model.wants(user).len()
    }

    pub fn seat(&self, user: usize, at: usize) -> usize {
        self.state.model.wants(user)[at]
    }

    /// The seats this user wants, in the order asked.
    pub fn seats(&self, user: usize) -> Vec<usize> {
        self.state.model.wants(user).to_vec()
    }

    pub fn user(&mut self, user: usize) -> &mut User {
        &mut self.state.users[user]
    }

    pub fn tell(
        &mut self,
        user: usize,
        op: &'static str,
        seat: Option<usize>,
        outcome: &'static str,
    ) {
        self.log.push(Happened { user: Some(user), op, seat, outcome });
    }

    /// The user ends, and is told how.
    pub fn end(&mut self, user: usize, result: &'static str) {
        self.tell(user, "end", None, result);
        self.retire(user, result);
    }

    /// Forgets what nobody can ask any more, so that equal states look equal.
    fn retire(&mut self, user: usize, result: &'static str) {
        let money: Money = self.state.users[user].money;
        let result = Some(result);
        *self.user(user) = User { next: Next::Nothing, result, round: 0, seen: Vec::new(), money };
    }
}
