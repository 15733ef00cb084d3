//! The pages around the program: the front page, and a page for each scenario.

use crate::process::Result;
use seatrace::lab;
use seatrace::player::transcript;
use seatrace::scenario::{Entry, Scenario};

/// The built page, cut where something is put in.
pub(super) struct Shell {
    /// Up to the text of the title.
    before_title: String,
    /// From the end of the description on, to where text without script stands.
    head: String,
    /// The rest.
    rest: String,
}

const TITLE: &str = "<title>";
const DESCRIPTION: &str = "name=description>";
const NOSCRIPT: &str = "<noscript>";

/// What the front page and the pages of scenarios may load: their own files, nothing else. The program needs
/// `wasm-unsafe-eval`; a sandboxed frame makes its worker of a blob. There is no inline script, so none is allowed.
pub(super) const POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data: blob:; \
    connect-src 'self'; font-src 'self'; worker-src 'self' blob:; manifest-src 'self'; base-uri 'none'; form-action 'none'";

/// What a page says of itself.
struct About<'a> {
    title: &'a str,
    description: &'a str,
    /// Folders below the root.
    depth: usize,
    /// What it opens where its address says nothing else.
    query: Option<String>,
    /// More for the head.
    extra: String,
    /// What stands there without script.
    text: String,
}

impl Shell {
    /// # Errors
    /// The page is not the one that this was written for.
    pub(super) fn of(built: &str) -> Result<Shell> {
        let (before_title, rest) = cut(built, TITLE)?;
        let (_, rest) = cut(rest, DESCRIPTION)?;
        let (head, rest) = cut(rest, NOSCRIPT)?;
        Ok(Shell {
            before_title: before_title.trim_end_matches(TITLE).into(),
            head: head.trim_end_matches(NOSCRIPT).into(),
            rest: rest.split_once("</noscript>").map_or("", |(_, rest)| rest).into(),
        })
    }

    /// The front page.
    pub(super) fn front(&self) -> String {
        let links = seatrace::scenario::gallery().iter().map(|entry| {
            let Entry { slug, title, sentence, .. } = entry;
            format!("<li><a href=./s/{slug}/>{}</a>: {}</li>", escape(title), escape(sentence))
        });
        self.page(&About {
            title: "seatrace: a lab for booking concurrency",
            description: "Simulated users race for seats under four concurrency strategies: see every step, \
                and every order in which it could have happened.",
            depth: 0,
            query: None,
            extra: String::new(),
            text: format!("<ul>{}</ul>", links.collect::<String>()),
        })
    }

    /// The page of a gallery scenario: the same program, with words for those who come without script, such as the
    /// programs that show a preview of a link.
    pub(super) fn scenario(&self, entry: &Entry) -> String {
        let scenario = entry.scenario();
        self.page(&About {
            title: &format!("{}: seatrace", entry.title),
            description: entry.sentence,
            depth: 2,
            query: Some(format!("s={}", entry.slug)),
            extra: preview(entry),
            text: transcripts(entry, &scenario),
        })
    }

    fn page(&self, about: &About<'_>) -> String {
        let About { title, description, extra, text, .. } = about;
        let (title, description) = (escape(title), escape(description));
        let query = about
            .query
            .as_ref()
            .map_or(String::new(), |q| format!(" data-query=\"{}\"", escape(q)));
        let start =
            self.before_title.replacen("<html lang=en>", &format!("<html lang=en{query}>"), 1);
        // Bots read only the first kilobytes: what they look for comes first.
        let page = format!(
            "{start}<meta http-equiv=Content-Security-Policy content=\"{POLICY}\"><title>{title}</title>\
             <meta name=description content=\"{description}\">{extra}{}<noscript>{text}\
             <p>seatrace is a program. It needs JavaScript and WebAssembly, and here JavaScript is switched off.</p>\
             </noscript>{}",
            self.head, self.rest
        );
        deeper(&page, about.depth)
    }
}

/// The text behind a mark, and up to and with it.
fn cut<'a>(text: &'a str, mark: &str) -> Result<(&'a str, &'a str)> {
    let at = text.find(mark).ok_or_else(|| format!("dist/index.html has no {mark}"))?;
    Ok(text.split_at(at + mark.len()))
}

/// The same page so many folders below the root: every address of it begins with `./`.
fn deeper(page: &str, depth: usize) -> String {
    let up = if depth == 0 { "./".to_owned() } else { "../".repeat(depth) };
    page.replace("=./", &format!("={up}")).replace("=\"./", &format!("=\"{up}"))
}

fn preview(entry: &Entry) -> String {
    let (title, sentence) = (escape(entry.title), escape(entry.sentence));
    format!(
        "<meta property=og:type content=website><meta property=og:site_name content=seatrace>\
         <meta property=og:title content=\"{title}\"><meta property=og:description content=\"{sentence}\">\
         <meta name=twitter:card content=summary>"
    )
}

/// What the users of a scenario are told, strategy by strategy.
fn transcripts(entry: &Entry, scenario: &Scenario) -> String {
    let told = lab::contests(scenario).into_iter().map(|contest| {
        let run = lab::run(scenario, contest);
        transcript(scenario, contest, &run.trace).join("\n")
    });
    let told: Vec<String> = told.collect();
    format!(
        "<h1>{}</h1><p>{}</p><pre>{}</pre>",
        escape(entry.title),
        escape(entry.sentence),
        escape(&told.join("\n\n"))
    )
}

pub(super) fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use super::*;

    const BUILT: &str = "<!doctype html><html lang=en><meta charset=utf-8><title>t</title>\
        <meta content=\"d\" name=description><link href=./a.css rel=stylesheet><script src=./boot.js type=module></script>\
        </head><body><div id=app></div><noscript><p>no</p></noscript></body></html>";

    #[test]
    fn a_scenario_has_a_page_of_its_own() {
        let shell = Shell::of(BUILT).expect("the page as it is built");
        let entry = &seatrace::scenario::gallery()[1];
        let page = shell.scenario(entry);
        for part in [
            "<html lang=en data-query=\"s=deadlock\">",
            "<title>Two seats, two orders: seatrace</title>",
            "og:title",
            "src=../../boot.js",
            "href=../../a.css",
            "=== Testing Pessimistic Locking ===",
        ] {
            assert!(page.contains(part), "{part} is not in {page}");
        }
        assert_eq!(page.matches("<title>").count(), 1);
        assert!(page.find("og:title") < page.find("<script"), "bots read the beginning only");
        assert!(shell.front().contains("src=./boot.js"));
    }

    #[test]
    fn a_page_that_is_not_the_built_one_is_refused() {
        assert!(Shell::of("<html>").is_err());
    }
}
