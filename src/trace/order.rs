//! The order grammar: who steps next, as text that fits a link.
//!
//! `order = (choice count?)*`, `choice = LETTER mark? | "t" | "w" ms`, `count = 2..9999`, no count after `w`.
//! `A3B2tC` is Alice three times, Bob twice, the next deadline, Carol. Printing uses the longest runs, so it is canonical.

use crate::texts::trace as texts;
use crate::units::{Ms, User};
use std::fmt;

/// The largest run length that may be written.
pub const COUNT_MAX: u32 = 9_999;
/// The most choices that one order may have.
pub const CHOICES_MAX: usize = 100_000;
/// The longest wait that may be written, in ms: one day.
pub const WAIT_MS_MAX: Ms = 86_400_000;

/// What the environment adds to a user's choice.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Mark {
    /// `p`: the payment is captured.
    Captured,
    /// `d`: the payment is declined.
    Declined,
    /// `n`: the payment is not answered.
    NoAnswer,
    /// `k`: the user's client crashes.
    Crash,
}

impl Mark {
    const ALL: [Mark; 4] = [Mark::Captured, Mark::Declined, Mark::NoAnswer, Mark::Crash];

    /// The mark of a letter of the grammar.
    pub fn of(letter: char) -> Option<Mark> {
        Mark::ALL.into_iter().find(|mark| mark.letter() == letter)
    }

    /// The letter of the grammar.
    pub fn letter(self) -> char {
        match self {
            Mark::Captured => 'p',
            Mark::Declined => 'd',
            Mark::NoAnswer => 'n',
            Mark::Crash => 'k',
        }
    }
}

/// One choice: who or what goes next.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Choice {
    /// A user steps; without a mark, a payment takes its seeded answer.
    Step(User, Option<Mark>),
    /// `t`: the clock moves to the earliest deadline.
    Time,
    /// `w250`: so many milliseconds pass.
    Wait(Ms),
}

/// Choices in the order in which they are made.
#[derive(Clone, PartialEq, Eq, Hash, Debug, Default)]
pub struct Order(pub Vec<Choice>);

/// Why a text is not an order, and at which byte.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum OrderError {
    /// Not a letter A-Z, `t` or `w`.
    Unexpected(usize),
    /// A run length that is not 2 to [`COUNT_MAX`], or has a leading zero.
    Count(usize),
    /// A wait that is not 1 to [`WAIT_MS_MAX`] ms, or has a leading zero.
    Wait(usize),
    /// More than [`CHOICES_MAX`] choices.
    TooLong(usize),
}

impl fmt::Display for OrderError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&match *self {
            OrderError::Unexpected(at) => texts::unexpected(at + 1),
            OrderError::Count(at) => texts::count(at + 1, COUNT_MAX),
            OrderError::Wait(at) => texts::wait(at + 1, WAIT_MS_MAX),
            OrderError::TooLong(at) => texts::too_long(at + 1, CHOICES_MAX),
        })
    }
}

impl std::error::Error for OrderError {}

impl Order {
    /// Reads an order; total on any text.
    ///
    /// # Errors
    /// The first place at which the text leaves the grammar or its limits.
    ///
    /// # Example
    /// ```
    /// use seatrace::trace::Order;
    /// let order = Order::parse("A3B2tC").unwrap();
    /// assert_eq!(order.0.len(), 7);
    /// assert_eq!(order.to_string(), "A3B2tC");
    /// ```
    pub fn parse(text: &str) -> Result<Order, OrderError> {
        let mut reader = Reader { text: text.as_bytes(), at: 0 };
        let mut choices = Vec::new();
        while reader.at < reader.text.len() {
            let start = reader.at;
            let (choice, count) = reader.choice()?;
            if choices.len() + count > CHOICES_MAX {
                return Err(OrderError::TooLong(start));
            }
            choices.extend(std::iter::repeat_n(choice, count));
        }
        Ok(Order(choices))
    }
}

struct Reader<'a> {
    text: &'a [u8],
    at: usize,
}

impl Reader<'_> {
    fn choice(&mut self) -> Result<(Choice, usize), OrderError> {
        let start = self.at;
        self.at += 1;
        let choice = match self.text[start] {
            b'w' => {
                let ms = self.number(WAIT_MS_MAX).filter(|ms| *ms > 0);
                return Ok((Choice::Wait(ms.ok_or(OrderError::Wait(start + 1))?), 1));
            }
            b't' => Choice::Time,
            letter @ b'A'..=b'Z' => Choice::Step(User(u32::from(letter - b'A')), self.mark()),
            _ => return Err(OrderError::Unexpected(start)),
        };
        let counted = self.text.get(self.at).is_some_and(u8::is_ascii_digit);
        let at = self.at;
        let count =
            if counted { self.number(u64::from(COUNT_MAX)).filter(|n| *n > 1) } else { Some(1) };
        Ok((choice, count.ok_or(OrderError::Count(at))? as usize))
    }

    fn mark(&mut self) -> Option<Mark> {
        let next = char::from(*self.text.get(self.at)?);
        let mark = Mark::of(next)?;
        self.at += 1;
        Some(mark)
    }

    /// A number without leading zero, at most `max`.
    fn number(&mut self, max: u64) -> Option<u64> {
        let digits = self.text[self.at..].iter().take_while(|b| b.is_ascii_digit()).count();
        let text = std::str::from_utf8(&self.text[self.at..self.at + digits]).ok()?;
        let canonical = !text.starts_with('0');
        let value = text.parse().ok().filter(|n| canonical && *n <= max)?;
        self.at += digits;
        Some(value)
    }
}

/// The canonical text. A user beyond the 26th has no letter and is printed as `?`: such orders are never put into links.
impl fmt::Display for Order {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut rest = self.0.as_slice();
        while let [choice, ..] = rest {
            let longest = if matches!(choice, Choice::Wait(_)) { 1 } else { COUNT_MAX as usize };
            let run = rest.iter().take(longest).take_while(|c| *c == choice).count();
            write!(f, "{choice}")?;
            if run > 1 {
                write!(f, "{run}")?;
            }
            rest = &rest[run..];
        }
        Ok(())
    }
}

impl fmt::Display for Choice {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Choice::Time => f.write_str("t"),
            Choice::Wait(ms) => write!(f, "w{ms}"),
            Choice::Step(user, mark) => {
                write!(f, "{}", user.letter().unwrap_or('?'))?;
                mark.map_or(Ok(()), |m| write!(f, "{}", m.letter()))
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn any_choice() -> impl Strategy<Value = Choice> {
        let mark = proptest::option::of(proptest::sample::select(Mark::ALL.as_slice()));
        prop_oneof![
            8 => (0u32..26, mark).prop_map(|(u, m)| Choice::Step(User(u), m)),
            1 => Just(Choice::Time),
            1 => (1..=WAIT_MS_MAX).prop_map(Choice::Wait),
        ]
    }

    proptest! {
        #[test]
        fn printing_and_parsing_are_inverse(
            runs in proptest::collection::vec((any_choice(), 1usize..5), 0..40)
        ) {
            let choices = runs.into_iter().flat_map(|(c, n)| std::iter::repeat_n(c, n)).collect();
            let order = Order(choices);
            prop_assert_eq!(Order::parse(&order.to_string()), Ok(order));
        }

        #[test]
        fn any_text_is_an_order_or_an_error(text in "\\PC{0,40}|[A-Ztwpdnk0-9]{0,40}") {
            if let Ok(order) = Order::parse(&text) {
                prop_assert_eq!(Order::parse(&order.to_string()), Ok(order));
            }
        }
    }

    #[test]
    fn a_run_longer_than_the_largest_count_is_split() {
        let order = Order(vec![Choice::Time; COUNT_MAX as usize + 1]);
        assert_eq!(order.to_string(), "t9999t");
        assert_eq!(Order::parse("t9999t"), Ok(order));
    }

    #[test]
    fn what_leaves_the_grammar_is_named() {
        let check = |text: &str, error| assert_eq!(Order::parse(text), Err(error), "{text}");
        check("A1", OrderError::Count(1));
        check("A0", OrderError::Count(1));
        check("A02", OrderError::Count(1));
        check("A10000", OrderError::Count(1));
        check("Ax", OrderError::Unexpected(1));
        check("w", OrderError::Wait(1));
        check("w0", OrderError::Wait(1));
        check("Bw86400001", OrderError::Wait(2));
        check("é", OrderError::Unexpected(0));
        check(&"A9999".repeat(11), OrderError::TooLong(50));
    }
}
