//! Seats and their bookings: who looks at what, and who may write.

use super::hold::{HoldState, NO_TOKEN, Token};
use super::payment::Payment;
use super::{Refusal, Show};
use crate::units::{Expiry, Late, Ms, Scope, Seat, User};

const NOBODY: u32 = u32::MAX;

/// A seat, in 16 bytes. A booking and a hold may meet on one seat: only two-phase users look at holds.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Cell {
    owner: u32,
    tickets: u32,
    version: u32,
    pub(super) hold: Token,
}

impl Default for Cell {
    fn default() -> Cell {
        Cell { owner: NOBODY, tickets: 0, version: 0, hold: NO_TOKEN }
    }
}

impl Cell {
    pub(super) fn is_booked(&self) -> bool {
        self.tickets > 0
    }
}

/// What a user sees who looks at a seat.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Seen {
    /// Who booked it last, if anybody did.
    pub owner: Option<User>,
    /// The version that a commit will compare.
    pub version: u32,
}

/// A commit that came too late.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Conflict {
    /// Which seat of the order met it, from 0.
    pub index: usize,
    /// The version found there.
    pub version: u32,
}

/// Why a confirm was accepted.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Confirmed {
    /// Every token was current and live.
    Live,
    /// Too late, but every seat was still free, and the policy asks for no more.
    StillFree,
    /// Too late, and the policy does not look.
    Blindly,
}

/// A confirm that was refused, at this seat of the order.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Unconfirmed {
    /// Which seat of the order, from 0.
    pub index: usize,
}

impl Show {
    fn cell(&mut self, seat: Seat) -> &mut Cell {
        &mut self.seats[seat.0 as usize]
    }

    /// Looks at the bookings of a seat; holds are not seen.
    pub fn look(&self, seat: Seat) -> Seen {
        let cell = &self.seats[seat.0 as usize];
        let version = match self.policy.version {
            Scope::Show => self.version,
            Scope::Seat => cell.version,
        };
        Seen { owner: (cell.owner != NOBODY).then_some(User(cell.owner)), version }
    }

    /// How many tickets were sold for a seat.
    pub fn tickets(&self, seat: Seat) -> u32 {
        self.seats[seat.0 as usize].tickets
    }

    /// Books a seat without looking. Whoever had it before still has a ticket.
    pub fn write(&mut self, user: User, seat: Seat) {
        let cell = self.cell(seat);
        cell.owner = user.0;
        cell.tickets += 1;
    }

    /// Books every seat of an order if nothing read has changed and all are free.
    ///
    /// # Errors
    /// The first seat whose version is not the one read, or which is booked. Nothing is written then.
    pub fn commit(&mut self, user: User, seats: &[Seat], read: &[u32]) -> Result<(), Conflict> {
        assert_eq!(seats.len(), read.len(), "a version for every seat");
        for (index, (&seat, &version)) in seats.iter().zip(read).enumerate() {
            let seen = self.look(seat);
            if seen.version != version || seen.owner.is_some() {
                return Err(Conflict { index, version: seen.version });
            }
        }
        self.version += 1;
        for &seat in seats {
            self.cell(seat).version += 1;
            self.write(user, seat);
        }
        Ok(())
    }

    /// Holds a seat for the policy's time.
    ///
    /// # Errors
    /// The seat is booked, or under a hold that still keeps others out.
    pub fn reserve(&mut self, user: User, seat: Seat, now: Ms) -> Result<Token, Refusal> {
        self.reservable(seat)?;
        let expires = self.policy.hold_ms.map(|hold_ms| now + hold_ms);
        // A hold that had expired and waited for the next to ask ends here.
        self.holds.retire(self.seats[seat.0 as usize].hold);
        let token = self.holds.open(user, seat, expires);
        self.cell(seat).hold = token;
        Ok(token)
    }

    fn reservable(&self, seat: Seat) -> Result<(), Refusal> {
        let cell = &self.seats[seat.0 as usize];
        match self.holds.state(cell.hold) {
            _ if cell.is_booked() => Err(Refusal::Taken),
            Some(HoldState::Live) => Err(Refusal::Held),
            Some(HoldState::Expired) if self.policy.expiry != Expiry::Lazy => Err(Refusal::Held),
            _ => Ok(()),
        }
    }

    /// Gives a hold up. False where the token is dead: then nothing changes.
    pub fn release(&mut self, token: Token) -> bool {
        if self.holds.state(token) != Some(HoldState::Live) {
            return false;
        }
        let seat = self.holds.close(token, HoldState::Released);
        self.cell(seat).hold = NO_TOKEN;
        true
    }

    /// Turns the holds of a paid order into bookings: all or none.
    ///
    /// # Errors
    /// The first seat whose token is dead, where the policy does not accept late confirms. The payment becomes due for
    /// refund.
    pub fn confirm(&mut self, user: User, tokens: &[Token]) -> Result<Confirmed, Unconfirmed> {
        let dead = tokens.iter().position(|&t| self.holds.state(t) != Some(HoldState::Live));
        let confirmed = match (dead, self.policy.late) {
            (None, _) => Confirmed::Live,
            (Some(_), Late::Accept) => Confirmed::Blindly,
            (Some(_), Late::AcceptIfFree) if self.all_still_free(tokens) => Confirmed::StillFree,
            (Some(index), _) => {
                self.pay(user, Payment::owe).expect("only a captured payment is confirmed");
                return Err(Unconfirmed { index });
            }
        };
        self.pay(user, Payment::spend).expect("only a captured payment is confirmed");
        for &token in tokens {
            let seat = self.holds.close(token, HoldState::Confirmed);
            // Another user's hold may stand on the seat by now: it is not ours to end.
            if self.cell(seat).hold == token {
                self.cell(seat).hold = NO_TOKEN;
            }
            self.write(user, seat);
        }
        Ok(confirmed)
    }

    /// Whether nobody has booked any of the seats, and each is still held by its token or could be reserved again.
    fn all_still_free(&self, tokens: &[Token]) -> bool {
        tokens.iter().all(|&token| {
            let seat = self.holds.seat(token);
            let live = self.holds.state(token) == Some(HoldState::Live);
            let booked = self.seats[seat.0 as usize].is_booked();
            !booked && (live || self.reservable(seat).is_ok())
        })
    }
}
