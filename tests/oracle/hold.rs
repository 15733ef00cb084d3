//! The steps of two-phase users (hold, pay, confirm), and the passing of time.

use super::model::{Expiry, Late};
use super::state::{Hold, Mark, Money, Next};
use super::step::{Happened, Step};

impl Step<'_, '_> {
    /// Why a reserve of this seat would be refused now, if it would.
    fn refusal(&self, seat: usize) -> Option<&'static str> {
        let show = &self.state.show;
        if show.is_booked(seat) {
            return Some("taken");
        }
        let hold = show.hold_of(seat)?;
        let blocks = show.is_live(hold) || matches!(self.state.model.expiry, Expiry::Sweep(_));
        blocks.then_some("held")
    }

    pub(super) fn reserve(&mut self, user: usize, at: usize) {
        let seat = self.seat(user, at);
        if let Some(refusal) = self.refusal(seat) {
            self.tell(user, "reserve", Some(seat), refusal);
            if at == 0 {
                return self.end(user, refusal);
            }
            self.user(user).result = Some(refusal);
            self.user(user).next = Next::Release(0, at);
            return;
        }
        let expires_ms = self.state.model.hold_ms.map(|hold_ms| self.state.show.now_ms + hold_ms);
        // With `expiry=lazy` an expired hold stays until here: whoever asks next takes its place.
        self.state.show.holds.retain(|hold| hold.seat != seat);
        self.state.show.holds.push(Hold { seat, owner: user, expires_ms });
        self.tell(user, "reserve", Some(seat), "ok");
        let last = at + 1 == self.count(user);
        self.user(user).next = if last { Next::Pay } else { Next::Reserve(at + 1) };
    }

    pub(super) fn release(&mut self, user: usize, at: usize, refused: usize) {
        self.give_up(user, "release", self.seat(user, at));
        if at + 1 < refused {
            self.user(user).next = Next::Release(at + 1, refused);
            return;
        }
        // Set by `reserve`, the only way here.
        let result = self.user(user).result.expect("who releases knows its result");
        self.end(user, result);
    }

    /// Frees a seat if it is still the user's own; a dead token frees nothing.
    fn give_up(&mut self, user: usize, op: &'static str, seat: usize) {
        let live = self.state.show.holds_live(seat, user);
        if live {
            self.state.show.holds.retain(|hold| hold.seat != seat);
        }
        self.tell(user, op, Some(seat), if live { "ok" } else { "gone" });
    }

    pub(super) fn pay(&mut self, user: usize, answer: Option<Mark>) {
        let (outcome, result) = match answer {
            Some(Mark::Captured) => {
                self.user(user).money = Money::Captured;
                self.user(user).next = Next::Confirm;
                return self.tell(user, "pay", None, "captured");
            }
            Some(Mark::Declined) => ("declined", "declined"),
            Some(Mark::NoAnswer) => ("no-answer", "unpaid"),
            Some(Mark::Crash) | None => panic!("{answer:?} is no answer to a payment"),
        };
        self.user(user).result = Some(result);
        self.user(user).next = Next::Cancel;
        self.tell(user, "pay", None, outcome);
    }

    pub(super) fn cancel(&mut self, user: usize) {
        for seat in self.seats(user) {
            self.give_up(user, "cancel", seat);
        }
        // Set by `pay`, the only way here.
        let result = self.user(user).result.expect("who cancels knows its result");
        self.end(user, result);
    }

    pub(super) fn confirm(&mut self, user: usize) {
        let seats = self.seats(user);
        let outcome = self.judge_confirm(user, &seats);
        for &seat in &seats {
            self.tell(user, "confirm", Some(seat), outcome);
        }
        if outcome == "refused" {
            self.user(user).money = Money::Due;
            self.user(user).next = Next::Refund;
            return;
        }
        for seat in seats {
            self.state.show.holds.retain(|hold| (hold.seat, hold.owner) != (seat, user));
            if outcome == "late-free" {
                // An expired hold of somebody else makes way for the booking, as it would for a reserve.
                self.state.show.holds.retain(|hold| hold.seat != seat);
            }
            self.state.show.book(seat, user);
        }
        self.user(user).money = Money::Spent;
        self.end(user, "booked");
    }

    fn judge_confirm(&self, user: usize, seats: &[usize]) -> &'static str {
        let show = &self.state.show;
        if seats.iter().all(|&seat| show.holds_live(seat, user)) {
            return "ok"; // whatever has been booked meanwhile by users who do not look at holds
        }
        let is_free = |seat: usize| {
            let own = show.holds_live(seat, user) && !show.is_booked(seat);
            own || self.refusal(seat).is_none()
        };
        match self.state.model.late {
            Late::Accept => "late",
            Late::AcceptIfFree if seats.iter().all(|&seat| is_free(seat)) => "late-free",
            Late::AcceptIfFree | Late::Refund => "refused",
        }
    }

    pub(super) fn refund(&mut self, user: usize) {
        self.user(user).money = Money::Refunded;
        self.tell(user, "refund", None, "ok");
        self.end(user, "refunded");
    }

    /// `t`: the clock moves to the earliest deadline, and everything due at that millisecond happens.
    pub(super) fn pass_time(&mut self) {
        // `choices` offers `t` only where there is a deadline.
        let now_ms = self.state.deadline_ms().expect("time passes only to a deadline");
        assert!(now_ms > self.state.show.now_ms, "the clock never stands still");
        self.state.show.now_ms = now_ms;
        for hold in self.state.show.holds.clone() {
            if hold.expires_ms == Some(now_ms) {
                self.state.show.expired += 1;
                self.tell(hold.owner, "expire", Some(hold.seat), "ok");
            }
        }
        match self.state.model.expiry {
            Expiry::Lazy => {}
            Expiry::Timer => drop(self.take_expired()),
            Expiry::Sweep(period) if now_ms.is_multiple_of(period) => {
                for seat in self.take_expired() {
                    let outcome = "ok";
                    self.log.push(Happened { user: None, op: "sweep", seat: Some(seat), outcome });
                }
            }
            Expiry::Sweep(_) => {}
        }
    }

    /// Frees every seat whose hold has expired, and says which.
    fn take_expired(&mut self) -> Vec<usize> {
        let show = &mut self.state.show;
        let now_ms = show.now_ms;
        let is_dead = |hold: &mut Hold| hold.expires_ms.is_some_and(|expires| expires <= now_ms);
        show.holds.extract_if(.., is_dead).map(|hold| hold.seat).collect()
    }
}
