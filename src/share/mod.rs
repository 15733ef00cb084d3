//! What makes a run something that can be handed on: its digest.

mod digest;

pub use digest::{DIGEST_CHARS, VERSION, digest};
