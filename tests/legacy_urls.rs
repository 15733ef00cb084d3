//! Links that were ever handed out mean what they meant: `tests/legacy_urls.toml` is append-only.
//!
//! A row is a link, what it is printed as, the digests of its runs (strategy by strategy), and since when it counts. To add
//! one, write `url` and `since` at the end of the file and run this test with `SEATRACE_LEGACY=write`: it fills in what is
//! missing and touches nothing else.

use seatrace::lab;
use seatrace::share::{Embed, digest, open};
use serde::Deserialize;
use std::process::Command;

const NAME: &str = "tests/legacy_urls.toml";
const ROOT: &str = env!("CARGO_MANIFEST_DIR");

#[derive(Deserialize)]
struct Corpus {
    link: Vec<Row>,
}

#[derive(Deserialize)]
struct Row {
    url: String,
    since: String,
    canonical: Option<String>,
    digests: Option<Vec<String>>,
    /// What it asks of an embed, beside what `canonical` says.
    embed: Option<String>,
}

fn file() -> String {
    std::fs::read_to_string(format!("{ROOT}/{NAME}")).expect("the corpus is there")
}

/// What a link asks of an embed today; none where it asks for nothing.
fn embedded(url: &str) -> Option<String> {
    Some(Embed::parse_tolerant(url).0.query()).filter(|query| !query.is_empty())
}

/// What a link means today.
fn meaning(url: &str) -> (String, Vec<String>) {
    let link = open(url);
    let scenario = &link.scenario;
    let digests = lab::contests(scenario).into_iter().map(|contest| {
        let run = lab::run(scenario, contest);
        digest(&lab::alone(scenario, contest).canonical(), &run.order, &run.trace.events)
    });
    (link.query(), digests.collect())
}

fn filled_in(text: &str) -> String {
    let corpus: Corpus = toml::from_str(text).expect("the corpus is TOML");
    let mut blocks = text.split("\n\n").map(str::to_owned).collect::<Vec<_>>();
    // The first block is the comment; each other is a row.
    for (row, block) in corpus.link.iter().zip(&mut blocks[1..]) {
        if row.canonical.is_none() {
            let (canonical, digests) = meaning(&row.url);
            *block =
                format!("{}\ncanonical = {canonical:?}\ndigests = {digests:?}", block.trim_end());
            if let Some(embed) = embedded(&row.url) {
                block.push_str(&format!("\nembed = {embed:?}"));
            }
        }
    }
    blocks.join("\n\n").trim_end().to_owned() + "\n"
}

#[test]
fn every_link_means_what_it_meant() {
    if std::env::var("SEATRACE_LEGACY").is_ok_and(|what| what == "write") {
        std::fs::write(format!("{ROOT}/{NAME}"), filled_in(&file())).expect("it can be written");
    }
    let corpus: Corpus = toml::from_str(&file()).expect("the corpus is TOML");
    assert!(corpus.link.len() >= 30, "the corpus only grows");
    for Row { url, since, canonical, digests, embed } in corpus.link {
        let (now, runs) = meaning(&url);
        assert_eq!(Some(now), canonical, "{url}");
        assert_eq!(Some(runs), digests, "{url}");
        assert_eq!(embedded(&url), embed, "{url}");
        assert!(since.starts_with("20"), "{url} has a date");
    }
}

/// In a clone every version of the file that was ever committed is a beginning of the present one.
#[test]
fn the_corpus_is_append_only() {
    if !std::path::Path::new(ROOT).join(".git").exists() {
        return; // a copy of the source without its history has nothing to compare with
    }
    let git = |args: &[&str]| {
        let output = Command::new("git").arg("-C").arg(ROOT).args(args).output().expect("git runs");
        assert!(
            output.status.success(),
            "git {args:?}: {}",
            String::from_utf8_lossy(&output.stderr)
        );
        String::from_utf8(output.stdout).expect("UTF-8")
    };
    let present = file();
    for commit in git(&["log", "--format=%H", "--", NAME]).lines() {
        let then = git(&["show", &format!("{commit}:{NAME}")]);
        assert!(
            present.starts_with(then.trim_end()),
            "{NAME} has lost or changed rows of {commit}"
        );
    }
}
