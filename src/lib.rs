//! seatrace: a lab for booking concurrency.

#[cfg(target_arch = "wasm32")]
pub mod page;
pub mod scenario;
pub mod trace;
pub mod units;
