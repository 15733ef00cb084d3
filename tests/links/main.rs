//! Links on their way: through other programs, cut off and mangled.

#[path = "../../src/scenario/arbitrary.rs"]
mod arbitrary;
mod torture;
mod travels;
mod truncated;
