//! seatrace: a lab for booking concurrency.

pub mod scenario;
pub mod trace;
pub mod units;
pub mod verdict;
