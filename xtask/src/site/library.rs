//! seatrace as a module that other pages import.

use crate::process::Result;
use std::fs;
use std::path::Path;

/// What the module loads, one file from the other.
const LOADED: [&str; 4] = ["helper.js", "station.js", "worker.js", "worker_bg.wasm"];

/// `static/seatrace.js` for this build: the files keep their names, so the module asks for them by what is in them, and a
/// cache that kept an old one is no trap.
pub(super) fn module(dist: &Path) -> Result<String> {
    let mut build = crc32fast::Hasher::new();
    for name in LOADED {
        build.update(&fs::read(dist.join(name)).map_err(|error| format!("dist/{name}: {error}"))?);
    }
    Ok(stamped(include_str!("../../../static/seatrace.js"), build.finalize()))
}

fn stamped(module: &str, build: u32) -> String {
    module.replace("BUILD", &format!("{build:08x}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_module_asks_for_the_files_of_its_build() {
        let module = stamped(include_str!("../../../static/seatrace.js"), 0xabc);
        assert!(module.contains("from \"./helper.js?00000abc\""), "{module}");
        assert!(module.contains("staff(\"00000abc\""), "{module}");
        assert!(!module.contains("BUILD"), "{module}");
    }
}
