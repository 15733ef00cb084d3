//! Around the strategies in other languages. The strategies themselves are code.

/// The buttons that open the text of a strategy.
pub const FILES: &str = "Files";
