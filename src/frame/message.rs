//! What a host may say to the frame: version 1 of the protocol.
//!
//! A message is a plain object `{seatrace: 1, type, id?, data?}`. `id` is a text or a number that the answer repeats. Unknown
//! fields are ignored; an unknown `type`, and a value that cannot be used, are answered by an error. What is no such object
//! is none of the frame's business.

use super::dress::{self, Dress};
use super::says::Kind;
use super::value::Value;
use crate::share::{Motion, Speed, Theme, View};
use crate::texts::frame::protocol as texts;
use serde::Serialize;

/// The version of the protocol: the value of `seatrace` in every message.
pub const VERSION: u32 = 1;

/// The longest message that is heard, in bytes of JSON.
pub const MESSAGE_BYTES_MAX: usize = 64 << 10;

/// The most types that a host may subscribe to in one message.
pub const TYPES_MAX: usize = 32;

/// What a host asks for.
#[derive(Clone, PartialEq, Debug)]
pub enum Request {
    /// Who is there? The answer is `ready`.
    Hello,
    /// Go on; from the end, begin again.
    Play,
    /// Stop where it is.
    Pause,
    /// To a place, and pause.
    Seek(Place),
    /// So many steps forward, or back if negative, and pause.
    Step(i64),
    /// Show another scenario: what stands after `?` in a link, or a whole link.
    Load(String),
    /// Change how it is shown.
    Set(Changes),
    /// Tell something.
    Get(What),
    /// From now on tell only of these, of all that a host may choose.
    Subscribe(Vec<Kind>),
    /// Look like the page around it.
    Style(Vec<Dress>),
}

/// A place in a run.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Place {
    /// A step; beyond the last, the last.
    Step(u32),
    /// A part of the whole run, 0 to 100.
    Percent(u32),
    /// The marker after this step.
    NextMarker,
    /// The marker before this step.
    PreviousMarker,
    /// The marker of this number, from 0.
    Marker(u32),
}

/// What `set` changes; what is not named stays.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Changes {
    /// How fast it plays.
    pub speed: Option<Speed>,
    /// In which colours.
    pub theme: Option<Theme>,
    /// What is shown.
    pub view: Option<View>,
    /// Whether things move.
    pub motion: Option<Motion>,
    /// The name of one of the scenario's strategies.
    pub strategy: Option<String>,
    /// The language: taken, and without effect as long as there is one only.
    pub lang: Option<String>,
}

/// What `get` tells.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum What {
    /// What the message `state` says.
    State,
    /// What the message `outcome` says.
    Outcome,
    /// The link to what is on show.
    Url,
    /// The run so far, in the manner of the original program.
    Transcript,
    /// The events so far.
    Trace,
}

/// What a host calls its message; the answer repeats it as `re`.
#[derive(Clone, PartialEq, Debug, Serialize)]
#[serde(untagged)]
pub enum Id {
    /// A number.
    Number(f64),
    /// A text.
    Text(String),
}

/// Why a message cannot be followed: for the program by `code`, for a person by `says`.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct Fault {
    /// A word that stays the same.
    pub code: &'static str,
    /// A sentence.
    pub says: String,
}

impl Fault {
    pub(super) fn new(code: &'static str, says: impl Into<String>) -> Fault {
        Fault { code, says: says.into() }
    }

    pub(super) fn value(name: &str, allowed: &str) -> Fault {
        Fault::new("bad-value", texts::can_be(name, allowed))
    }
}

/// A message that is for the frame.
#[derive(Clone, PartialEq, Debug)]
pub struct Envelope {
    /// What its answer is to repeat.
    pub id: Option<Id>,
    /// What it asks, or why that cannot be done.
    pub request: Result<Request, Fault>,
}

impl Envelope {
    /// Reads a message of so many bytes of JSON. None if it is not for the frame.
    ///
    /// # Example
    /// ```
    /// use seatrace::frame::{Envelope, Request};
    /// let json = serde_json::json!({"seatrace": 1, "type": "step", "id": 7, "data": {"by": 2}});
    /// let envelope = Envelope::read(50, &(&json).into()).unwrap();
    /// assert_eq!(envelope.request, Ok(Request::Step(2)));
    /// ```
    pub fn read(bytes: usize, message: &Value) -> Option<Envelope> {
        let version = message.field("seatrace");
        if version.is_absent() {
            return None;
        }
        let id = match message.field("id") {
            Value::Number(number) => Some(Id::Number(*number)),
            Value::Text(text) => Some(Id::Text(text.clone())),
            _ => None,
        };
        let request = if version.number(u32::MAX) != Some(VERSION) {
            Err(Fault::new("unknown-version", texts::speaks_version(VERSION)))
        } else if bytes > MESSAGE_BYTES_MAX {
            Err(Fault::new("too-large", texts::too_large(MESSAGE_BYTES_MAX, bytes)))
        } else {
            match message.field("data") {
                data @ (Value::Absent | Value::Fields(_)) => {
                    Data(data).request(message.field("type").text().unwrap_or_default())
                }
                _ => Err(Fault::new("bad-message", texts::PLAIN_VALUES)),
            }
        };
        Some(Envelope { id, request })
    }
}

/// The fields of a request; each looks at its own.
struct Data<'a>(&'a Value);

impl Data<'_> {
    fn of(&self, name: &str) -> &Value {
        self.0.field(name)
    }

    fn request(&self, kind: &str) -> Result<Request, Fault> {
        Ok(match kind {
            "hello" => Request::Hello,
            "play" => Request::Play,
            "pause" => Request::Pause,
            "seek" => Request::Seek(self.place()?),
            "step" => Request::Step(match self.of("by") {
                Value::Absent => 1,
                by => by.whole().ok_or_else(|| Fault::value("by", texts::A_NUMBER_OF_STEPS))?,
            }),
            "load" => {
                let query = self.of("query").text();
                Request::Load(query.ok_or_else(|| Fault::value("query", texts::A_QUERY))?.into())
            }
            "set" => Request::Set(self.changes()?),
            "get" => Request::Get(self.what()?),
            "subscribe" => Request::Subscribe(self.kinds()?),
            "style" => Request::Style(self.dresses()?),
            _ => {
                return Err(Fault::new("unknown-type", texts::can_be("type", &TYPES.join(", "))));
            }
        })
    }

    fn place(&self) -> Result<Place, Fault> {
        let marker = match (self.of("marker"), self.of("marker").text()) {
            (Value::Absent, _) => None,
            (_, Some("next")) => Some(Place::NextMarker),
            (_, Some("prev")) => Some(Place::PreviousMarker),
            (number, _) => number.number(u32::MAX).map(Place::Marker),
        };
        let step = self.of("step").number(u32::MAX).map(Place::Step);
        let percent = self.of("percent").number(100).map(Place::Percent);
        let all =
            [(self.of("step"), step), (self.of("percent"), percent), (self.of("marker"), marker)];
        let given: Vec<_> = all.into_iter().filter(|(value, _)| !value.is_absent()).collect();
        match given[..] {
            [(_, Some(place))] => Ok(place),
            _ => Err(Fault::new("bad-value", texts::A_PLACE)),
        }
    }

    fn changes(&self) -> Result<Changes, Fault> {
        Ok(Changes {
            speed: chosen(&self.speed(), "speed", texts::A_SPEED, Speed::read)?,
            theme: chosen(self.of("theme"), "theme", texts::A_THEME, Theme::read)?,
            view: chosen(self.of("view"), "view", texts::A_VIEW, frame_view)?,
            motion: chosen(self.of("motion"), "motion", texts::A_MOTION, Motion::read)?,
            strategy: chosen(self.of("strategy"), "strategy", texts::A_STRATEGY, some_text)?,
            lang: chosen(self.of("lang"), "lang", texts::A_LANGUAGE, some_text)?,
        })
    }

    /// A number is as good as its text. Found in a list: printing floats would add 7 KB to the frame.
    fn speed(&self) -> Value {
        let Value::Number(number) = self.of("speed") else { return self.of("speed").clone() };
        let same = |(speed, _): &&(f64, &str)| speed.total_cmp(number).is_eq();
        SPEEDS.iter().find(same).map_or(Value::Other, |(_, text)| Value::Text((*text).into()))
    }

    fn what(&self) -> Result<What, Fault> {
        Ok(match self.of("what").text() {
            Some("state") => What::State,
            Some("outcome") => What::Outcome,
            Some("url") => What::Url,
            Some("transcript") => What::Transcript,
            Some("trace") => What::Trace,
            _ => return Err(Fault::value("what", texts::TO_GET)),
        })
    }

    fn kinds(&self) -> Result<Vec<Kind>, Fault> {
        let fault = || Fault::value("types", texts::TO_SUBSCRIBE);
        let Value::List(names) = self.of("types") else { return Err(fault()) };
        if names.len() > TYPES_MAX {
            return Err(fault());
        }
        let kind = |name: &Value| Kind::chosen(name.text()?);
        names.iter().map(kind).collect::<Option<Vec<Kind>>>().ok_or_else(fault)
    }

    fn dresses(&self) -> Result<Vec<Dress>, Fault> {
        let given = [
            ("color", self.of("color")),
            ("background", self.of("background")),
            ("fontFamily", self.of("fontFamily")),
            ("fontSize", self.of("fontSize")),
            ("accent", self.of("accent")),
        ];
        let given = given.into_iter().filter(|(_, value)| !value.is_absent());
        given.map(|(name, value)| dress::read(name, value)).collect()
    }
}

pub(super) const SPEEDS: [(f64, &str); 7] =
    [(0.25, "0.25"), (0.5, "0.5"), (1.0, "1"), (2.0, "2"), (4.0, "4"), (8.0, "8"), (16.0, "16")];

/// How fast it plays, as a number.
pub(super) fn speed_of(speed: Speed) -> f64 {
    let same = |(_, text): &&(f64, &str)| *text == speed.word();
    SPEEDS.iter().find(same).map_or(1.0, |(number, _)| *number)
}

/// The types that a host may send.
pub const TYPES: [&str; 10] =
    ["hello", "play", "pause", "seek", "step", "load", "set", "get", "subscribe", "style"];

fn chosen<T>(
    value: &Value,
    name: &str,
    allowed: &str,
    read: fn(&str) -> Option<T>,
) -> Result<Option<T>, Fault> {
    match value {
        Value::Absent => Ok(None),
        other => {
            let read = other.text().and_then(read);
            read.map(Some).ok_or_else(|| Fault::value(name, allowed))
        }
    }
}

/// The views of a frame; those of the whole page are not among them.
fn frame_view(text: &str) -> Option<View> {
    View::read(text).filter(|view| !matches!(view, View::Compare | View::Explore))
}

fn some_text(text: &str) -> Option<String> {
    Some(text.to_owned())
}
