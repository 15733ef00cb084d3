//! The forms that every language has its own of: times, numbers, counts, lists.

use crate::units::Ms;

/// A virtual time: `0:38.010`, `13:38.010`, `1:02:03.004`.
pub fn clock(at: Ms) -> String {
    let (ms, s, m, h) = (at % 1000, at / 1000 % 60, at / 60_000 % 60, at / 3_600_000);
    if h > 0 { format!("{h}:{m:02}:{s:02}.{ms:03}") } else { format!("{m}:{s:02}.{ms:03}") }
}

/// How long something takes, in its two largest units: `250 ms`, `1.5 s`, `9 min 58 s`.
pub fn lapse(ms: Ms) -> String {
    match ms {
        ..1000 => format!("{ms} ms"),
        1000..60_000 if ms % 1000 >= 100 => format!("{}.{} s", ms / 1000, ms % 1000 / 100),
        1000..60_000 => format!("{} s", ms / 1000),
        60_000..3_600_000 => two(ms / 60_000, "min", ms / 1000 % 60, "s"),
        _ => two(ms / 3_600_000, "h", ms / 60_000 % 60, "min"),
    }
}

fn two(large: Ms, large_unit: &str, small: Ms, small_unit: &str) -> String {
    match small {
        0 => format!("{large} {large_unit}"),
        _ => format!("{large} {large_unit} {small} {small_unit}"),
    }
}

/// A count in words up to one hundred, above in figures with separators: `ninety‑nine`, `1,200`. No line breaks at its
/// hyphen.
pub fn count(n: u32) -> String {
    const SMALL: [&str; 20] = [
        "no",
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "eleven",
        "twelve",
        "thirteen",
        "fourteen",
        "fifteen",
        "sixteen",
        "seventeen",
        "eighteen",
        "nineteen",
    ];
    const TENS: [&str; 10] =
        ["", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];
    match n {
        0..20 => SMALL[n as usize].to_string(),
        20..100 if n.is_multiple_of(10) => TENS[n as usize / 10].to_string(),
        20..100 => format!("{}\u{2011}{}", TENS[n as usize / 10], SMALL[n as usize % 10]),
        100 => "one hundred".to_string(),
        _ => grouped(n),
    }
}

/// A whole number of any size with a comma before every third figure: `31,320`.
pub fn grouped(n: impl ToString) -> String {
    with_commas(&n.to_string())
}

fn with_commas(plain: &str) -> String {
    let mut text = String::with_capacity(plain.len() * 4 / 3);
    for (i, digit) in plain.chars().enumerate() {
        if i > 0 && (plain.len() - i).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

/// The word, with an s unless it is one.
pub fn plural(n: u32, word: &str) -> String {
    if n == 1 { word.to_string() } else { format!("{word}s") }
}

/// A number of things, of any size: `1 seat`, `2 seats`, `1,204 seats`.
pub fn of(n: impl ToString, one: &str) -> String {
    let n = grouped(n);
    let s = if n == "1" { "" } else { "s" };
    format!("{n} {one}{s}")
}

/// The first letter in upper case, for the beginning of a sentence.
pub fn capital(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map_or_else(String::new, |c| c.to_uppercase().chain(chars).collect())
}

/// Words joined as in a sentence: `a`, `a and b`, `a, b and c`.
pub fn listed(words: &[String]) -> String {
    match words {
        [] => String::new(),
        [one] => one.clone(),
        [first @ .., last] => format!("{} and {last}", first.join(", ")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_are_written_as_on_a_clock() {
        assert_eq!(clock(38_010), "0:38.010");
        assert_eq!(clock(818_010), "13:38.010");
        assert_eq!(clock(3_723_004), "1:02:03.004");
    }

    #[test]
    fn lapses_name_their_two_largest_units() {
        let all = [7, 1500, 2000, 598_000, 600_000, 3_600_000].map(lapse);
        assert_eq!(all, ["7 ms", "1.5 s", "2 s", "9 min 58 s", "10 min", "1 h"]);
    }

    #[test]
    fn counts_are_words_as_long_as_words_are_short() {
        assert_eq!(
            [0, 5, 12, 30, 99, 100].map(count).join(" "),
            "no five twelve thirty ninety\u{2011}nine one hundred"
        );
        assert_eq!([101, 1200, 100_000].map(count), ["101", "1,200", "100,000"]);
        assert_eq!(capital("one hundred"), "One hundred");
        assert_eq!(listed(&["A".into(), "B".into(), "C".into()]), "A, B and C");
        assert_eq!([0, 1, 2].map(|n: u64| of(n, "seat")), ["0 seats", "1 seat", "2 seats"]);
    }
}
