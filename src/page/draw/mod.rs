//! The drawings: components that show a race as it stands, pure functions of their props. They change nothing.
//!
//! Coordinates are those of `static/style.css`: a seat every 32 units, a lane every 48, a step every 24. No inline styles:
//! the page's policy forbids them, so what varies is a class or an attribute.

mod code;
mod follow;
mod grid;
mod hall;
mod key;
mod lanes;
mod log;
mod marks;
mod nows;
mod plot;
mod ribbons;
mod rows;
mod seat;
mod sign;
mod spans;
mod spot;
mod start;
mod symbols;
mod table;
mod verdict;

pub use code::Code;
pub use grid::Scale;
pub use hall::{Hall, screen};
pub use lanes::{Lanes, Nexts};
pub use log::Log;
pub use start::{Invite, Start};
pub use symbols::Symbols;
pub use table::Table;
pub use verdict::Verdict;
