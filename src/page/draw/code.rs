//! The code that runs: the very file of the strategy, its current line lit, and who stands before which line.

use super::follow::use_follow;
use super::sign::drawing;
use crate::lab::about;
use crate::player::{Ink, Markup, Places, Shown, acting, discs, strategies, tint};
use crate::scenario::Strategy;
use crate::texts::draw as texts;
use yew::{Callback, Html, Properties, component, html, use_state_eq};

/// What the code view depends on.
#[derive(Properties, PartialEq)]
pub struct CodeProps {
    /// The race.
    pub shown: Shown,
}

/// The code. Where strategies are mixed, that of the user who has just stepped, unless another is chosen.
#[component]
pub fn Code(props: &CodeProps) -> Html {
    let session = &props.shown.session;
    let all = strategies(session);
    let chosen = use_state_eq(|| None::<Strategy>);
    let acting = acting(session);
    let current = chosen.filter(|s| all.contains(s)).or(acting).or(all.first().copied());
    let Some(current) = current else { return html! { <div class="codes-of"></div> } };
    let places = Places::of(session, current);
    let list = use_follow((props.shown.stamp, current));
    let choose = {
        let set = chosen.setter();
        // Pressing the chosen one again follows the race again.
        let was = *chosen;
        Callback::from(move |s: Strategy| set.set((was != Some(s)).then_some(s)))
    };
    html! {
        <div class="codes-of">
            <div class="files" role="group" aria-label={texts::FILES} hidden={all.len() < 2}>
                { for all.iter().map(|s| file(*s, current, &choose)) }
            </div>
            <ol class="code" ref={list} tabindex="0" aria-label={about(current).file}>
                { lines(current, &places) }
            </ol>
        </div>
    }
}

fn file(strategy: Strategy, current: Strategy, choose: &Callback<Strategy>) -> Html {
    let about = about(strategy);
    let pressed = (strategy == current).to_string();
    html! {
        <button key={about.name} type="button" aria-pressed={pressed} onclick={choose.reform(move |_| strategy)}>
            { about.file }
        </button>
    }
}

fn lines(strategy: Strategy, places: &Places) -> Vec<Html> {
    let mut items = Vec::new();
    for (number, text) in (1u16..).zip(about(strategy).source().lines()) {
        let lit = (places.lit == Some(number)).then_some("step");
        let next = places.next.iter().find(|place| place.line == number);
        items.push(html! { <li key={number} aria-current={lit}>{ drawing(|out| {
            let dim = text.starts_with("//!") || text.starts_with("use ");
            let line = "<span class='n' aria-hidden='true'>%</span><span class='$'>";
            out.put(line, &[number.into()], &[if dim { "dim" } else { "" }]);
            tinted(out, text);
            if let Some(place) = next {
                discs(out, &place.users);
            }
            out.raw("</span>");
        }) }</li> });
    }
    items
}

fn tinted(out: &mut Markup, text: &str) {
    for part in tint(text) {
        match part {
            Ink::Plain(text) => out.text(text),
            Ink::Keyword(text) => out.put("<b>$</b>", &[], &[text]),
            Ink::Comment(text) => out.put("<i>$</i>", &[], &[text]),
        }
    }
}
