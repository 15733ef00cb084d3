//! Histories: what was asked of a show and what it answered, in files that other checkers read too; and whether one show,
//! doing one thing after the other, could have answered so (linearizability).
//!
//! # Format
//! One JSON object a line, in the order in which things happened:
//!
//! ```text
//! {"index":0,"process":0,"type":"invoke","f":"book","value":{"seats":["D1"]},"time":0}
//! {"index":1,"process":0,"type":"ok","f":"book","value":{"seats":["D1"],"result":"booked"},"time":4000000}
//! ```
//!
//! `time` is in nanoseconds. A process does one thing at a time; -1 is the clock. `ok` ends an operation whose answer says
//! something of the seats, `fail` one that did nothing, `info` one of which nobody knows whether it did anything; so does
//! the end of the file. The results of `ok`:
//!
//! | f | result | what it means |
//! |---|---|---|
//! | `book` | `booked` | no seat was booked and all are; who books in one go does not look at holds, so they end |
//! | `reserve` | `reserved` | all seats were free and are held |
//! | `book`, `reserve` | `taken` | one of the seats was booked |
//! | `reserve` | `held` | one of the seats was held |
//! | `confirm` | `booked` | the process held all seats; they are booked |
//! | `confirm` | `booked-late` | its holds had ended, but all seats were still its own or free; they are booked |
//! | `cancel` | `cancelled` | what the process held is free |
//! | `expire` | `expired` | what anybody held is free |
//!
//! # Example
//! ```
//! use seatrace::history::{Answer, Checking, History};
//!
//! let history = History::parse(br#"
//!     {"index":0,"process":0,"type":"invoke","f":"book","value":{"seats":["D1"]},"time":0}
//!     {"index":1,"process":1,"type":"invoke","f":"book","value":{"seats":["D1"]},"time":0}
//!     {"index":2,"process":0,"type":"ok","f":"book","value":{"result":"booked"},"time":9}
//!     {"index":3,"process":1,"type":"ok","f":"book","value":{"result":"booked"},"time":9}
//! "#)?;
//! let report = Checking::new(history)?.finish();
//! assert_eq!(report.ok(), Some(false));
//! let Answer::Contradiction(why) = &report.findings[0].answer else { unreachable!() };
//! assert!(report.explain(why).says.starts_with("Alice booked D1 and Bob booked D1"));
//! # Ok::<(), seatrace::history::Broken>(())
//! ```

mod check;
mod core;
mod explain;
mod of_run;
mod operation;
mod parse;
mod part;
mod record;
mod search;
mod spec;
#[cfg(test)]
mod tests;

pub use check::{Answer, Checking, Contradiction, Finding, LOOKS_MAX, Reason, Report};
pub use core::REDUCED_MAX;
pub use explain::{Explanation, who};
pub use of_run::Told;
pub use operation::{Claim, Operation};
pub use parse::{ASKED_MAX, BYTES_MAX, Broken, LINE_BYTES_MAX, LINES_MAX, NAME_CHARS_MAX};
pub use record::{Action, History, Kind, Record};
