//! The tabs of the inspector, and the languages of its code.

use crate::texts::player::desk as texts;

/// What the inspector shows. Where there is room, the code stands beside the others.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Tab {
    /// The code that runs.
    #[default]
    Code,
    /// What has happened, in words.
    Log,
    /// How every seat and every user stands.
    Table,
    /// The rules, and which are broken; also of a history from elsewhere.
    Judge,
    /// What happened to one seat.
    Seat,
    /// The figures of the run so far.
    Figures,
}

impl Tab {
    /// Every tab, in the order in which they stand.
    pub const ALL: [Tab; 6] =
        [Tab::Code, Tab::Log, Tab::Table, Tab::Judge, Tab::Seat, Tab::Figures];

    /// What stands there is written by the worker.
    pub(super) fn is_staffed(self) -> bool {
        self as u8 >= Tab::Table as u8
    }

    /// What is written on it.
    pub fn name(self) -> &'static str {
        let [code, log, table] = [texts::CODE, texts::LOG, texts::TABLE];
        [code, log, table, texts::JUDGE, texts::SEAT, texts::FIGURES][self as usize]
    }
}

/// The language in which the code is shown.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Language {
    /// What runs.
    #[default]
    Rust,
    /// The same, in the manner of Python.
    Pseudo,
    /// What would be asked of a database.
    Sql,
}

impl Language {
    /// Every language, in the order in which they stand.
    pub const ALL: [Language; 3] = [Language::Rust, Language::Pseudo, Language::Sql];

    /// What it is called.
    pub fn name(self) -> &'static str {
        [texts::RUST, texts::PSEUDO_CODE, texts::SQL][self as usize]
    }
}
