//! The help of the page and that of the frame name the keys that do something: all of them, and no others.

use crate::frame::{FRAME_KEYS, Press};
use crate::player::desk::{Focus, KEYS, Key};
use crate::texts::keys as texts;
use std::collections::BTreeSet;

/// A key by the name that browsers give it, and whether Shift is down.
type Stroke = (String, bool);

/// Browsers' names of keys that are no characters: those which a map might use.
const NAMED: [&str; 12] = [
    "ArrowLeft",
    "ArrowRight",
    "ArrowUp",
    "ArrowDown",
    "Home",
    "End",
    "PageUp",
    "PageDown",
    "Enter",
    "Tab",
    "Backspace",
    "Delete",
];

/// These are told beside the keys of a row: [`texts::TEN_STEPS_OR_LETTERS`].
const TOLD_IN_WORDS: [(&str, bool); 2] = [("j", false), ("l", false)];

/// What is pressed for the keys of a row.
fn strokes(keys: &[&str]) -> Vec<Stroke> {
    let each = |chars: std::ops::RangeInclusive<char>, shift| {
        chars.map(|c| (c.to_string(), shift)).collect()
    };
    match keys {
        ["0", "…", "9"] => each('0'..='9', false),
        [texts::SHIFT_A, "…"] => each('A'..='Z', true),
        _ => keys.iter().filter(|key| **key != texts::ESC).map(|key| stroke(key)).collect(),
    }
}

/// What is pressed for a key by its name in the help. Esc is the browser's and the page's own.
fn stroke(key: &str) -> Stroke {
    let (name, shift) = match key {
        texts::SPACE => (" ", false),
        texts::HOME => ("Home", false),
        texts::END => ("End", false),
        texts::PAGE_UP => ("PageUp", false),
        texts::PAGE_DOWN => ("PageDown", false),
        "←" => ("ArrowLeft", false),
        "→" => ("ArrowRight", false),
        texts::SHIFT_LEFT => ("ArrowLeft", true),
        texts::SHIFT_RIGHT => ("ArrowRight", true),
        texts::SHIFT_E => ("E", true),
        character => return (character.to_lowercase(), false),
    };
    (name.to_owned(), shift)
}

/// Whatever can be pressed. Shift counts with arrows and letters: with others it is a part of how they are typed, or nothing.
fn all_strokes() -> Vec<Stroke> {
    let typed = (' '..='~').map(|c| (c.to_string(), c.is_ascii_uppercase()));
    let named = NAMED.iter().map(|name| (name.to_string(), false));
    let arrows = NAMED.iter().filter(|name| name.starts_with("Arrow"));
    typed.chain(named).chain(arrows.map(|name| (name.to_string(), true))).collect()
}

/// Asserts that the rows of a help, and those keys that it tells in words, are just the keys that do something.
#[track_caller]
fn assert_told(rows: &[(&[&str], &str)], besides: &[(&str, bool)], does: impl Fn(&Stroke) -> bool) {
    let mut told: BTreeSet<Stroke> = BTreeSet::new();
    for (keys, says) in rows {
        for stroke in strokes(keys) {
            assert!(does(&stroke), "{stroke:?} does nothing, but the help says: {says}");
            assert!(told.insert(stroke.clone()), "{stroke:?} is in two rows");
        }
    }
    for (name, shift) in besides {
        let stroke = (name.to_string(), *shift);
        assert!(does(&stroke), "{stroke:?} does nothing");
        assert!(told.insert(stroke), "{name} is in the help");
    }
    for stroke in all_strokes() {
        assert!(told.contains(&stroke) || !does(&stroke), "{stroke:?} is not in the help");
    }
}

#[test]
fn the_help_of_the_page_has_all_keys_and_no_others() {
    assert!(texts::TEN_STEPS_OR_LETTERS.contains("J and L"));
    let does = |(name, shift): &Stroke| Key::of(name, *shift, Focus::Page).is_some();
    assert_told(&KEYS, &TOLD_IN_WORDS, does);
}

#[test]
fn the_help_of_the_frame_has_all_keys_and_no_others() {
    let of = |name: &str, shift| Press::of(name, shift, Focus::Page);
    // With Shift, letters are what they are without, all but one.
    let is_again = |name: &str| name != "E" && of(name, true) == of(&name.to_lowercase(), false);
    let does = |(name, shift): &Stroke| {
        let again = name.len() == 1 && *shift && is_again(name);
        !again && of(name, *shift).is_some()
    };
    assert_told(&FRAME_KEYS, &TOLD_IN_WORDS, does);
}
