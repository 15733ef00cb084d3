//! Why a text is no order. `at` is the number of a character, from 1.

use crate::units::Ms;

pub fn unexpected(at: usize) -> String {
    format!("at character {at}: expected a user's letter (A-Z), t, or w with milliseconds")
}

pub fn count(at: usize, most: u32) -> String {
    format!("at character {at}: a count is 2 to {most}")
}

pub fn wait(at: usize, most_ms: Ms) -> String {
    format!("at character {at}: a wait is 1 to {most_ms} ms")
}

pub fn too_long(at: usize, most: usize) -> String {
    format!("at character {at}: an order has at most {most} choices")
}
