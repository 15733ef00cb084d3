//! The curve under the lanes.

pub const CAPTION: &str = "Orders from here on that go wrong";
/// At the top of its scale.
pub const ALL: &str = "all";
/// At the bottom.
pub const NONE: &str = "none";

pub const NOTHING_COULD_SAVE: &str = "Nothing could save this race: every order goes wrong.";
pub const SAFE: &str = "Safe: nothing can go wrong any more.";

pub fn sealed(step: u32) -> String {
    format!(
        "Sealed by step {step}: every order goes wrong from there. Step {} was the last safe one.",
        step - 1
    )
}

/// The share is a percentage.
pub fn go_wrong(share: &str) -> String {
    format!("{share} of the orders that go on from here go wrong.")
}
