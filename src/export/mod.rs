//! A run in the formats of other programs.
//!
//! Every format is a pure function of a [`Finished`] run, and [`Format`] lists them. Nothing here is called by the page's
//! own program: what is exported on the page is written by its worker.

mod checked;
mod csv;
mod explored;
mod finished;
mod format;
mod json;
mod mermaid;
mod perfetto;
mod postgres;
mod run_file;
mod rust_test;
mod svg;
mod tally;
#[cfg(test)]
mod tests;

pub use checked::{CheckObject, ContradictionObject, OperationObject, PartObject, check_object};
pub use explored::{
    BOUNDED_PAIRS_MAX, ExploreObject, ExploredOutcome, OddsObject, SometimesObject, Telling,
    WitnessObject, explore_object, replaying, worst,
};
pub use finished::Finished;
pub use format::{EVENTS_MAX, Format, TooLarge};
pub use json::{
    EventObject, OutcomeObject, RunObject, SkippedObject, UserObject, VerdictObject,
    ViolationObject, run, run_object,
};
pub use mermaid::{MESSAGES_MAX, PARTICIPANTS_MAX};
pub use postgres::{SCRIPT_STEPS_MAX, SESSIONS_MAX};
pub use run_file::{
    Caption, ImportError, Imported, RUN_FILE_BYTES_MAX, RUN_SCHEMA, TITLE_CHARS_MAX, import,
    run_file,
};
pub use rust_test::ASSERTED_MAX;
pub use svg::{STEPS_DRAWN_MAX, SVG_SIZE, USERS_DRAWN_MAX, WANTED_DRAWN_MAX, picture};
