//! What a parameter of a query is: how it is read, printed and explained. [`params`] lists them all.

use super::duration::{print_ms, print_span, read_ms, read_number, read_span};
use super::table::TABLE;
use super::{Scenario, Span, TIME_MS_MAX};
use crate::texts::scenario::problems as texts;
use crate::units::Ms;

/// A hold or a period of 0 ms would never be live, so the least is 1.
const PERIOD_MS_MIN: Ms = 1;

/// One parameter of a query.
#[derive(Clone, Debug)]
pub struct Param {
    /// Its name, in lower case.
    pub name: &'static str,
    /// What a plain number counts, or nothing if the value is not a number.
    pub unit: &'static str,
    /// What other parameters ask of this one, or nothing.
    pub rule: &'static str,
    pub(super) field: Field,
}

/// What values a parameter has, for an editor to choose a control by.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Values {
    /// A whole number from `min` to `max`.
    Number {
        /// The least.
        min: u64,
        /// The most.
        max: u64,
    },
    /// A time from `min_ms` to [`TIME_MS_MAX`], or the word `off` if `off`.
    Time {
        /// The least, in ms.
        min_ms: Ms,
        /// Whether the word `off` is a value too.
        off: bool,
    },
    /// A time from 0 to [`TIME_MS_MAX`], or a range `MIN..MAX` of such times.
    Span,
    /// One of these words; the first is the default.
    Words(&'static [&'static str]),
    /// Text of its own grammar.
    Text,
}

/// How a parameter reads and prints its part of a scenario. A getter gives none where the scenario has no such value.
#[derive(Clone, Debug)]
pub(super) enum Field {
    Number {
        min: u64,
        max: u64,
        get: fn(&Scenario) -> Option<u64>,
        set: fn(&mut Scenario, u64),
    },
    /// A time that is at least 1 ms; `off` tells whether it may be none.
    Time {
        off: bool,
        get: fn(&Scenario) -> Option<Ms>,
        set: fn(&mut Scenario, Option<Ms>),
    },
    Span {
        get: fn(&Scenario) -> Span,
        set: fn(&mut Scenario, Span),
    },
    Words {
        words: &'static [&'static str],
        get: fn(&Scenario) -> &'static str,
        set: fn(&mut Scenario, &str) -> Option<()>,
    },
    Text {
        allowed: fn() -> String,
        read: fn(&mut Scenario, &str) -> Result<(), Misfit>,
        print: fn(&Scenario) -> Option<String>,
    },
}

/// What is wrong with a value, or nothing where the allowed values say it.
pub(super) type Misfit = Option<String>;

/// Every parameter of a query, in the order in which they are printed.
///
/// # Example
/// ```
/// let users = seatrace::scenario::params().iter().find(|p| p.name == "users").unwrap();
/// assert_eq!(users.allowed(), "1 to 10000 (at most 26 with an order)");
/// assert_eq!(users.default_text().as_deref(), Some("5"));
/// ```
pub fn params() -> &'static [Param] {
    TABLE
}

impl Param {
    /// What values it has.
    pub fn values(&self) -> Values {
        match self.field {
            Field::Number { min, max, .. } => Values::Number { min, max },
            Field::Time { off, .. } => Values::Time { min_ms: PERIOD_MS_MIN, off },
            Field::Span { .. } => Values::Span,
            Field::Words { words, .. } => Values::Words(words),
            Field::Text { .. } => Values::Text,
        }
    }

    /// What it can be, in words: the end of the sentence "users can be …".
    pub fn allowed(&self) -> String {
        let longest = print_ms(TIME_MS_MAX);
        let values = match &self.field {
            Field::Number { min, max, .. } => texts::from_to(*min, *max),
            Field::Time { off: true, .. } => texts::off_or_a_time(PERIOD_MS_MIN, &longest),
            Field::Time { .. } => texts::a_time(PERIOD_MS_MIN, &longest),
            Field::Span { .. } => texts::a_time_or_range(&longest),
            Field::Words { words, .. } => texts::one_of(words),
            Field::Text { allowed, .. } => allowed(),
        };
        if self.rule.is_empty() { values } else { texts::with_rule(&values, self.rule) }
    }

    /// The plain default; a gallery scenario may have another. None for `mix`, which stands in the place of `strategy`.
    pub fn default_text(&self) -> Option<String> {
        self.print(&Scenario::plain())
    }

    /// Its value in this scenario, in its canonical form. None where the scenario has no such value: `mix` when
    /// strategies are compared, `strategy` when they are mixed, `party` when `want` names seats.
    pub fn print(&self, scenario: &Scenario) -> Option<String> {
        match &self.field {
            Field::Number { get, .. } => get(scenario).map(|n| n.to_string()),
            Field::Time { get, .. } => Some(get(scenario).map_or("off".to_owned(), print_ms)),
            Field::Span { get, .. } => Some(print_span(get(scenario))),
            Field::Words { get, .. } => Some(get(scenario).to_owned()),
            Field::Text { print, .. } => print(scenario),
        }
    }

    /// Puts a value into a scenario. What the rules ask is checked elsewhere, when all parameters are read.
    pub(super) fn read(&self, scenario: &mut Scenario, text: &str) -> Result<(), Misfit> {
        let done = match &self.field {
            Field::Number { min, max, set, .. } => {
                read_number(text).filter(|n| (min..=max).contains(&n)).map(|n| set(scenario, n))
            }
            Field::Time { off: true, set, .. } if text.eq_ignore_ascii_case("off") => {
                set(scenario, None);
                Some(())
            }
            Field::Time { set, .. } => {
                read_ms(text).filter(|ms| *ms >= PERIOD_MS_MIN).map(|ms| set(scenario, Some(ms)))
            }
            Field::Span { set, .. } => read_span(text).map(|span| set(scenario, span)),
            Field::Words { set, .. } => set(scenario, text),
            Field::Text { read, .. } => return read(scenario, text),
        };
        done.ok_or(None)
    }
}
