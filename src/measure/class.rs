//! The classes of outcomes, worst first.

use std::fmt;

/// What kind of ending a run has: the first that applies.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
#[repr(u8)]
pub enum Class {
    /// A seat has tickets of two users.
    DoubleBooking = 0,
    /// Somebody waits for ever.
    Deadlock = 1,
    /// Somebody has paid and has neither a seat nor the money, nor a claim to it.
    PaidNoSeat = 2,
    /// Somebody is owed a refund.
    RefundDue = 3,
    /// A seat stays unsold though somebody who wanted it gave up on conflicts.
    LostSale = 4,
    /// A wanted seat stays unsold.
    Unsold = 5,
    /// None of these.
    Fine = 6,
}

impl Class {
    /// Every class, worst first.
    pub const ALL: [Class; 7] = [
        Class::DoubleBooking,
        Class::Deadlock,
        Class::PaidNoSeat,
        Class::RefundDue,
        Class::LostSale,
        Class::Unsold,
        Class::Fine,
    ];

    /// The name of the JSON format.
    pub fn name(self) -> &'static str {
        match self {
            Class::DoubleBooking => "double-booking",
            Class::Deadlock => "deadlock",
            Class::PaidNoSeat => "paid-no-seat",
            Class::RefundDue => "refund-due",
            Class::LostSale => "lost-sale",
            Class::Unsold => "unsold",
            Class::Fine => "fine",
        }
    }
}

impl fmt::Display for Class {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}
