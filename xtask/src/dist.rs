//! Building and serving the page, and its size.

use crate::Place;
use crate::args::ServeOptions;
use crate::kit::{Build, Kit, node};
use crate::process::{Result, cargo, path_with, run};
use crate::{names, site};
use std::env;
use std::fs;
use std::net::{Ipv4Addr, TcpListener};
use std::path::PathBuf;
use std::process::Command;

/// All that the page loads before one can play, compressed with brotli.
const SIZE_BYTES_MAX: u32 = 200 * 1024;

/// The ports that `serve` tries, in this order.
const PORTS: std::ops::Range<u16> = 8080..8100;

/// Builds `dist/`. Where it will lie is known or not.
///
/// # Errors
/// A tool is missing, or the build fails.
pub(crate) fn build(place: &Place, home: Option<&site::Home>) -> Result {
    let mut trunk = trunk(place, Build::Release)?;
    run(trunk.args(["build", "--release", "--offline"]))?;
    // Trunk leaves its lock file in what is to be published.
    let _ = fs::remove_file(place.root.join("dist").join(".trunk-lock"));
    names::shorten(&place.root.join("dist"))?;
    site::publish(place, home)?;
    println!("dist/ is built: copy it to any static host, under any path.");
    Ok(())
}

/// Serves the page until interrupted.
///
/// # Errors
/// A tool is missing, no port is free, or the server ends.
pub(crate) fn serve(place: &Place, options: ServeOptions) -> Result {
    let build = if options.release { Build::Release } else { Build::Dev };
    let mut trunk = trunk(place, build)?;
    let port = match options.port {
        Some(port) => port,
        None => free_port().ok_or_else(|| {
            format!("every port from {} to {} is taken: give --port", PORTS.start, PORTS.end - 1)
        })?,
    };
    println!("The lab opens at http://127.0.0.1:{port}/ once it is built. Ctrl-C ends it.");
    // Trunk's reload needs an absolute address; dist/ itself has none.
    trunk.args(["serve", "--offline", "--public-url", "/", "--address", "127.0.0.1", "--port"]);
    trunk.arg(port.to_string());
    trunk.args(["--disable-address-lookup", "true"]);
    // Its own folder, so that serving never spoils what `build` made.
    trunk.args(["--dist", "target/serve"]);
    if options.release {
        trunk.arg("--release");
    }
    if !options.no_open {
        trunk.arg("--open");
    }
    run(&mut trunk)
}

/// Prints the size of each thing that the page loads.
///
/// # Errors
/// Together they are larger than the project allows itself.
pub(crate) fn check_size(place: &Place) -> Result {
    let mut command = Command::new(node()?);
    command.current_dir(&place.root).args(["tests/e2e/size.mjs", "dist"]);
    run(command.arg(SIZE_BYTES_MAX.to_string()))
}

/// Trunk with its helpers on the path, and with the crates that it will need offline.
fn trunk(place: &Place, build: Build) -> Result<Command> {
    let kit = Kit::ready(place, build)?;
    run(cargo(&place.root).args(["fetch", "--quiet", "--locked"]))?;
    let mut command = Command::new(kit.trunk);
    command.current_dir(&place.root).env("PATH", path_with(&kit.folders)?);
    command.env("TRUNK_TOOLS_WASM_OPT", Kit::wasm_opt_for_trunk());
    command.env("TRUNK_SKIP_VERSION_CHECK", "true");
    command.env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS", same_everywhere().join(" "));
    Ok(command)
}

/// Flags by which the programs say of their sources only what is the same on every machine: a build can be compared with
/// another, and tells nothing of the folders it was made in.
fn same_everywhere() -> Vec<String> {
    let home = env::var_os("CARGO_HOME").map(PathBuf::from);
    let home = home.or_else(|| env::home_dir().map(|home| home.join(".cargo")));
    let sources = home.map(|home| home.join("registry").join("src"));
    let folders = sources.and_then(|sources| fs::read_dir(sources).ok()).into_iter().flatten();
    let paths =
        folders.filter_map(|folder| folder.ok()?.path().into_os_string().into_string().ok());
    paths
        .filter(|path| !path.contains(' '))
        .map(|path| format!("--remap-path-prefix={path}=crates"))
        .collect()
}

fn free_port() -> Option<u16> {
    PORTS.into_iter().find(|port| TcpListener::bind((Ipv4Addr::LOCALHOST, *port)).is_ok())
}
