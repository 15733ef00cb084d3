//! The small files that only programs read: what this is, what there is, and how a pasted link becomes a frame.

use super::home::Home;
use crate::process::ask;
use seatrace::export::SVG_SIZE;
use seatrace::scenario::{Entry, gallery};
use seatrace::share::{Embedded, Host};
use serde_json::json;
use std::path::Path;

/// Everybody may read everything: a page that is not to be found says so itself, which is only seen if it may be read.
pub(super) fn robots(home: Option<&Home>) -> String {
    let list = home.map(|home| format!("Sitemap: {}\n", home.at("sitemap.xml")));
    format!("User-agent: *\nAllow: /\n{}", list.unwrap_or_default())
}

/// The front page and the scenarios.
pub(super) fn sitemap(home: &Home) -> String {
    let paths = gallery().iter().map(|entry| format!("s/{}/", entry.slug));
    let rows = std::iter::once(String::new())
        .chain(paths)
        .map(|path| format!("  <url><loc>{}</loc></url>\n", home.at(&path)));
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n{}</urlset>\n",
        rows.collect::<String>()
    )
}

/// The size of a frame in CSS pixels, as the snippets of the share dialog have it.
const FRAME: (u32, u32) = (900, 480);

/// oEmbed 1.0: a frame with the scenario. A static file cannot heed `maxwidth`; the frame is as wide as there is room.
pub(super) fn oembed(home: &Home, entry: &Entry) -> String {
    let (width, height) = FRAME;
    let embedded = Embedded {
        base: home.at(""),
        query: format!("v={}&s={}", seatrace::share::VERSION, entry.slug),
        slug: entry.slug.into(),
        title: entry.title.into(),
        height_px: height,
    };
    let (thumbnail_width, thumbnail_height) = SVG_SIZE;
    let object = json!({
        "version": "1.0",
        "type": "rich",
        "title": entry.title,
        "provider_name": "seatrace",
        "provider_url": home.at(""),
        "html": embedded.snippet(Host::Lms),
        "width": width,
        "height": height,
        "thumbnail_url": home.at(&format!("poster/{}.png", entry.slug)),
        "thumbnail_width": thumbnail_width,
        "thumbnail_height": thumbnail_height,
    });
    format!("{object}\n")
}

/// What is served: the program, the version of its engine, that of its links, and the commit it was built from, if known.
pub(super) fn version(root: &Path) -> String {
    let mut git = std::process::Command::new("git");
    let commit = ask(git.current_dir(root).args(["rev-parse", "--short", "HEAD"]));
    let object = json!({
        "app": "seatrace",
        "engine": env!("CARGO_PKG_VERSION"),
        "schema": seatrace::share::VERSION,
        "commit": commit,
    });
    format!("{object}\n")
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::Value;

    fn home() -> Home {
        Home::read("--site", "https://host.example/sub/").expect("an address")
    }

    #[test]
    fn the_lists_name_every_scenario_absolutely() {
        let list = sitemap(&home());
        assert_eq!(list.matches("<loc>https://host.example/sub/").count(), 1 + gallery().len());
        assert!(list.contains("<loc>https://host.example/sub/s/deadlock/</loc>"));
        assert!(robots(Some(&home())).ends_with("Sitemap: https://host.example/sub/sitemap.xml\n"));
        assert_eq!(robots(None), "User-agent: *\nAllow: /\n");
    }

    #[test]
    fn a_pasted_link_becomes_a_frame() {
        for entry in gallery() {
            let object: Value = serde_json::from_str(&oembed(&home(), entry)).expect("JSON");
            assert_eq!((&object["type"], &object["version"]), (&"rich".into(), &"1.0".into()));
            let html = object["html"].as_str().expect("markup");
            let src = format!("src=\"https://host.example/sub/embed/?v=1&amp;s={}\"", entry.slug);
            assert!(html.contains(&src), "{html}");
            let picture = format!("https://host.example/sub/poster/{}.png", entry.slug);
            assert_eq!(object["thumbnail_url"], picture);
            assert_eq!((&object["width"], &object["height"]), (&900.into(), &480.into()));
        }
    }

    #[test]
    fn the_version_is_said() {
        let object: Value =
            serde_json::from_str(&version(Path::new(env!("CARGO_MANIFEST_DIR")))).expect("JSON");
        assert_eq!((&object["app"], &object["schema"]), (&"seatrace".into(), &1.into()));
        assert!(object["commit"].is_string() || object["commit"].is_null());
    }
}
