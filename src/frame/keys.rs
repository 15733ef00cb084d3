//! The keys of the frame, as data. They are those of the page but for what a reader cannot do here.

use super::usher::Usher;
use crate::player::Action;
use crate::player::desk::Focus;
use crate::texts::keys as texts;

/// What a key does in the frame.
#[derive(Clone, PartialEq, Debug)]
pub enum Press {
    /// Something of the race.
    Race(Action),
    /// To a part of the whole run, 0 to 100.
    Percent(u32),
    /// So many percent of the whole run forward, or back.
    Leap(i32),
    /// To the next marker.
    NextMarker,
    /// To the marker before.
    PreviousMarker,
    /// To the next anomaly.
    NextAnomaly,
    /// To the anomaly before.
    PreviousAnomaly,
    /// The next view.
    Turn,
    /// The whole screen, or back.
    Fullscreen,
    /// What the keys are.
    Help,
}

/// The rows of the help: the keys, and what they do.
pub const FRAME_KEYS: [(&[&str], &str); 12] = [
    (&[texts::SPACE, "K"], texts::PLAY_OR_PAUSE),
    (&[",", "."], texts::ONE_STEP),
    (&["←", "→"], texts::ARROWS),
    (&[texts::SHIFT_LEFT, texts::SHIFT_RIGHT], texts::TEN_STEPS_OR_LETTERS),
    (&[texts::PAGE_UP, texts::PAGE_DOWN], texts::TENTHS),
    (&[texts::HOME, texts::END], texts::FIRST_AND_LAST),
    (&["0", "…", "9"], texts::PERCENT),
    (&["[", "]"], texts::FRAME_MARKERS),
    (&["E", texts::SHIFT_E], texts::ANOMALIES),
    (&["<", ">", "R"], texts::PACE_AND_RESTART),
    (&["T", "F"], texts::VIEW_AND_SCREEN),
    (&["?", texts::ESC], texts::CLOSE),
];

const TEN: i64 = 10;

impl Press {
    /// What a key does, by the name that browsers give it. Nobody asks while Alt, Ctrl or Meta is down.
    pub fn of(name: &str, shift: bool, focus: Focus) -> Option<Press> {
        let moves = name.starts_with("Arrow") || name.starts_with("Page");
        let moves = moves || matches!(name, "Home" | "End");
        let taken = match focus {
            Focus::Page => false,
            Focus::Button => name == " ",
            Focus::Moves => moves || name == " ",
            Focus::Text => true,
        };
        if taken {
            return None;
        }
        let race = |action| Some(Press::Race(action));
        match name {
            " " | "k" | "K" => race(Action::Toggle),
            "," => race(Action::Step(-1)),
            "." => race(Action::Step(1)),
            "ArrowLeft" => race(Action::Step(if shift { -TEN } else { -1 })),
            "ArrowRight" => race(Action::Step(if shift { TEN } else { 1 })),
            "j" | "J" => race(Action::Step(-TEN)),
            "l" | "L" => race(Action::Step(TEN)),
            "Home" | "r" | "R" => race(Action::Seek(0)),
            "End" => race(Action::End),
            "PageUp" => Some(Press::Leap(-10)),
            "PageDown" => Some(Press::Leap(10)),
            "[" => Some(Press::PreviousMarker),
            "]" => Some(Press::NextMarker),
            "e" | "E" => Some(if shift { Press::PreviousAnomaly } else { Press::NextAnomaly }),
            "<" => race(Action::Slower),
            ">" => race(Action::Faster),
            "t" | "T" => Some(Press::Turn),
            "f" | "F" => Some(Press::Fullscreen),
            "?" => Some(Press::Help),
            _ => match name.as_bytes() {
                [digit @ b'0'..=b'9'] => Some(Press::Percent(u32::from(digit - b'0') * 10)),
                _ => None,
            },
        }
    }
}

impl Usher {
    /// What a key does.
    pub fn press(&mut self, press: &Press, at_ms: f64) {
        let (cursor, steps) = (self.desk.session().cursor(), self.desk.session().steps());
        let part = |percent: u32| u64::from(steps) * u64::from(percent) / 100;
        let sought = match press {
            Press::Race(action) => {
                self.act(action, at_ms);
                return;
            }
            Press::Turn => return self.turn(at_ms),
            Press::Percent(percent) => Some(part(*percent) as u32),
            Press::Leap(percent) => {
                let by = (part(percent.unsigned_abs()) as u32).max(1);
                let back = *percent < 0;
                Some(if back { cursor.saturating_sub(by) } else { cursor.saturating_add(by) })
            }
            Press::NextMarker => self.known().next(cursor, false),
            Press::PreviousMarker => self.known().previous(cursor, false),
            Press::NextAnomaly => self.known().next(cursor, true),
            Press::PreviousAnomaly => self.known().previous(cursor, true),
            // What the frame is drawn with is none of the usher's business.
            Press::Fullscreen | Press::Help => None,
        };
        if let Some(step) = sought {
            self.act(&Action::Seek(step), at_ms);
        }
    }
}
