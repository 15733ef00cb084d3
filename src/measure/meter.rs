//! Folds events into counts.

use super::{Class, Figures, UserFigures};
use crate::trace::{Event, Op, Outcome};
use crate::units::{Ms, Seat, Table, User};

/// Counts a run while it goes on: O(log n) for each event, and room for touched seats and users only.
///
/// A clone is a keyframe: it counts on from where it was cloned.
#[derive(Clone, Debug, Default)]
pub struct Meter {
    seats: Table<Seat, SeatCount>,
    users: Table<User, UserCount>,
    tickets: u32,
    seats_sold: u32,
    double_sold: u32,
    held: u32,
    conflicts: u32,
    retries: u32,
    waits: u32,
    expired: u32,
    virtual_ms: Ms,
}

#[derive(Clone, Copy, Debug, Default)]
struct SeatCount {
    owner: Option<User>,
    double: bool,
    /// The token of the live hold.
    held: Option<u32>,
}

#[derive(Clone, Debug, Default)]
struct UserCount {
    result: Option<Outcome>,
    seats: Vec<Seat>,
    retries: u32,
    /// A conflict after which no new round has begun.
    conflicted: bool,
    captured: bool,
    refused: bool,
    refunded: bool,
}

impl UserCount {
    fn is_owed(&self) -> bool {
        self.refused && !self.refunded
    }

    fn paid_for_nothing(&self) -> bool {
        self.captured && self.seats.is_empty() && !self.refused && !self.refunded
    }
}

impl Meter {
    /// Counts the next event. Events come in the order of the trace.
    pub fn see(&mut self, event: &Event) {
        self.virtual_ms = event.at;
        if let Some((user, seat)) = event.sale() {
            self.sell(user, seat);
        }
        if let Some(seat) = event.seat() {
            self.count_hold(seat, event);
        }
        if let Some(user) = event.user() {
            self.count_user(user, event);
        }
    }

    fn sell(&mut self, user: User, seat: Seat) {
        self.tickets += 1;
        let count = self.seats.at(seat);
        match count.owner {
            None => {
                count.owner = Some(user);
                self.seats_sold += 1;
            }
            Some(owner) if owner != user && !count.double => {
                count.double = true;
                self.double_sold += 1;
            }
            Some(_) => {}
        }
        let seats = &mut self.users.at(user).seats;
        if !seats.contains(&seat) {
            seats.push(seat);
        }
    }

    fn count_hold(&mut self, seat: Seat, event: &Event) {
        let ends = match event.op {
            Op::Reserve if event.outcome == Outcome::Ok => {
                let before = self.seats.at(seat).held.replace(event.detail);
                self.held += u32::from(before.is_none());
                return;
            }
            Op::Release | Op::Cancel => event.outcome == Outcome::Ok,
            Op::Confirm => event.sale().is_some(),
            Op::Expire => {
                self.expired += 1;
                true
            }
            _ => false,
        };
        // A late confirm takes the seat, and leaves the hold that somebody else has got meanwhile.
        let held = self.seats.get_mut(seat).map(|count| &mut count.held);
        if ends && held.and_then(|held| held.take_if(|token| *token == event.detail)).is_some() {
            self.held -= 1;
        }
    }

    fn count_user(&mut self, user: User, event: &Event) {
        // A hold may outlive its user, who then has its result already.
        let count = self.users.at(user);
        match (event.op, event.outcome) {
            (Op::Read, _) if count.conflicted => {
                count.conflicted = false;
                count.retries += 1;
                self.retries += 1;
            }
            (Op::Commit, Outcome::Conflict) => {
                count.conflicted = true;
                self.conflicts += 1;
            }
            (Op::Lock, Outcome::Queued) => self.waits += 1,
            (Op::Pay, Outcome::Captured) => count.captured = true,
            (Op::Confirm, Outcome::Refused) => count.refused = true,
            (Op::Refund, Outcome::Ok) => count.refunded = true,
            (Op::End, result) => count.result = Some(result),
            _ => {}
        }
    }

    /// The figures so far. `wants` are the seats that each user wants; there are as many users.
    pub fn figures(&self, wants: &[Vec<Seat>]) -> Figures {
        let none = UserCount::default();
        let users = (0..wants.len() as u32).map(User);
        let users = users.map(|user| (user, self.users.get(user).unwrap_or(&none)));
        let told = |result| self.count(|count| count.result == Some(result));
        Figures {
            class: self.class(wants),
            tickets: self.tickets,
            seats_sold: self.seats_sold,
            double_sold: self.double_sold,
            held: self.held,
            refunds_due: self.count(UserCount::is_owed),
            refunded: self.count(|count| count.refunded),
            conflicts: self.conflicts,
            retries: self.retries,
            waits: self.waits,
            expired: self.expired,
            deadlocked: told(Outcome::Waiting),
            virtual_ms: self.virtual_ms,
            booked: told(Outcome::Booked),
            gave_up: told(Outcome::GaveUp),
            users: users
                .map(|(user, count)| UserFigures {
                    user,
                    result: count.result,
                    seats: count.seats.clone(),
                    attempts: 1 + count.retries,
                })
                .collect(),
        }
    }

    fn count(&self, counts: impl Fn(&UserCount) -> bool) -> u32 {
        self.users.iter().filter(|(_, count)| counts(count)).count() as u32
    }

    fn class(&self, wants: &[Vec<Seat>]) -> Class {
        let told = |user: usize, result| {
            self.users.get(User(user as u32)).is_some_and(|count| count.result == Some(result))
        };
        let unsold = |seats: &[Seat]| {
            seats.iter().any(|seat| self.seats.get(*seat).is_none_or(|count| count.owner.is_none()))
        };
        let lost =
            |(user, seats): (usize, &Vec<Seat>)| told(user, Outcome::GaveUp) && unsold(seats);
        if self.double_sold > 0 {
            Class::DoubleBooking
        } else if self.count(|count| count.result == Some(Outcome::Waiting)) > 0 {
            Class::Deadlock
        } else if self.count(UserCount::paid_for_nothing) > 0 {
            Class::PaidNoSeat
        } else if self.count(UserCount::is_owed) > 0 {
            Class::RefundDue
        } else if wants.iter().enumerate().any(lost) {
            Class::LostSale
        } else if wants.iter().any(|seats| unsold(seats)) {
            Class::Unsold
        } else {
            Class::Fine
        }
    }
}
