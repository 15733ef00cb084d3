//! A run in the formats of other programs.

mod explored;
mod json;

pub use explored::{
    BOUNDED_PAIRS_MAX, ExploreObject, ExploredOutcome, OddsObject, SometimesObject, WitnessObject,
    explore_object, replaying, worst,
};
pub use json::{
    EventObject, OutcomeObject, RunObject, SkippedObject, UserObject, VerdictObject,
    ViolationObject, run, run_object,
};
