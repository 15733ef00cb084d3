//! What the frame says to its host: version 1 of the protocol. Field names are part of it.

use super::message::{Fault, Id, VERSION};
use crate::units::Ms;
use serde::Serialize;

/// The most events, or lines of a transcript, that one message tells. There are more: then `total` is larger.
pub const EVENTS_TOLD_MAX: usize = 500;

/// A message to the host.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct Reply {
    /// The version of the protocol.
    pub seatrace: u32,
    /// What it is.
    #[serde(rename = "type")]
    pub kind: &'static str,
    /// What the link calls this frame, where it calls it anything.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<String>,
    /// What the host called the message that this answers.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub re: Option<Id>,
    /// The rest.
    pub data: Says,
}

/// What a message says.
#[derive(Clone, PartialEq, Debug, Serialize)]
#[serde(untagged)]
pub enum Says {
    /// The frame listens.
    Ready(Ready),
    /// It would like to be as large as this, in px.
    Resize {
        /// The width that it has.
        width: u32,
        /// The height that its content needs.
        height: u32,
    },
    /// Where it stands.
    State(State),
    /// A conflict, an expiry or an anomaly was reached.
    Marker(Marker),
    /// The run has ended.
    Outcome(Outcome),
    /// The reader has answered the question.
    Answer(Answer),
    /// The reader wants to share what is on show.
    Share(Url),
    /// The answer to a request.
    Result(Answered),
    /// A request cannot be followed.
    Error(Fault),
    /// The frame goes away.
    Bye {},
}

/// Who is there.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct Ready {
    /// `seatrace`.
    pub app: &'static str,
    /// The version of the engine.
    pub engine: &'static str,
    /// The versions of the protocol that it speaks.
    pub protocol: [u32; 1],
    /// The types that a host may send.
    pub caps: &'static [&'static str],
    /// The canonical query of the scenario.
    pub scenario: String,
    /// Its title.
    pub title: String,
    /// How many steps the run has.
    pub steps: u32,
    /// The height that the content needs, in px; 0 while that is not known.
    pub height: u32,
}

/// Where the race on show stands.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct State {
    /// The step; 0 before the first.
    pub step: u32,
    /// How many there are.
    pub steps: u32,
    /// Whether it goes on by itself.
    pub playing: bool,
    /// Whether this is the end of the run.
    pub ended: bool,
    /// How fast it plays.
    pub speed: f64,
    /// What is shown.
    pub view: &'static str,
    /// Which of the scenario's races it is.
    pub strategy: String,
}

/// Something worth stopping at.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct Marker {
    /// Its number, from 0.
    pub index: u32,
    /// Its step.
    pub step: u32,
    /// `conflict`, `expiry` or `anomaly`.
    pub kind: &'static str,
    /// What happens there, in a sentence.
    pub label: String,
}

/// What came of a run.
#[derive(Clone, PartialEq, Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Outcome {
    /// The class, as the terminal names it.
    pub class: &'static str,
    /// Seats with a ticket.
    pub sold: u32,
    /// Holds that are live in the end.
    pub held: u32,
    /// Seats with tickets of two users.
    pub double_sold: u32,
    /// Tickets that another ticket for the same seat made worthless.
    pub lost: u32,
    /// Refused commits.
    pub aborted: u32,
    /// Lock steps that queued.
    pub waits: u32,
    /// No safety rule is broken.
    pub invariants_ok: bool,
    /// The digest of the run.
    pub digest: String,
}

/// What the reader thinks.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct Answer {
    /// The question.
    pub question: &'static str,
    /// `yes` or `no`.
    pub choice: &'static str,
    /// Whether that is so.
    pub correct: bool,
}

/// A link.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct Url {
    /// It, from the scheme on.
    pub url: String,
}

/// What is answered to a request.
#[derive(Clone, PartialEq, Debug, Serialize)]
#[serde(untagged)]
pub enum Answered {
    /// It is done.
    Done {},
    /// A link was opened; what of it could not be used, a sentence each.
    Loaded {
        /// The sentences.
        problems: Vec<String>,
    },
    /// `get state`.
    State(State),
    /// `get outcome`.
    Outcome(Outcome),
    /// `get url`.
    Url(Url),
    /// `get transcript`.
    Transcript {
        /// Its lines, at most [`EVENTS_TOLD_MAX`].
        lines: Vec<String>,
        /// How many there are.
        total: usize,
    },
    /// `get trace`.
    Trace {
        /// The events, at most [`EVENTS_TOLD_MAX`].
        events: Vec<Event>,
        /// How many there are.
        total: usize,
    },
}

/// An event, as the terminal prints it.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct Event {
    /// The step, from 1.
    pub step: u32,
    /// The virtual time, in ms.
    pub at: Ms,
    /// Who, by name; null for the passing of time.
    pub user: Option<String>,
    /// What was done.
    pub op: &'static str,
    /// The seat, by name.
    pub seat: Option<String>,
    /// How it went.
    pub outcome: &'static str,
}

/// The kinds of messages.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Kind {
    /// `ready`.
    Ready,
    /// `resize`.
    Resize,
    /// `state`.
    State,
    /// `marker`.
    Marker,
    /// `outcome`.
    Outcome,
    /// `answer`.
    Answer,
    /// `share`.
    Share,
    /// `result`.
    Result,
    /// `error`.
    Error,
    /// `bye`.
    Bye,
}

impl Kind {
    /// Every kind.
    pub const ALL: [Kind; 10] = [
        Kind::Ready,
        Kind::Resize,
        Kind::State,
        Kind::Marker,
        Kind::Outcome,
        Kind::Answer,
        Kind::Share,
        Kind::Result,
        Kind::Error,
        Kind::Bye,
    ];

    /// Those that a host may choose to hear or not.
    pub const CHOSEN: [Kind; 5] =
        [Kind::State, Kind::Marker, Kind::Outcome, Kind::Answer, Kind::Share];

    /// What it is called.
    pub fn name(self) -> &'static str {
        match self {
            Kind::Ready => "ready",
            Kind::Resize => "resize",
            Kind::State => "state",
            Kind::Marker => "marker",
            Kind::Outcome => "outcome",
            Kind::Answer => "answer",
            Kind::Share => "share",
            Kind::Result => "result",
            Kind::Error => "error",
            Kind::Bye => "bye",
        }
    }

    pub(super) fn chosen(name: &str) -> Option<Kind> {
        Kind::CHOSEN.into_iter().find(|kind| kind.name() == name)
    }
}

impl Says {
    /// What kind of message says it.
    pub fn kind(&self) -> Kind {
        match self {
            Says::Ready(_) => Kind::Ready,
            Says::Resize { .. } => Kind::Resize,
            Says::State(_) => Kind::State,
            Says::Marker(_) => Kind::Marker,
            Says::Outcome(_) => Kind::Outcome,
            Says::Answer(_) => Kind::Answer,
            Says::Share(_) => Kind::Share,
            Says::Result(_) => Kind::Result,
            Says::Error(_) => Kind::Error,
            Says::Bye {} => Kind::Bye,
        }
    }

    pub(super) fn by(self, id: Option<String>, re: Option<Id>) -> Reply {
        Reply { seatrace: VERSION, kind: self.kind().name(), id, re, data: self }
    }
}
