//! Links on their way: through other programs, cut off, mangled, and into the terminal.

#[path = "../../src/scenario/arbitrary.rs"]
mod arbitrary;
mod terminal;
mod torture;
mod travels;
mod truncated;
