//! The ways in which a race was played, in the transport.

pub const BRANCHES: &str = "Branches";

/// A branch by number, of so many steps. `from`: the branch that it left, and after which step.
pub fn branch(number: usize, from: Option<(usize, usize)>, steps: usize) -> String {
    match from {
        None => format!("Branch {number}: the first way, {steps} steps seen"),
        Some((from, 0)) => {
            format!("Branch {number}: parts from {from} at the start, {steps} steps seen")
        }
        Some((from, after)) => {
            format!("Branch {number}: parts from {from} after step {after}, {steps} steps seen")
        }
    }
}

/// Where some were dropped.
pub fn last_kept(most: usize) -> String {
    format!("The last {most} are kept.")
}
