//! seatrace: a lab for booking concurrency.

// So that generators of test data can be shared with the integration tests, which know the library by this name.
#[cfg(test)]
extern crate self as seatrace;

pub mod scenario;
pub mod trace;
pub mod units;
