//! Chromium: found, or installed where that is ours to do.

use crate::process::{Result, ask, run, which};
use std::env;
use std::path::PathBuf;
use std::process::Command;

/// Names of Chromium and its kin on the path.
const NAMES: [&str; 5] =
    ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"];

/// Places where it is installed off the path.
const PLACES: [&str; 4] = [
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
    "C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe",
];

/// The program of Chromium: `$SEATRACE_CHROMIUM`, else the first that is found, else a fresh one.
///
/// # Errors
/// There is none and it cannot be installed from here.
pub(crate) fn chromium() -> Result<PathBuf> {
    if let Some(named) = env::var_os("SEATRACE_CHROMIUM").map(PathBuf::from) {
        let missing = || format!("SEATRACE_CHROMIUM names {}, which is no file", named.display());
        return named.is_file().then_some(named.clone()).ok_or_else(missing);
    }
    if let Some(found) = find() {
        return Ok(found);
    }
    if !is_root() || which("apt-get").is_none() {
        return Err("the browser tests need Chromium: install it by your system, \
                    or set SEATRACE_CHROMIUM to its program"
            .to_string());
    }
    eprintln!("xtask: installing Chromium by apt-get, 400 MB, about a minute");
    let apt = |words: &[&str]| {
        let mut command = Command::new("apt-get");
        run(command.env("DEBIAN_FRONTEND", "noninteractive").arg("-qq").args(words))
    };
    apt(&["update"])?;
    apt(&["install", "--yes", "--no-install-recommends", "chromium"])?;
    find().ok_or_else(|| "apt-get installed Chromium, but it is not on the path".to_string())
}

fn find() -> Option<PathBuf> {
    let places = PLACES.iter().map(PathBuf::from).filter(|place| place.is_file());
    NAMES.iter().find_map(|name| which(name)).or_else(|| places.into_iter().next())
}

fn is_root() -> bool {
    ask(Command::new("id").arg("-u")).as_deref() == Some("0")
}
