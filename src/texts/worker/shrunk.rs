//! The shortened run.

use crate::texts::forms::{grouped, of};

pub const SHORTEN: &str = "Shortest like this";
pub const SHORTEN_TITLE: &str = "Leaves out every choice that this ending does not need";
/// Before the runs that were tried.
pub const LOOKING: &str = "Looking for the shortest run like this:";
pub const STOP: &str = "Stop";
/// Behind the choices that are enough: what happens when they are made.
pub const THEN_NOBODY: &str = "Then nobody is interrupted.";
pub const NONE_LEFT_OUT: &str = "None could be left out.";
/// Before the choices that were.
pub const LEFT_OUT: &str = "Left out:";

/// How far the search has come.
pub fn tried(runs: u32) -> String {
    format!("{} tried.", of(runs, "run"))
}

/// How much the search took.
pub fn runs_tried(runs: u32) -> String {
    let were = if runs == 1 { "was" } else { "were" };
    format!("{} {were} tried.", of(runs, "run"))
}

pub fn enough(kept: usize, choices: u32) -> String {
    let verb = if kept == 1 { "is" } else { "are" };
    format!("{} of {} {verb} enough", grouped(kept), of(choices, "choice"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_run_was_tried() {
        assert_eq!(runs_tried(1), "1 run was tried.");
        assert_eq!(runs_tried(1_200), "1,200 runs were tried.");
    }
}
