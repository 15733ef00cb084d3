//! The sentence: the scenario in words, each of which opens the form where it can be changed.

use crate::lab::Contest;
use crate::player::desk::{Part, summary, title};
use crate::scenario::Scenario;
use crate::texts::page as texts;
use std::rc::Rc;
use yew::prelude::*;

pub(super) struct SentenceProps {
    pub(super) scenario: Rc<Scenario>,
    pub(super) contest: Contest,
    /// Opens the form at a parameter.
    pub(super) open: Callback<&'static str>,
    pub(super) children: Html,
}

/// The line under the bill; what else belongs to it comes as children.
pub(super) fn sentence(props: &SentenceProps) -> Html {
    let (title, varied) = title(&props.scenario);
    let word = |(at, part): (usize, Part)| match part {
        Part::Text(text) => html! { <span key={at}>{ text }</span> },
        Part::Word(name, text) => {
            let open = props.open.reform(move |_| name);
            html! { <button key={at} type="button" onclick={open}>{ text }</button> }
        }
    };
    html! {
        <section class="sentence" aria-label={texts::SCENARIO}>
            <h1>
                <button type="button" aria-haspopup="dialog" onclick={props.open.reform(|_| "s")}>
                    { title }
                    <small>{ if varied { texts::VARIED } else { "" } }</small>
                    <svg viewBox="0 0 10 6" aria-hidden="true"><path d="M1 1l4 4 4-4"/></svg>
                </button>
            </h1>
            <p>{ for summary(&props.scenario, props.contest).into_iter().enumerate().map(word) }</p>
            { props.children.clone() }
        </section>
    }
}
