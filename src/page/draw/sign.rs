//! Drawings as nodes, and the signs that they share with what the worker draws.

pub(super) use crate::player::paint::{disc, glyph_icon, hue, initial, tag, tag_icon, two};
use crate::player::{Markup, Shown};
use yew::Html;

/// What a function writes, as nodes.
pub(super) fn drawing(write: impl FnOnce(&mut Markup)) -> Html {
    let mut out = Markup::new();
    write(&mut out);
    nodes(out)
}

/// The same in an `svg`, as one group: what changes is taken out and put in with one call each, not one for every shape.
pub(super) fn group(write: &mut dyn FnMut(&mut Markup)) -> Html {
    let mut out = Markup::new();
    out.raw("<g>");
    write(&mut out);
    out.raw("</g>");
    nodes(out)
}

/// Markup as nodes. Its text is kept with them: as long as it stays the same they are left alone.
pub(super) fn nodes(out: Markup) -> Html {
    Html::from_html_unchecked(out.into_string().into())
}

/// The race is before its first step.
pub(super) fn is_start(shown: &Shown) -> bool {
    shown.session.stage().step == 0
}
