//! The web worker, as a program: whoever loads it calls `serve`.

#[cfg(target_arch = "wasm32")]
use wasm_bindgen::prelude::*;

/// Starts a worker that answers by `tell` and works in slices of so many ms. What comes back is the function that it hears
/// with. It is exported here and not in the library, or the page would carry the worker in its own program.
#[cfg(target_arch = "wasm32")]
#[wasm_bindgen]
pub fn serve(tell: js_sys::Function, slice_ms: f64) -> JsValue {
    seatrace::worker::shell::serve(tell, slice_ms)
}

#[cfg(target_arch = "wasm32")]
fn main() {}

#[cfg(not(target_arch = "wasm32"))]
fn main() -> std::process::ExitCode {
    eprintln!("the worker is a part of the page: see `cargo xtask serve`");
    std::process::ExitCode::FAILURE
}
