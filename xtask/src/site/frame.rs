//! The frame for course pages, the script for the pages around it, and the page that documents both.

use super::offline::UNNAMED;
use super::pages::escape;
use super::policy;
use crate::process::Result;
use seatrace::scenario::{gallery, params};
use seatrace::texts::frame::around::AROUND;

/// Files at the root of the site that the frame, and the pages around it, ask for by these names.
const FILES: [(&str, &str); 5] = [
    ("embed.js", include_str!("../../../static/embed.js")),
    ("embed.css", include_str!("../../../static/embed.css")),
    ("embedding.js", include_str!("../../../static/embedding.js")),
    ("embedding.css", include_str!("../../../static/embedding.css")),
    ("seatrace-host.js", include_str!("../../../static/seatrace-host.js")),
];

/// What the frame shares with the page, besides `tokens.css`, of `static/style.css`: sections of it, and of some only lines that begin so.
const SHARED: [(&str, &[&str]); 9] = [
    ("seatrace: the look", &[]),
    ("users: the first eight", &[]),
    ("-- the bill", &[".btn"]),
    ("-- hall", &[]),
    ("-- lanes", &[]),
    ("-- side", &[".tabs", ".log"]),
    ("-- verdict", &[]),
    ("-- transport", &[]),
    ("-- before the first step", &[".opening", ".lanes", ".cast"]),
];

/// The files of the frame, by the names that they have in the site. `built` is the front page as it was built.
///
/// # Errors
/// The styles of the page are not the ones that this was written for.
pub(super) fn files(built: &str) -> Result<Vec<(String, String)>> {
    let mut files: Vec<(String, String)> =
        FILES.iter().map(|(name, text)| ((*name).into(), served(name, text))).collect();
    let shared = sections(include_str!("../../../static/style.css"), &SHARED)?;
    if let Some((_, style)) = files.iter_mut().find(|(name, _)| name == "embed.css") {
        style.insert_str(0, &(dense(include_str!("../../../static/tokens.css")) + &dense(&shared)));
    }
    let page = |template: &str| {
        let page = template.replace("HASH", UNNAMED).replace("POLICY", policy::PROGRAM);
        page.replace("LOOK", &named(built, ".css")).replace("ICON", &named(built, ".svg"))
    };
    let frame = page(include_str!("../../../static/embed.html"));
    let frame = frame.replace("SLUGS", &slugs()).replace("PARAMS", &names());
    let frame = frame.replace("CLOSE", CLOSE).replace("KEYS", &keys());
    let worded = |page: String, (mark, text): &(&str, &str)| page.replace(mark, &escape(text));
    let frame = AROUND.iter().fold(frame, worded);
    if frame.contains("{{") {
        return Err("static/embed.html has a mark for which there is no text".into());
    }
    files.push(("embed/index.html".into(), frame));
    files.push((
        "embedding/index.html".into(),
        page(include_str!("../../../static/embedding.html")),
    ));
    Ok(files)
}

/// The lines of some sections of a style, without comments. A section begins with a comment at the start of a line.
///
/// # Errors
/// There is no such section.
fn sections(style: &str, wanted: &[(&str, &[&str])]) -> Result<String> {
    let mut text = String::new();
    for (title, starts) in wanted {
        let begin = style.find(&format!("/* {title}"));
        let rest = begin.map(|at| &style[at..]).ok_or(format!("style.css has no {title:?}"))?;
        let (_, rest) = rest.split_once("*/").unwrap_or((rest, ""));
        let section = rest.split("\n/* ").next().unwrap_or(rest);
        let kept =
            |line: &&str| starts.is_empty() || starts.iter().any(|start| line.starts_with(start));
        for line in section.lines().filter(kept) {
            text.push_str(line);
            text.push('\n');
        }
    }
    Ok(text)
}

/// Scripts are served without the comments that explain them here, but for a licence; styles also without what only makes
/// them readable.
fn served(name: &str, text: &str) -> String {
    if name.ends_with(".css") {
        return dense(text);
    }
    let comment = |line: &&str| ["// ", "/** "].iter().any(|mark| line.starts_with(mark));
    let lines = text.lines().map(str::trim_start).filter(|line| !comment(line));
    lines.collect::<Vec<_>>().join("\n") + "\n"
}

/// A style without comments and spaces. Our styles have none of these in a text of theirs.
fn dense(style: &str) -> String {
    let mut text = String::new();
    let mut rest = style;
    while let Some((before, comment)) = rest.split_once("/*") {
        text.push_str(before);
        rest = comment.split_once("*/").map_or("", |(_, after)| after);
    }
    text.push_str(rest);
    let mut text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    for (spaced, mark) in [
        ("} ", "}"),
        (" {", "{"),
        ("{ ", "{"),
        ("; ", ";"),
        (": ", ":"),
        (", ", ","),
        (";}", "}"),
        ("; }", "}"),
        (" }", "}"),
    ] {
        text = text.replace(spaced, mark);
    }
    text
}

/// The file of a kind that the built page names first, from one folder further down.
fn named(built: &str, kind: &str) -> String {
    let name = hrefs(built).find(|name| name.ends_with(kind));
    name.map_or(String::new(), |name| format!("../{name}"))
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

    #[test]
    fn the_pages_around_share_the_files_of_the_page() {
        let built =
            "<link href=./icon-1.svg rel=icon><link rel=\"stylesheet\" href=\"./look-2.css\">";
        assert_eq!(named(built, ".css"), "../look-2.css");
        assert_eq!(named(built, ".svg"), "../icon-1.svg");
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
    fn sections_are_found_by_their_titles() {
        let style = "/* one */\n.a {}\n.b {}\n/* two: more */\n.c {} /* inside */\n.d {}\n/* three */\n.e {}\n";
        let found = sections(style, &[("two", &[]), ("one", &[".b"])]);
        assert_eq!(found.as_deref(), Ok("\n.c {} /* inside */\n.d {}\n.b {}\n"));
        assert!(sections(style, &[("four", &[])]).is_err());
        assert!(sections(include_str!("../../../static/style.css"), &SHARED).is_ok());
    }

    #[test]
    fn styles_are_dense() {
        let style = "/* a */\n.a, .b { c: d; e: f; }\n@media (g: h) {\n  .i { j: \"k l\" }\n}\n";
        assert_eq!(dense(style), ".a,.b{c:d;e:f}@media (g:h){.i{j:\"k l\"}}");
    }

    #[test]
    fn the_script_for_hosts_is_small_and_keeps_its_licence() {
        let (name, text) = FILES[4];
        let served = served(name, text);
        assert!(served.len() <= 1024, "{} bytes", served.len());
        assert!(served.contains("MIT"));
    }
}
