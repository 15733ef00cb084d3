//! What an exploration has found, in one sentence, and what the sentence rests on.
//!
//! Of each headline the beginning is bold: a function returns what is bold and what is not.

use super::words::Does;
use crate::texts::forms::{grouped, lapse, of};
use crate::units::Ms;
use num_bigint::BigUint;

pub const RESULT: &str = "Result";
/// After a stop.
pub const BEGIN_AGAIN: &str = "Begin again";

/// Every order was tried, and all end well.
pub fn none_double_books(all: &BigUint) -> (String, String) {
    let says = match is_one(all) {
        true => "The only schedule never double-books.".to_owned(),
        false => format!("No schedule out of {} double-books.", grouped(all)),
    };
    (String::new(), says)
}

/// Every order does this.
pub fn all_do(all: &BigUint, does: Does) -> (String, String) {
    match is_one(all) {
        true => ("The only order".to_owned(), format!(" {}.", does.0)),
        false => (format!("All {}", grouped(all)), format!(" orders {}.", does.1)),
    }
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
    let visited = match states {
        1 => "The only state was".to_owned(),
        _ => format!("All {} and {} between them were", of(states, "state"), of(moves, "move")),
    };
    format!(
        "{visited} visited in {}. Nothing is sampled and nothing left out. These are counts of \
         orders, each counted once: a share of them is not a probability.",
        lapse(time)
    )
}

/// What one that was stopped rests on: so many moves were not followed, and so many orders were to their end.
pub fn some_visited(states: u64, moves: u64, time: Ms, left: u64, orders: &BigUint) -> String {
    let visited = match states {
        1 => "1 state was".to_owned(),
        _ => format!("{} and {} between them were", of(states, "state"), of(moves, "move")),
    };
    let left = match left {
        1 => "1 move was".to_owned(),
        _ => format!("{} were", of(left, "move")),
    };
    let ended = match is_one(orders) {
        true => "The one order below was followed to its end. What it does not show".to_owned(),
        false => format!(
            "The {} below were followed to their end. What is not among them",
            of(orders, "order")
        ),
    };
    format!("{visited} visited in {}; {left} not followed. {ended} may still happen.", lapse(time))
}

fn by_count(n: &BigUint, does: Does) -> &'static str {
    if is_one(n) { does.0 } else { does.1 }
}

fn is_one(n: &BigUint) -> bool {
    *n == BigUint::from(1u32)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_order_is_the_only_one() {
        use crate::texts::worker::words::SELLS_TWICE;
        let whole = |(bold, rest): (String, String)| bold + &rest;
        let (one, many) = (&BigUint::from(1u32), &BigUint::from(20u32));
        assert_eq!(whole(none_double_books(one)), "The only schedule never double-books.");
        assert_eq!(whole(none_double_books(many)), "No schedule out of 20 double-books.");
        assert_eq!(whole(all_do(one, SELLS_TWICE)), "The only order sells a seat twice.");
        assert_eq!(whole(all_do(many, SELLS_TWICE)), "All 20 orders sell a seat twice.");
    }

    #[test]
    fn states_moves_and_orders_are_counted() {
        let all = |states, moves| all_visited(states, moves, 5);
        assert!(all(1, 0).starts_with("The only state was visited in 5 ms."));
        assert!(all(2, 1).starts_with("All 2 states and 1 move between them were visited"));
        let some = |states, left, orders: u32| some_visited(states, 0, 5, left, &orders.into());
        assert_eq!(
            some(1, 1, 1),
            "1 state was visited in 5 ms; 1 move was not followed. The one order below was followed to its end. What it \
             does not show may still happen."
        );
        assert_eq!(
            some(2, 0, 2),
            "2 states and 0 moves between them were visited in 5 ms; 0 moves were not followed. The 2 orders below were \
             followed to their end. What is not among them may still happen."
        );
    }
}
