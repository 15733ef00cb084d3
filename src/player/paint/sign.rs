//! Small signs that page and worker share: the disc of a user, the ✕n of an anomaly, a glyph by name.

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

/// The disc of a user.
pub fn disc(out: &mut Markup, user: User, class: &str) {
    let text = initial(user);
    let num = if text.len() > 1 { "num" } else { "" };
    let texts = [class, hue(user), num, &text];
    out.put("<span class='who $ $ $' aria-hidden='true'>$</span>", &[], &texts);
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

/// ✕n as a picture among words.
pub fn tag_icon(out: &mut Markup, times: usize) {
    out.raw("<svg viewBox='-10 -7.5 20 15' aria-hidden='true'>");
    tag(out, times);
    out.raw("</svg>");
}

/// A glyph of the lanes as a picture among words.
pub fn glyph_icon(out: &mut Markup, id: &str, class: &str) {
    let icon =
        "<svg class='$' viewBox='-9 -9 18 18' aria-hidden='true'><use href='#$'></use></svg>";
    out.put(icon, &[], &[class, id]);
}
