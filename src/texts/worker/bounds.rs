//! How many switches it takes.

use super::words::Does;
use crate::texts::forms::{grouped, of};
use num_bigint::BigUint;

pub const SWITCHES: &str = "Switches";
pub const HOW_MANY: &str = "How many switches it takes";
pub const AT_MOST: &str = "Switches, at most";
/// Behind the simplest order.
pub const PLAY_IT: &str = "Play it";

/// In place of the table.
pub const STOPPED: &str = "Stopped before the switches were counted.";
/// In place of the table.
pub const NOT_COUNTED: &str = "The switches are not counted: there are too many states for that.";

/// Of all orders with at most so many switches, how many go wrong. The count is bold.
pub fn within(switches: usize, bad: &BigUint, all: &BigUint, does: Does) -> [String; 3] {
    let with = match switches {
        0 => "Without any untimely switch, ".to_owned(),
        1 => "With at most one untimely switch, ".to_owned(),
        n => format!("With at most {n} untimely switches, "),
    };
    let one = BigUint::from(1u32);
    let (share, so) = match (*all == one, *bad == one) {
        (true, true) => ("the only order".to_owned(), format!(" {}.", does.0)),
        (true, false) => ("the only order".to_owned(), format!(" never {}.", does.0)),
        (false, is_one) => (
            format!("{} of {}", grouped(bad), grouped(all)),
            format!(" orders {}.", if is_one { does.0 } else { does.1 }),
        ),
    };
    [with, share, so]
}

/// Before the order itself. `fewest`: no other has fewer switches.
pub fn simplest(fewest: bool, steps: u32, switches: u32) -> String {
    let kind = if fewest { "The simplest" } else { "A simple" };
    let noun = if switches == 1 { "switch" } else { "switches" };
    format!("{kind} such order has {} and {switches} {noun}:", of(steps, "step"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn orders_and_steps_are_counted() {
        use crate::texts::worker::words::SELLS_TWICE;
        let says = |bad: u32, all: u32| within(1, &bad.into(), &all.into(), SELLS_TWICE).concat();
        let with = "With at most one untimely switch, ";
        assert_eq!(says(0, 1), format!("{with}the only order never sells a seat twice."));
        assert_eq!(says(1, 1), format!("{with}the only order sells a seat twice."));
        assert_eq!(says(1, 20), format!("{with}1 of 20 orders sells a seat twice."));
        assert_eq!(says(2, 20), format!("{with}2 of 20 orders sell a seat twice."));
        assert_eq!(simplest(true, 1, 0), "The simplest such order has 1 step and 0 switches:");
        assert_eq!(simplest(false, 4, 1), "A simple such order has 4 steps and 1 switch:");
    }
}
