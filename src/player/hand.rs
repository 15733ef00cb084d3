//! A user whose decisions are somebody else's: the race goes on around it, and its steps wait until they are called for.
//!
//! What follows from a decision happens by itself, as it does in a shop: whoever has paid need not press anything for the
//! seat to be confirmed.

use crate::race::Race;
use crate::trace::{Choice, Mark, Op};
use crate::units::{Ms, User};

/// Whose steps wait, and for what.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Hand {
    /// The user.
    pub user: User,
    /// Its next step has been called for, with this answer if it is to a payment.
    pub called: Option<Option<Mark>>,
    /// The last step it made.
    last: Option<Op>,
}

impl Hand {
    /// A user who has made no step yet.
    pub fn of(user: User) -> Hand {
        Hand { user, called: None, last: None }
    }

    /// The last step of the race has happened.
    pub(super) fn follow(&mut self, race: &Race) {
        let stepped = race.order().0.last();
        if !matches!(stepped, Some(Choice::Step(user, _)) if *user == self.user) {
            return;
        }
        let mine = race.trace().events.iter().rev().find(|event| event.user() == Some(self.user));
        self.last = mine.map(|event| event.op);
        if race.asks(self.user).is_none_or(|next| is_decision(self.last, next)) {
            self.called = None;
        }
    }

    /// What happens first, and when: a deadline before users, and these by their numbers. None: all wait for the hand, or
    /// the race is over. O(users).
    pub(super) fn choose(&self, race: &Race) -> Option<(Ms, Choice)> {
        let choice = |user: User| match self.called {
            called if user == self.user => {
                let answer = called?.filter(|_| race.asks(user) == Some(Op::Pay));
                Some(Choice::Step(user, answer))
            }
            _ => Some(Choice::Step(user, None)),
        };
        let users = race.enabled_users().filter_map(choice);
        let all = std::iter::once(Choice::Time).chain(users);
        all.filter_map(|choice| Some((race.time_of(choice)?, choice))).min_by_key(|(at, _)| *at)
    }
}

/// Somebody has to say that this step is to be made: the first, what writes, a payment, and another try after a conflict.
/// What a step needs for several seats is one decision.
pub fn is_decision(last: Option<Op>, next: Op) -> bool {
    match (last, next) {
        (None, _) | (_, Op::Commit | Op::Pay) | (Some(Op::Commit), Op::Read) => true,
        (Some(last), Op::Write | Op::Update) => last != next,
        _ => false,
    }
}
