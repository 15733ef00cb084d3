//! One entry of the trace event format.

use serde::Serialize;
use serde_json::Value;

/// What kind of entry it is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Phase {
    /// Lasts so many µs, and nests on its thread.
    Slice(u64),
    /// Happens at a moment, for the whole process.
    Instant,
    /// The number of things from here on.
    Counter,
    /// Says what a process or thread is called.
    Meta,
    /// Begins something that may overlap others: a hold.
    Begin,
    /// Ends it.
    End,
    /// An arrow starts in the slice at this moment.
    From,
    /// It ends in the slice at this moment.
    To,
}

/// An entry, its fields in the order in which they are written.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub(super) struct Entry {
    name: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    cat: Option<&'static str>,
    ph: char,
    pid: u32,
    tid: u32,
    ts: u64,
    #[serde(skip_serializing_if = "Option::is_none")]
    dur: Option<u64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    id: Option<String>,
    /// Of an instant: `p`, the whole process.
    #[serde(skip_serializing_if = "Option::is_none")]
    s: Option<char>,
    /// Of the end of an arrow: `e`, the slice around it and not the next one.
    #[serde(skip_serializing_if = "Option::is_none")]
    bp: Option<char>,
    #[serde(skip_serializing_if = "Value::is_null")]
    args: Value,
}

impl Entry {
    pub(super) fn new(phase: Phase, name: String, pid: u32, tid: u32, ts: u64) -> Entry {
        let (ph, cat) = match phase {
            Phase::Slice(_) => ('X', Some("step")),
            Phase::Instant => ('i', Some("anomaly")),
            Phase::Counter => ('C', None),
            Phase::Meta => ('M', None),
            Phase::Begin => ('b', Some("hold")),
            Phase::End => ('e', Some("hold")),
            Phase::From => ('s', Some("conflict")),
            Phase::To => ('f', Some("conflict")),
        };
        Entry {
            name,
            cat,
            ph,
            pid,
            tid,
            ts,
            dur: if let Phase::Slice(dur) = phase { Some(dur) } else { None },
            id: None,
            s: (phase == Phase::Instant).then_some('p'),
            bp: (phase == Phase::To).then_some('e'),
            args: Value::Null,
        }
    }

    pub(super) fn with(self, args: Value) -> Entry {
        Entry { args, ..self }
    }

    /// What ties a beginning to its end.
    pub(super) fn tied(self, id: String) -> Entry {
        Entry { id: Some(id), ..self }
    }

    /// The entry as JSON, on one line.
    pub(super) fn line(&self) -> String {
        serde_json::to_string(self).expect("an entry has no value that JSON has not")
    }
}
