//! Tests of the player, over small scenarios and many seeds.

mod scenarios;
mod session;
mod stage;
