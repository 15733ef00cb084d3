//! Opening a run file: total on any bytes.

use super::{Caption, FIELDS, RUN_SCHEMA, TITLE_CHARS_MAX};
use crate::export::Finished;
use crate::lab;
use crate::scenario::{Problem, Query, Scenario};
use crate::share::{NOTE_CHARS_MAX, VERSION};
use crate::texts::export as texts;
use crate::trace::Order;
use serde_json::{Map, Value};
use std::fmt;

/// The largest run file that is opened, in bytes: an order of the greatest length fits twice.
pub const RUN_FILE_BYTES_MAX: usize = 4 << 20;

/// A run file that was opened: the race was run again and its digest is the one of the file.
#[derive(Clone, Debug)]
pub struct Imported {
    /// The run.
    pub run: Finished,
    /// What the file says of it.
    pub caption: Caption,
}

/// Why a file cannot be opened.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum ImportError {
    /// It is so many bytes long.
    TooLong(usize),
    /// It is no JSON object: what is wrong, and where.
    NotJson(String),
    /// It was written by a newer program, in this version.
    Newer(u64),
    /// A field is missing or cannot be used.
    Field {
        /// Which.
        field: &'static str,
        /// Why.
        reason: String,
    },
    /// The race was run and another digest came out.
    Digest {
        /// The digest of the file.
        file: String,
        /// The digest of the run.
        run: String,
    },
}

impl fmt::Display for ImportError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&match self {
            ImportError::TooLong(bytes) => texts::file_too_long(*bytes, RUN_FILE_BYTES_MAX),
            ImportError::NotJson(why) => texts::no_json_object(why),
            ImportError::Newer(v) => texts::newer_file(*v, VERSION),
            ImportError::Field { field, reason } => texts::field(field, reason),
            ImportError::Digest { file, run } => texts::other_digest(file, run),
        })
    }
}

impl std::error::Error for ImportError {}

/// Opens a run file: reads it, runs the race again and compares the digest.
///
/// # Errors
/// What is wrong, with the name of the field.
///
/// # Example
/// ```
/// use seatrace::export::{Finished, Format, import};
/// use seatrace::{lab, scenario::Query};
/// let scenario = Query::parse("s=deadlock").unwrap();
/// let run = Finished::of(&scenario, lab::contests(&scenario)[0]);
/// let file = Format::Run.write(&run).unwrap();
/// assert_eq!(import(file.as_bytes()).unwrap().run.digest, run.digest);
/// let error = import(br#"{"schema":"urn:seatrace:run:1","v":1}"#).unwrap_err();
/// assert_eq!(error.to_string(), "the field query is missing");
/// ```
pub fn import(bytes: &[u8]) -> Result<Imported, ImportError> {
    if bytes.len() > RUN_FILE_BYTES_MAX {
        return Err(ImportError::TooLong(bytes.len()));
    }
    let fields: Map<String, Value> =
        serde_json::from_slice(bytes).map_err(|why| ImportError::NotJson(why.to_string()))?;
    let file = File { fields };
    file.version()?;
    let scenario = file.scenario()?;
    let caption = file.caption()?;
    let digest = file.needed("digest")?.to_owned();
    let run = Finished::of(&scenario, file.contest(&scenario)?);
    if file.text("order")?.is_some() && run.run.order != scenario.order {
        return wrong("order", texts::is_not_what_was_executed(&run.run.order.to_string()));
    }
    if run.digest != digest {
        return Err(ImportError::Digest { file: digest, run: run.digest });
    }
    Ok(Imported { run, caption })
}

struct File {
    fields: Map<String, Value>,
}

fn wrong<T>(field: &'static str, reason: impl Into<String>) -> Result<T, ImportError> {
    Err(ImportError::Field { field, reason: reason.into() })
}

impl File {
    /// A text; none where the field is missing or null.
    fn text(&self, field: &'static str) -> Result<Option<&str>, ImportError> {
        match self.fields.get(field) {
            None | Some(Value::Null) => Ok(None),
            Some(Value::String(text)) => Ok(Some(text)),
            Some(_) => wrong(field, texts::IS_NOT_A_TEXT),
        }
    }

    fn needed(&self, field: &'static str) -> Result<&str, ImportError> {
        self.text(field)?.map_or_else(|| wrong(field, texts::IS_MISSING), Ok)
    }

    fn version(&self) -> Result<(), ImportError> {
        match self.fields.get("v").map(Value::as_u64) {
            Some(Some(v)) if v == u64::from(VERSION) => {}
            Some(Some(v)) if v > u64::from(VERSION) => return Err(ImportError::Newer(v)),
            None => return wrong("v", texts::IS_MISSING),
            _ => return wrong("v", texts::is_not(&VERSION.to_string())),
        }
        match self.needed("schema")? {
            RUN_SCHEMA => Ok(()),
            _ => wrong("schema", texts::is_not(RUN_SCHEMA)),
        }
    }

    /// The scenario with the order that was executed.
    fn scenario(&self) -> Result<Scenario, ImportError> {
        let scenario =
            Query::parse(self.needed("query")?).or_else(|all| wrong("query", says(&all)))?;
        if let Some(text) = self.text("scenario")?
            && text != scenario.canonical()
        {
            return wrong("scenario", texts::IS_NOT_WHAT_QUERY_MEANS);
        }
        if self.text("seed")?.is_some_and(|seed| seed != scenario.seed.to_string()) {
            return wrong("seed", texts::is_not_that_of_query(scenario.seed));
        }
        let Some(order) = self.text("order")? else { return Ok(scenario) };
        let order = Order::parse(order)
            .or_else(|why| wrong("order", texts::is_no_order(&why.to_string())))?;
        // Whether the scenario has these users and marks is for the query to say.
        let query = Scenario { order, ..scenario }.query();
        Query::parse(&query).or_else(|all| wrong("order", says(&all)))
    }

    fn contest(&self, scenario: &Scenario) -> Result<lab::Contest, ImportError> {
        let name = self.needed("strategy")?;
        let contests = lab::contests(scenario);
        let named = contests.into_iter().find(|contest| contest.to_string() == name);
        named.map_or_else(|| wrong("strategy", texts::IS_NONE_OF_QUERY), Ok)
    }

    fn caption(&self) -> Result<Caption, ImportError> {
        let title = self.text("title")?.unwrap_or_default().to_owned();
        let note = self.text("note")?.map(str::to_owned);
        for (field, text, max) in [
            ("title", Some(title.as_str()), TITLE_CHARS_MAX),
            ("note", note.as_deref(), NOTE_CHARS_MAX),
        ] {
            let text = text.unwrap_or_default();
            if text.chars().count() > max {
                return wrong(field, texts::has_more_characters(max));
            }
            if text.chars().any(char::is_control) {
                return wrong(field, texts::HAS_CONTROL_CHARACTERS);
            }
        }
        let others = self.fields.iter().filter(|(name, _)| !FIELDS.contains(&name.as_str()));
        let others = others.map(|(name, value)| (name.clone(), value.clone())).collect();
        Ok(Caption { title, note, others })
    }
}

/// The problems of a query, as one reason.
fn says(problems: &[Problem]) -> String {
    let all: Vec<String> = problems.iter().map(Problem::to_string).collect();
    texts::cannot_be_used(&all)
}
