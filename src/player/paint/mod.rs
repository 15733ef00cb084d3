//! Pieces of drawings that page and worker share, as markup: no web types. Their symbols and styles are the page's.

mod ground;
mod seat;
mod sign;

pub use ground::{ground, ground_row};
pub use seat::seat;
pub use sign::{disc, glyph_icon, hue, initial, tag, tag_icon, two};
