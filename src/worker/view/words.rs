//! Numbers and classes, as the explorer's answers write them.

use crate::measure::Class;
use crate::texts::forms::grouped;
use crate::texts::worker::words::{self as texts, Does};
use num_bigint::BigUint;

/// A number with separators, with places at which one that is wider than a column may be broken.
pub(super) fn breakable(n: impl ToString) -> String {
    grouped(n).replace(',', ",\u{200b}")
}

/// A share in tenths of a percent, to the nearest: but 0 only for none, and 1000 only for all.
pub fn tenths(part: &BigUint, all: &BigUint) -> u32 {
    if *part == BigUint::ZERO {
        return 0;
    }
    if part == all {
        return 1000;
    }
    let share = (part * 2000u32 + all) / (all * 2u32);
    u32::try_from(share).unwrap_or(999).clamp(1, 999)
}

/// A share in words: what is not all is never called 100 %, and what is there is never called 0 %.
pub fn percent(part: &BigUint, all: &BigUint) -> String {
    match tenths(part, all) {
        1 if part * 1000u32 < *all => texts::UNDER_A_TENTH.to_owned(),
        share => texts::percent(share),
    }
}

/// What orders of this class do.
pub(super) fn does(class: Class) -> Does {
    match class {
        Class::DoubleBooking => texts::SELLS_TWICE,
        Class::Deadlock => texts::DEADLOCKS,
        Class::PaidNoSeat => texts::TAKES_MONEY,
        Class::RefundDue => texts::OWES_REFUND,
        Class::LostSale => texts::LOSES_SALE,
        Class::Unsold => texts::LEAVES_UNSOLD,
        Class::Fine => texts::ENDS_WELL,
    }
}

/// The name of a class in a list.
pub(super) fn title(class: Class) -> &'static str {
    match class {
        Class::DoubleBooking => texts::SOLD_TWICE,
        Class::Deadlock => texts::DEADLOCK,
        Class::PaidNoSeat => texts::PAID_NO_SEAT,
        Class::RefundDue => texts::REFUND_OWED,
        Class::LostSale => texts::LOST_SALE,
        Class::Unsold => texts::UNSOLD,
        Class::Fine => texts::FINE,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_share_is_never_rounded_to_none_or_all() {
        let check = |part: u64, all: u64| percent(&part.into(), &all.into()).replace('\u{a0}', "");
        assert_eq!(check(0, 0), "0%");
        assert_eq!(check(0, 7), "0%");
        assert_eq!(check(1, 10_000), "under 0.1%");
        assert_eq!(check(9_999, 10_000), "99.9%");
        assert_eq!(check(10_000, 10_000), "100%");
        assert_eq!(check(1, 1_000), "0.1%");
        assert_eq!(check(4, 6), "66.7%");
    }
}
