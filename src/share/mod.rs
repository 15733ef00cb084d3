//! What can be handed on: links, what they claim, and the digest of a run.

mod claim;
mod digest;
mod embed;
mod fragment;
mod link;
mod open;
mod qr;
mod rows;
mod settings;
mod snippet;
#[cfg(test)]
mod tests;

pub use claim::{CLAIM_DIGITS_MAX, Claim};
pub use digest::{DIGEST_CHARS, VERSION, digest};
pub use embed::{Controls, Embed, Height, ID_CHARS_MAX, Part, Poster, Start};
pub use fragment::{Broken, Fragment, NOTE_CHARS_MAX, exact};
pub use link::Link;
pub use open::open;
pub use qr::{QR_BYTES_MAX, TooLong, qr_svg};
pub use settings::{
    At, IDLE_S_MAX, IdleSeconds, Motion, PauseOn, REPEAT_MAX, Settings, Speed, Theme, View,
};
pub use snippet::{Embedded, Host};
