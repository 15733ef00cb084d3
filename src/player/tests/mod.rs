//! Tests of the player, over small scenarios and many seeds.

mod lanes;
mod narrate;
mod past;
mod scenarios;
mod session;
mod stage;
mod transcript;
mod twins;
