//! The command line natively, the page on wasm32.

#[cfg(not(target_arch = "wasm32"))]
fn main() -> std::process::ExitCode {
    seatrace::cli::main(std::env::args_os())
}

#[cfg(target_arch = "wasm32")]
fn main() {
    seatrace::page::mount();
}
