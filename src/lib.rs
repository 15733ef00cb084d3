//! seatrace: a lab for booking concurrency.

pub mod lab;
pub mod player;
pub mod race;
pub mod scenario;
pub mod share;
pub mod show;
pub mod strategy;
pub mod trace;
pub mod units;
