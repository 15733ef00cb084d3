//! The keyboard map, as data: the page's listener and its help are both made of it.

use super::{Action, Deed};
use crate::texts::keys as texts;
use crate::trace::{Choice, Mark};
use crate::units::User;

/// What a key does.
#[derive(Clone, PartialEq, Debug)]
pub enum Key {
    /// Something of the race.
    Race(Deed),
    /// Shows or hides the help.
    Help,
    /// The whole screen, or back.
    Fullscreen,
}

/// Where the focus is, as far as keys care: some elements use some keys themselves.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Focus {
    /// Nowhere that uses keys.
    Page,
    /// A button or a link: space and enter press it.
    Button,
    /// A slider, a radio button, a tab or a grid: arrows, Home, End and the page keys move in it, space presses.
    Moves,
    /// Text is typed, or chosen from a list: every key is its own.
    Text,
}

/// The rows of the help: the keys, and what they do.
pub const KEYS: [(&[&str], &str); 14] = [
    (&[texts::SPACE, "K"], texts::PLAY_OR_PAUSE),
    (&[",", "."], texts::ONE_STEP),
    (&["←", "→"], texts::ARROWS),
    (&[texts::SHIFT_LEFT, texts::SHIFT_RIGHT], texts::TEN_STEPS_OR_LETTERS),
    (&[texts::HOME, texts::END], texts::FIRST_AND_LAST),
    (&["0", "…", "9"], texts::PERCENT),
    (&["R"], texts::RESTART),
    (&["E", "X"], texts::ANOMALIES),
    (&["]", "["], texts::MARKERS),
    (&[texts::SHIFT_A, "…"], texts::USERS),
    (&["P", "D", "N", "T"], texts::ANSWERS),
    (&["<", ">"], texts::PACE),
    (&["F"], texts::FULL_SCREEN),
    (&["?", texts::ESC], texts::CLOSE_OPEN),
];

const TEN: i64 = 10;

impl Key {
    /// What a key does, by the name that browsers give it. The page does not ask while Alt, Ctrl or Meta is down.
    pub fn of(name: &str, shift: bool, focus: Focus) -> Option<Key> {
        let moves = matches!(
            name,
            "ArrowLeft"
                | "ArrowRight"
                | "ArrowUp"
                | "ArrowDown"
                | "Home"
                | "End"
                | "PageUp"
                | "PageDown"
        );
        let taken = match focus {
            Focus::Page => false,
            Focus::Button => name == " ",
            Focus::Moves => moves || name == " ",
            Focus::Text => true,
        };
        if taken {
            return None;
        }
        let act = |action| Some(Key::Race(Deed::Do(action)));
        if let ([letter @ b'A'..=b'Z'], true) = (name.as_bytes(), shift) {
            let user = User(u32::from(letter - b'A'));
            return act(Action::Pick(Choice::Step(user, None)));
        }
        let by = |steps| act(Action::Step(steps));
        let answer = |mark| act(Action::Answer(mark));
        match name {
            " " | "k" => act(Action::Toggle),
            "," => by(-1),
            "." => by(1),
            "ArrowLeft" => by(if shift { -TEN } else { -1 }),
            "ArrowRight" => by(if shift { TEN } else { 1 }),
            "j" => by(-TEN),
            "l" => by(TEN),
            "Home" | "r" => act(Action::Seek(0)),
            "End" => act(Action::End),
            "[" => Some(Key::Race(Deed::PreviousMarker)),
            "]" => Some(Key::Race(Deed::NextMarker)),
            "x" => act(Action::PreviousAnomaly),
            "p" => answer(Mark::Captured),
            "d" => answer(Mark::Declined),
            "n" => answer(Mark::NoAnswer),
            "t" => act(Action::Pick(Choice::Time)),
            "e" => Some(Key::Race(Deed::NextAnomaly)),
            "<" => act(Action::Slower),
            ">" => act(Action::Faster),
            "?" => Some(Key::Help),
            "f" => Some(Key::Fullscreen),
            _ => match name.as_bytes() {
                [digit @ b'0'..=b'9'] => {
                    Some(Key::Race(Deed::Percent(u32::from(digit - b'0') * 10)))
                }
                _ => None,
            },
        }
    }
}
