//! How many switches it takes.

use super::words::Does;
use crate::texts::forms::grouped;
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
    [with, format!("{} of {}", grouped(bad), grouped(all)), format!(" orders {}.", does.1)]
}

/// Before the order itself. `fewest`: no other has fewer switches.
pub fn simplest(fewest: bool, steps: u32, switches: u32) -> String {
    let kind = if fewest { "The simplest" } else { "A simple" };
    let noun = if switches == 1 { "switch" } else { "switches" };
    format!("{kind} such order has {steps} steps and {switches} {noun}:")
}
