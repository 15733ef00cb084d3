//! The parameters of a scenario, what is wrong with a link, and the gallery.

pub mod gallery;
pub mod helps;
pub mod problems;
