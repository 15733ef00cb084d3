//! What works without a network: the name of the build, and the list of files that the service worker keeps.

use crate::process::Result;
use std::fs;
use std::path::Path;

/// Stands in the pages where the name of the build belongs: behind the `?` of what has no hash in its own name.
pub(super) const UNNAMED: &str = "SEATRACE_BUILD";

/// Gives the build its name, tells it to every page, and writes the service worker.
///
/// A build is known by what is kept of it, so equal builds are one to every browser.
///
/// # Errors
/// `dist/` cannot be read or written, or no page asks for the name.
pub(super) fn seal(dist: &Path) -> Result {
    let mut files = Vec::new();
    list(dist, dist, &mut files)?;
    files.sort();
    let build = name(dist, files.iter().filter(|name| kept(name)))?;
    let mut told = false;
    for page in files.iter().filter(|name| name.ends_with(".html")) {
        let path = dist.join(page);
        let text = fs::read_to_string(&path).map_err(|error| format!("dist/{page}: {error}"))?;
        told |= text.contains(UNNAMED);
        let text = text.replace(UNNAMED, &build);
        fs::write(&path, text).map_err(|error| format!("dist/{page}: {error}"))?;
    }
    if !told {
        return Err(format!("no page of dist/ has {UNNAMED}"));
    }
    fs::write(dist.join("sw.js"), worker(&build, &files))
        .map_err(|error| format!("dist/sw.js: {error}"))
}

fn name<'a>(dist: &Path, files: impl Iterator<Item = &'a String>) -> Result<String> {
    let mut build = crc32fast::Hasher::new();
    for name in files {
        let bytes = fs::read(dist.join(name)).map_err(|error| format!("dist/{name}: {error}"))?;
        build.update(name.as_bytes());
        build.update(&bytes);
    }
    Ok(format!("{:08x}", build.finalize()))
}

/// `static/sw.js` with the files of this build.
fn worker(build: &str, files: &[String]) -> String {
    let kept = files.iter().filter(|name| kept(name));
    let kept = kept.map(|name| format!("{:?}", name.trim_end_matches("index.html")));
    include_str!("../../../static/sw.js")
        .replace("\"BUILD\"", &format!("{build:?}"))
        .replace("[\"FILES\"]", &format!("[{}]", kept.collect::<Vec<_>>().join(",")))
}

/// Not kept: what only other programs read, what is the same again in one file, and what the service worker itself is.
const LEFT_OUT: [&str; 8] = [
    "sw.js",
    "robots.txt",
    "sitemap.xml",
    "404.html",
    "seatrace-standalone.html",
    "version.json",
    "run.schema.json",
    "plain.css",
];

fn kept(name: &str) -> bool {
    let preview =
        name.starts_with("oembed/") || name.starts_with("poster/") && name.ends_with(".png");
    !preview && !LEFT_OUT.contains(&name)
}

fn list(dist: &Path, folder: &Path, files: &mut Vec<String>) -> Result {
    let entries = fs::read_dir(folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    for entry in entries {
        let path = entry.map_err(|error| error.to_string())?.path();
        if path.is_dir() {
            list(dist, &path, files)?;
        } else if let Some(name) = path.strip_prefix(dist).ok().and_then(Path::to_str) {
            files.push(name.replace('\\', "/"));
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn files(names: &[&str]) -> Vec<String> {
        names.iter().map(|name| (*name).to_owned()).collect()
    }

    #[test]
    fn the_worker_keeps_what_the_lab_needs() {
        let all = files(&[
            "404.html",
            "a-1.js",
            "index.html",
            "oembed/x.json",
            "poster/x.png",
            "poster/x.svg",
            "s/x/index.html",
        ]);
        let script = worker("0badcafe", &all);
        assert!(script.contains("const BUILD = \"0badcafe\";"), "{script}");
        assert!(
            script.contains("const FILES = [\"a-1.js\",\"\",\"poster/x.svg\",\"s/x/\"];"),
            "{script}"
        );
    }

    #[test]
    fn a_build_is_sealed_once_and_by_its_content() {
        let dist = std::env::temp_dir().join(format!("seatrace-seal-{}", std::process::id()));
        let page = dist.join("s/x/index.html");
        fs::create_dir_all(dist.join("s/x")).expect("a scratch folder");
        let seal_with = |text: &str| {
            fs::write(&page, text).expect("writable");
            seal(&dist).map(|()| fs::read_to_string(&page).expect("readable"))
        };
        let one = seal_with("<script data-build=SEATRACE_BUILD src=a>").expect("sealed");
        assert!(one.starts_with("<script data-build=") && !one.contains("BUILD"), "{one}");
        let script = fs::read_to_string(dist.join("sw.js")).expect("written");
        let build = one.split(['=', ' ']).nth(2).expect("a name");
        assert!(script.contains(build));
        let other = seal_with("<script data-build=SEATRACE_BUILD src=b>").expect("sealed");
        assert_ne!(one.replace("src=a", ""), other.replace("src=b", ""));
        assert!(seal_with("<p>").is_err(), "nobody would know the build");
        fs::remove_dir_all(&dist).expect("removable");
    }
}
