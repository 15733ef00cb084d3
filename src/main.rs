//! The command line natively, the page on wasm32.
fn main() {}
