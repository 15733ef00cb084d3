//! The rules, as a closed list with words for people.

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
            Rule::NoDoubleBooking => "No seat is sold twice",
            Rule::SeatsAddUp => "The seats add up",
            Rule::MoneyAddsUp => "The money adds up",
            Rule::LiveToken => "Only a live hold is confirmed",
            Rule::OneCapture => "Nobody is charged twice",
            Rule::LockOwner => "A lock has one owner",
            Rule::VersionStep => "Every commit is one version",
            Rule::WholeOrders => "No order is partly booked",
            Rule::Deadlock => "Nobody waits for ever",
            Rule::RefundPaid => "Every refund is paid",
            Rule::LostSale => "No sale is lost to conflicts",
            Rule::HoldReusable => "Every expired seat can be had again",
        }
    }

    /// One sentence that explains the rule to a student.
    pub fn explanation(self) -> &'static str {
        match self {
            Rule::NoDoubleBooking => "A seat never has tickets of two users.",
            Rule::SeatsAddUp => {
                "Every seat is free, held, expired or booked, so these always add up to the hall: \
                 what the show does and says is possible in the state that it was in."
            }
            Rule::MoneyAddsUp => {
                "Every captured payment ends as a booking or as a refund, and nothing is booked or \
                 refunded without one."
            }
            Rule::LiveToken => {
                "A confirm is accepted only with the token of the seat's current hold, before that \
                 hold expires."
            }
            Rule::OneCapture => {
                "A payment key is captured at most once, however often it is asked."
            }
            Rule::LockOwner => {
                "A lock belongs to one user at a time, who alone works under it and gives it back, \
                 to whoever has waited longest."
            }
            Rule::VersionStep => {
                "A commit adds exactly 1 to the version, nothing else changes it, and a commit \
                 succeeds only if nothing it had read has changed."
            }
            Rule::WholeOrders => {
                "An order of several seats is booked as a whole or not at all, and its user is told \
                 the truth about it."
            }
            Rule::Deadlock => "When the run ends, no user is still waiting for a lock.",
            Rule::RefundPaid => "When the run ends, every refused payment has been given back.",
            Rule::LostSale => {
                "No seat stays unsold while someone who wanted it gave up after too many conflicts."
            }
            Rule::HoldReusable => {
                "When the run ends, every hold with a deadline has ended and its seat is free or sold."
            }
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
