//! Numbers and classes, as the explorer's answers write them.

use crate::measure::Class;
use crate::texts::forms::grouped;
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
        0 => "0\u{a0}%".to_owned(),
        1 if part * 1000u32 < *all => "under 0.1\u{a0}%".to_owned(),
        1000 => "100\u{a0}%".to_owned(),
        share => format!("{}.{}\u{a0}%", share / 10, share % 10),
    }
}

/// What an order of this class does, after one subject and after several.
pub(super) fn does(class: Class) -> (&'static str, &'static str) {
    match class {
        Class::DoubleBooking => ("sells a seat twice", "sell a seat twice"),
        Class::Deadlock => ("leaves somebody waiting for ever", "leave somebody waiting for ever"),
        Class::PaidNoSeat => {
            ("takes money and gives nothing for it", "take money and give nothing for it")
        }
        Class::RefundDue => ("ends with a refund still owed", "end with a refund still owed"),
        Class::LostSale => ("loses a sale to conflicts", "lose a sale to conflicts"),
        Class::Unsold => ("leaves a wanted seat unsold", "leave a wanted seat unsold"),
        Class::Fine => ("ends well", "end well"),
    }
}

/// The name of a class in a list.
pub(super) fn title(class: Class) -> &'static str {
    match class {
        Class::DoubleBooking => "Sold twice",
        Class::Deadlock => "Deadlock",
        Class::PaidNoSeat => "Paid, no seat",
        Class::RefundDue => "Refund owed",
        Class::LostSale => "Lost sale",
        Class::Unsold => "Unsold",
        Class::Fine => "Fine",
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
