//! Parameters as data: a name, what it can be, how it is read and printed.

use crate::scenario::{Problem, pairs};
use percent_encoding::percent_decode_str;

/// A parameter of a `T`.
pub(super) struct Row<T> {
    pub(super) name: &'static str,
    /// What it can be, in words.
    pub(super) allowed: &'static str,
    pub(super) read: fn(&mut T, &str) -> Option<()>,
    pub(super) print: fn(&T) -> String,
}

/// Reads what a link says. A value that cannot be used counts as not given and is a [`Problem`]; of a parameter given twice
/// the last counts.
pub(super) fn parse<T: Default>(table: &[Row<T>], text: &str) -> (T, Vec<Problem>) {
    let mut read = T::default();
    let mut problems = Vec::new();
    for row in table {
        let given = pairs(text).filter(|(name, _)| row.name.eq_ignore_ascii_case(name)).last();
        let Some((_, value)) = given else { continue };
        let value = percent_decode_str(value).decode_utf8_lossy();
        if (row.read)(&mut read, &value).is_none() {
            problems.push(Problem::new(row.name, &value, None, row.allowed.into()));
        }
    }
    (read, problems)
}

/// What differs from the defaults, to be appended to a query.
pub(super) fn print<T: Default>(table: &[Row<T>], of: &T) -> String {
    let usual = T::default();
    let pair = |row: &Row<T>| {
        let value = (row.print)(of);
        let said = value != (row.print)(&usual);
        if said { format!("&{}={value}", row.name) } else { String::new() }
    };
    table.iter().map(pair).collect()
}

pub(super) fn read_switch(text: &str) -> Option<bool> {
    read_number(text, 1).map(|on| on == 1)
}

/// Plain digits, no sign and no leading zero, up to a limit.
pub(super) fn read_number(text: &str, max: u32) -> Option<u32> {
    let plain = text.bytes().all(|b| b.is_ascii_digit()) && (text == "0" || !text.starts_with('0'));
    text.parse().ok().filter(|number| plain && *number <= max)
}

/// A value that is one of a few words, the first by default.
macro_rules! choices {
    ($($(#[$doc:meta])* $kind:ident { $($(#[$value_doc:meta])* $word:literal => $value:ident),+ })+) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, Debug)]
        pub enum $kind { $($(#[$value_doc])* $value),+ }

        impl $kind {
            const ALL: &'static [($kind, &'static str)] = &[$(($kind::$value, $word)),+];

            /// Reads the word, in upper or lower case.
            pub fn read(text: &str) -> Option<$kind> {
                let known = $kind::ALL.iter().find(|(_, word)| word.eq_ignore_ascii_case(text))?;
                Some(known.0)
            }

            /// The word that stands for it in a link.
            pub fn word(self) -> &'static str {
                $kind::ALL.iter().find(|(value, _)| *value == self).map_or("", |(_, word)| word)
            }
        }

        impl Default for $kind {
            fn default() -> $kind {
                $kind::ALL[0].0
            }
        }
    )+};
}
pub(super) use choices;
