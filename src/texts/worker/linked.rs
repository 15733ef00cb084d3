//! What a link or a run file says, and what came of it, above the race.

use super::words::Does;
use crate::texts::forms::{grouped, of};

pub const CONFIRMED: &str = "Confirmed.";
pub const NOT_CONFIRMED: &str = "Not confirmed.";
pub const OUTCOME_DIFFERS: &str = "Not confirmed: the outcome differs.";
pub const ORDER_IS_INCOMPLETE: &str = "The order of this link is incomplete.";
/// Before what it claims of every order.
pub const LINK_SAYS: &str = "This link says:";
pub const CHECK_IT: &str = "Check it: try every order";

/// `lost` says what could not be read.
pub fn scenario_without(lost: &str) -> String {
    format!("{lost}. What you see is the scenario without it.")
}

/// Behind what happens in the run.
pub fn run_is_the_same(says: &str) -> String {
    format!("{says} The run was made again here and is the same, step for step.")
}

/// Another run came out than the link was recorded with. `skipped` choices were not possible; `says` tells what happens.
pub fn run_differs(recorded: &str, here: &str, skipped: usize, says: &str) -> String {
    let lost = match skipped {
        0 => String::new(),
        1 => " One choice of its order was not possible.".to_owned(),
        n => format!(" {n} choices of its order were not possible."),
    };
    format!(
        "The link was recorded with the result {recorded}, and the run here has {here}.{lost} It was changed on its way, or \
         made by another version. What happens here: {says}"
    )
}

/// A claim of every order, both counts in decimals.
pub fn counts(count: &str, all: &str, does: Does) -> String {
    match (count, all) {
        ("0", "1") => format!("The only order never {}.", does.0),
        ("1", "1") => format!("The only order {}.", does.0),
        ("1", _) => format!("1 of {} {}.", of(all, "order"), does.0),
        _ => format!("{} of {} {}.", grouped(count), of(all, "order"), does.1),
    }
}

/// Behind a claim.
pub fn tried_again(counts: &str) -> String {
    format!("{counts} Every order was tried again here.")
}

/// Two claims.
pub fn counts_differ(link: &str, here: &str) -> String {
    format!("The link says: {link} Here it is: {here}")
}

/// Behind what happens in the run.
pub fn file_is_the_same(says: &str) -> String {
    format!("{says} The run of the file was made again and is the same, step for step.")
}

/// The reason follows.
pub fn not_opened(name: &str) -> String {
    format!("{name} was not opened:")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_order_is_the_only_one() {
        use crate::texts::worker::words::SELLS_TWICE;
        let says = |count, all| counts(count, all, SELLS_TWICE);
        assert_eq!(says("0", "1"), "The only order never sells a seat twice.");
        assert_eq!(says("1", "1"), "The only order sells a seat twice.");
        assert_eq!(says("1", "150"), "1 of 150 orders sells a seat twice.");
        assert_eq!(says("1200", "1500"), "1,200 of 1,500 orders sell a seat twice.");
    }
}
