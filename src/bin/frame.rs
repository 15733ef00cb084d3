//! The frame for course pages, as a program of its own: `static/embed.js` loads it when it is needed.
//!
//! It is exported here and not in the library, or the page would carry the frame in its own program.

#[cfg(target_arch = "wasm32")]
use wasm_bindgen::prelude::*;

/// A race that is on show in a frame.
#[cfg(target_arch = "wasm32")]
#[wasm_bindgen]
pub struct Frame(seatrace::page::Frame);

#[cfg(target_arch = "wasm32")]
#[wasm_bindgen]
impl Frame {
    /// Shows a link in an element of so many CSS pixels. `base` is where the site lies; `calm` if nothing may move by
    /// itself; `tell` is called with each message for the host and whom it is for.
    pub fn open(
        root: web_sys::Element,
        link: &str,
        base: &str,
        calm: bool,
        width: u32,
        tell: js_sys::Function,
    ) -> Frame {
        Frame(seatrace::page::Frame::open(root, link, base, calm, width, tell))
    }

    /// A message from a host of this origin, of so many bytes.
    pub fn hear(&self, message: &JsValue, bytes: usize, origin: &str) {
        self.0.hear(message, bytes, origin);
    }

    /// A presentation shows the slide that the frame is on, or leaves it.
    pub fn slide(&self, shown: bool, origin: &str) {
        self.0.slide(shown, origin);
    }

    /// The content was measured, in CSS pixels.
    pub fn measured(&self, width: u32, height: u32) {
        self.0.measured(width, height);
    }

    /// The reader sees it, or no longer does.
    pub fn seen(&self, seen: bool) {
        self.0.seen(seen);
    }

    /// The reader pressed play before there was a program to play.
    pub fn play(&self) {
        self.0.play();
    }

    /// The reader wants to share what is on show. The link.
    pub fn share(&self) -> String {
        self.0.share()
    }

    /// The page goes away.
    pub fn leave(&self) {
        self.0.leave();
    }
}

#[cfg(target_arch = "wasm32")]
fn main() {}

#[cfg(not(target_arch = "wasm32"))]
fn main() -> std::process::ExitCode {
    eprintln!("the frame is a part of the page: see `cargo xtask serve`");
    std::process::ExitCode::FAILURE
}
