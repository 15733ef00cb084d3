//! The sequential show: what each operation may do if it happens alone, at one moment. Everything that a concurrent show
//! answers must be what this one would have answered in some order.

use super::operation::Claim;
use super::record::Action;

/// A seat is free, held or booked.
pub(super) const FREE: u32 = 0;

/// Held by this process.
fn held(process: u32) -> u32 {
    2 * process + 1
}

/// Booked by this process.
fn booked(process: u32) -> u32 {
    2 * process + 2
}

fn is_held(seat: u32) -> bool {
    !seat.is_multiple_of(2)
}

fn is_booked(seat: u32) -> bool {
    seat != FREE && seat.is_multiple_of(2)
}

/// What happens to the seats at the one moment of an operation.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Deed {
    /// No seat was booked and all are. Who books in one go does not look at holds: they end.
    Book,
    /// All seats were free and are held.
    Reserve,
    /// All seats were held by this process and are booked.
    Confirm,
    /// All seats were held by this process or free, and are booked.
    ConfirmLate,
    /// The seats that this process held are free.
    Cancel,
    /// The seats that anybody held are free.
    Expire,
    /// One of the seats was booked; nothing changes.
    SeeTaken,
    /// One of the seats was held; nothing changes.
    SeeHeld,
}

/// What a deed would do in a state.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Effect {
    /// It cannot happen now.
    Impossible,
    /// It can, and changes nothing.
    Nothing,
    /// It can, and changes the seats.
    Change,
}

impl Deed {
    /// What an operation with this claim does; none if it does and says nothing. An unknown one may do all that its
    /// action can.
    pub(super) fn of(action: Action, claim: Claim) -> Option<Deed> {
        Some(match (claim, action) {
            (Claim::Nothing, _) => return None,
            (Claim::Taken, _) => Deed::SeeTaken,
            (Claim::Held, _) => Deed::SeeHeld,
            (_, Action::Book) => Deed::Book,
            (_, Action::Reserve) => Deed::Reserve,
            (Claim::Done, Action::Confirm) => Deed::Confirm,
            (_, Action::Confirm) => Deed::ConfirmLate,
            (_, Action::Cancel) => Deed::Cancel,
            (_, Action::Expire) => Deed::Expire,
        })
    }

    /// It only looks.
    pub(super) fn is_look(self) -> bool {
        matches!(self, Deed::SeeTaken | Deed::SeeHeld)
    }

    /// What it would do to `seats` of `state`.
    pub(super) fn effect(self, state: &[u32], process: u32, seats: &[u32]) -> Effect {
        let mut all = seats.iter().map(|seat| state[*seat as usize]);
        let change = |possible| if possible { Effect::Change } else { Effect::Impossible };
        let look = |possible| if possible { Effect::Nothing } else { Effect::Impossible };
        let free = |possible| if possible { Effect::Change } else { Effect::Nothing };
        match self {
            Deed::Book => change(all.all(|seat| !is_booked(seat))),
            Deed::Reserve => change(all.all(|seat| seat == FREE)),
            Deed::Confirm => change(all.all(|seat| seat == held(process))),
            Deed::ConfirmLate => change(all.all(|seat| seat == FREE || seat == held(process))),
            Deed::Cancel => free(all.any(|seat| seat == held(process))),
            Deed::Expire => free(all.any(is_held)),
            Deed::SeeTaken => look(all.any(is_booked)),
            Deed::SeeHeld => look(all.any(is_held)),
        }
    }

    /// What one of its seats is afterwards.
    pub(super) fn after(self, seat: u32, process: u32) -> u32 {
        match self {
            Deed::Book | Deed::Confirm | Deed::ConfirmLate => booked(process),
            Deed::Reserve => held(process),
            Deed::Cancel if seat == held(process) => FREE,
            Deed::Expire if is_held(seat) => FREE,
            Deed::Cancel | Deed::Expire | Deed::SeeTaken | Deed::SeeHeld => seat,
        }
    }
}
