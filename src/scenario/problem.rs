//! What is wrong with a query, said so that it can be put right.

use crate::texts::scenario::problems as texts;
use std::fmt;

/// The most characters of an offending value that a [`Problem`] repeats; what is left out shows as `…`.
pub const VALUE_CHARS_MAX: usize = 40;

/// A parameter of a query that cannot be used, and why.
///
/// Shown, it is one line without a full stop, safe for a terminal: control characters are escaped.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct Problem {
    /// The name of the parameter; `link` if the text as a whole is at fault.
    pub parameter: &'static str,
    /// The value found, decoded, escaped and cut to [`VALUE_CHARS_MAX`] characters.
    pub value: String,
    /// What is wrong with this value, where `allowed` alone does not say it.
    pub reason: Option<String>,
    /// What the parameter can be.
    pub allowed: String,
}

impl Problem {
    /// A value, not yet shortened, and what it could be.
    pub fn new(
        parameter: &'static str,
        value: &str,
        reason: Option<String>,
        allowed: String,
    ) -> Problem {
        Problem { parameter, value: shorten(value), reason, allowed }
    }
}

/// `users=0 is not valid: users can be 1 to 10000, …`
impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Problem { parameter, value, reason, allowed } = self;
        f.write_str(&texts::is_not_valid(parameter, value, reason.as_deref(), allowed))
    }
}

impl std::error::Error for Problem {}

/// The first characters of a value from a link, which is a stranger's text: nothing in it may steer a terminal.
pub(super) fn shorten(value: &str) -> String {
    let mut short = String::new();
    for (at, c) in value.chars().enumerate() {
        if at == VALUE_CHARS_MAX {
            short.push('…');
            break;
        }
        match c {
            '\'' | '"' | '\\' => short.push(c),
            _ => short.extend(c.escape_debug()),
        }
    }
    short
}
