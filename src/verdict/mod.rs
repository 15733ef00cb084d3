//! The judge: reads the events of a run and says which rules they break, from which step on, and why, in words.
//!
//! It shares no code with the show and keeps books of its own, so that it can catch a bug in the show. Each rule
//! is a file; [`Rule`] lists them. Safety rules are checked after every event, liveness rules when the run is over.
//! To judge a finished run call [`judge`]; to follow one, feed a [`Judge`].
//!
//! # Example
//! ```
//! use seatrace::trace::{Event, Op, Outcome, Trace};
//! use seatrace::units::{Expiry, Hall, Late, Scope, Seat, User};
//! use seatrace::verdict::{Facts, Rule, judge};
//!
//! let facts = Facts {
//!     hall: Hall { rows: 10, cols: 10 },
//!     wants: vec![vec![Seat(30)], vec![Seat(30)]],
//!     version: Scope::Show,
//!     late: Late::Refund,
//!     hold_ms: Some(600_000),
//!     expiry: Expiry::Timer,
//! };
//! let mut trace = Trace::default();
//! for user in [0, 1] {
//!     trace.events.push(Event::new(user + 1, 0, Some(User(user)), Op::Write, Some(Seat(30)), Outcome::Ok));
//! }
//! let verdict = judge(&facts.into(), &trace);
//! assert!(!verdict.ok());
//! let first = verdict.first(Rule::NoDoubleBooking).unwrap();
//! assert_eq!(first.says, "D1 is sold twice: to Alice at step 1 and to Bob at step 2.");
//! ```

mod books;
mod deadlock;
mod double;
mod ending;
mod facts;
mod judge;
mod lock;
mod money;
mod order;
mod report;
mod rule;
mod seats;
mod token;
mod version;

#[cfg(test)]
mod tests;

pub use facts::Facts;
pub use judge::Judge;
pub use report::{Verdict, Violation};
pub use rule::Rule;

use crate::trace::Trace;
use std::sync::Arc;

/// The verdict on a finished run.
pub fn judge(facts: &Arc<Facts>, trace: &Trace) -> Verdict {
    let mut judge = Judge::new(Arc::clone(facts));
    trace.events.iter().for_each(|event| judge.see(event));
    judge.finish()
}
