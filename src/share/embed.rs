//! How an embedded page behaves: the parameters of `/embed/`, beside those of every link.

use super::rows::{self, Row, choices, read_number, read_switch};
use super::settings::At;
use crate::scenario::Problem;
use crate::texts::share as texts;

/// What a course page asks of the frame.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Embed {
    /// `start`: when the program is loaded.
    pub start: Start,
    /// `poster`: the step that the picture shows before; none: the scenario's own.
    pub poster: Option<Poster>,
    /// `controls`: how many buttons there are.
    pub controls: Controls,
    /// `hide`: parts that are not shown, each once, in the order in which [`Part`] lists them.
    pub hide: Vec<Part>,
    /// `edit`: whether the reader may change parameters.
    pub edit: bool,
    /// `height`: whether the frame reports its height or fills what it has.
    pub height: Height,
    /// `badge`: no link to the whole page.
    pub no_badge: bool,
    /// `id`: what every message carries, where a page has several frames.
    pub id: Option<String>,
    /// `origin`: the only page that the frame listens to.
    pub origin: Option<String>,
    /// `predict`: the end is shown only after the reader has guessed it.
    pub predict: bool,
}

/// The step that a picture shows.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Poster {
    /// No picture.
    None,
    /// The race at this step.
    At(At),
}

choices! {
    /// When the program is loaded.
    Start {
        /// When the frame comes near to what the reader sees; then it stays.
        "lazy" => Lazy,
        /// When the reader asks for it.
        "click" => Click,
        /// At once.
        "now" => Now,
        /// While the reader sees it.
        "visible" => Visible
    }
    /// How many buttons there are.
    Controls {
        /// Play, step, scrub.
        "min" => Min,
        /// All of them.
        "full" => Full,
        /// None, but for pause while something moves.
        "none" => None
    }
    /// Whether the frame reports its height.
    Height {
        /// It does.
        "auto" => Auto,
        /// It fills the frame.
        "fit" => Fit
    }
    /// A part of the frame.
    Part {
        /// The title.
        "title" => Title,
        /// The parameters.
        "params" => Params,
        /// The key to the signs.
        "legend" => Legend,
        /// The log.
        "log" => Log,
        /// The share button.
        "share" => Share,
        /// The link to the whole page.
        "badge" => Badge,
        /// The figures.
        "stats" => Stats
    }
}

/// The longest `id`, in characters.
pub const ID_CHARS_MAX: usize = 64;

/// In the order of printing.
const TABLE: [Row<Embed>; 10] = [
    Row {
        name: "start",
        allowed: texts::START,
        read: |e, text| Start::read(text).map(|value| e.start = value),
        print: |e| e.start.word().into(),
    },
    Row {
        name: "poster",
        allowed: texts::POSTER,
        read: |e, text| Poster::read(text).map(|poster| e.poster = Some(poster)),
        print: |e| e.poster.map_or(String::new(), Poster::print),
    },
    Row {
        name: "controls",
        allowed: texts::CONTROLS,
        read: |e, text| Controls::read(text).map(|value| e.controls = value),
        print: |e| e.controls.word().into(),
    },
    Row {
        name: "hide",
        allowed: texts::HIDE,
        read: |e, text| read_parts(text).map(|parts| e.hide = parts),
        print: |e| e.hide.iter().map(|part| part.word()).collect::<Vec<_>>().join(","),
    },
    Row {
        name: "edit",
        allowed: texts::SWITCH,
        read: |e, text| read_switch(text).map(|on| e.edit = on),
        print: |e| u8::from(e.edit).to_string(),
    },
    Row {
        name: "height",
        allowed: texts::HEIGHT,
        read: |e, text| Height::read(text).map(|value| e.height = value),
        print: |e| e.height.word().into(),
    },
    Row {
        name: "badge",
        allowed: texts::SWITCH,
        read: |e, text| read_switch(text).map(|on| e.no_badge = !on),
        print: |e| u8::from(!e.no_badge).to_string(),
    },
    Row {
        name: "id",
        allowed: texts::ID,
        read: |e, text| read_id(text).map(|id| e.id = Some(id)),
        print: |e| e.id.clone().unwrap_or_default(),
    },
    Row {
        name: "origin",
        allowed: texts::ORIGIN,
        read: |e, text| read_origin(text).map(|origin| e.origin = Some(origin)),
        print: |e| e.origin.clone().unwrap_or_default(),
    },
    Row {
        name: "predict",
        allowed: texts::SWITCH,
        read: |e, text| read_switch(text).map(|on| e.predict = on),
        print: |e| u8::from(e.predict).to_string(),
    },
];

impl Embed {
    /// Reads what a link says; a value that cannot be used counts as not given and is a [`Problem`].
    pub fn parse_tolerant(text: &str) -> (Embed, Vec<Problem>) {
        rows::parse(&TABLE, text)
    }

    /// The name of every parameter, and what it can be.
    pub fn parameters() -> impl Iterator<Item = (&'static str, &'static str)> {
        TABLE.iter().map(|row| (row.name, row.allowed))
    }

    /// What differs from the defaults, to be appended to a query: `&start=click&badge=0`.
    pub fn query(&self) -> String {
        rows::print(&TABLE, self)
    }
}

impl Poster {
    fn read(text: &str) -> Option<Poster> {
        let none = text.eq_ignore_ascii_case("none");
        if none { Some(Poster::None) } else { At::read(text).map(Poster::At) }
    }

    fn print(self) -> String {
        match self {
            Poster::None => "none".into(),
            Poster::At(at) => at.print(),
        }
    }
}

fn read_parts(text: &str) -> Option<Vec<Part>> {
    let asked = text.split(',').map(Part::read).collect::<Option<Vec<Part>>>()?;
    let parts = Part::ALL.iter().map(|(part, _)| *part);
    Some(parts.filter(|part| asked.contains(part)).collect())
}

fn read_id(text: &str) -> Option<String> {
    let plain = text.bytes().all(|b| b.is_ascii_alphanumeric() || b"-_".contains(&b));
    let ends = text.ends_with(|c: char| c.is_ascii_alphanumeric());
    (plain && ends && text.len() <= ID_CHARS_MAX).then(|| text.into())
}

/// A scheme, a host and perhaps a port, as `location.origin` has them.
fn read_origin(text: &str) -> Option<String> {
    let host = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"))?;
    let (name, port) = host.split_once(':').map_or((host, None), |(name, port)| (name, Some(port)));
    let plain = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || b"-.".contains(&b);
    let named = !name.is_empty() && name.bytes().all(plain);
    let ends = name.ends_with(|c: char| c.is_ascii_alphanumeric());
    let numbered = port.is_none_or(|port| read_number(port, u16::MAX.into()).is_some());
    (named && ends && numbered && text.len() <= ORIGIN_CHARS_MAX).then(|| text.into())
}

/// The longest origin, in characters: a host name has at most 253.
const ORIGIN_CHARS_MAX: usize = 270;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_longest_id_is_told_as_it_is() {
        assert!(texts::ID.starts_with(&format!("up to {ID_CHARS_MAX} letters, ")));
    }
}
