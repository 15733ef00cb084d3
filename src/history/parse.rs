//! Reads histories. Any text gives a history or a precise error with its line.

use super::record::{self, History};
use crate::texts::history::parse as texts;
use std::collections::BTreeMap;
use std::fmt;

/// The longest file, in bytes.
pub const BYTES_MAX: usize = 256 << 20;

/// The most lines.
pub const LINES_MAX: usize = 1_000_000;

/// The longest line, in bytes.
pub const LINE_BYTES_MAX: usize = 10_000;

/// The longest name of a seat, in characters.
pub const NAME_CHARS_MAX: usize = 40;

/// The most seats of one operation.
pub const ASKED_MAX: usize = 100;

/// Why a text is no history.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Broken {
    /// The line, from 1; none if it is about the whole.
    pub line: Option<usize>,
    /// What is wrong with it, in a sentence without a full stop.
    pub says: String,
}

impl fmt::Display for Broken {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.line {
            Some(line) => f.write_str(&texts::in_line(line, &self.says)),
            None => f.write_str(&self.says),
        }
    }
}

impl std::error::Error for Broken {}

impl Broken {
    pub(super) fn at(line: usize, says: impl Into<String>) -> Broken {
        Broken { line: Some(line), says: says.into() }
    }
}

impl History {
    /// Reads one JSON object a line; blank lines say nothing.
    ///
    /// # Errors
    /// The first line that is not a record, or whose index or time goes back.
    pub fn parse(bytes: &[u8]) -> Result<History, Broken> {
        if bytes.len() > BYTES_MAX {
            return Err(Broken { line: None, says: texts::longer_than(BYTES_MAX >> 20) });
        }
        let mut reader = Reader::default();
        let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
        for (n, line) in bytes.split(|byte| *byte == b'\n').enumerate() {
            reader.line(n + 1, line).map_err(|says| Broken::at(n + 1, says))?;
        }
        if reader.history.records.is_empty() {
            return Err(Broken { line: None, says: texts::NO_RECORDS.into() });
        }
        Ok(reader.history)
    }
}

#[derive(Default)]
struct Reader {
    history: History,
    places: BTreeMap<String, u32>,
}

impl Reader {
    fn line(&mut self, n: usize, bytes: &[u8]) -> Result<(), String> {
        let bytes = bytes.trim_ascii();
        if bytes.is_empty() {
            return Ok(());
        }
        if n > LINES_MAX {
            return Err(texts::lines_at_most(LINES_MAX));
        }
        if bytes.len() > LINE_BYTES_MAX {
            return Err(texts::bytes_at_most(LINE_BYTES_MAX));
        }
        let text = str::from_utf8(bytes).map_err(|_| texts::NOT_UTF_8)?;
        let (places, seats) = (&mut self.places, &mut self.history.seats);
        let record = record::read(text, n, |name| place(places, seats, name))?;
        if record.seats.len() > ASKED_MAX {
            return Err(texts::seats_at_most(ASKED_MAX));
        }
        if let Some(last) = self.history.records.last() {
            if record.index <= last.index {
                return Err(texts::index_goes_back(record.index, last.index));
            }
            if record.time_ns < last.time_ns {
                return Err(texts::time_goes_back(last.time_ns, record.time_ns));
            }
        }
        self.history.records.push(record);
        Ok(())
    }
}

fn place(
    places: &mut BTreeMap<String, u32>,
    seats: &mut Vec<String>,
    name: &str,
) -> Result<u32, String> {
    if let Some(place) = places.get(name) {
        return Ok(*place);
    }
    if name.is_empty() || name.chars().count() > NAME_CHARS_MAX {
        return Err(texts::name_of_a_seat(NAME_CHARS_MAX));
    }
    let place = u32::try_from(seats.len()).expect("there are at most so many lines and seats");
    places.insert(name.into(), place);
    seats.push(name.into());
    Ok(place)
}
