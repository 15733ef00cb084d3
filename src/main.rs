//! The page on wasm32, the command line elsewhere.

#[cfg(target_arch = "wasm32")]
fn main() {
    seatrace::page::mount();
}

#[cfg(not(target_arch = "wasm32"))]
fn main() -> std::process::ExitCode {
    eprintln!("seatrace has no command yet. `cargo xtask serve` opens the page.");
    std::process::ExitCode::from(2)
}
