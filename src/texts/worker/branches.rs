//! The ways in which a race was played, in the transport.

use crate::texts::forms::of;

pub const BRANCHES: &str = "Branches";

/// A branch by number, of so many steps. `from`: the branch that it left, and after which step.
pub fn branch(number: usize, from: Option<(usize, usize)>, steps: usize) -> String {
    let seen = of(steps, "step");
    match from {
        None if number == 1 => format!("Branch {number}: the first way, {seen} seen"),
        None => format!("Branch {number}: the oldest that is kept, {seen} seen"),
        Some((from, 0)) => {
            format!("Branch {number}: parts from {from} at the start, {seen} seen")
        }
        Some((from, after)) => {
            format!("Branch {number}: parts from {from} after step {after}, {seen} seen")
        }
    }
}

/// Where some were dropped.
pub fn last_kept(most: usize) -> String {
    format!("The last {most} are kept.")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_step_is_no_steps() {
        assert_eq!(branch(1, None, 1), "Branch 1: the first way, 1 step seen");
        assert_eq!(branch(2, Some((1, 0)), 1), "Branch 2: parts from 1 at the start, 1 step seen");
        assert_eq!(branch(2, Some((1, 3)), 1), "Branch 2: parts from 1 after step 3, 1 step seen");
        assert_eq!(branch(1, None, 2), "Branch 1: the first way, 2 steps seen");
    }

    #[test]
    fn where_the_first_was_dropped_the_oldest_is_another() {
        assert_eq!(branch(3, None, 2), "Branch 3: the oldest that is kept, 2 steps seen");
    }
}
