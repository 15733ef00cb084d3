//! The browsers: found, or installed where that is ours to do.

use crate::process::{Result, ask, run, which};
use std::env;
use std::path::PathBuf;
use std::process::Command;

/// Names of Chromium and its kin on the path.
const CHROMIUM: [&str; 5] =
    ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"];

/// Places where it is installed off the path.
const CHROMIUM_PLACES: [&str; 4] = [
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
    "C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe",
];

/// What Debian calls the browser of WebKitGTK that its driver starts.
const WEBKIT: &str = "/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser";

/// The program of Chromium: `$SEATRACE_CHROMIUM`, else the first that is found, else a fresh one.
///
/// # Errors
/// There is none and it cannot be installed from here.
pub(crate) fn chromium() -> Result<PathBuf> {
    if let Some(named) = named("SEATRACE_CHROMIUM") {
        return named;
    }
    let places = CHROMIUM_PLACES.iter().map(PathBuf::from).filter(|place| place.is_file());
    let find = || CHROMIUM.iter().find_map(|name| which(name)).or_else(|| places.clone().next());
    if let Some(found) = find() {
        return Ok(found);
    }
    if !install(&["chromium"], "400 MB, about a minute") {
        return Err("the browser tests need Chromium: install it by your system, \
                    or set SEATRACE_CHROMIUM to its program"
            .to_string());
    }
    find().ok_or_else(|| "apt-get installed Chromium, but it is not on the path".to_string())
}

/// The program of Firefox ESR, which the driver of the tests knows: `$SEATRACE_FIREFOX`, else what is found, else a fresh
/// one. Why there is none, where it cannot be had.
///
/// # Errors
/// `$SEATRACE_FIREFOX` names no file.
pub(crate) fn firefox() -> Result<std::result::Result<PathBuf, String>> {
    if let Some(named) = named("SEATRACE_FIREFOX") {
        return named.map(Ok);
    }
    let find = || which("firefox-esr");
    if find().is_none() {
        install(&["firefox-esr"], "270 MB, about a minute");
    }
    Ok(find().ok_or_else(|| {
        "there is no firefox-esr here; SEATRACE_FIREFOX may name its program".to_string()
    }))
}

/// Whether WebKit can be driven here: by the driver of WebKitGTK, on a display of its own. Else why not.
pub(crate) fn webkit() -> std::result::Result<(), String> {
    let there = || which("WebKitWebDriver").is_some() && which("xvfb-run").is_some();
    if !there() {
        install(&["webkit2gtk-driver", "xvfb", "xauth"], "200 MB, about a minute");
    }
    if !there() {
        return Err("WebKitWebDriver and xvfb-run are not here (Debian: webkit2gtk-driver xvfb \
                    xauth)"
            .to_string());
    }
    if !PathBuf::from(WEBKIT).is_file() {
        return Err(format!("{WEBKIT} is not here"));
    }
    Ok(())
}

/// The program that a variable names.
fn named(variable: &str) -> Option<Result<PathBuf>> {
    let named = PathBuf::from(env::var_os(variable)?);
    let missing = format!("{variable} names {}, which is no file", named.display());
    Some(if named.is_file() { Ok(named) } else { Err(missing) })
}

/// Installs packages of Debian, where that is ours to do. False if it is not, or did not work.
fn install(packages: &[&str], cost: &str) -> bool {
    if !is_root() || which("apt-get").is_none() {
        return false;
    }
    eprintln!("xtask: installing {} by apt-get, {cost}", packages.join(" "));
    let apt = |words: &[&str]| {
        let mut command = Command::new("apt-get");
        run(command.env("DEBIAN_FRONTEND", "noninteractive").arg("-qq").args(words))
    };
    let words = [&["install", "--yes", "--no-install-recommends"], packages].concat();
    apt(&["update"]).and_then(|()| apt(&words)).map_err(|error| eprintln!("xtask: {error}")).is_ok()
}

fn is_root() -> bool {
    ask(Command::new("id").arg("-u")).as_deref() == Some("0")
}
