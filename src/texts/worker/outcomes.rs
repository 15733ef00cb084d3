//! How a race can end.

use crate::texts::forms::of;
use num_bigint::BigUint;

pub const OUTCOMES: &str = "Outcomes";
pub const HOW_IT_CAN_END: &str = "How it can end";
pub const OUTCOME: &str = "Outcome";
pub const SHARE: &str = "Share";
pub const ORDERS: &str = "Orders";
/// Above the links that show one.
pub const SHOW: &str = "Show";
pub const SHOW_ONE: &str = "Show one";
/// Beside it: another one each time.
pub const ANY: &str = "any";
pub const ANY_TITLE: &str = "One of them, drawn by lot";

/// Above one of two groups of outcomes, with its number of orders.
pub fn group(holds_expire: bool, orders: &BigUint) -> String {
    let these = if *orders == BigUint::from(1u32) { "this one" } else { "these" };
    let orders = of(orders, "order");
    match holds_expire {
        false => format!("Without an expiry: {orders}, and shares of {these}"),
        true => format!("Where holds expire: {orders}, and shares of {these}"),
    }
}

/// The link, read aloud.
pub fn show_one(outcome: &str) -> String {
    format!("Show one: {outcome}")
}

/// The button beside it, read aloud.
pub fn show_any(outcome: &str) -> String {
    format!("Show any: {outcome}")
}

/// What an outcome has beside its name: `1 ticket, 2 users told “booked”`.
pub fn details(tickets: u32, booked: u32, gave_up: u32, expired: u32) -> String {
    let mut parts = vec![of(tickets, "ticket")];
    if booked != tickets {
        parts.push(format!("{} told \u{201c}booked\u{201d}", of(booked, "user")));
    }
    if gave_up > 0 {
        parts.push(format!("{gave_up} gave up"));
    }
    if expired > 0 {
        parts.push(format!("{} expired", of(expired, "hold")));
    }
    parts.join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_order_is_no_orders() {
        let says = |holds_expire, orders: u32| group(holds_expire, &orders.into());
        assert_eq!(says(false, 1), "Without an expiry: 1 order, and shares of this one");
        assert_eq!(says(true, 1), "Where holds expire: 1 order, and shares of this one");
        assert_eq!(says(true, 1_200), "Where holds expire: 1,200 orders, and shares of these");
    }
}
