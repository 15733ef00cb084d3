//! seatrace: a lab for booking concurrency.

pub mod measure;
pub mod scenario;
pub mod trace;
pub mod units;
pub mod verdict;
