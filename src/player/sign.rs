//! How users are told apart in drawings: by an initial first, by a hue second.

use crate::units::User;

const HUES: [&str; 8] = ["a", "b", "c", "d", "e", "f", "g", "h"];

/// The class that gives a user its hue; from the ninth on they are ink.
pub fn hue(user: User) -> &'static str {
    HUES.get(user.0 as usize).copied().unwrap_or("z")
}

/// What stands for a user in a mark: its letter, or its number where letters have run out.
pub fn initial(user: User) -> String {
    user.letter().map_or_else(|| (u64::from(user.0) + 1).to_string(), String::from)
}
