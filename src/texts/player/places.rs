//! Behind a line of code: who is about to run it.

/// Read aloud, where the eye sees discs: the names, and how many more there are.
pub fn next(names: &str, more: &str) -> String {
    format!("next: {names} {more}")
}
