//! The scenario, its parameters and the gallery.

mod model;
mod words;

pub use model::*;
pub use words::Word;
