//! The frame in the browser: the usher, its one timer, and the drawings around it. Scripts, posters and the host's messages
//! are the business of `static/embed.js`, which calls what is here.

mod app;
mod ask;
mod booth;
mod drive;
mod edit;
mod head;
mod keys;
mod panes;
mod wire;

pub use booth::Frame;
