//! Which tools there are, and how each is found or installed.
//!
//! A fitting tool on the path is preferred. Whatever is not fitting is ignored, never replaced.

use crate::Place;
use crate::process::{Result, ask, cargo, run, which};
use crate::tools::{Tool, version_of};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

const TRUNK: &str = "0.22.1";
const CARGO_FUZZ: &str = "0.13.2";
const BINARYEN: &str = "132.0.0";
/// What `wasm-opt --version` of that Binaryen prints.
const WASM_OPT: &str = "132";
/// The first Node whose test runner knows a time limit.
const NODE_MIN: (u32, u32) = (20, 11);
const WASM: &str = "wasm32-unknown-unknown";

/// What Trunk needs to build the page.
pub(crate) struct Kit {
    /// Trunk itself.
    pub(crate) trunk: PathBuf,
    /// Folders to put before the path, so that Trunk finds its helpers.
    pub(crate) folders: Vec<PathBuf>,
}

/// How the page is to be built.
#[derive(Clone, Copy, PartialEq)]
pub(crate) enum Build {
    /// Quickly.
    Dev,
    /// Small.
    Release,
}

impl Kit {
    /// Finds all that Trunk needs, or installs it.
    ///
    /// # Errors
    /// What is missing and could not be installed.
    pub(crate) fn ready(place: &Place, build: Build) -> Result<Kit> {
        wasm_target(&place.root)?;
        let bindgen = wasm_bindgen(place)?;
        let mut folders: Vec<PathBuf> = bindgen.into_iter().collect();
        if build == Build::Release {
            folders.extend(wasm_opt(place)?);
        }
        Ok(Kit { trunk: trunk(place)?, folders })
    }

    /// The version of wasm-opt in Trunk's words: with it Trunk takes no other.
    pub(crate) fn wasm_opt_for_trunk() -> String {
        format!("version_{WASM_OPT}")
    }
}

/// Makes sure that Rust can build for wasm32.
///
/// # Errors
/// It cannot, and rustup is not there to help.
pub(crate) fn wasm_target(root: &Path) -> Result {
    let mut rustc = Command::new("rustc");
    rustc.current_dir(root).args(["--print", "target-libdir", "--target", WASM]);
    if ask(&mut rustc).is_some_and(|folder| Path::new(&folder).is_dir()) {
        return Ok(());
    }
    rustup(root, &["target", "add", WASM], "the Rust target wasm32, some seconds")
}

/// Makes sure that `cargo fmt` and `cargo clippy` are there.
///
/// # Errors
/// One is not, and rustup is not there to help.
pub(crate) fn linters(root: &Path) -> Result {
    for (command, component) in [("fmt", "rustfmt"), ("clippy", "clippy")] {
        if ask(cargo(root).args([command, "--version"])).is_none() {
            let about = format!("the Rust component {component}, some seconds");
            rustup(root, &["component", "add", component], &about)?;
        }
    }
    Ok(())
}

fn rustup(root: &Path, words: &[&str], about: &str) -> Result {
    let Some(rustup) = which("rustup") else {
        let line = words.join(" ");
        return Err(format!(
            "{about}: install it by your system, or get rustup for `rustup {line}`"
        ));
    };
    eprintln!("xtask: installing {about}");
    run(Command::new(rustup).current_dir(root).args(words))
}

/// Node, of a version that can run the tests.
///
/// # Errors
/// There is none.
pub(crate) fn node() -> Result<PathBuf> {
    let wanted = format!("Node {}.{} or newer is needed on the path", NODE_MIN.0, NODE_MIN.1);
    let node = which("node").ok_or_else(|| format!("{wanted}, and there is none"))?;
    let version = version_of(&node).unwrap_or_default();
    if major_minor(&version).is_none_or(|found| found < NODE_MIN) {
        return Err(format!("{wanted}: {} is {version}", node.display()));
    }
    Ok(node)
}

fn trunk(place: &Place) -> Result<PathBuf> {
    if let Some(program) = fitting("trunk", TRUNK) {
        return Ok(program);
    }
    let tool = Tool {
        folder: format!("trunk-{TRUNK}"),
        proof: in_bin("trunk"),
        about: &format!("Trunk {TRUNK} from its source, about 6 minutes on two cores"),
    };
    let folder = place.tools.ensure(&tool, |partial| {
        // Trunk 0.22.1 asks for a newer Rust than it needs, and its release profile takes very long.
        let words = ["--locked", "--ignore-rust-version", "--no-default-features"];
        let more = ["--features", "rustls"];
        cargo_install(partial, "trunk", TRUNK, &[words.as_slice(), &more].concat())
    })?;
    Ok(folder.join(tool.proof))
}

/// cargo-fuzz, which builds fuzz targets.
///
/// # Errors
/// It could not be installed.
pub(crate) fn cargo_fuzz(place: &Place) -> Result<PathBuf> {
    let tool = Tool {
        folder: format!("cargo-fuzz-{CARGO_FUZZ}"),
        proof: in_bin("cargo-fuzz"),
        about: &format!("cargo-fuzz {CARGO_FUZZ} from its source, about 2 minutes on two cores"),
    };
    let fill = |partial: &Path| cargo_install(partial, "cargo-fuzz", CARGO_FUZZ, &["--locked"]);
    Ok(place.tools.ensure(&tool, fill)?.join(tool.proof))
}

/// The folder of wasm-bindgen, or none where it is on the path.
fn wasm_bindgen(place: &Place) -> Result<Option<PathBuf>> {
    let lock = fs::read_to_string(place.root.join("Cargo.lock"))
        .map_err(|error| format!("Cargo.lock cannot be read: {error}"))?;
    let version = locked_version(&lock, "wasm-bindgen")
        .ok_or("Cargo.lock does not name a version of wasm-bindgen")?;
    if fitting("wasm-bindgen", version).is_some() {
        return Ok(None);
    }
    let tool = Tool {
        folder: format!("wasm-bindgen-{version}"),
        proof: in_bin("wasm-bindgen"),
        about: &format!("wasm-bindgen {version} from its source, about 2 minutes on two cores"),
    };
    // Without --locked: its own lock may name what a mirror does not have yet.
    let fill = |partial: &Path| cargo_install(partial, "wasm-bindgen-cli", version, &[]);
    Ok(Some(place.tools.ensure(&tool, fill)?.join("bin")))
}

/// The folder of wasm-opt, or none where it is on the path.
fn wasm_opt(place: &Place) -> Result<Option<PathBuf>> {
    if fitting("wasm-opt", WASM_OPT).is_some() {
        return Ok(None);
    }
    node()?;
    let bin = Path::new("node_modules").join(".bin");
    let tool = Tool {
        folder: format!("binaryen-{BINARYEN}"),
        proof: bin.join("wasm-opt"),
        about: &format!("wasm-opt of Binaryen {BINARYEN}, 100 MB, some seconds"),
    };
    let folder = place.tools.ensure(&tool, |partial| {
        let root = partial.join("root");
        write(&root.join("package.json"), "{ \"private\": true }\n")?;
        let package = format!("binaryen@{BINARYEN}");
        npm(&root, &["install", "--save-exact", &package])
    })?;
    Ok(Some(folder.join(bin)))
}

/// The folder whose `node_modules` the browser tests use. Its name follows the lock, so a new lock is a new tool.
///
/// # Errors
/// npm is missing or fails.
pub(crate) fn browser_packages(place: &Place) -> Result<PathBuf> {
    node()?;
    let source = place.root.join("tests").join("e2e");
    let lock = fs::read(source.join("package-lock.json"))
        .map_err(|error| format!("the lock of tests/e2e cannot be read: {error}"))?;
    let tool = Tool {
        folder: format!("e2e-{:016x}", fingerprint(&lock)),
        proof: Path::new("node_modules").join(".package-lock.json"),
        about: "the npm packages of the browser tests, 20 MB, some seconds",
    };
    place.tools.ensure(&tool, |partial| {
        let root = partial.join("root");
        for name in ["package.json", "package-lock.json"] {
            fs::copy(source.join(name), root.join(name))
                .map_err(|error| format!("{name} cannot be copied: {error}"))?;
        }
        npm(&root, &["ci"])
    })
}

/// A program on the path, if it is of this version.
fn fitting(name: &str, version: &str) -> Option<PathBuf> {
    which(name).filter(|program| version_of(program).as_deref() == Some(version))
}

fn in_bin(name: &str) -> PathBuf {
    Path::new("bin").join(format!("{name}{}", std::env::consts::EXE_SUFFIX))
}

/// Installs a program into `root` under a folder. What is built stays beside it until all is done, so a second
/// attempt goes on where the first was interrupted.
fn cargo_install(partial: &Path, name: &str, version: &str, more: &[&str]) -> Result {
    let mut command = cargo(partial);
    command.args(["install", "--quiet", name, "--version", version, "--debug", "--root"]);
    command.arg(partial.join("root")).args(more);
    command.env("CARGO_TARGET_DIR", partial.join("target"));
    run(&mut command)
}

fn npm(folder: &Path, words: &[&str]) -> Result {
    let npm = which("npm").ok_or("npm is needed on the path: it comes with Node")?;
    let quiet = ["--no-audit", "--no-fund", "--ignore-scripts", "--loglevel=error"];
    run(Command::new(npm).current_dir(folder).args(words).args(quiet))
}

fn write(file: &Path, text: &str) -> Result {
    fs::write(file, text).map_err(|error| format!("{} cannot be written: {error}", file.display()))
}

/// The version of a package in the text of a Cargo.lock.
fn locked_version<'a>(lock: &'a str, package: &str) -> Option<&'a str> {
    let mut lines = lock.lines();
    let name = format!("name = \"{package}\"");
    lines.find(|line| *line == name)?;
    lines.next()?.strip_prefix("version = \"")?.strip_suffix('"')
}

/// The first two numbers of a version.
fn major_minor(version: &str) -> Option<(u32, u32)> {
    let mut numbers = version.split('.').map(str::parse);
    Some((numbers.next()?.ok()?, numbers.next()?.ok()?))
}

/// FNV-1a: short, and the same on every machine.
fn fingerprint(bytes: &[u8]) -> u64 {
    bytes.iter().fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
        (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_locked_version_is_that_of_the_very_package() {
        let lock = "[[package]]\nname = \"wasm-bindgen-futures\"\nversion = \"0.4.80\"\n\n\
                    [[package]]\nname = \"wasm-bindgen\"\nversion = \"0.2.130\"\n";
        assert_eq!(locked_version(lock, "wasm-bindgen"), Some("0.2.130"));
        assert_eq!(locked_version(lock, "wasm"), None);
    }

    #[test]
    fn versions_are_compared_as_numbers() {
        assert!(major_minor("20.9.0") < Some(NODE_MIN));
        assert!(major_minor("20.11.0") >= Some(NODE_MIN));
        assert!(major_minor("100.0.0") > Some(NODE_MIN));
        assert_eq!(major_minor(""), None);
    }

    #[test]
    fn the_fingerprint_is_fnv_1a() {
        assert_eq!(fingerprint(b""), 0xcbf2_9ce4_8422_2325);
        assert_eq!(fingerprint(b"foobar"), 0x8594_4171_f739_67e8);
    }
}
