//! Everything of the site that is not the program: a page for each scenario of the gallery, the frame for embedding, what
//! hosts and search engines read, a copy in one file, and what works without a network.
//!
//! All of it is made from what Trunk has built, after Trunk, so that `trunk serve` stays what it is.

mod found;
mod frame;
mod home;
mod library;
mod listed;
mod look;
mod offline;
mod pages;
mod policy;
mod posters;
mod preview;
mod standalone;

pub(crate) use home::Home;

use crate::Place;
use crate::process::Result;
use pages::Shell;
use posters::posters;
use std::fs;
use std::path::Path;

/// Writes the site around the program in `dist/`. Where it will lie is known or not.
///
/// # Errors
/// `dist/` is not what Trunk leaves there, or cannot be written.
pub(crate) fn publish(place: &Place, home: Option<&Home>) -> Result {
    let dist = place.root.join("dist");
    let built = fs::read_to_string(dist.join("index.html"))
        .map_err(|error| format!("dist/index.html: {error}: build the page first"))?;
    let built = look::join(&dist, &built)?;
    let shell = Shell::of(&built, home)?;
    let write = |name: &str, text: String| write(&dist, name, text.as_bytes());
    write(standalone::NAME, standalone::page(&dist, &built)?)?;
    for (name, text) in frame::files(&built)? {
        write(&name, text)?;
    }
    for entry in seatrace::scenario::gallery() {
        write(&format!("s/{}/index.html", entry.slug), shell.scenario(entry))?;
        if let Some(home) = home {
            write(&format!("oembed/{}.json", entry.slug), listed::oembed(home, entry))?;
        }
    }
    for poster in posters()? {
        write(&format!("poster/{}.svg", poster.name), poster.svg)?;
        self::write(&dist, &format!("poster/{}.png", poster.name), &poster.png)?;
    }
    write("404.html", found::not_found(home)?)?;
    write("plain.css", include_str!("../../../static/plain.css").into())?;
    write("robots.txt", listed::robots(home))?;
    if let Some(home) = home {
        write("sitemap.xml", listed::sitemap(home))?;
    }
    write("run.schema.json", include_str!("../../../static/run.schema.json").into())?;
    write("seatrace.js", library::module(&dist)?)?;
    write("version.json", listed::version(&place.root))?;
    write("index.html", shell.front())?;
    // Last: it looks at all the others.
    offline::seal(&dist)
}

fn write(dist: &Path, name: &str, bytes: &[u8]) -> Result {
    let path = dist.join(name);
    let folder = path.parent().unwrap_or(dist);
    let written = fs::create_dir_all(folder).and_then(|()| fs::write(&path, bytes));
    written.map_err(|error| format!("dist/{name}: {error}"))
}
