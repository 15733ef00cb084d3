//! The rules, as a closed list with words for people.

use crate::texts::verdict::rule as texts;
use std::fmt;

/// What a correct show never does (safety), or always does in the end (liveness).
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
#[repr(u8)]
pub enum Rule {
    /// Safety: no seat has tickets of two users.
    NoDoubleBooking = 0,
    /// Safety: free + held + expired + booked = seats.
    SeatsAddUp = 1,
    /// Safety: captured = booked + refunded + refund due.
    MoneyAddsUp = 2,
    /// Safety: a confirm needs the current live token.
    LiveToken = 3,
    /// Safety: one capture for each payment key.
    OneCapture = 4,
    /// Safety: a lock has one owner, and only the owner acts under it.
    LockOwner = 5,
    /// Safety: every commit adds 1 to the version, and nothing else changes it.
    VersionStep = 6,
    /// Safety: no order is partly booked.
    WholeOrders = 7,
    /// Liveness: nobody waits for ever.
    Deadlock = 8,
    /// Liveness: every refund due is paid.
    RefundPaid = 9,
    /// Liveness: no seat stays unsold while someone who wanted it gave up on conflicts.
    LostSale = 10,
    /// Liveness: every hold ends, and every expired seat can be had again.
    HoldReusable = 11,
}

impl Rule {
    /// Every rule, safety first.
    pub const ALL: [Rule; 12] = [
        Rule::NoDoubleBooking,
        Rule::SeatsAddUp,
        Rule::MoneyAddsUp,
        Rule::LiveToken,
        Rule::OneCapture,
        Rule::LockOwner,
        Rule::VersionStep,
        Rule::WholeOrders,
        Rule::Deadlock,
        Rule::RefundPaid,
        Rule::LostSale,
        Rule::HoldReusable,
    ];

    /// The name of the JSON format.
    pub fn name(self) -> &'static str {
        match self {
            Rule::NoDoubleBooking => "no-double-booking",
            Rule::SeatsAddUp => "seats-add-up",
            Rule::MoneyAddsUp => "money-adds-up",
            Rule::LiveToken => "live-token",
            Rule::OneCapture => "one-capture",
            Rule::LockOwner => "lock-owner",
            Rule::VersionStep => "version-step",
            Rule::WholeOrders => "whole-orders",
            Rule::Deadlock => "deadlock",
            Rule::RefundPaid => "refund-paid",
            Rule::LostSale => "lost-sale",
            Rule::HoldReusable => "hold-reusable",
        }
    }

    /// A heading of a few words, said as what should be so.
    pub fn title(self) -> &'static str {
        match self {
            Rule::NoDoubleBooking => texts::NO_DOUBLE_BOOKING,
            Rule::SeatsAddUp => texts::SEATS_ADD_UP,
            Rule::MoneyAddsUp => texts::MONEY_ADDS_UP,
            Rule::LiveToken => texts::LIVE_TOKEN,
            Rule::OneCapture => texts::ONE_CAPTURE,
            Rule::LockOwner => texts::LOCK_OWNER,
            Rule::VersionStep => texts::VERSION_STEP,
            Rule::WholeOrders => texts::WHOLE_ORDERS,
            Rule::Deadlock => texts::DEADLOCK,
            Rule::RefundPaid => texts::REFUND_PAID,
            Rule::LostSale => texts::LOST_SALE,
            Rule::HoldReusable => texts::HOLD_REUSABLE,
        }
    }

    /// One sentence that explains the rule to a student.
    pub fn explanation(self) -> &'static str {
        match self {
            Rule::NoDoubleBooking => texts::NO_DOUBLE_BOOKING_EXPLAINED,
            Rule::SeatsAddUp => texts::SEATS_ADD_UP_EXPLAINED,
            Rule::MoneyAddsUp => texts::MONEY_ADDS_UP_EXPLAINED,
            Rule::LiveToken => texts::LIVE_TOKEN_EXPLAINED,
            Rule::OneCapture => texts::ONE_CAPTURE_EXPLAINED,
            Rule::LockOwner => texts::LOCK_OWNER_EXPLAINED,
            Rule::VersionStep => texts::VERSION_STEP_EXPLAINED,
            Rule::WholeOrders => texts::WHOLE_ORDERS_EXPLAINED,
            Rule::Deadlock => texts::DEADLOCK_EXPLAINED,
            Rule::RefundPaid => texts::REFUND_PAID_EXPLAINED,
            Rule::LostSale => texts::LOST_SALE_EXPLAINED,
            Rule::HoldReusable => texts::HOLD_REUSABLE_EXPLAINED,
        }
    }

    /// Whether the rule speaks of the end of a run only, and leaves the verdict `ok` when broken.
    pub fn is_liveness(self) -> bool {
        self >= Rule::Deadlock
    }

    /// The rule of this name.
    pub fn from_name(name: &str) -> Option<Rule> {
        Rule::ALL.into_iter().find(|rule| rule.name() == name)
    }
}

impl fmt::Display for Rule {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rules_are_listed_in_order_and_found_by_name() {
        assert!(Rule::ALL.is_sorted());
        for rule in Rule::ALL {
            assert_eq!(Rule::from_name(rule.name()), Some(rule));
            assert!(rule.explanation().ends_with('.') && !rule.title().ends_with('.'), "{rule}");
        }
        assert_eq!(Rule::ALL.into_iter().filter(|r| r.is_liveness()).count(), 4);
        assert_eq!(Rule::from_name("no-such-rule"), None);
    }
}
