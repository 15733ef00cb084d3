//! What to paste into course material so that a scenario appears there.
//!
//! Every host takes embeds in its own way; each snippet is complete, has a title for screen readers and a way for readers
//! without scripts.

use crate::scenario::gallery;
use crate::texts::share as texts;

/// A place that material is written for.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Host {
    /// Any page that takes HTML.
    Html,
    /// Markdown that takes no frames, such as a README: a picture that links to the page.
    Markdown,
    /// mdBook.
    MdBook,
    /// Docusaurus and other MDX.
    Mdx,
    /// Quarto: a frame in HTML, a picture and a link elsewhere.
    Quarto,
    /// Jupyter Book and MyST.
    MyST,
    /// PreTeXt.
    PreTeXt,
    /// reveal.js: loaded with its slide, told when that is shown.
    Reveal,
    /// WordPress: the address of a scenario's page on a line of its own, or else a frame in a block of custom HTML.
    WordPress,
    /// Moodle and Canvas: a frame without attributes that they remove.
    Lms,
}

impl Host {
    /// Every host, in the order in which they are offered.
    pub const ALL: [Host; 10] = [
        Host::Html,
        Host::Markdown,
        Host::MdBook,
        Host::Mdx,
        Host::Quarto,
        Host::MyST,
        Host::PreTeXt,
        Host::Reveal,
        Host::WordPress,
        Host::Lms,
    ];

    /// What it is called.
    pub fn name(self) -> &'static str {
        match self {
            Host::Html => texts::HTML,
            Host::Markdown => texts::MARKDOWN,
            Host::MdBook => texts::MD_BOOK,
            Host::Mdx => texts::MDX,
            Host::Quarto => texts::QUARTO,
            Host::MyST => texts::MYST,
            Host::PreTeXt => texts::PRETEXT,
            Host::Reveal => texts::REVEAL,
            Host::WordPress => texts::WORDPRESS,
            Host::Lms => texts::LMS,
        }
    }
}

/// What a snippet is made of.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Embedded {
    /// Where the site lies, with a `/` at the end: `https://host.example/seatrace/`.
    pub base: String,
    /// The query of the link, with the embed parameters.
    pub query: String,
    /// The gallery scenario that it starts from: posters are drawn for those.
    pub slug: String,
    /// What a screen reader calls the frame.
    pub title: String,
    /// How high the frame is, in CSS pixels.
    pub height_px: u32,
}

impl Embedded {
    /// What to paste for a host.
    pub fn snippet(&self, host: Host) -> String {
        let Embedded { height_px, .. } = self;
        let (title, src, page) = (escape(&self.title), self.src(), self.page());
        match host {
            // On a line of its own the address of a scenario's page becomes a frame; of other links WordPress knows nothing.
            Host::WordPress if self.is_of_gallery() => format!("{}s/{}/", self.base, self.slug),
            Host::Html | Host::WordPress => self.frame(FULL) + &self.without_script(),
            Host::MdBook => format!("{}\n{}", self.frame(FULL), self.without_script()),
            Host::Lms => self.frame("") + &self.without_script(),
            Host::Markdown => {
                format!("[![{}]({})]({})", plain(&self.title), self.raw_poster(), self.raw_page())
            }
            Host::Mdx => format!(
                "<iframe src=\"{src}\" title=\"{title}\" width=\"100%\" height=\"{height_px}\" loading=\"lazy\" \
                 style={{{{border: 0}}}} allow=\"clipboard-write; fullscreen\" sandbox=\"{SANDBOX}\" />"
            ),
            Host::Quarto => format!(
                "::: {{.content-visible when-format=\"html\"}}\n{}\n:::\n\n::: {{.content-hidden when-format=\"html\"}}\n\
                 [![{}]({})]({})\n:::",
                self.frame(FULL),
                plain(&self.title),
                self.raw_poster(),
                self.raw_page()
            ),
            Host::MyST => format!(
                ":::{{iframe}} {}\n:width: 100%\n:title: {}\n:placeholder: {}\n:::",
                self.raw_src(),
                plain(&self.title),
                self.raw_poster()
            ),
            // Without `preview`, which names a file of the book: PreTeXt then makes a picture by itself, and a QR code.
            Host::PreTeXt => format!(
                "<interactive label=\"seatrace-{}\" iframe=\"{src}\" width=\"100%\" aspect=\"3:2\">\n  \
                 <instructions><p>{title}: <url href=\"{page}\"/></p></instructions>\n</interactive>",
                self.slug
            ),
            Host::Reveal => format!(
                "<iframe data-src=\"{src}{}\" title=\"{title}\" width=\"960\" height=\"{height_px}\" \
                 style=\"border:0\" allow=\"fullscreen\" sandbox=\"{SANDBOX}\"></iframe>",
                if self.query.contains("&start=") { "" } else { "&amp;start=now" }
            ),
        }
    }

    /// The link is that of a gallery scenario, and nothing else.
    fn is_of_gallery(&self) -> bool {
        let entry = gallery().iter().find(|entry| entry.slug == self.slug);
        entry.is_some_and(|entry| entry.scenario().query() == self.query)
    }

    /// A frame, with further attributes.
    fn frame(&self, attributes: &str) -> String {
        let Embedded { height_px, .. } = self;
        let (src, title) = (self.src(), escape(&self.title));
        format!(
            "<iframe src=\"{src}\" title=\"{title}\" width=\"100%\" height=\"{height_px}\"{attributes} \
             sandbox=\"{SANDBOX}\"></iframe>"
        )
    }

    fn without_script(&self) -> String {
        let (page, poster, title) = (self.page(), self.poster(), escape(&self.title));
        format!(
            "<noscript><a href=\"{page}\"><img src=\"{poster}\" alt=\"{title}\"></a></noscript>"
        )
    }

    fn raw_src(&self) -> String {
        format!("{}embed/?{}", self.base, self.query)
    }

    fn raw_page(&self) -> String {
        format!("{}?{}", self.base, self.query)
    }

    fn raw_poster(&self) -> String {
        format!("{}poster/{}.svg", self.base, self.slug)
    }

    fn src(&self) -> String {
        escape(&self.raw_src())
    }

    fn page(&self) -> String {
        escape(&self.raw_page())
    }

    fn poster(&self) -> String {
        escape(&self.raw_poster())
    }
}

/// The frame needs no storage, so it asks for no origin of its own.
const SANDBOX: &str = "allow-scripts allow-popups allow-popups-to-escape-sandbox allow-downloads";

/// What only some hosts keep.
const FULL: &str = " loading=\"lazy\" style=\"border:0;max-width:900px\" allow=\"clipboard-write; fullscreen\" \
    referrerpolicy=\"no-referrer\"";

fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

/// Text that means nothing to Markdown, on one line.
fn plain(text: &str) -> String {
    text.chars().map(|c| if "[]()*_`<>|\\\n\r".contains(c) { ' ' } else { c }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use expect_test::expect;

    fn embedded(title: &str) -> Embedded {
        Embedded {
            base: "https://host.example/seatrace/".into(),
            query: "v=1&users=2&strategy=naive".into(),
            slug: "five-users".into(),
            title: title.into(),
            height_px: 480,
        }
    }

    #[test]
    fn every_host_has_its_snippet() {
        let snippets = Host::ALL.map(|host| {
            format!("== {}\n{}\n", host.name(), embedded("Two users, one seat").snippet(host))
        });
        expect![[r#"
            == HTML
            <iframe src="https://host.example/seatrace/embed/?v=1&amp;users=2&amp;strategy=naive" title="Two users, one seat" width="100%" height="480" loading="lazy" style="border:0;max-width:900px" allow="clipboard-write; fullscreen" referrerpolicy="no-referrer" sandbox="allow-scripts allow-popups allow-popups-to-escape-sandbox allow-downloads"></iframe><noscript><a href="https://host.example/seatrace/?v=1&amp;users=2&amp;strategy=naive"><img src="https://host.example/seatrace/poster/five-users.svg" alt="Two users, one seat"></a></noscript>
            == Markdown, README
            [![Two users, one seat](https://host.example/seatrace/poster/five-users.svg)](https://host.example/seatrace/?v=1&users=2&strategy=naive)
            == mdBook
            <iframe src="https://host.example/seatrace/embed/?v=1&amp;users=2&amp;strategy=naive" title="Two users, one seat" width="100%" height="480" loading="lazy" style="border:0;max-width:900px" allow="clipboard-write; fullscreen" referrerpolicy="no-referrer" sandbox="allow-scripts allow-popups allow-popups-to-escape-sandbox allow-downloads"></iframe>
            <noscript><a href="https://host.example/seatrace/?v=1&amp;users=2&amp;strategy=naive"><img src="https://host.example/seatrace/poster/five-users.svg" alt="Two users, one seat"></a></noscript>
            == MDX, Docusaurus
            <iframe src="https://host.example/seatrace/embed/?v=1&amp;users=2&amp;strategy=naive" title="Two users, one seat" width="100%" height="480" loading="lazy" style={{border: 0}} allow="clipboard-write; fullscreen" sandbox="allow-scripts allow-popups allow-popups-to-escape-sandbox allow-downloads" />
            == Quarto
            ::: {.content-visible when-format="html"}
            <iframe src="https://host.example/seatrace/embed/?v=1&amp;users=2&amp;strategy=naive" title="Two users, one seat" width="100%" height="480" loading="lazy" style="border:0;max-width:900px" allow="clipboard-write; fullscreen" referrerpolicy="no-referrer" sandbox="allow-scripts allow-popups allow-popups-to-escape-sandbox allow-downloads"></iframe>
            :::

            ::: {.content-hidden when-format="html"}
            [![Two users, one seat](https://host.example/seatrace/poster/five-users.svg)](https://host.example/seatrace/?v=1&users=2&strategy=naive)
            :::
            == MyST, Jupyter Book
            :::{iframe} https://host.example/seatrace/embed/?v=1&users=2&strategy=naive
            :width: 100%
            :title: Two users, one seat
            :placeholder: https://host.example/seatrace/poster/five-users.svg
            :::
            == PreTeXt
            <interactive label="seatrace-five-users" iframe="https://host.example/seatrace/embed/?v=1&amp;users=2&amp;strategy=naive" width="100%" aspect="3:2">
              <instructions><p>Two users, one seat: <url href="https://host.example/seatrace/?v=1&amp;users=2&amp;strategy=naive"/></p></instructions>
            </interactive>
            == reveal.js
            <iframe data-src="https://host.example/seatrace/embed/?v=1&amp;users=2&amp;strategy=naive&amp;start=now" title="Two users, one seat" width="960" height="480" style="border:0" allow="fullscreen" sandbox="allow-scripts allow-popups allow-popups-to-escape-sandbox allow-downloads"></iframe>
            == WordPress
            <iframe src="https://host.example/seatrace/embed/?v=1&amp;users=2&amp;strategy=naive" title="Two users, one seat" width="100%" height="480" loading="lazy" style="border:0;max-width:900px" allow="clipboard-write; fullscreen" referrerpolicy="no-referrer" sandbox="allow-scripts allow-popups allow-popups-to-escape-sandbox allow-downloads"></iframe><noscript><a href="https://host.example/seatrace/?v=1&amp;users=2&amp;strategy=naive"><img src="https://host.example/seatrace/poster/five-users.svg" alt="Two users, one seat"></a></noscript>
            == Moodle, Canvas
            <iframe src="https://host.example/seatrace/embed/?v=1&amp;users=2&amp;strategy=naive" title="Two users, one seat" width="100%" height="480" sandbox="allow-scripts allow-popups allow-popups-to-escape-sandbox allow-downloads"></iframe><noscript><a href="https://host.example/seatrace/?v=1&amp;users=2&amp;strategy=naive"><img src="https://host.example/seatrace/poster/five-users.svg" alt="Two users, one seat"></a></noscript>
        "#]].assert_eq(&snippets.concat());
    }

    #[test]
    fn what_is_of_the_gallery_is_an_address_for_wordpress() {
        let of = |slug: &str, query: &str| {
            let embedded = Embedded { slug: slug.into(), query: query.into(), ..embedded("t") };
            embedded.snippet(Host::WordPress)
        };
        assert_eq!(of("deadlock", "v=1&s=deadlock"), "https://host.example/seatrace/s/deadlock/");
        assert_eq!(of("five-users", "v=1"), "https://host.example/seatrace/s/five-users/");
        assert!(of("deadlock", "v=1&s=deadlock&start=click").starts_with("<iframe"));
    }

    #[test]
    fn a_slide_starts_at_once_unless_the_link_says_otherwise() {
        let query = "v=1&start=click".to_owned();
        let snippet = Embedded { query, ..embedded("t") }.snippet(Host::Reveal);
        assert_eq!(snippet.matches("start=").count(), 1, "{snippet}");
    }

    #[test]
    fn a_title_stays_a_title() {
        for host in Host::ALL {
            let snippet = embedded("\"><script>alert(1)</script>](x)\n:::").snippet(host);
            assert!(!snippet.contains("<script>"), "{snippet}");
            assert!(!snippet.contains("\n:::\n:::"), "{snippet}");
        }
    }
}
