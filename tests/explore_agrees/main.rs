//! The explorer against the oracle: what it says of all orders of a race must be what walking them one by one says.
//!
//! Explorer and oracle share nothing: the one merges packed states over an observation tree and adds tables, the other
//! clones a plain state for every choice. So whatever the explorer tells is recomputed here by brute force: the number of
//! schedules of every outcome (`tables`), the states and choices that the design calls different (`states`), the clearest
//! example of a class and the counts by switches (`witnesses`), what can still happen after every prefix (`futures`), and
//! what is told of a part of the orders when the work is cut into slices or stopped (`slices`).
//!
//! `SEATRACE_SOAK=1` (which `cargo xtask soak` sets) lets the oracle walk larger races one schedule at a time.

mod bridge;
mod futures;
mod grid;
#[path = "../oracle/mod.rs"]
mod oracle;
mod random;
mod slices;
mod states;
mod tables;
mod walked;
mod witnesses;
