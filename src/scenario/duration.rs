//! Times as text: `250`, `2s`, `10m`, and what a time is drawn from: `10..50`, `500..2s`.
//!
//! Without a unit a number is milliseconds. Printing takes the largest exact unit and leaves out `ms`, so every time has
//! one canonical text.

use super::{Span, TIME_MS_MAX};
use crate::units::{Ms, cut};

const SECOND_MS: Ms = 1_000;
const MINUTE_MS: Ms = 60_000;

/// Reads a whole number: digits only, so neither sign nor blank.
pub(super) fn read_number(text: &str) -> Option<u64> {
    let digits = !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    digits.then(|| text.parse().ok()).flatten()
}

/// Reads a time of at most [`TIME_MS_MAX`] ms.
pub(super) fn read_ms(text: &str) -> Option<Ms> {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let (number, unit) = text.split_at(digits);
    let unit_ms = match unit {
        "" => 1,
        _ if unit.eq_ignore_ascii_case("ms") => 1,
        _ if unit.eq_ignore_ascii_case("s") => SECOND_MS,
        _ if unit.eq_ignore_ascii_case("m") => MINUTE_MS,
        _ => return None,
    };
    read_number(number)?.checked_mul(unit_ms).filter(|ms| *ms <= TIME_MS_MAX)
}

/// Reads a time, or the least and the most of what it is drawn from; each end has its own unit.
pub(super) fn read_span(text: &str) -> Option<Span> {
    let (min, max) = cut(text, "..").unwrap_or((text, text));
    let span = Span { min_ms: read_ms(min)?, max_ms: read_ms(max)? };
    (span.min_ms <= span.max_ms).then_some(span)
}

/// Prints a time in its largest exact unit.
pub(super) fn print_ms(ms: Ms) -> String {
    match ms {
        0 => "0".to_owned(),
        _ if ms.is_multiple_of(MINUTE_MS) => format!("{}m", ms / MINUTE_MS),
        _ if ms.is_multiple_of(SECOND_MS) => format!("{}s", ms / SECOND_MS),
        _ => ms.to_string(),
    }
}

/// Prints a span; one that holds a single time prints as that time.
pub(super) fn print_span(span: Span) -> String {
    if span.min_ms == span.max_ms {
        return print_ms(span.min_ms);
    }
    format!("{}..{}", print_ms(span.min_ms), print_ms(span.max_ms))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn times_have_one_canonical_text() {
        let check = |text: &str, printed: &str| {
            assert_eq!(read_span(text).map(print_span).as_deref(), Some(printed), "{text}");
        };
        check("0", "0");
        check("0m", "0");
        check("600000", "10m");
        check("250MS", "250");
        check("1000ms", "1s");
        check("90s", "90s");
        check("007", "7");
        check("500..2000", "500..2s");
        check("1..1S", "1..1s");
        check("60s..1m", "1m");
        check("1440m", "1440m");
    }

    #[test]
    fn what_is_not_a_time_is_refused() {
        let bad = "|s|ms|-1|+1|1.5s|1h|1 s|1e3|1..|..1|2..1|1..2..3|1...2|86400001|1441m|９|\
                   18446744073709551616|18446744073709551615m|1µs";
        for text in bad.split('|') {
            assert_eq!(read_span(text), None, "{text:?}");
        }
    }

    proptest! {
        #[test]
        fn printing_and_reading_are_inverse(a in 0..=TIME_MS_MAX, b in 0..=TIME_MS_MAX) {
            let span = Span { min_ms: a.min(b), max_ms: a.max(b) };
            prop_assert_eq!(read_span(&print_span(span)), Some(span));
        }
    }
}
