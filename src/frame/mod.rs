//! The frame: a race inside somebody else's page, as a state machine without web types.
//!
//! `message` is what a host may say and `says` what it is told: wire types of version 1 of the protocol, apart from those
//! of the engine. `usher` stands at the door: it owns the desk and the parameters of the frame, hears messages with the time
//! at which they came, and keeps what is to be sent until somebody takes it. So a native test is a whole host.

mod dress;
mod hear;
mod keys;
mod known;
mod link;
mod message;
mod question;
mod quota;
mod says;
mod show;
mod size;
mod tell;
#[cfg(test)]
mod tests;
mod usher;
mod value;

pub use dress::{Dress, FONT_SIZE_PX};
pub use keys::{FRAME_KEYS, Press};
pub use known::{Known, Milestone};
pub use message::{
    Changes, Envelope, Fault, Id, MESSAGE_BYTES_MAX, Place, Request, TYPES, TYPES_MAX, VERSION,
    What,
};
pub use question::Question;
pub use quota::MESSAGES_A_SECOND_MAX;
pub use says::{EVENTS_TOLD_MAX, Kind, Reply, Says};
pub use size::{RESIZE_MS, RESIZES_MAX};
pub use usher::{STATE_MS, Usher};
pub use value::{DEPTH_MAX, Value};
