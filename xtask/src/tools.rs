//! The cache of tools: one folder for each tool and version, outside the clone.
//!
//! A tool is filled into a folder of another name, tried, and only then renamed, so that an interrupted
//! installation is never taken for a good one. A lock keeps two runs from installing at the same time.

use crate::process::Result;
use std::env;
use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::process::Command;

/// The folder in which all tools are.
pub(crate) struct Tools {
    home: PathBuf,
}

/// A tool that can be installed.
pub(crate) struct Tool<'a> {
    /// Its folder: name and version.
    pub(crate) folder: String,
    /// A file in it that is there if and only if the tool is.
    pub(crate) proof: PathBuf,
    /// What is installed, and roughly how long it takes.
    pub(crate) about: &'a str,
}

impl Tools {
    /// Finds the cache: `$SEATRACE_TOOLS`, else `$XDG_CACHE_HOME/seatrace`, else `~/.cache/seatrace`.
    ///
    /// # Errors
    /// None of these variables is set, nor is the home of the user known.
    pub(crate) fn open() -> Result<Tools> {
        let set = |name| env::var_os(name).filter(|value| !value.is_empty()).map(PathBuf::from);
        let home = set("SEATRACE_TOOLS")
            .or_else(|| set("XDG_CACHE_HOME").map(|cache| cache.join("seatrace")))
            .or_else(|| env::home_dir().map(|home| home.join(".cache").join("seatrace")))
            .ok_or("no home folder is known: set SEATRACE_TOOLS to a folder for tools")?;
        let home = std::path::absolute(&home)
            .map_err(|error| format!("{} is no usable folder: {error}", home.display()))?;
        Ok(Tools { home })
    }

    /// The folder of a tool, installed first if it is missing. `fill` puts the tool into the folder `root`
    /// under the one it is given, which is the same in every attempt: what a broken one left can be used.
    ///
    /// # Errors
    /// Why it could not be installed.
    pub(crate) fn ensure(
        &self,
        tool: &Tool<'_>,
        fill: impl FnOnce(&Path) -> Result,
    ) -> Result<PathBuf> {
        let folder = self.home.join(&tool.folder);
        let there = || folder.join(&tool.proof).is_file();
        if there() {
            return Ok(folder);
        }
        let why = |what: &str, error: std::io::Error| {
            format!("{what} {} failed: {error}", self.home.display())
        };
        fs::create_dir_all(&self.home).map_err(|error| why("creating", error))?;
        let lock =
            File::create(self.home.join(".lock")).map_err(|error| why("writing to", error))?;
        if lock.try_lock().is_err() {
            eprintln!("xtask: waiting for another run that is installing a tool");
            lock.lock().map_err(|error| why("locking", error))?;
        }
        // Whoever held the lock before may have installed it meanwhile.
        if there() {
            return Ok(folder);
        }
        eprintln!("xtask: installing {} into {}", tool.about, self.home.display());
        let partial = self.home.join(format!("{}.partial", tool.folder));
        let root = partial.join("root");
        remove(&root)?;
        fs::create_dir_all(&root).map_err(|error| why("writing to", error))?;
        fill(&partial).map_err(|error| format!("{} was not installed: {error}", tool.folder))?;
        if !root.join(&tool.proof).is_file() {
            let proof = tool.proof.display();
            return Err(format!("{} was installed without its {proof}", tool.folder));
        }
        remove(&folder)?;
        fs::rename(&root, &folder).map_err(|error| why("renaming a tool in", error))?;
        remove(&partial)?;
        Ok(folder)
    }
}

/// Removes a folder and all in it, if it is there.
fn remove(folder: &Path) -> Result {
    match fs::remove_dir_all(folder) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => {
            Err(format!("{} could not be removed: {error}", folder.display()))
        }
        _ => Ok(()),
    }
}

/// The version that a program prints of itself: the first word that begins with a digit.
pub(crate) fn version_of(program: &Path) -> Option<String> {
    let text = crate::process::ask(Command::new(program).arg("--version"))?;
    version_in(&text)
}

fn version_in(text: &str) -> Option<String> {
    let words = text.split_whitespace().map(|word| word.trim_start_matches('v'));
    words.into_iter().find(|word| word.starts_with(|c: char| c.is_ascii_digit())).map(String::from)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn scratch(name: &str) -> Tools {
        let home = env::temp_dir().join(format!("seatrace-tools-{}-{name}", std::process::id()));
        remove(&home).expect("a scratch folder can be emptied");
        Tools { home }
    }

    fn tool() -> Tool<'static> {
        Tool { folder: "saw-1.0".to_string(), proof: "bin/saw".into(), about: "a saw" }
    }

    fn forge(partial: &Path) -> Result {
        let bin = partial.join("root/bin");
        fs::create_dir_all(&bin).and_then(|()| fs::write(bin.join("saw"), "")).expect("writable");
        Ok(())
    }

    #[test]
    fn a_tool_is_installed_once() {
        let tools = scratch("once");
        let first = tools.ensure(&tool(), forge).expect("it can be installed");
        assert!(first.join("bin/saw").is_file());
        let second = tools.ensure(&tool(), |_| Err("installed twice".to_string()));
        assert_eq!(second, Ok(first));
        remove(&tools.home).expect("removable");
    }

    #[test]
    fn an_interrupted_installation_is_not_taken_for_a_good_one() {
        let tools = scratch("broken");
        let broken = |partial: &Path| forge(partial).and(Err("the power failed".to_string()));
        assert!(tools.ensure(&tool(), broken).is_err());
        assert!(!tools.home.join("saw-1.0").exists());
        assert!(tools.ensure(&tool(), |_| Ok(())).is_err(), "nothing was put there");
        assert!(tools.ensure(&tool(), forge).is_ok());
        assert!(!tools.home.join("saw-1.0.partial").exists());
        remove(&tools.home).expect("removable");
    }

    #[test]
    fn versions_are_found_in_what_programs_print() {
        let check = |text, version: Option<&str>| {
            assert_eq!(version_in(text).as_deref(), version, "{text}");
        };
        check("trunk 0.22.1", Some("0.22.1"));
        check("wasm-opt version 132 (version_132)", Some("132"));
        check("v20.20.2", Some("20.20.2"));
        check("Chromium 156.0.1 built on Debian", Some("156.0.1"));
        check("unknown", None);
    }
}
