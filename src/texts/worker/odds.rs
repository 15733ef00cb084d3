//! How likely test runs are to find what goes wrong.

use super::words::Does;
use crate::texts::forms::grouped;

pub const TEST_RUNS: &str = "Test runs";
pub const WOULD_A_TEST: &str = "Would a test have found it?";
pub const WHO_IS_NEXT: &str = "Who is next";
pub const CHANCE: &str = "Chance";

pub const LOAD_TEST: &str = "Load test";
pub const LOAD_TEST_TAKES: &str = "whoever is ready first, with these delays";
pub const RANDOM: &str = "Random";
pub const RANDOM_TAKES: &str = "anybody who can step, with equal chance";

/// A scheduler that has not found it, which is not the same as never.
pub const NOT_SEEN: &str = "not seen";
/// No chance at all.
pub const NEVER: &str = "never";

/// None of so many runs found it.
pub fn load_test_passes(runs: u32, does: Does) -> String {
    format!(
        "A load test passes: with these delays not one of {} runs {}. The orders that do need others to be slow.",
        grouped(runs),
        does.0
    )
}

pub fn load_test_finds_it(does: Does) -> String {
    format!("A load test finds it at once: with these delays every run {}.", does.0)
}

/// At least half of the runs found it.
pub fn load_test_is_likely(hits: u32, runs: u32, does: Does) -> String {
    format!(
        "A load test is likely to find it: with these delays {} of {} runs {}.",
        grouped(hits),
        grouped(runs),
        does.1
    )
}

/// Fewer than half of the runs found it.
pub fn load_test_may_pass(hits: u32, runs: u32, does: Does) -> String {
    let does = if hits == 1 { does.0 } else { does.1 };
    format!(
        "A load test may pass: with these delays {} of {} runs {does}.",
        grouped(hits),
        grouped(runs)
    )
}

/// Below the table. The share is a percentage of all orders.
pub fn share_is_no_chance(share: &str, does: Does, runs: u32) -> String {
    format!(
        "Of all orders, {share} {}. That share is no chance: these rows are. For random it is computed, for the others \
         counted in {} runs with other seeds.",
        does.1,
        grouped(runs)
    )
}

/// Above the chances.
pub fn found_in(runs: u32) -> String {
    match runs {
        1 => "Found in one run".to_owned(),
        n => format!("Found in {} runs", grouped(n)),
    }
}

/// The scheduler PCT at a bug depth.
pub fn pct(depth: u32) -> String {
    format!("PCT, depth {depth}")
}

/// Whom it takes.
pub fn pct_takes(depth: u32) -> String {
    match depth {
        1 => "users in a fixed order".to_owned(),
        2 => "users in a fixed order, with one change of it somewhere".to_owned(),
        n => format!("users in a fixed order, with {} changes of it", n - 1),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_row_needs_no_other() {
        assert_eq!(
            [1, 2, 3].map(pct_takes),
            [
                "users in a fixed order",
                "users in a fixed order, with one change of it somewhere",
                "users in a fixed order, with 2 changes of it",
            ]
        );
    }
}
