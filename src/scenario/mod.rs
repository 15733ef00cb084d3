//! The scenario, its parameters and the gallery.

mod model;

pub use model::*;
