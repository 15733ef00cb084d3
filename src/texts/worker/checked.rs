//! What the judge finds of a history.

use crate::texts::forms::{capital, grouped, of};

pub const LINEARIZABLE: &str = "One show could have answered so.";
pub const LINEARIZABLE_WHY: &str = "Doing one thing after the other, each between its question and its answer: the history \
                                    is linearizable.";
pub const NOT_LINEARIZABLE: &str = "No show could have answered so.";
pub const NOT_LINEARIZABLE_WHY: &str =
    "Whatever came first, one of the answers is wrong: the history is not linearizable.";
pub const NOBODY_KNOWS: &str = "Nobody knows.";
pub const NOBODY_KNOWS_WHY: &str =
    "Too many operations overlap: the search met its limit before it had an answer.";

/// Below the reason why there is no order.
pub const MAYBE_SMALLER: &str = "There may be a smaller reason; the search for it met its limit.";
/// Above an order of the operations.
pub const IN_THIS_ORDER: &str = "In this order:";
/// In place of the answer to an operation that had none.
pub const MAY_HAVE_HAPPENED: &str = "may have happened";

/// Behind the name of the file.
pub fn operations(n: u32) -> String {
    of(n, "operation")
}

/// Below a list that shows the first only.
pub fn and_more(n: usize) -> String {
    format!("and {} more", grouped(n))
}

/// How far a check has come, in parts of the history.
pub fn checked_of(done: usize, all: usize) -> String {
    format!("{} of {} checked…", grouped(done), grouped(all))
}

/// A file that is none.
pub fn no_history(name: &str) -> String {
    format!("{name} cannot be read as a history.")
}

/// Why not, and what one looks like. The command that writes one is code.
pub fn no_history_why(why: &str) -> [String; 3] {
    [
        format!("{}. A history has one JSON object a line, as ", capital(why)),
        "seatrace export --format history".to_owned(),
        " writes it.".to_owned(),
    ]
}

/// A file that is not read.
pub fn too_large(name: &str) -> String {
    format!("{name} is too large.")
}

/// How large it is and may be, and what reads it all the same: a command, which is code.
pub fn too_large_why(has_mib: u64, most_mib: u64) -> [String; 3] {
    [
        format!(
            "It has {} MiB; at most {most_mib} can be judged here. The terminal reads larger ones: ",
            grouped(has_mib)
        ),
        "seatrace check FILE".to_owned(),
        ".".to_owned(),
    ]
}
