//! The closed list of formats.

use super::svg::{self, Ground};
use super::{Caption, Finished, csv, mermaid, perfetto, postgres, run_file, rust_test};
use crate::history::{History, Told};
use crate::scenario::Scenario;
use crate::texts::export as texts;
use std::fmt;

/// A format in which a run can be taken along.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Format {
    /// The file that can be opened again.
    Run,
    /// Chrome Trace Event JSON.
    Perfetto,
    /// A Mermaid sequence diagram.
    Mermaid,
    /// What was asked and answered, for `check` and for other checkers.
    History,
    /// A picture in front of a light page.
    Svg,
    /// A picture in front of a dark page.
    SvgDark,
    /// The events as a table.
    Csv,
    /// The JSON of `run --json`.
    Json,
    /// A Rust test against this crate.
    Rust,
    /// An SQL script for PostgreSQL.
    Postgres,
    /// What the original program would have printed.
    Transcript,
}

/// What can be said of a format.
struct About {
    format: Format,
    name: &'static str,
    extension: &'static str,
    mime: &'static str,
    title: &'static str,
}

/// In the order in which they are offered.
const ALL: [About; 11] = [
    About {
        format: Format::Run,
        name: "run",
        extension: "seatrace.json",
        mime: "application/json",
        title: texts::RUN,
    },
    About {
        format: Format::Json,
        name: "json",
        extension: "json",
        mime: "application/json",
        title: texts::JSON,
    },
    About {
        format: Format::Perfetto,
        name: "perfetto",
        extension: "trace.json",
        mime: "application/json",
        title: texts::PERFETTO,
    },
    About {
        format: Format::Mermaid,
        name: "mermaid",
        extension: "mmd",
        mime: "text/vnd.mermaid;charset=utf-8",
        title: texts::MERMAID,
    },
    About {
        format: Format::History,
        name: "history",
        extension: "history.jsonl",
        mime: "application/jsonl;charset=utf-8",
        title: texts::HISTORY,
    },
    About {
        format: Format::Svg,
        name: "svg",
        extension: "svg",
        mime: "image/svg+xml",
        title: texts::SVG,
    },
    About {
        format: Format::SvgDark,
        name: "svg-dark",
        extension: "dark.svg",
        mime: "image/svg+xml",
        title: texts::SVG_DARK,
    },
    About {
        format: Format::Csv,
        name: "csv",
        extension: "csv",
        mime: "text/csv;charset=utf-8",
        title: texts::CSV,
    },
    About {
        format: Format::Rust,
        name: "rust",
        extension: "rs",
        mime: "text/x-rust;charset=utf-8",
        title: texts::RUST,
    },
    About {
        format: Format::Postgres,
        name: "postgres",
        extension: "sql",
        mime: "application/sql",
        title: texts::POSTGRES,
    },
    About {
        format: Format::Transcript,
        name: "transcript",
        extension: "txt",
        mime: "text/plain;charset=utf-8",
        title: texts::TRANSCRIPT,
    },
];

impl Format {
    /// Every format, in the order in which they are offered.
    pub fn all() -> impl Iterator<Item = Format> {
        ALL.iter().map(|about| about.format)
    }

    /// The format of this name.
    pub fn find(name: &str) -> Option<Format> {
        Format::all().find(|format| format.name() == name)
    }

    /// What it is called in the terminal.
    pub fn name(self) -> &'static str {
        self.about().name
    }

    /// How the name of its files ends, without the dot before it.
    pub fn extension(self) -> &'static str {
        self.about().extension
    }

    /// Its media type.
    pub fn mime(self) -> &'static str {
        self.about().mime
    }

    /// What it is called on the page.
    pub fn title(self) -> &'static str {
        self.about().title
    }

    fn about(self) -> &'static About {
        ALL.iter().find(|about| about.format == self).expect("every format is in the list")
    }

    /// What a file of this run is called: strategy and digest, so that two runs never have one name.
    pub fn file_name(self, run: &Finished) -> String {
        format!("seatrace-{}-{}.{}", run.contest, run.digest, self.extension())
    }

    /// The run in this format. The same run always gives the same text.
    ///
    /// # Errors
    /// The run is larger than the format takes.
    pub fn write(self, run: &Finished) -> Result<String, TooLarge> {
        TooLarge::check(texts::EVENTS, run.run.trace.events.len(), EVENTS_MAX)?;
        Ok(match self {
            Format::Run => run_file(run, &Caption::of(run)),
            Format::Perfetto => perfetto::perfetto(run),
            Format::Mermaid => mermaid::mermaid(run),
            Format::History => history(run),
            Format::Svg => svg::svg(run, Ground::Light),
            Format::SvgDark => svg::svg(run, Ground::Dark),
            Format::Csv => csv::csv(run),
            Format::Json => json(run),
            Format::Rust => rust_test::rust_test(run),
            Format::Postgres => postgres::postgres(run)?,
            Format::Transcript => transcript(run),
        })
    }
}

/// The most events of a run that is exported: some 100 MB of text.
pub const EVENTS_MAX: usize = 1_000_000;

/// A run is larger than a format takes.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct TooLarge {
    /// What there is too much of.
    pub what: &'static str,
    /// How many there are.
    pub count: usize,
    /// How many the format takes.
    pub max: usize,
}

impl TooLarge {
    pub(super) fn check(what: &'static str, count: usize, max: usize) -> Result<(), TooLarge> {
        if count > max { Err(TooLarge { what, count, max }) } else { Ok(()) }
    }
}

impl fmt::Display for TooLarge {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let TooLarge { what, count, max } = self;
        f.write_str(&texts::too_large(*count, what, *max))
    }
}

impl std::error::Error for TooLarge {}

fn json(run: &Finished) -> String {
    let object = super::run_object(&run.scenario, run.contest, &run.run);
    serde_json::to_string_pretty(&object).expect("a run has no value that JSON has not") + "\n"
}

fn history(run: &Finished) -> String {
    let Scenario { hall, expiry, .. } = run.scenario;
    History::of_run(&Told { hall, expiry, wants: &run.wants }, &run.run.trace).lines()
}

fn transcript(run: &Finished) -> String {
    crate::player::transcript(&run.scenario, run.contest, &run.run.trace).join("\n") + "\n"
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn names_are_different_and_found() {
        let names: BTreeSet<&str> = Format::all().map(Format::name).collect();
        assert_eq!(names.len(), ALL.len());
        for format in Format::all() {
            assert_eq!(Format::find(format.name()), Some(format));
            assert!(!format.title().is_empty() && format.mime().contains('/'));
        }
        assert_eq!(Format::find("pdf"), None);
    }

    #[test]
    fn a_limit_is_named() {
        let refused = TooLarge::check("events", 7, 5).expect_err("too many");
        assert_eq!(refused.to_string(), "the run has 7 events; this format takes at most 5");
    }
}
