//! Numbers and classes, as the explorer's answers write them.

use crate::measure::Class;
use crate::player::Markup;
use crate::texts::worker::words::{self as texts, Does};
use num_bigint::BigUint;

/// Longer numbers may be broken, in characters: the narrowest column has room for so many.
const LONG_CHARS: usize = 12;

/// A text whose very long numbers may be broken behind every comma.
pub(super) fn breakable(out: &mut Markup, text: &str) {
    for (at, word) in text.split(' ').enumerate() {
        if at > 0 {
            out.raw(" ");
        }
        let long = word.len() > LONG_CHARS;
        for (group, digits) in word.split(',').enumerate() {
            if group > 0 {
                out.raw(if long { ",<wbr>" } else { "," });
            }
            out.text(digits);
        }
    }
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
    fn only_a_number_that_is_too_long_for_a_column_may_be_broken() {
        let said = |text| {
            let mut out = Markup::new();
            breakable(&mut out, text);
            out.into_string()
        };
        assert_eq!(
            said("of 34,275,962,739,240 a, b"),
            "of 34,<wbr>275,<wbr>962,<wbr>739,<wbr>240 a, b"
        );
        assert_eq!(
            said("All 54,600 orders, each <once>."),
            "All 54,600 orders, each &lt;once&gt;."
        );
    }

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
