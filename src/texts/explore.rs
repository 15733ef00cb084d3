//! Why not all orders were tried, or not one.

use super::forms::grouped;
use crate::units::Ms;

// What ended an exploration: the end of a sentence such as "stopped at 10,000,000 states".

pub fn states(count: u64) -> String {
    format!("{} states", grouped(count))
}

pub fn memory(mib: u64) -> String {
    format!("{} MiB of memory", grouped(mib))
}

pub fn time(ms: Ms) -> String {
    format!("{} ms", grouped(ms))
}

pub fn deadlines(times: usize) -> String {
    format!("{times} different times until a deadline")
}

pub const YOUR_REQUEST: &str = "your request";

// Why a race cannot be explored: a sentence without a full stop.

pub fn too_many_users(users: u32, max: u32) -> String {
    format!("there are {users} users; orders of at most {max} can be explored")
}

pub fn too_many_histories(max: usize) -> String {
    format!(
        "a strategy can meet more than {max} histories of answers; fewer attempts or seats a user help"
    )
}

pub fn too_large_a_state(bytes: usize) -> String {
    format!("a state takes more than {bytes} bytes; fewer users or seats help")
}
