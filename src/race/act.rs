//! What each step does: one access to the show, or one answer of the environment, written down as events.

use super::buyer::Request;
use super::{Race, State};
use crate::show::{Acquired, Confirmed, Lapse, Payment, Refusal, Seen};
use crate::trace::{Mark, Op, Outcome};
use crate::units::{Seat, User};

impl Race {
    /// A user makes the step it awaits; a payment has this answer.
    pub(super) fn act(&mut self, user: User, answer: Option<Mark>) {
        let State::Ready(request) = self.runners[user.0 as usize].state else {
            unreachable!("only a ready user is enabled")
        };
        self.agenda.remove(user);
        let seen = match request.op {
            Op::Read | Op::Check => self.look(user, request),
            Op::Write | Op::Update => self.write(user, request),
            Op::Commit => self.commit(user, request),
            Op::Lock => return self.lock(user, request),
            Op::Unlock => return self.unlock(user, request),
            Op::Reserve => self.reserve(user, request),
            Op::Release => self.release(user, request),
            Op::Pay => {
                self.paid(user, request, answer.expect("a payment is stepped with an answer"))
            }
            Op::Confirm => self.confirm(user, request),
            Op::Cancel => self.cancel(user, request),
            Op::Refund => self.refund(user, request),
            Op::Expire | Op::Sweep | Op::Crash | Op::Wait | Op::End => {
                unreachable!("no user awaits {:?}", request.op)
            }
        };
        self.answer(user, seen);
    }

    /// The strategy learns the answer and goes on.
    fn answer(&mut self, user: User, answer: Outcome) {
        let puppet = self.runners[user.0 as usize].puppet.as_mut();
        let next = puppet.expect("an unfinished user has a task").answer(answer);
        self.go_on(user, next);
    }

    fn slot_seat(&self, user: User, request: Request) -> Seat {
        self.seat_of(user, request).expect("the step is about a seat")
    }

    fn keep(&mut self, user: User, request: Request, value: u32) {
        let runner = &mut self.runners[user.0 as usize];
        runner.kept.resize(runner.plan.seats.len(), 0);
        runner.kept[request.slot.expect("the step is about a seat").0 as usize] = value;
    }

    fn look(&mut self, user: User, request: Request) -> Outcome {
        let seat = self.slot_seat(user, request);
        let Seen { owner, version } = self.show.look(seat);
        if request.op == Op::Read {
            self.keep(user, request, version);
        }
        let seen = match owner {
            None => Outcome::Free,
            Some(owner) if owner == user => Outcome::Mine,
            Some(_) => Outcome::Taken,
        };
        self.record(Some(user), request.op, Some(seat), seen, version, request.line);
        seen
    }

    fn write(&mut self, user: User, request: Request) -> Outcome {
        let seat = self.slot_seat(user, request);
        self.show.write(user, seat);
        self.record(Some(user), request.op, Some(seat), Outcome::Ok, 0, request.line);
        Outcome::Ok
    }

    fn commit(&mut self, user: User, request: Request) -> Outcome {
        let runner = &self.runners[user.0 as usize];
        let seats = &runner.plan.clone().seats;
        let done = self.show.commit(user, seats, &runner.kept);
        match done {
            Ok(()) => {
                for &seat in seats {
                    let version = self.show.look(seat).version;
                    self.record(
                        Some(user),
                        Op::Commit,
                        Some(seat),
                        Outcome::Ok,
                        version,
                        request.line,
                    );
                }
                Outcome::Ok
            }
            Err(conflict) => {
                let (seat, version) = (seats[conflict.index], conflict.version);
                let line = request.line;
                self.record(Some(user), Op::Commit, Some(seat), Outcome::Conflict, version, line);
                Outcome::Conflict
            }
        }
    }

    fn lock(&mut self, user: User, request: Request) {
        let seat = self.seat_of(user, request);
        match self.show.lock(user, seat) {
            Acquired::Owned(depth) => {
                self.record(Some(user), Op::Lock, seat, Outcome::Ok, depth, request.line);
                self.answer(user, Outcome::Ok);
            }
            Acquired::Queued => {
                self.runners[user.0 as usize].state = State::Queued(request);
                self.record(Some(user), Op::Lock, seat, Outcome::Queued, 0, request.line);
            }
        }
    }

    /// The first waiter owns the lock in the same step, and goes on to its next.
    fn unlock(&mut self, user: User, request: Request) {
        let seat = self.seat_of(user, request);
        let released = self.show.unlock(user, seat).expect("a strategy returns only what it took");
        self.record(Some(user), Op::Unlock, seat, Outcome::Ok, released.depth, request.line);
        if let Some(heir) = released.heir {
            let State::Queued(waiting) = self.runners[heir.0 as usize].state else {
                unreachable!("only a queued user inherits a lock")
            };
            self.record(Some(heir), Op::Lock, seat, Outcome::Granted, 1, waiting.line);
            self.answer(heir, Outcome::Ok);
        }
        self.answer(user, Outcome::Ok);
    }

    fn reserve(&mut self, user: User, request: Request) -> Outcome {
        let seat = self.slot_seat(user, request);
        let (seen, token) = match self.show.reserve(user, seat, self.now) {
            Ok(token) => (Outcome::Ok, token),
            Err(Refusal::Taken) => (Outcome::Taken, 0),
            Err(Refusal::Held) => (Outcome::Held, 0),
        };
        self.keep(user, request, token);
        self.record(Some(user), Op::Reserve, Some(seat), seen, token, request.line);
        seen
    }

    fn release(&mut self, user: User, request: Request) -> Outcome {
        let slot = request.slot.expect("the step is about a seat");
        let token = self.runners[user.0 as usize].kept[slot.0 as usize];
        self.give_up(user, request, slot.0 as usize, token);
        Outcome::Ok
    }

    fn give_up(&mut self, user: User, request: Request, slot: usize, token: u32) {
        let seat = self.runners[user.0 as usize].plan.seats[slot];
        let outcome = if self.show.release(token) { Outcome::Ok } else { Outcome::Gone };
        self.record(Some(user), request.op, Some(seat), outcome, token, request.line);
    }

    fn cancel(&mut self, user: User, request: Request) -> Outcome {
        for (slot, token) in self.runners[user.0 as usize].kept.clone().into_iter().enumerate() {
            self.give_up(user, request, slot, token);
        }
        Outcome::Ok
    }

    /// The payment goes out in the step that made the strategy ask for it.
    pub(super) fn ask_for_payment(&mut self, user: User, request: Request) {
        self.show.pay(user, Payment::ask).expect("an order is paid once");
        self.record(Some(user), Op::Pay, None, Outcome::Asked, user.0, request.line);
    }

    fn paid(&mut self, user: User, request: Request, answer: Mark) -> Outcome {
        let (step, outcome): (fn(Payment) -> _, _) = match answer {
            Mark::Captured => (Payment::capture, Outcome::Captured),
            Mark::Declined => (Payment::decline, Outcome::Declined),
            Mark::NoAnswer => (Payment::time_out, Outcome::NoAnswer),
            Mark::Crash => unreachable!("a crash is not an answer"),
        };
        self.show.pay(user, step).expect("a payment has one answer");
        self.record(Some(user), Op::Pay, None, outcome, user.0, request.line);
        outcome
    }

    fn confirm(&mut self, user: User, request: Request) -> Outcome {
        let runner = &self.runners[user.0 as usize];
        let (seats, tokens) = (runner.plan.clone(), runner.kept.clone());
        let outcome = match self.show.confirm(user, &tokens) {
            Ok(Confirmed::Live) => Outcome::Ok,
            Ok(Confirmed::StillFree) => Outcome::LateFree,
            Ok(Confirmed::Blindly) => Outcome::Late,
            Err(refused) => {
                let (seat, token) = (seats.seats[refused.index], tokens[refused.index]);
                let line = request.line;
                self.record(Some(user), Op::Confirm, Some(seat), Outcome::Refused, token, line);
                return Outcome::Refused;
            }
        };
        for (&seat, token) in seats.seats.iter().zip(tokens) {
            self.record(Some(user), Op::Confirm, Some(seat), outcome, token, request.line);
        }
        Outcome::Ok
    }

    fn refund(&mut self, user: User, request: Request) -> Outcome {
        self.show.pay(user, Payment::refund).expect("only what is due is refunded");
        self.record(Some(user), Op::Refund, None, Outcome::Ok, user.0, request.line);
        Outcome::Ok
    }

    /// The clock stands at the earliest deadline: everything due happens.
    pub(super) fn lapse(&mut self) {
        for lapse in self.show.lapse(self.now) {
            let (user, op, seat, token) = match lapse {
                Lapse::Expired(user, seat, token) => (Some(user), Op::Expire, seat, token),
                Lapse::Swept(seat, token) => (None, Op::Sweep, seat, token),
            };
            self.record(user, op, Some(seat), Outcome::Ok, token, 0);
        }
    }

    /// The user's client is gone. The task is dropped, which touches nothing: a lock or a hold of its stays owned.
    pub(super) fn crash(&mut self, user: User) {
        self.crashes_left -= 1;
        if let State::Queued(request) = self.runners[user.0 as usize].state {
            self.show.leave_queue(user, self.seat_of(user, request));
        }
        self.agenda.remove(user);
        self.record(Some(user), Op::Crash, None, Outcome::Ok, 0, 0);
        self.end(user, Outcome::Crashed);
    }
}
