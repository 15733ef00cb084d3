//! seatrace: a lab for booking concurrency.

pub mod lab;
#[cfg(target_arch = "wasm32")]
pub mod page;
pub mod player;
pub mod race;
pub mod scenario;
pub mod show;
pub mod strategy;
pub mod trace;
pub mod units;
