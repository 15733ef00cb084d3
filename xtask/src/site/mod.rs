//! Everything of the site that is not the program: a page for each scenario of the gallery, the frame for embedding, what
//! hosts and search engines read, a copy in one file, and what works without a network.
//!
//! All of it is made from what Trunk has built, after Trunk, so that `trunk serve` stays what it is.

mod found;
mod frame;
mod library;
mod offline;
mod pages;
mod standalone;

use crate::Place;
use crate::process::{Result, ask};
use pages::Shell;
use std::fs;
use std::path::Path;

/// Writes the site around the program in `dist/`.
///
/// # Errors
/// `dist/` is not what Trunk leaves there, or cannot be written.
pub(crate) fn publish(place: &Place) -> Result {
    let dist = place.root.join("dist");
    let built = fs::read_to_string(dist.join("index.html"))
        .map_err(|error| format!("dist/index.html: {error}: build the page first"))?;
    let shell = Shell::of(&built)?;
    let write = |name: &str, text: String| -> Result {
        let path = dist.join(name);
        let folder = path.parent().unwrap_or(&dist);
        let written = fs::create_dir_all(folder).and_then(|()| fs::write(&path, text));
        written.map_err(|error| format!("dist/{name}: {error}"))
    };
    write("standalone.html", standalone::page(&dist, &built)?)?;
    for (name, text) in frame::files(&dist, &built)? {
        write(&name, text)?;
    }
    for entry in seatrace::scenario::gallery() {
        write(&format!("s/{}/index.html", entry.slug), shell.scenario(entry))?;
    }
    write("404.html", found::not_found())?;
    write("robots.txt", "User-agent: *\nDisallow: /embed/\n".into())?;
    write("run.schema.json", include_str!("../../../static/run.schema.json").into())?;
    write("seatrace.js", library::module(&dist)?)?;
    write("version.json", version(&place.root))?;
    write("index.html", shell.front())?;
    // Last: it lists all the others.
    write("sw.js", offline::worker(&dist)?)
}

/// What is served: `{app, version, links, commit}`.
fn version(root: &Path) -> String {
    let mut git = std::process::Command::new("git");
    let commit = ask(git.current_dir(root).args(["rev-parse", "--short", "HEAD"]));
    let commit = commit.map_or("null".into(), |commit| format!("{commit:?}"));
    let (version, links) = (env!("CARGO_PKG_VERSION"), seatrace::share::VERSION);
    format!(
        "{{\"app\":\"seatrace\",\"version\":\"{version}\",\"links\":{links},\"commit\":{commit}}}\n"
    )
}
