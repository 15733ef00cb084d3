//! The run file: one run as a small JSON document that can be opened again.
//!
//! It holds the scenario, the order that was executed and the digest, not the events: whoever opens it runs the race again
//! and compares the digest. `static/run.schema.json` describes version 1. Fields that this program does not know are kept.

mod read;
#[cfg(test)]
mod tests;
mod write;

pub use read::{ImportError, Imported, RUN_FILE_BYTES_MAX, import};
pub use write::run_file;

use super::Finished;
use serde_json::{Map, Value};

/// Which kind of document it is: the `$id` of its JSON Schema.
pub const RUN_SCHEMA: &str = "urn:seatrace:run:1";

/// The longest title, in characters.
pub const TITLE_CHARS_MAX: usize = 200;

/// What a person says of a run; it decides nothing.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Caption {
    /// A title.
    pub title: String,
    /// A note.
    pub note: Option<String>,
    /// Fields of a file that this program does not know: kept when the run is written again.
    pub others: Map<String, Value>,
}

impl Caption {
    /// What can be said of a run that nobody has said anything of.
    pub fn of(run: &Finished) -> Caption {
        Caption { title: run.title(), ..Caption::default() }
    }
}

/// The fields that version 1 knows.
const FIELDS: [&str; 14] = [
    "schema", "v", "title", "note", "strategy", "query", "scenario", "seed", "order", "digest",
    "class", "steps", "engine", "licence",
];
