//! What a run leaves behind: the append-only list of its events, and the order in which it was chosen.
//!
//! The trace is the only output of a run: every view, judge, metric and export folds over it.

mod event;
#[cfg(test)]
pub(crate) mod notation;
mod order;

pub use event::{Event, Intent, Op, Outcome, Trace};
pub use order::{CHOICES_MAX, COUNT_MAX, Choice, Mark, Order, OrderError, WAIT_MS_MAX};
