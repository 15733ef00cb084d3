//! The scenario, its parameters and the gallery.
//!
//! A [`Scenario`] is everything a race depends on, as plain data. [`Query`] reads it from a link, [`Scenario::query`]
//! prints it as one, and what is wrong with a link is a [`Problem`]. All three, the help and the page's editor share the
//! one table of parameters, [`params`]. A query changes a scenario of the [`gallery`], by default the first.
//!
//! ```
//! use seatrace::scenario::Query;
//!
//! let scenario = Query::parse("?users=3&strategy=naive,two-phase&hold=2m").unwrap();
//! assert_eq!(scenario.query(), "v=1&strategy=naive,two-phase&users=3&hold=2m");
//!
//! let (scenario, problems) = Query::parse_tolerant("users=3&late=never");
//! assert_eq!(scenario.query(), "v=1&users=3");
//! assert_eq!(
//!     problems[0].to_string(),
//!     "late=never is not valid: late can be refund, accept-if-free or accept"
//! );
//! ```

#[cfg(test)]
pub(crate) mod arbitrary;
mod duration;
mod edit;
mod gallery;
mod grammar;
mod helps;
mod model;
mod params;
mod problem;
mod query;
mod rules;
mod table;
#[cfg(test)]
mod tests;
mod words;

pub use edit::{Draft, Drafts};
pub use gallery::{Entry, gallery};
pub use model::*;
pub use params::{Param, Values, params};
pub use problem::{Problem, VALUE_CHARS_MAX};
pub use query::{QUERY_BYTES_MAX, Query, pairs};
pub use table::VERSION;
pub use words::Word;
