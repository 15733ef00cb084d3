//! The pages around the program: the front page, and a page for each scenario.

use super::home::Home;
use super::policy;
use super::preview::{LICENCE, Preview};
use crate::process::Result;
use seatrace::export::Finished;
use seatrace::lab::{self, Contest};
use seatrace::player::transcript;
use seatrace::scenario::{Entry, Scenario, gallery};

/// The built page, cut where something is put in.
pub(super) struct Shell {
    /// Up to the text of the title.
    before_title: String,
    /// From the end of the description on, to where text without script stands.
    head: String,
    /// The rest.
    rest: String,
    /// Where the site lies, if that is known.
    home: Option<Home>,
}

const TITLE: &str = "<title>";
const DESCRIPTION: &str = "name=description>";
const NOSCRIPT: &str = "<noscript>";

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
    pub(super) fn of(built: &str, home: Option<&Home>) -> Result<Shell> {
        let (before_title, rest) = cut(built, TITLE)?;
        let (_, rest) = cut(rest, DESCRIPTION)?;
        let (head, rest) = cut(rest, NOSCRIPT)?;
        Ok(Shell {
            before_title: before_title.trim_end_matches(TITLE).into(),
            head: head.trim_end_matches(NOSCRIPT).into(),
            rest: rest.split_once("</noscript>").map_or("", |(_, rest)| rest).into(),
            home: home.cloned(),
        })
    }

    /// The front page. Its preview stands for every link that is no page of its own: a program that shows previews does not
    /// see what a query means.
    pub(super) fn front(&self) -> String {
        let (title, description) = (TAGLINE, SUMMARY);
        let preview = Preview {
            home: self.home.as_ref(),
            path: "",
            poster: NEUTRAL,
            title,
            description,
            alt: "A hall of seats. One of them is sold twice.",
        };
        self.page(&About {
            title,
            description,
            depth: 0,
            query: None,
            extra: preview.tags() + PLAIN,
            text: format!("<h1>seatrace</h1><p>{SUMMARY}</p>{}", others(None)),
        })
    }

    /// The page of a gallery scenario: the same program, with words for those who come without script, such as the
    /// programs that show a preview of a link.
    pub(super) fn scenario(&self, entry: &Entry) -> String {
        let scenario = entry.scenario();
        let shown = shown(&scenario);
        let alt = alt(&shown);
        let path = format!("s/{}/", entry.slug);
        let preview = Preview {
            home: self.home.as_ref(),
            path: &path,
            poster: entry.slug,
            title: entry.title,
            description: entry.sentence(),
            alt: &alt,
        };
        self.page(&About {
            title: &format!("{}: seatrace", entry.title),
            description: entry.sentence(),
            depth: 2,
            query: Some(format!("s={}", entry.slug)),
            extra: preview.tags() + &preview.oembed() + &preview.learning_resource() + PLAIN,
            text: in_words(entry, &scenario, &alt),
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
            "{start}{}<title>{title}</title><meta name=description content=\"{description}\">{extra}{}<noscript><main>{text}\
             <p>seatrace is a program. It needs JavaScript and WebAssembly, and here JavaScript is switched off.</p>\
             </main></noscript>{}",
            policy::tag(policy::PROGRAM),
            self.head,
            self.rest
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

/// What every preview says that is not that of a scenario.
const TAGLINE: &str = "seatrace: a lab for booking concurrency";
const SUMMARY: &str = "Simulated users race for seats under four concurrency strategies: see every step, and every order in \
    which it could have happened.";

/// The name of the poster that belongs to no scenario.
pub(super) const NEUTRAL: &str = "seatrace";

/// How the words look where there is no script. With script it is not loaded.
const PLAIN: &str = "<noscript><link href=./plain.css rel=stylesheet></noscript>";

/// The race that stands for a scenario: its first.
pub(super) fn shown(scenario: &Scenario) -> Finished {
    Finished::of(scenario, lab::contests(scenario)[0])
}

/// The picture of a race in words.
fn alt(run: &Finished) -> String {
    format!("{}, {}: {}", run.title(), heading(run.contest), run.says())
}

fn heading(contest: Contest) -> &'static str {
    match contest {
        Contest::All(strategy) => lab::about(strategy).title,
        Contest::Mix => "Mixed strategies",
    }
}

/// A scenario without script: its picture, what its users are told, strategy by strategy, and where to go on.
fn in_words(entry: &Entry, scenario: &Scenario, alt: &str) -> String {
    let Entry { slug, title, .. } = entry;
    let sentence = entry.sentence();
    let told = lab::contests(scenario).into_iter().map(|contest| {
        let run = Finished::of(scenario, contest);
        let lines = transcript(scenario, contest, &run.run.trace).join("\n");
        format!(
            "<section><h2>{}</h2><p>{}</p><pre>{}</pre></section>",
            heading(contest),
            escape(&run.says()),
            escape(&lines)
        )
    });
    format!(
        "<nav><a href=./>seatrace</a></nav><h1>{}</h1><p>{}</p><img src=./poster/{slug}.svg width=1200 height=630 alt=\"{}\">\
         {}<nav><h2>Other scenarios</h2>{}</nav>\
         <p>Text and pictures: <a href={LICENCE} rel=license>CC BY 4.0</a>. The picture <a href=./poster/{slug}.png>as PNG</a>.</p>",
        escape(title),
        escape(sentence),
        escape(alt),
        told.collect::<String>(),
        others(Some(entry))
    )
}

/// Links to the scenarios, but for one.
fn others(but: Option<&Entry>) -> String {
    let row = |Entry { slug, title, .. }: &Entry| {
        format!("<li><a href=./s/{slug}/>{}</a></li>", escape(title))
    };
    let rows = gallery().iter().filter(|entry| Some(*entry) != but).map(row);
    format!("<ul>{}</ul>", rows.collect::<String>())
}

pub(super) fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use super::*;

    const BUILT: &str = "<!doctype html><html lang=en><meta charset=utf-8><title>t</title>\
        <meta content=\"d\" name=description><link href=./a.css rel=stylesheet><script data-build=SEATRACE_BUILD defer src=./boot.js></script>\
        </head><body><div id=app></div><noscript><p>no</p></noscript></body></html>";

    #[test]
    fn a_scenario_has_a_page_of_its_own() {
        let shell = Shell::of(BUILT, None).expect("the page as it is built");
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
        assert!(
            page.find("og:image") < page.find("ld+json")
                && page.find("ld+json") < page.find("<body")
        );
        assert!(
            page.contains("src=../../poster/deadlock.svg") && page.contains("href=../../s/mixed/")
        );
        assert!(!page.contains("=./") && !page.contains("href=../../s/deadlock/"));
        assert!(shell.front().contains("src=./boot.js"));
        assert!(shell.front().contains("og:image content=\"poster/seatrace.png\""));
    }

    #[test]
    fn a_page_that_is_not_the_built_one_is_refused() {
        assert!(Shell::of("<html>", None).is_err());
    }
}
