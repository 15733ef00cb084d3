//! The frame for course pages, the script for the pages around it, and the page that documents both.

use super::pages::{POLICY, escape};
use crate::process::Result;
use seatrace::scenario::{gallery, params};
use std::fs;
use std::path::Path;

/// Files at the root of the site that the frame, and the pages around it, ask for by these names.
const FILES: [(&str, &str); 5] = [
    ("embed.js", include_str!("../../../static/embed.js")),
    ("embed.css", include_str!("../../../static/embed.css")),
    ("embedding.js", include_str!("../../../static/embedding.js")),
    ("embedding.css", include_str!("../../../static/embedding.css")),
    ("seatrace-host.js", include_str!("../../../static/seatrace-host.js")),
];

/// What a cache must not mix with files of another build.
const HASHED: [&str; 6] =
    ["embed.js", "embed.css", "embedding.js", "embedding.css", "frame.js", "frame_bg.wasm"];

/// The files of the frame, by the names that they have in the site. `built` is the front page as it was built.
///
/// # Errors
/// The program of the frame was not built.
pub(super) fn files(dist: &Path, built: &str) -> Result<Vec<(String, String)>> {
    let mut files: Vec<(String, String)> =
        FILES.iter().map(|(name, text)| ((*name).into(), served(name, text))).collect();
    let hash = hash(dist, &files)?;
    let page = |template: &str| {
        let page = template.replace("HASH", &hash).replace("POLICY", POLICY);
        page.replace("STYLES", &styles(built)).replace("ICON", &icon(built))
    };
    let frame = page(include_str!("../../../static/embed.html"));
    let frame = frame.replace("SLUGS", &slugs()).replace("PARAMS", &names());
    let frame = frame.replace("CLOSE", CLOSE).replace("KEYS", &keys());
    files.push(("embed/index.html".into(), frame));
    files.push((
        "embedding/index.html".into(),
        page(include_str!("../../../static/embedding.html")),
    ));
    Ok(files)
}

/// Scripts are served without the comments that explain them here, but for a licence.
fn served(name: &str, text: &str) -> String {
    if !name.ends_with(".js") {
        return text.to_owned();
    }
    let comment = |line: &&str| ["// ", "/** "].iter().any(|mark| line.starts_with(mark));
    let lines = text.lines().map(str::trim_start).filter(|line| !comment(line));
    lines.collect::<Vec<_>>().join("\n") + "\n"
}

fn hash(dist: &Path, files: &[(String, String)]) -> Result<String> {
    let mut hash = crc32fast::Hasher::new();
    for name in HASHED {
        match files.iter().find(|(of, _)| of == name) {
            Some((_, text)) => hash.update(text.as_bytes()),
            None => {
                let bytes = fs::read(dist.join(name));
                hash.update(&bytes.map_err(|error| format!("dist/{name}: {error}"))?);
            }
        }
    }
    Ok(format!("{:08x}", hash.finalize()))
}

/// The styles of the built page, one folder up: those that the frame shares with it. The shell is what surrounds the
/// drawings of the page, and has no place in a frame.
fn styles(built: &str) -> String {
    let names = hrefs(built).filter(|name| name.ends_with(".css") && !name.starts_with("shell"));
    names.map(|name| format!("<link rel=\"stylesheet\" href=\"../{name}\">\n")).collect()
}

fn icon(built: &str) -> String {
    hrefs(built)
        .find(|name| name.ends_with(".svg"))
        .map_or(String::new(), |name| format!("../{name}"))
}

/// The files of the built page's head, without `./`.
fn hrefs(built: &str) -> impl Iterator<Item = &str> {
    let names = built.split("href=").skip(1);
    let names = names.map(|rest| rest.trim_start_matches('"').trim_start_matches("./"));
    names.map(|rest| rest.split([' ', '>', '"']).next().unwrap_or_default())
}

/// The sign on the buttons that close something.
const CLOSE: &str = "<svg viewBox=\"0 0 16 16\" aria-hidden=\"true\"><path d=\"M3.5 3.5l9 9M12.5 3.5l-9 9\"/></svg>";

/// The keyboard map: a row each.
fn keys() -> String {
    let rows = seatrace::frame::FRAME_KEYS.iter().map(|(keys, does)| {
        let keys = keys.iter().map(|key| format!("<kbd>{}</kbd>", escape(key)));
        format!("<div><dt>{}</dt><dd>{}</dd></div>", keys.collect::<String>(), escape(does))
    });
    rows.collect()
}

fn slugs() -> String {
    let slugs: Vec<&str> = gallery().iter().map(|entry| entry.slug).collect();
    escape(&slugs.join(" "))
}

/// The parameters that make another scenario of one of the gallery.
fn names() -> String {
    let names = params().iter().map(|param| param.name).filter(|name| !["v", "s"].contains(name));
    escape(&names.collect::<Vec<_>>().join(" "))
}

#[cfg(test)]
mod tests {
    use super::*;

    const BUILT: &str = "<link href=./icon-1.svg rel=icon><link href=./tokens-2.css rel=stylesheet>\
        <link rel=\"stylesheet\" href=\"./style-3.css\"><link rel=\"stylesheet\" href=\"./shell-4.css\">";

    #[test]
    fn the_frame_shares_the_styles_of_the_page() {
        let expected = "<link rel=\"stylesheet\" href=\"../tokens-2.css\">\n\
            <link rel=\"stylesheet\" href=\"../style-3.css\">\n";
        assert_eq!(styles(BUILT), expected);
        assert_eq!(icon(BUILT), "../icon-1.svg");
    }

    #[test]
    fn the_page_about_embedding_names_every_parameter_and_message() {
        let page = include_str!("../../../static/embedding.html");
        let parameters = seatrace::share::Embed::parameters().map(|(name, _)| name);
        let said = seatrace::frame::Kind::ALL.map(seatrace::frame::Kind::name);
        for name in parameters.chain(said).chain(seatrace::frame::TYPES) {
            assert!(page.contains(&format!("<code>{name}</code>")), "{name} is not told of");
        }
    }

    #[test]
    fn the_script_for_hosts_is_small_and_keeps_its_licence() {
        let (name, text) = FILES[4];
        let served = served(name, text);
        assert!(served.len() <= 1024, "{} bytes", served.len());
        assert!(served.contains("MIT"));
    }
}
