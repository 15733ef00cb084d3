//! A run in the formats of other programs.

mod json;

pub use json::{
    EventObject, OutcomeObject, RunObject, SkippedObject, UserObject, VerdictObject,
    ViolationObject, run, run_object,
};
