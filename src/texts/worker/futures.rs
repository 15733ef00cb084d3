//! What can still happen after a choice, beside its key cap.

use crate::texts::forms::{grouped, listed};
use num_bigint::BigUint;

/// Every order goes wrong.
pub const LOST: &str = "✕ lost";
/// Every order ends well.
pub const FINE: &str = "fine";
/// Every order leaves a seat unsold, and does no worse.
pub const UNSOLD: &str = "unsold";
/// No order goes wrong.
pub const SAFE: &str = "safe";

/// `6 orders after it: sold twice in 4 and fine in 2.` Each end by its name, with how many orders have it.
pub fn orders_after(all: &BigUint, ends: &[(&str, BigUint)]) -> String {
    let part = |(end, n): &(&str, BigUint)| format!("{} in {}", end.to_lowercase(), grouped(n));
    let parts: Vec<String> = ends.iter().map(part).collect();
    let orders = if *all == BigUint::from(1u32) { "order" } else { "orders" };
    format!("{} {orders} after it: {}.", grouped(all), listed(&parts))
}
