//! How an order ends, and shares: words of all answers of the explorer.

/// What orders of a class do: said of one of them, and of several.
pub type Does = (&'static str, &'static str);

pub const SELLS_TWICE: Does = ("sells a seat twice", "sell a seat twice");
pub const DEADLOCKS: Does = ("leaves somebody waiting for ever", "leave somebody waiting for ever");
pub const TAKES_MONEY: Does =
    ("takes money and gives nothing for it", "take money and give nothing for it");
pub const OWES_REFUND: Does = ("ends with a refund still owed", "end with a refund still owed");
pub const LOSES_SALE: Does = ("loses a sale to conflicts", "lose a sale to conflicts");
pub const LEAVES_UNSOLD: Does = ("leaves a wanted seat unsold", "leave a wanted seat unsold");
pub const ENDS_WELL: Does = ("ends well", "end well");

pub const SOLD_TWICE: &str = "Sold twice";
pub const DEADLOCK: &str = "Deadlock";
pub const PAID_NO_SEAT: &str = "Paid, no seat";
pub const REFUND_OWED: &str = "Refund owed";
pub const LOST_SALE: &str = "Lost sale";
pub const UNSOLD: &str = "Unsold";
pub const FINE: &str = "Fine";

/// A share that is not none, but less than can be said in tenths.
pub const UNDER_A_TENTH: &str = "under 0.1\u{a0}%";
/// A share that is not all, but more than can be said in tenths.
pub const OVER_ALL_BUT_A_TENTH: &str = "over 99.9\u{a0}%";

/// A share in tenths of a percent; of none and of all without the tenths.
pub fn percent(tenths: u32) -> String {
    match tenths {
        0 => "0\u{a0}%".to_owned(),
        1000 => "100\u{a0}%".to_owned(),
        share => format!("{}.{}\u{a0}%", share / 10, share % 10),
    }
}
