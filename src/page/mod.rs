//! The page: a drawing of the player, and the controls that drive it. Only here are web types used.

pub mod draw;
