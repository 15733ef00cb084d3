//! seatrace: a lab for booking concurrency.

// So that generators of test data can be shared with the integration tests, which know the library by this name.
#[cfg(test)]
extern crate self as seatrace;

#[cfg(not(target_arch = "wasm32"))]
pub mod cli;
pub mod compare;
pub mod explore;
pub mod export;
pub mod frame;
pub mod history;
pub mod lab;
pub mod measure;
#[cfg(target_arch = "wasm32")]
pub mod page;
pub mod player;
pub mod race;
pub mod scenario;
pub mod share;
pub mod show;
pub mod strategy;
pub mod texts;
pub mod trace;
pub mod units;
pub mod verdict;
pub mod worker;
