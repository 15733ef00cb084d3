//! What can be handed on: links, what they claim, and the digest of a run.

mod claim;
mod digest;
mod fragment;
mod link;
mod settings;
#[cfg(test)]
mod tests;

pub use claim::{CLAIM_DIGITS_MAX, Claim};
pub use digest::{DIGEST_CHARS, VERSION, digest};
pub use fragment::{Broken, Fragment, NOTE_CHARS_MAX, exact};
pub use link::Link;
pub use settings::{
    At, IDLE_S_MAX, IdleSeconds, Motion, PauseOn, REPEAT_MAX, Settings, Speed, Theme, View,
};
