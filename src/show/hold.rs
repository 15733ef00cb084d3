//! Holds: a seat kept for one user until a deadline, known by a token.

use super::book::Cell;
use crate::units::{Expiry, Ms, Seat, User};
use std::collections::VecDeque;

/// The name of a hold. Tokens count up and are never used twice, so an old one can never open a newer hold.
pub type Token = u32;

/// The token of no hold.
pub(super) const NO_TOKEN: Token = 0;

/// Where a hold is in its life. It begins live, and every other state is final.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum HoldState {
    /// It keeps everybody else out.
    Live,
    /// Its deadline has come.
    Expired,
    /// It became a booking.
    Confirmed,
    /// It was given up.
    Released,
}

/// Why a seat cannot be held.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Refusal {
    /// It is booked.
    Taken,
    /// It is under a hold.
    Held,
}

/// What a deadline brought about.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Lapse {
    /// A hold of this user expired.
    Expired(User, Seat, Token),
    /// The sweeper freed a seat.
    Swept(Seat, Token),
}

#[derive(Clone, Copy, Debug)]
struct Hold {
    user: User,
    seat: Seat,
    expires: Option<Ms>,
    state: HoldState,
}

/// All holds there ever were. Every hold of a show lives equally long, so their deadlines come in order of creation.
#[derive(Clone, Debug, Default)]
pub(super) struct Holds {
    all: Vec<Hold>,
    /// Tokens that may still be live, oldest first; never with a dead one in front.
    waiting: VecDeque<Token>,
    /// Tokens that expired and stand on their seat until the sweeper passes; only under [`Expiry::Sweep`].
    to_sweep: VecDeque<Token>,
}

impl Holds {
    pub(super) fn open(&mut self, user: User, seat: Seat, expires: Option<Ms>) -> Token {
        self.all.push(Hold { user, seat, expires, state: HoldState::Live });
        let token = u32::try_from(self.all.len()).expect("fewer holds than tokens");
        if expires.is_some() {
            self.waiting.push_back(token);
        }
        token
    }

    fn at(&self, token: Token) -> Option<&Hold> {
        self.all.get((token as usize).checked_sub(1)?)
    }

    pub(super) fn state(&self, token: Token) -> Option<HoldState> {
        self.at(token).map(|hold| hold.state)
    }

    pub(super) fn seat(&self, token: Token) -> Seat {
        self.at(token).expect("a token that was given out").seat
    }

    /// Ends a hold and says on which seat it stood.
    pub(super) fn close(&mut self, token: Token, state: HoldState) -> Seat {
        assert_ne!(state, HoldState::Live, "a hold does not come back");
        let seat = self.seat(token);
        self.all[token as usize - 1].state = state;
        self.drop_dead_front();
        // A late confirm may end a hold that waits for the sweeper.
        if state != HoldState::Expired {
            self.to_sweep.retain(|t| *t != token);
        }
        seat
    }

    /// Forgets an expired hold that another is about to replace; no token, no matter.
    pub(super) fn retire(&mut self, token: Token) {
        if token != NO_TOKEN {
            assert_eq!(self.state(token), Some(HoldState::Expired), "a live hold is not replaced");
        }
    }

    fn drop_dead_front(&mut self) {
        while let Some(&token) = self.waiting.front() {
            if self.state(token) == Some(HoldState::Live) {
                break;
            }
            self.waiting.pop_front();
        }
    }

    fn expires(&self, token: Token) -> Option<Ms> {
        self.at(token).and_then(|hold| hold.expires)
    }

    pub(super) fn deadline(&self, expiry: Expiry) -> Option<Ms> {
        let expiring = self.waiting.front().and_then(|&token| self.expires(token));
        let sweeping = match (expiry, self.to_sweep.front()) {
            (Expiry::Sweep(period_ms), Some(&token)) => {
                self.expires(token).map(|at| at.next_multiple_of(period_ms))
            }
            _ => None,
        };
        expiring.into_iter().chain(sweeping).min()
    }

    pub(super) fn lapse(&mut self, now: Ms, expiry: Expiry, seats: &mut [Cell]) -> Vec<Lapse> {
        let mut lapses = Vec::new();
        while let Some(&token) = self.waiting.front() {
            if self.expires(token).is_none_or(|at| at > now) {
                break;
            }
            let Hold { user, seat, .. } = self.all[token as usize - 1];
            self.close(token, HoldState::Expired);
            match expiry {
                Expiry::Timer => seats[seat.0 as usize].hold = NO_TOKEN,
                Expiry::Lazy => {}
                Expiry::Sweep(_) => self.to_sweep.push_back(token),
            }
            lapses.push(Lapse::Expired(user, seat, token));
        }
        self.sweep(now, expiry, seats, &mut lapses);
        lapses
    }

    fn sweep(&mut self, now: Ms, expiry: Expiry, seats: &mut [Cell], lapses: &mut Vec<Lapse>) {
        let Expiry::Sweep(period_ms) = expiry else { return };
        if !now.is_multiple_of(period_ms) {
            return;
        }
        for token in std::mem::take(&mut self.to_sweep) {
            let seat = self.seat(token);
            let cell = &mut seats[seat.0 as usize];
            assert_eq!(cell.hold, token, "nobody else may hold an expired seat before the sweep");
            cell.hold = NO_TOKEN;
            lapses.push(Lapse::Swept(seat, token));
        }
    }
}
