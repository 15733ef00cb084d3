//! What is shown for every order, and under which assumptions.

use super::words::Does;
use crate::texts::forms::{capital, count, grouped, listed, plural};
use crate::units::Answers;
use num_bigint::BigUint;

pub const PROOF: &str = "Proof";
pub const WHAT_IS_PROVED: &str = "What is proved";
pub const WHAT_IT_ASSUMES: &str = "What it assumes";

pub const INDIVISIBLE: &str = "Each step is indivisible: nothing happens within it.";
pub const DELAYS_DO_NOT_COUNT: &str =
    "Delays do not count: whoever can step may be next, however late.";
pub const HOLDS_MAY_EXPIRE: &str = "A hold may expire at any point between two steps.";

pub fn none_does(all: &BigUint, does: Does) -> String {
    match grouped(all).as_str() {
        "1" => format!("The only order never {}.", does.0),
        all => format!("No order out of {all} {}.", does.0),
    }
}

pub fn some_do(n: &BigUint, all: &BigUint, does: Does) -> String {
    let (n, all) = (grouped(n), grouped(all));
    match (n.as_str(), all.as_str()) {
        (_, "1") => format!("The only order {}.", does.0),
        ("1", _) => format!("1 order out of {all} {}.", does.0),
        _ => format!("{n} orders out of {all} {}.", does.1),
    }
}

/// Who takes part, by which strategies.
pub fn users(n: u32, strategies: &[String]) -> String {
    let (many, strategies) = (capital(&count(n)), listed(strategies));
    format!("{many} {} with these wants, by {strategies}, and nobody else.", plural(n, "user"))
}

/// Which answers a payment may have.
pub fn payments(can: Answers) -> String {
    let all =
        [(can.captured, "captured"), (can.declined, "declined"), (can.lost, "never answered")];
    let words: Vec<&str> = all.iter().filter(|(can, _)| *can).map(|(_, word)| *word).collect();
    match words.as_slice() {
        ["captured"] => "Every payment is captured.".to_owned(),
        words => format!("A payment may be {}.", words.join(" or ")),
    }
}

pub fn crashes(most: u32) -> String {
    match most {
        0 => "No client crashes.".to_owned(),
        1 => "At most one client crashes, anywhere.".to_owned(),
        n => format!("At most {n} clients crash, anywhere."),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_order_is_the_only_one() {
        use crate::texts::worker::words::DEADLOCKS;
        let none = |all: u32| none_does(&all.into(), DEADLOCKS);
        assert_eq!(none(1), "The only order never leaves somebody waiting for ever.");
        assert_eq!(none(20), "No order out of 20 leaves somebody waiting for ever.");
        let some = |n: u32, all: u32| some_do(&n.into(), &all.into(), DEADLOCKS);
        assert_eq!(some(1, 1), "The only order leaves somebody waiting for ever.");
        assert_eq!(some(1, 20), "1 order out of 20 leaves somebody waiting for ever.");
        assert_eq!(some(2, 20), "2 orders out of 20 leave somebody waiting for ever.");
    }
}
