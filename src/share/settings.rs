//! What a link says beside the scenario: how the page is to show it, and what it claims.
//!
//! Names, meanings and defaults belong to version 1 of links and only grow. None of them decides a run.

use super::claim::Claim;
use super::digest::DIGEST_CHARS;
use super::rows::{self, Row, choices, read_number, read_switch};
use crate::scenario::Problem;
use crate::texts::share as texts;

/// How a link wants a scenario to be shown.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Settings {
    /// `d`: the digest of the run that the link is about.
    pub digest: Option<String>,
    /// `claim`: what the link says of all orders.
    pub claim: Option<Claim>,
    /// `at`: the step to open at.
    pub at: At,
    /// `play`: whether to start playing by itself.
    pub play: bool,
    /// `loop`: 0 plays once, 1 for ever, n so many times in all.
    pub repeat: u32,
    /// `pauseon`: where playing stops by itself.
    pub pause_on: PauseOn,
    /// `idle`: the longest that idle virtual time is shown, in s.
    pub idle_s: IdleSeconds,
    /// `speed`: how fast it plays.
    pub speed: Speed,
    /// `view`: what is shown.
    pub view: View,
    /// `theme`: in which colours.
    pub theme: Theme,
    /// `motion`: whether things move.
    pub motion: Motion,
    /// `lang`: the language, as BCP 47 has it.
    pub lang: Option<String>,
    /// `keys`: no shortcuts of a single key.
    pub no_keys: bool,
}

/// A step of a run.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum At {
    /// Before the first.
    #[default]
    Start,
    /// After this one.
    Step(u32),
    /// After the last.
    End,
    /// Where the judge first finds something wrong.
    FirstAnomaly,
}

/// The longest that idle virtual time is shown, in s; 2 where nothing is said.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct IdleSeconds(pub u32);

impl Default for IdleSeconds {
    fn default() -> IdleSeconds {
        IdleSeconds(2)
    }
}

/// The most that `idle` may be, in s.
pub const IDLE_S_MAX: u32 = 60;
/// The most that `loop` may be.
pub const REPEAT_MAX: u32 = 1_000;

choices! {
    /// Where playing stops by itself.
    PauseOn {
        /// At the first anomaly.
        "anomaly" => Anomaly,
        /// Nowhere.
        "none" => Nowhere,
        /// At every conflict, expiry and anomaly.
        "marker" => Marker,
        /// After each step.
        "each" => Each
    }
    /// How fast it plays: a step takes 600 ms divided by this.
    Speed {
        /// As usual.
        "1" => Usual,
        /// A quarter.
        "0.25" => Quarter,
        /// Half.
        "0.5" => Half,
        /// Twice.
        "2" => Two,
        /// 4 times.
        "4" => Four,
        /// 8 times.
        "8" => Eight,
        /// 16 times.
        "16" => Sixteen
    }
    /// What is shown.
    View {
        /// The hall.
        "map" => Map,
        /// The lanes.
        "timeline" => Timeline,
        /// The events as text.
        "log" => Log,
        /// The events as a table.
        "table" => Table,
        /// The strategies side by side.
        "compare" => Compare,
        /// Every order.
        "explore" => Explore
    }
    /// The colours.
    Theme {
        /// As the system has it.
        "auto" => Auto,
        /// Like paper.
        "light" => Light,
        /// Like a hall with the lights down.
        "dark" => Dark,
        /// With the strongest contrast.
        "contrast" => Contrast
    }
    /// Whether things move.
    Motion {
        /// As the system has it.
        "auto" => Auto,
        /// Nothing does.
        "off" => Off,
        /// They do, unless the system asks for less.
        "full" => Full
    }
}

/// In the order of printing.
const TABLE: [Row<Settings>; 13] = [
    Row {
        name: "d",
        allowed: texts::DIGEST,
        read: |s, text| read_digest(text).map(|digest| s.digest = Some(digest)),
        print: |s| s.digest.clone().unwrap_or_default(),
    },
    Row {
        name: "claim",
        allowed: texts::CLAIM,
        read: |s, text| Claim::read(text).map(|claim| s.claim = Some(claim)),
        print: |s| s.claim.as_ref().map_or(String::new(), Claim::to_string),
    },
    Row {
        name: "at",
        allowed: texts::AT,
        read: |s, text| At::read(text).map(|at| s.at = at),
        print: |s| s.at.print(),
    },
    Row {
        name: "play",
        allowed: texts::SWITCH,
        read: |s, text| read_switch(text).map(|on| s.play = on),
        print: |s| u8::from(s.play).to_string(),
    },
    Row {
        name: "loop",
        allowed: texts::LOOP,
        read: |s, text| read_number(text, REPEAT_MAX).map(|times| s.repeat = times),
        print: |s| s.repeat.to_string(),
    },
    Row {
        name: "pauseon",
        allowed: texts::PAUSE_ON,
        read: |s, text| PauseOn::read(text).map(|value| s.pause_on = value),
        print: |s| s.pause_on.word().into(),
    },
    Row {
        name: "idle",
        allowed: texts::IDLE,
        read: |s, text| read_number(text, IDLE_S_MAX).map(|idle| s.idle_s = IdleSeconds(idle)),
        print: |s| s.idle_s.0.to_string(),
    },
    Row {
        name: "speed",
        allowed: texts::SPEED,
        read: |s, text| Speed::read(text).map(|value| s.speed = value),
        print: |s| s.speed.word().into(),
    },
    Row {
        name: "view",
        allowed: texts::VIEW,
        read: |s, text| View::read(text).map(|value| s.view = value),
        print: |s| s.view.word().into(),
    },
    Row {
        name: "theme",
        allowed: texts::THEME,
        read: |s, text| Theme::read(text).map(|value| s.theme = value),
        print: |s| s.theme.word().into(),
    },
    Row {
        name: "motion",
        allowed: texts::MOTION,
        read: |s, text| Motion::read(text).map(|value| s.motion = value),
        print: |s| s.motion.word().into(),
    },
    Row {
        name: "lang",
        allowed: texts::LANG,
        read: |s, text| read_lang(text).map(|lang| s.lang = Some(lang)),
        print: |s| s.lang.clone().unwrap_or_default(),
    },
    Row {
        name: "keys",
        allowed: texts::SWITCH,
        read: |s, text| read_switch(text).map(|on| s.no_keys = !on),
        print: |s| u8::from(!s.no_keys).to_string(),
    },
];

impl Settings {
    /// Reads what a link says; a value that cannot be used counts as not given and is a [`Problem`]. Of a parameter given
    /// twice the last counts.
    pub fn parse_tolerant(text: &str) -> (Settings, Vec<Problem>) {
        rows::parse(&TABLE, text)
    }

    /// What stays when another scenario is shown: everything but what is said of one run, or asked for once.
    pub fn lasting(&self) -> Settings {
        let Settings { digest, claim, at, play, .. } = Settings::default();
        Settings { digest, claim, at, play, ..self.clone() }
    }

    /// What differs from the defaults, to be appended to a query: `&at=12&theme=dark`.
    pub fn query(&self) -> String {
        rows::print(&TABLE, self)
    }
}

impl At {
    pub(super) fn read(text: &str) -> Option<At> {
        match text.to_ascii_lowercase().as_str() {
            "end" => Some(At::End),
            "first-anomaly" => Some(At::FirstAnomaly),
            "0" => Some(At::Start),
            number => read_number(number, u32::MAX).map(At::Step),
        }
    }

    pub(super) fn print(self) -> String {
        match self {
            At::Start => "0".into(),
            At::Step(step) => step.to_string(),
            At::End => "end".into(),
            At::FirstAnomaly => "first-anomaly".into(),
        }
    }
}

fn read_digest(text: &str) -> Option<String> {
    let digit = |b: u8| b.is_ascii_digit() || b.is_ascii_uppercase() && !b"ILOU".contains(&b);
    (text.len() == DIGEST_CHARS && text.bytes().all(digit)).then(|| text.into())
}

/// Two or three letters, then subtags; `_` counts as `-`. At most this many characters.
const LANG_CHARS_MAX: usize = 35;

fn read_lang(text: &str) -> Option<String> {
    let tag = text.replace('_', "-");
    let mut subtags = tag.split('-');
    let language = subtags.next().is_some_and(|language| {
        (2..=3).contains(&language.len()) && language.bytes().all(|b| b.is_ascii_alphabetic())
    });
    let subtag =
        |tag: &str| (1..=8).contains(&tag.len()) && tag.bytes().all(|b| b.is_ascii_alphanumeric());
    (language && subtags.all(subtag) && tag.len() <= LANG_CHARS_MAX).then_some(tag)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn limits_are_told_as_they_are() {
        let times = format!("0, 1 (for ever), or how many times, up to {REPEAT_MAX}");
        assert_eq!(texts::LOOP, times);
        assert_eq!(texts::IDLE, format!("0 to {IDLE_S_MAX} seconds"));
        assert!(texts::DIGEST.starts_with(&format!("{DIGEST_CHARS} characters ")));
    }
}
