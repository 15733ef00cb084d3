//! Choosing by hand: who steps next is what somebody presses.
//!
//! What is chosen becomes a part of the scenario's order, and the clock free: with delays nobody could step early. So the
//! race so far is made again, and its address leads to the same point.

use super::Desk;
use crate::lab;
use crate::player::{HoldView, Stage, UserState, UserView};
use crate::scenario::Scenario;
use crate::texts::player::desk as texts;
use crate::trace::{Choice, Mark};
use crate::units::{Clock, Expiry, LETTERS, User};

/// A choice that can be made by hand: the letter of its key cap, and what it is called.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Cap {
    /// The choice.
    pub choice: Choice,
    /// On the key cap.
    pub letter: char,
    /// What pressing it does.
    pub says: String,
}

/// Users can be chosen by hand where each of them has a letter: an order has no other name for them.
pub fn can_choose(scenario: &Scenario) -> bool {
    scenario.users <= LETTERS
}

/// The key caps of a user: one for its next step, one for each answer of a payment, none where it cannot step.
pub fn caps(scenario: &Scenario, user: User, view: &UserView) -> Vec<Cap> {
    let Some(letter) = user.letter().filter(|_| can_choose(scenario)) else { return Vec::new() };
    let answer = |can: bool, mark: Mark, says: String| {
        can.then_some(Cap { choice: Choice::Step(user, Some(mark)), letter: mark.letter(), says })
    };
    match view.state {
        UserState::About(_) => {
            vec![Cap { choice: Choice::Step(user, None), letter, says: texts::let_step(user) }]
        }
        UserState::Pays { .. } => {
            let answers = Scenario { clock: Clock::Free, ..scenario.clone() }.answers();
            [
                answer(answers.captured, Mark::Captured, texts::payment_is_captured(user)),
                answer(answers.declined, Mark::Declined, texts::payment_is_declined(user)),
                answer(answers.lost, Mark::NoAnswer, texts::payment_is_never_answered(user)),
            ]
            .into_iter()
            .flatten()
            .collect()
        }
        _ => Vec::new(),
    }
}

/// What letting time pass does, where there is a deadline: the next hold ends, or the sweeper comes.
pub fn time_cap(scenario: &Scenario, stage: &Stage) -> Option<Cap> {
    let swept = matches!(scenario.expiry, Expiry::Sweep(_));
    let due = |hold: HoldView| hold.expires.is_some() && (swept || !hold.expired);
    let any = stage.seats.values().any(|seat| seat.hold.is_some_and(due));
    let says = texts::LET_TIME_PASS.to_owned();
    (any && can_choose(scenario)).then_some(Cap { choice: Choice::Time, letter: 't', says })
}

impl Desk {
    /// The choices up to the cursor and this one, without delays; nothing if it is not possible there.
    pub(super) fn pick(&mut self, choice: Choice) -> bool {
        let session = self.session();
        let contest = session.contest();
        let mut scenario = Scenario { clock: Clock::Free, ..self.scenario().clone() };
        let mut race = lab::race(&scenario, contest);
        race.follow(&session.order());
        if race.step(choice).is_err() || !can_choose(&scenario) {
            return false;
        }
        scenario.order = race.order().clone();
        self.staffed = true;
        self.race_anew(scenario, contest);
        self.move_session(|session| session.seek(race.position()));
        true
    }

    /// The first user who waits for a payment gets this answer.
    pub(super) fn answer(&mut self, mark: Mark) -> bool {
        let users = &self.session().stage().users;
        let pays = users.iter().position(|view| matches!(view.state, UserState::Pays { .. }));
        pays.is_some_and(|user| self.pick(Choice::Step(User(user as u32), Some(mark))))
    }
}
