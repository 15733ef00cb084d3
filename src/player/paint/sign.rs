//! Small signs that every drawing shares: the hue and the initial of a user, the ✕n of an anomaly.

use crate::player::Markup;
use crate::units::User;

const HUES: [&str; 8] = ["a", "b", "c", "d", "e", "f", "g", "h"];

/// The class that gives a user its hue; from the ninth on they are ink.
pub fn hue(user: User) -> &'static str {
    HUES.get(user.0 as usize).copied().unwrap_or("z")
}

/// What stands for a user in a mark: its letter, or its number where letters have run out.
pub fn initial(user: User) -> String {
    user.letter().map_or_else(|| (u64::from(user.0) + 1).to_string(), String::from)
}

/// The class of an initial that has several characters: it is smaller.
pub fn two(text: &str) -> &'static str {
    if text.len() > 1 { "two" } else { "" }
}

/// ✕n on its ground, around the origin of an SVG. Nothing else on the page is this colour.
pub fn tag(out: &mut Markup, times: usize) {
    out.raw("<rect x='-9' y='-6.5' width='18' height='13' rx='2' class='x-tag'/>");
    if times > 1 {
        out.put("<text y='4' class='x-t'>✕%</text>", &[times as i32], &[]);
    } else {
        out.raw("<text y='4' class='x-t'>✕</text>");
    }
}
