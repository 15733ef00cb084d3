//! The player: one race of a scenario, played, stepped and scrubbed, and everything a page draws of it.
//!
//! No web types: the page is a drawing of these, and native tests drive them. What is drawn is folded from the trace up
//! to the cursor; the live race only ever grows the trace at its end.

mod about;
pub mod desk;
mod floor;
mod fold;
mod hand;
mod intro;
mod lanes;
mod live;
mod look;
mod marker;
mod markup;
mod narrate;
pub mod paint;
mod past;
mod phrases;
mod places;
mod rail;
mod ribbons;
mod rows;
mod session;
mod stage;
#[cfg(test)]
mod tests;
mod tint;
mod transcript;
mod weave;
mod window;

pub use about::about_to;
pub use desk::{Action, Desk};
pub use floor::{Floor, SEATS_DRAWN_MAX};
pub use fold::Ground;
pub use hand::{Hand, is_decision};
pub use intro::intro;
pub use lanes::{Arrow, Glyph, Lane, Lanes, Mark, Ribbon, RibbonKind, RibbonPart, Span, SpanKind};
pub use look::{Look, hall_sentence};
pub use marker::Marker;
pub use markup::Markup;
pub use narrate::{sentence, step_sentences, told};
pub use past::{Standing, Touch, past};
pub use places::{Place, Places, acting, discs, strategies};
pub use rail::along;
pub use ribbons::RIBBONS_MAX;
pub use rows::{COLUMNS, cells};
pub use session::{BEAT_MS, Pace, SCOUT_STEPS_MAX, Session, Shown};
pub use stage::{Belief, HoldView, LockView, SeatView, Stage, UserState, UserView};
pub use tint::{Ink, tint};
pub use transcript::transcript;
pub use weave::{IDLE_MS, lanes};
pub use window::Window;

pub use crate::texts::player::past::names;
