//! Small signs that several drawings share: the disc of a user, the ✕n of an anomaly, a glyph by name.

use crate::lab::Contest;
pub(super) use crate::player::paint::{hue, initial, tag, two};
use crate::player::{Markup, Session, Shown};
use crate::scenario::{Cast, Strategy};
use crate::units::User;
use yew::Html;

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
