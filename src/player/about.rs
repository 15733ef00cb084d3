//! What every user is about to do, or why it does nothing.

use super::phrases::{names, protected};
use super::{Stage, UserState, UserView, told};
use crate::texts::player::about as texts;
use crate::trace::{Intent, Op, Outcome};
use crate::units::{Hall, Ms, Seat, User};

/// What a user does next or why it does not: a bold part and the rest, and a smaller explanation, which may be empty:
/// ("about to", "update F4", "has the lock since step 10").
pub fn about_to(hall: Hall, stage: &Stage, state: &UserState) -> (String, String, String) {
    let (bold, rest, small) = match *state {
        UserState::About(intent) => {
            let about = About { hall, stage, intent };
            (texts::ABOUT_TO, about.act(), about.because())
        }
        UserState::Pays { intent, .. } => {
            let about = About { hall, stage, intent };
            (texts::ABOUT_TO, texts::HEAR_OF_PAYMENT.to_owned(), about.hold_left())
        }
        UserState::Waits { intent, owner, since } => {
            let lock = match owner {
                Some(owner) => texts::for_lock_of(owner),
                None => texts::FOR_A_LOCK.to_owned(),
            };
            let crashed = owner.filter(|owner| {
                let state = stage.users[owner.0 as usize].state;
                matches!(state, UserState::Ended { result: Outcome::Crashed, .. })
            });
            let on = protected(hall, intent.seat);
            (texts::WAITS, lock, texts::lock_on_since(&on, since, crashed))
        }
        UserState::Ended { result: Outcome::Waiting, step } => {
            (texts::WAITS, texts::FOR_EVER.to_owned(), texts::nobody_can_go_on(step))
        }
        UserState::Ended { result: Outcome::Crashed, step } => {
            (texts::CRASHED, String::new(), texts::crashed_at(step))
        }
        UserState::Ended { result, step } => {
            (texts::WAS_TOLD, told(result).to_owned(), texts::finished_at(step))
        }
    };
    (bold.to_owned(), rest, small)
}

fn verb(op: Op) -> &'static str {
    match op {
        Op::Read => texts::READ,
        Op::Write => texts::WRITE,
        Op::Commit => texts::COMMIT,
        Op::Lock => texts::LOCK,
        Op::Check => texts::CHECK,
        Op::Update => texts::UPDATE,
        Op::Unlock => texts::UNLOCK,
        Op::Reserve => texts::RESERVE,
        Op::Release => texts::RELEASE,
        Op::Pay => texts::PAY,
        Op::Confirm => texts::CONFIRM,
        Op::Cancel => texts::CANCEL,
        other => other.name(),
    }
}

struct About<'a> {
    hall: Hall,
    stage: &'a Stage,
    intent: Intent,
}

impl About<'_> {
    fn user(&self) -> &UserView {
        &self.stage.users[self.intent.user.0 as usize]
    }

    fn act(&self) -> String {
        let on = match (self.intent.op, self.intent.seat) {
            (Op::Lock | Op::Unlock, seat) => protected(self.hall, seat),
            (_, Some(seat)) => self.hall.name(seat),
            (Op::Refund, None) => return texts::TAKE_MONEY_BACK.to_owned(),
            (_, None) => names(self.hall, &self.seats(self.intent.user)),
        };
        texts::act(verb(self.intent.op), &on)
    }

    /// The seats of the user's order.
    fn seats(&self, user: User) -> Vec<Seat> {
        let wants = |entry: &(&Seat, &super::SeatView)| entry.1.wanted.contains(&user);
        self.stage.seats.iter().filter(wants).map(|(seat, _)| *seat).collect()
    }

    fn because(&self) -> String {
        let user = self.user();
        match (self.intent.op, &user.belief) {
            (Op::Write | Op::Commit | Op::Update, Some(belief)) if belief.spoiled.is_some() => {
                texts::read_out_of_date(belief.since)
            }
            (Op::Write | Op::Commit, Some(belief)) => texts::read_free(belief.since),
            (Op::Check | Op::Update | Op::Unlock, _) => self.locked(),
            (Op::Lock, _) => self.lock_taken(),
            (Op::Confirm, _) => self.hold_left(),
            (Op::Refund, _) => texts::HOLD_WAS_DEAD.to_owned(),
            (Op::Cancel, _) => texts::NOT_PAID.to_owned(),
            (Op::Release, _) => texts::ALL_OR_NOTHING.to_owned(),
            (Op::Read, None) if user.round > 1 => texts::round(user.round),
            _ => self.later(),
        }
    }

    fn locked(&self) -> String {
        let mine = |lock: &&super::LockView| lock.owner == self.intent.user;
        let seat = self.intent.seat.and_then(|seat| self.stage.seats.get(&seat)?.lock.as_ref());
        let lock = seat.into_iter().chain(&self.stage.show_lock).find(mine);
        lock.map_or_else(String::new, |lock| match (self.intent.op, lock.queue.first()) {
            (Op::Unlock, Some(next)) => texts::lets_in(*next),
            _ => texts::has_lock_since(lock.since),
        })
    }

    fn lock_taken(&self) -> String {
        let lock = match self.intent.seat {
            Some(seat) => self.stage.seats.get(&seat).and_then(|view| view.lock.as_ref()),
            None => self.stage.show_lock.as_ref(),
        };
        lock.map_or_else(|| self.later(), |lock| texts::has_it(lock.owner))
    }

    /// When, on the clock of the race: how long from now would change with every step of somebody else.
    fn later(&self) -> String {
        let ready_at = self.intent.ready_at;
        if ready_at > self.stage.at { texts::at(ready_at) } else { String::new() }
    }

    /// Until when the order is safe: until the first of its holds ends.
    fn hold_left(&self) -> String {
        let user = self.intent.user;
        let held = &self.user().holds;
        if held.len() < self.seats(user).len() {
            return texts::HOLD_HAS_EXPIRED.to_owned();
        }
        let expires = |seat: &Seat| self.stage.seats.get(seat)?.hold?.expires;
        let left = |at: Ms| texts::hold_ends_in(at.saturating_sub(self.stage.at));
        held.iter().filter_map(expires).min().map_or_else(String::new, left)
    }
}
