//! What page and worker say to each other: wire types, apart from those of the engine.
//!
//! A message to the worker is an object `{v, id?, kind, ...}`, with `kind` and its fields as in [`Request`]; one from it
//! is `{v, id?, kind, ...}` as in [`Says`]. The worker announces itself by `ready` before it hears anything. Page and
//! worker are built together, but a cache may keep one of them: so each message carries the version.

use super::handout::Taken;
use super::scene::Turn;
use crate::export::{CheckObject, ExploreObject, RunObject};
use crate::texts::worker::messages as texts;
use serde::{Deserialize, Deserializer, Serialize};
use std::fmt;

/// The version of this protocol.
pub const VERSION: u32 = 1;

/// What is asked of the worker.
#[derive(Clone, PartialEq, Debug, Deserialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum Request {
    /// What is on show has changed.
    Scene {
        /// The query of the scenario.
        query: String,
        /// The name of the contest on show: a strategy, or `mix`.
        strategy: String,
        /// The choices that lead to the step on show.
        order: String,
        /// The mode of the page: `race`, `compare` or `explore`.
        mode: String,
        /// The step on show, by number: where there are more users than letters the order says nothing, and in the comparison it
        /// is of one race only.
        #[serde(default)]
        step: u32,
        /// What is written on the tab of the inspector that is open.
        tab: String,
        /// The language of its code.
        language: String,
        /// Whether the person at the page takes part: `none`, `yours`, `sent`.
        #[serde(default)]
        turn: Turn,
    },
    /// Look at another seat: of this name, or at this point of the drawing of the hall.
    Seat {
        /// The name on what was pressed; none where the name is typed.
        of: String,
        /// The name.
        value: String,
        /// How far from the left, in units of the drawing.
        #[serde(default)]
        x: Option<f64>,
        /// How far from the top.
        #[serde(default)]
        y: Option<f64>,
    },
    /// Open the file of this strategy in the code view; of none: follow the race again.
    Script {
        /// The name of the strategy.
        of: String,
    },
    /// Try every order of what is on show.
    Explore {
        /// Whether interchangeable users are told apart: the same counts, and more work. For benchmarks.
        #[serde(default)]
        apart: bool,
    },
    /// Stop that; what was found so far is shown.
    Cancel,
    /// Count the orders with at most so many switches.
    Bound {
        /// A number.
        value: String,
    },
    /// Say how likely so many test runs are to find what is wrong.
    Trials {
        /// A number.
        value: String,
    },
    /// Open the smallest order that goes wrong as the one on show does.
    Shrink,
    /// The name of a seat was typed in the shop, as far as it is typed.
    Pick {
        /// What stands in the field.
        value: String,
    },
    /// Open an order of this outcome, another one each time.
    Another {
        /// Its place in the list of outcomes, from 0.
        value: String,
    },
    /// A link was opened that claims something or has a fragment: look at it.
    Verify {
        /// The link, or what stands behind its path.
        link: String,
    },
    /// Find a shorter form for a query that is too long for the address bar.
    Address {
        /// With `?` or without.
        query: String,
    },
    /// The dialog for sharing was opened.
    Share {
        /// Where the site lies, with a `/` at the end.
        base: String,
    },
    /// It was closed.
    Unshare,
    /// Something was chosen in it.
    Sharing {
        /// What: `what`, `at`, `play`, `note` or `host`.
        of: String,
        /// The value of its field.
        value: String,
        /// Whether it is checked.
        #[serde(default)]
        on: bool,
    },
    /// A file of it: `save.NAME` or `copy.NAME`.
    Take {
        /// Which.
        value: String,
    },
    /// Say what the words mean, in the help.
    Terms,
    /// Open the scenario editor.
    Edit {
        /// The query of the scenario on show.
        query: String,
        /// What this tab has kept of it, where it has.
        #[serde(default)]
        kept: Option<String>,
    },
    /// Something was done in it.
    Editor {
        /// What.
        does: EditorDoes,
        /// The parameter that it is about, where it is about one.
        #[serde(default)]
        of: String,
        /// The value, as it was typed or chosen.
        #[serde(default)]
        value: String,
    },
    /// Judge a history, or open a run file.
    Check {
        /// The name of its file.
        name: String,
        /// What is in it.
        text: String,
    },
    /// Say of a file why nobody reads it: it is too large.
    TooLarge {
        /// Its name.
        name: String,
        /// How large it is.
        bytes: u64,
        /// How large it may be.
        most: u64,
    },
    /// Run a query, as the terminal's `run --json` does.
    Run {
        /// The query.
        query: String,
    },
    /// Explore a query, whatever is on show, as the terminal's `explore --json` does.
    ExploreQuery {
        /// The query.
        query: String,
        /// Visit at most so many states of each race; none: as many as the terminal.
        #[serde(default)]
        max_states: Option<u64>,
    },
    /// Check a history, as the terminal's `check --json` does.
    CheckHistory {
        /// The history.
        text: String,
    },
    /// Stop the request of another number: it is answered with what was found so far.
    Stop {
        /// The other number.
        of: u32,
    },
}

/// What is done in the scenario editor.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum EditorDoes {
    /// It is closed.
    Close,
    /// A parameter gets a value.
    Set,
    /// A parameter gets back the value of the gallery's scenario.
    Reset,
    /// A scenario of the gallery is taken.
    Load,
    /// The last change is taken back.
    Undo,
    /// What was taken back is done again.
    Redo,
    /// The user whose seats are chosen: a letter, or nothing for everybody.
    Whose,
    /// A seat is pressed.
    Seat,
    /// The hall gets a row more or less: `more` or `less`.
    Rows,
    /// The same with columns.
    Columns,
}

/// A request, and the number that its answer is to carry.
#[derive(Clone, PartialEq, Debug)]
pub struct Envelope {
    /// Chosen by who asks; none where no answer is awaited.
    pub id: Option<u32>,
    /// What is asked.
    pub request: Request,
}

/// What every message says first.
#[derive(Deserialize)]
struct Head {
    v: Option<f64>,
    id: Option<u32>,
}

/// A message that is not a request.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct NotUnderstood {
    /// The number that the complaint is to carry, where there is one.
    pub id: Option<u32>,
    /// What is wrong with it.
    pub why: Why,
}

/// Why a message is not a request.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Why {
    /// It is of this version, or of none.
    Version(Option<String>),
    /// It is of this version, but not in its words.
    Words(String),
}

impl fmt::Display for NotUnderstood {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&match &self.why {
            Why::Version(v) => texts::other_version(VERSION, v.as_deref()),
            Why::Words(says) => texts::not_understood(says),
        })
    }
}

impl Envelope {
    /// Reads a message, by any reader of data. It is read twice, so it is given as a function.
    ///
    /// # Errors
    /// It is of another version, or not a request.
    pub fn read<'de, D: Deserializer<'de>>(
        message: impl Fn() -> D,
    ) -> Result<Envelope, NotUnderstood> {
        let words = |id, error: D::Error| {
            let why = Why::Words(error.to_string());
            NotUnderstood { id, why }
        };
        let head = Head::deserialize(message()).map_err(|error| words(None, error))?;
        // Compared as text: an odd number is another version, too.
        let v = head.v.map(|v| v.to_string());
        if v.as_deref() != Some(VERSION.to_string().as_str()) {
            return Err(NotUnderstood { id: head.id, why: Why::Version(v) });
        }
        let request = Request::deserialize(message()).map_err(|error| words(head.id, error))?;
        Ok(Envelope { id: head.id, request })
    }
}

/// An answer, or something the worker says unasked.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct Reply {
    /// The version of the protocol.
    pub v: u32,
    /// The number of the request that it answers.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<u32>,
    /// What it says.
    #[serde(flatten)]
    pub says: Says,
}

/// What is at a place now.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct Placed {
    /// The id of the element.
    pub place: String,
    /// The attribute that has this value; none: the value is markup that belongs into the element.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<&'static str>,
    /// The value.
    pub value: String,
}

/// What the worker says.
#[derive(Clone, PartialEq, Debug, Serialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum Says {
    /// It hears from now on.
    Ready,
    /// This markup belongs into the element with this id. It is all of the program's own making.
    Put {
        /// The id.
        place: String,
        /// The markup.
        markup: String,
    },
    /// Several places at once, so that no picture of the browser shows a part of a step. Nothing in them can be pressed.
    Places {
        /// In order.
        places: Vec<Placed>,
    },
    /// The page is to open this query in the lab.
    Open {
        /// The query.
        query: String,
    },
    /// The page is to show this scenario, wherever it is.
    Change {
        /// Its query.
        query: String,
    },
    /// What the page shows is this query, a part of which stood in the fragment of its link.
    Unfold {
        /// The query.
        query: String,
    },
    /// What to write into the address bar.
    Address {
        /// A query and a fragment.
        link: String,
    },
    /// What this tab is to keep of the editor, until it closes.
    Kept {
        /// Something that only the editor reads.
        text: String,
    },
    /// A file to be saved or copied.
    File {
        /// The file.
        #[serde(flatten)]
        taken: Taken,
        /// It is to be copied.
        copy: bool,
    },
    /// The runs of a query.
    Runs {
        /// Each as `run --json` prints it.
        runs: Vec<RunObject>,
    },
    /// How far an exploration is; there is more to come under its number.
    Progress {
        /// The race at hand: a strategy, or `mix`.
        strategy: String,
        /// Different states, as in [`ExploreObject::states`].
        states: u64,
        /// Choices between them.
        transitions: u64,
        /// Schedules that were followed to their end, as a decimal.
        schedules: String,
    },
    /// Every order of every race of a query.
    Explored {
        /// Each as `explore --json` prints it.
        all: Vec<ExploreObject>,
    },
    /// A history, judged.
    Checked {
        /// As `check --json` prints it.
        report: CheckObject,
    },
    /// What was asked cannot be done.
    Error {
        /// Why, in words.
        says: String,
    },
}

impl Says {
    /// As a reply to the request of this number.
    pub fn to(self, id: Option<u32>) -> Reply {
        Reply { v: VERSION, id, says: self }
    }
}
