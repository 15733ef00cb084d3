//! What the page says of a history: why it has no order, and why a text is none.

pub mod explain;
pub mod parse;
