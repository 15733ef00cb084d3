//! The review at the foot: one sentence, once its step has come.

use super::sign::{drawing, tag_icon};
use crate::texts::draw as texts;
use crate::units::cut;
use yew::{AttrValue, Html, Properties, component, html};

/// What the line says.
#[derive(Properties, PartialEq)]
pub struct VerdictProps {
    /// The verdict; empty before its step. Its first sentence is printed bold.
    #[prop_or_default]
    pub says: AttrValue,
    /// The rule it is about, smaller, at the right.
    #[prop_or_default]
    pub rule: AttrValue,
    /// A safety rule is broken.
    #[prop_or_default]
    pub bad: bool,
    /// The number of owners, for the ✕n; a bare ✕ if it is not given.
    #[prop_or_default]
    pub times: usize,
}

/// The line. It keeps its place while it is empty.
#[component]
pub fn Verdict(props: &VerdictProps) -> Html {
    let (first, rest) = sentences(&props.says);
    html! {
        <section class={if props.bad { "say bad" } else { "say" }} aria-label={texts::VERDICT}>
            if props.bad { { drawing(|out| tag_icon(out, props.times)) } }
            <p key={props.says.to_string()}>
                <strong>{ first.to_string() }</strong>{ " " }<span class="why">{ rest.to_string() }</span>
            </p>
            <div class="rule">{ props.rule.clone() }</div>
        </section>
    }
}

/// The first sentence, and what follows.
fn sentences(text: &str) -> (&str, &str) {
    match cut(text, ". ") {
        Some((first, rest)) => (&text[..=first.len()], rest.trim_start()),
        None => (text, ""),
    }
}
