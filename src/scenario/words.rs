//! The enumerated values and the words that stand for them in links, help and exports.

use super::{Backoff, Clock, LockOrder, Sched, Strategy};
use crate::units::{Late, Scope};

/// A value that is one of a few words.
///
/// # Example
/// ```
/// use seatrace::scenario::{Strategy, Word};
/// assert_eq!(Strategy::TwoPhase.word(), "two-phase");
/// assert_eq!(Strategy::from_word("Two-Phase"), Some(Strategy::TwoPhase));
/// ```
pub trait Word: Copy + 'static {
    /// Every value, in the order in which it is shown; the first is the default.
    const ALL: &'static [Self];
    /// The words of [`Word::ALL`], in the same order.
    const WORDS: &'static [&'static str];

    /// The word of this value, in lower case.
    fn word(self) -> &'static str;

    /// The value of this word, in upper or lower case.
    fn from_word(text: &str) -> Option<Self> {
        let at = Self::WORDS.iter().position(|word| word.eq_ignore_ascii_case(text))?;
        Some(Self::ALL[at])
    }
}

/// One list for both directions, and a `match` that the compiler checks for completeness.
macro_rules! words {
    ($($kind:ident { $($word:literal => $value:ident),+ })+) => {$(
        impl Word for $kind {
            const ALL: &'static [$kind] = &[$($kind::$value),+];
            const WORDS: &'static [&'static str] = &[$($word),+];

            fn word(self) -> &'static str {
                match self {
                    $($kind::$value => $word,)+
                }
            }
        }
    )+};
}

words! {
    Strategy {
        "naive" => Naive,
        "optimistic" => Optimistic,
        "pessimistic" => Pessimistic,
        "two-phase" => TwoPhase
    }
    Backoff {
        "none" => None,
        "fixed" => Fixed,
        "expo" => Expo,
        "equal" => Equal,
        "full" => Full,
        "decorrelated" => Decorrelated
    }
    Scope { "show" => Show, "seat" => Seat }
    LockOrder { "asked" => Asked, "sorted" => Sorted }
    Late { "refund" => Refund, "accept-if-free" => AcceptIfFree, "accept" => Accept }
    Clock { "natural" => Natural, "free" => Free }
    Sched { "time" => Time, "random" => Random, "rr" => Rr, "pct" => Pct }
}
