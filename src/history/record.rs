//! A history as it is written down: one record when an operation is asked for, one when it is answered.

use crate::texts::history::parse as texts;
use serde::{Deserialize, Serialize};

/// What is asked of the show. A closed list: the names are part of the format.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Action {
    /// Book seats: all steps of a naive, optimistic or pessimistic user.
    Book,
    /// Hold seats for a while.
    Reserve,
    /// Turn holds into bookings.
    Confirm,
    /// Give holds up.
    Cancel,
    /// A hold ends by itself.
    Expire,
}

impl Action {
    /// The name of the format.
    pub fn name(self) -> &'static str {
        match self {
            Action::Book => "book",
            Action::Reserve => "reserve",
            Action::Confirm => "confirm",
            Action::Cancel => "cancel",
            Action::Expire => "expire",
        }
    }
}

/// Which end of an operation a record is, and how sure it is.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Kind {
    /// It is asked for.
    Invoke,
    /// It is answered, and the answer says something of the seats: done, or refused because of what they are.
    Ok,
    /// It has done nothing, and says nothing of the seats.
    Fail,
    /// Nobody knows whether it has done anything, or will: the client crashed, or the run ended.
    Info,
}

/// One line of a history.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Record {
    /// Its number; they grow.
    pub index: u64,
    /// Who asks, one operation at a time; -1 is the clock.
    pub process: i64,
    /// Which end of the operation this is.
    pub kind: Kind,
    /// What is asked.
    pub action: Action,
    /// Which seats, by their places in [`History::seats`].
    pub seats: Vec<u32>,
    /// How it ended; none when it begins.
    pub result: Option<String>,
    /// When, in nanoseconds of virtual time.
    pub time_ns: u64,
    /// The line of the file, from 1.
    pub line: usize,
}

/// All that was asked and answered, in the order in which it was.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct History {
    /// The names of the seats.
    pub seats: Vec<String>,
    /// The records.
    pub records: Vec<Record>,
}

/// A record as JSON.
#[derive(Serialize, Deserialize)]
struct Wire {
    index: u64,
    process: i64,
    #[serde(rename = "type")]
    kind: Kind,
    f: Action,
    value: Value,
    time: u64,
}

#[derive(Serialize, Deserialize)]
struct Value {
    #[serde(default)]
    seats: Vec<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    result: Option<String>,
}

impl History {
    /// One JSON object a line, as `check`, Porcupine's and Knossos' readers take it.
    pub fn lines(&self) -> String {
        self.records.iter().map(|record| self.line(record)).collect()
    }

    fn line(&self, record: &Record) -> String {
        let name = |seat: &u32| self.seats[*seat as usize].clone();
        let wire = Wire {
            index: record.index,
            process: record.process,
            kind: record.kind,
            f: record.action,
            value: Value {
                seats: record.seats.iter().map(name).collect(),
                result: record.result.clone(),
            },
            time: record.time_ns,
        };
        let json = serde_json::to_string(&wire).expect("plain numbers and strings are JSON");
        format!("{json}\n")
    }
}

/// Reads one line. `seat` gives the place of a name.
///
/// # Errors
/// What is wrong with it, in words.
pub(super) fn read(
    text: &str,
    line: usize,
    mut seat: impl FnMut(&str) -> Result<u32, String>,
) -> Result<Record, String> {
    let wire: Wire = serde_json::from_str(text).map_err(|error| in_words(&error))?;
    let seats = wire.value.seats.iter().map(|name| seat(name)).collect::<Result<_, _>>()?;
    Ok(Record {
        index: wire.index,
        process: wire.process,
        kind: wire.kind,
        action: wire.f,
        seats,
        result: wire.value.result,
        time_ns: wire.time,
        line,
    })
}

/// The line is known better elsewhere; the column is kept.
fn in_words(error: &serde_json::Error) -> String {
    let says = error.to_string();
    let what = says.split(" at line ").next().unwrap_or(&says);
    match error.classify() {
        serde_json::error::Category::Data => what.to_string(),
        _ => texts::not_json(what, error.column()),
    }
}
