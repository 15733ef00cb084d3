//! What an exploration has found, in one sentence, and what the sentence rests on.
//!
//! Of each headline the beginning is bold: a function returns what is bold and what is not.

use super::words::Does;
use crate::texts::forms::{grouped, lapse};
use crate::units::Ms;
use num_bigint::BigUint;

pub const RESULT: &str = "Result";
/// After a stop.
pub const BEGIN_AGAIN: &str = "Begin again";

/// Every order was tried, and all end well.
pub fn none_double_books(all: &BigUint) -> (String, String) {
    (String::new(), format!("No schedule out of {} double-books.", grouped(all)))
}

/// Every order does this.
pub fn all_do(all: &BigUint, does: Does) -> (String, String) {
    (format!("All {}", grouped(all)), format!(" orders {}.", does.1))
}

/// Some orders do this. `none_double_books`: it is not the worst, which is worth saying.
pub fn some_do(
    n: &BigUint,
    all: &BigUint,
    does: Does,
    none_double_books: bool,
) -> (String, String) {
    let does = by_count(n, does);
    let not = if none_double_books { " None of them double-books." } else { "" };
    (grouped(n), format!(" of {} orders {does}.{not}", grouped(all)))
}

/// Stopped before anything bad was found.
pub fn nothing_is_proved(limit: &str) -> (String, String) {
    (String::new(), format!("Stopped at {limit}: nothing is proved."))
}

/// Stopped, when so many orders were known to do this.
pub fn at_least(n: &BigUint, does: Does, limit: &str) -> (String, String) {
    let orders = if is_one(n) { "order" } else { "orders" };
    let does = by_count(n, does);
    (format!("At least {}", grouped(n)), format!(" {orders} {does}. Stopped at {limit}."))
}

/// What a complete exploration rests on.
pub fn all_visited(states: u64, moves: u64, time: Ms) -> String {
    format!(
        "All {} states and {} moves between them were visited in {}. Nothing is sampled and \
         nothing left out. These are counts of orders, each counted once: a share of them is not \
         a probability.",
        grouped(states),
        grouped(moves),
        lapse(time)
    )
}

/// What one that was stopped rests on: so many moves were not followed, and so many orders were to their end.
pub fn some_visited(states: u64, moves: u64, time: Ms, left: u64, orders: &BigUint) -> String {
    format!(
        "{} states and {} moves between them were visited in {}; {} moves were not followed. The \
         {} orders below were followed to their end. What is not among them may still happen.",
        grouped(states),
        grouped(moves),
        lapse(time),
        grouped(left),
        grouped(orders)
    )
}

fn by_count(n: &BigUint, does: Does) -> &'static str {
    if is_one(n) { does.0 } else { does.1 }
}

fn is_one(n: &BigUint) -> bool {
    *n == BigUint::from(1u32)
}
