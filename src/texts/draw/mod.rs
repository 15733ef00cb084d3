//! The drawings of a race.

pub mod hall;
pub mod key;
pub mod lanes;
pub mod log;
pub mod start;

/// The strategies whose code can be read.
pub const FILES: &str = "Files";
pub const VERDICT: &str = "Verdict";
