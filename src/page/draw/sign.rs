//! Small signs that several drawings share: the disc of a user, the ✕n of an anomaly, a glyph by name.

use crate::lab::Contest;
use crate::player::{Markup, Session, Shown};
use crate::scenario::{Cast, Strategy};
use crate::units::User;
use yew::Html;

pub(super) use crate::player::{hue, initial};

/// The class of an initial that has several characters: it is smaller.
pub(super) fn two(text: &str) -> &'static str {
    if text.len() > 1 { "two" } else { "" }
}

/// What a function writes, as nodes.
pub(super) fn drawing(write: impl FnOnce(&mut Markup)) -> Html {
    let mut out = Markup::new();
    write(&mut out);
    nodes(out)
}

/// Markup as nodes. Its text is kept with them: as long as it stays the same they are left alone.
pub(super) fn nodes(out: Markup) -> Html {
    Html::from_html_unchecked(out.into_string().into())
}

/// The disc of a user.
pub(super) fn disc(out: &mut Markup, user: User, class: &str) {
    let text = initial(user);
    let num = if text.len() > 1 { "num" } else { "" };
    let texts = [class, hue(user), num, &text];
    out.put("<span class='who $ $ $' aria-hidden='true'>$</span>", &[], &texts);
}

/// ✕n on its ground, around the origin of an SVG. Nothing else on the page is this colour.
pub(super) fn tag(out: &mut Markup, times: usize) {
    out.raw("<rect x='-9' y='-6.5' width='18' height='13' rx='2' class='x-tag'/>");
    if times > 1 {
        out.put("<text y='4' class='x-t'>✕%</text>", &[times as i32], &[]);
    } else {
        out.raw("<text y='4' class='x-t'>✕</text>");
    }
}

/// ✕n as a picture among words.
pub(super) fn tag_icon(out: &mut Markup, times: usize) {
    out.raw("<svg viewBox='-10 -7.5 20 15' aria-hidden='true'>");
    tag(out, times);
    out.raw("</svg>");
}

/// A glyph of the lanes as a picture among words.
pub(super) fn glyph_icon(out: &mut Markup, id: &str, class: &str) {
    let icon =
        "<svg class='$' viewBox='-9 -9 18 18' aria-hidden='true'><use href='#$'></use></svg>";
    out.put(icon, &[], &[class, id]);
}

/// The strategies that take part in the race that is shown, each once.
pub(super) fn strategies(session: &Session) -> Vec<Strategy> {
    match (session.contest(), &session.scenario().cast) {
        (Contest::All(strategy), _) => vec![strategy],
        (Contest::Mix, Cast::Mix(all) | Cast::Compare(all)) => {
            let mut each = Vec::new();
            for strategy in all.iter().take(session.scenario().users as usize) {
                if !each.contains(strategy) {
                    each.push(*strategy);
                }
            }
            each
        }
    }
}

/// The race is before its first step.
pub(super) fn is_start(shown: &Shown) -> bool {
    shown.session.stage().step == 0
}
