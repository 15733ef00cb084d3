//! What works without a network: the list of files that the service worker keeps.

use crate::process::Result;
use std::fs;
use std::path::Path;

/// The service worker: `static/sw.js` with the files of this build.
///
/// A build is known by what is in it, so equal builds are one to every browser.
pub(super) fn worker(dist: &Path) -> Result<String> {
    let script = include_str!("../../../static/sw.js");
    let mut files = Vec::new();
    list(dist, dist, &mut files)?;
    files.sort();
    let mut build = crc32fast::Hasher::new();
    for name in &files {
        let bytes = fs::read(dist.join(name)).map_err(|error| format!("dist/{name}: {error}"))?;
        build.update(name.as_bytes());
        build.update(&bytes);
    }
    let kept = files.iter().map(|name| format!("{:?}", name.trim_end_matches("index.html")));
    let kept = kept.collect::<Vec<_>>().join(",");
    Ok(script
        .replace("\"BUILD\"", &format!("\"{:08x}\"", build.finalize()))
        .replace("[\"FILES\"]", &format!("[{kept}]")))
}

/// Not kept: what is only for search engines and tools, or is the same again in one file.
const LEFT_OUT: [&str; 6] =
    ["sw.js", "robots.txt", "404.html", "standalone.html", "version.json", "run.schema.json"];

fn list(dist: &Path, folder: &Path, files: &mut Vec<String>) -> Result {
    let entries = fs::read_dir(folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    for entry in entries {
        let path = entry.map_err(|error| error.to_string())?.path();
        if path.is_dir() {
            list(dist, &path, files)?;
        } else if let Some(name) = path.strip_prefix(dist).ok().and_then(Path::to_str) {
            let name = name.replace('\\', "/");
            if !LEFT_OUT.contains(&name.as_str()) {
                files.push(name);
            }
        }
    }
    Ok(())
}
