//! Small signs that several drawings share: the disc of a user, the ✕n of an anomaly, a glyph by name.

use crate::lab::Contest;
use crate::player::{Session, Shown};
use crate::scenario::{Cast, Strategy};
use crate::units::User;
use yew::{Classes, Html, classes, html};

const HUES: [&str; 8] = ["a", "b", "c", "d", "e", "f", "g", "h"];

/// The class that gives a user its hue; from the ninth on they are ink.
pub(super) fn hue(user: User) -> &'static str {
    HUES.get(user.0 as usize).copied().unwrap_or("z")
}

/// What stands for a user in a mark: its letter, or its number where letters have run out.
pub(super) fn initial(user: User) -> String {
    user.letter().map_or_else(|| (u64::from(user.0) + 1).to_string(), String::from)
}

/// The classes of an initial: smaller if it has several characters.
pub(super) fn ini(text: &str, more: &'static str) -> Classes {
    classes!("ini", (!more.is_empty()).then_some(more), (text.len() > 1).then_some("two"))
}

/// The disc of a user.
pub(super) fn disc(user: User, class: &'static str) -> Html {
    let text = initial(user);
    let num = (text.len() > 1).then_some("num");
    html! { <span class={classes!("who", class, hue(user), num)} aria-hidden="true">{ text }</span> }
}

/// ✕n on its ground, around the origin of an SVG. Nothing else on the page is this colour.
pub(super) fn tag(times: usize) -> Html {
    let text = if times > 1 { format!("✕{times}") } else { "✕".to_string() };
    html! { <>
        <rect x="-9" y="-6.5" width="18" height="13" rx="2" class="x-tag" />
        <text y="4" class="x-t">{ text }</text>
    </> }
}

/// ✕n as a picture among words.
pub(super) fn tag_icon(times: usize) -> Html {
    html! { <svg viewBox="-10 -7.5 20 15" aria-hidden="true">{ tag(times) }</svg> }
}

/// A glyph of the lanes as a picture among words.
pub(super) fn glyph_icon(id: &str, class: Classes) -> Html {
    html! { <svg class={class} viewBox="-9 -9 18 18" aria-hidden="true"><use href={format!("#{id}")} /></svg> }
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
