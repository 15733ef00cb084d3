//! The player: a race, told step by step.

pub mod about;
pub mod desk;
pub mod floor;
pub mod intro;
pub mod look;
pub mod narrate;
pub mod past;
pub mod phrases;
pub mod places;
pub mod rows;
pub mod transcript;
