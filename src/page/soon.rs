//! Stand-ins for drawings that are on their way.

use crate::player::{Shown, step_sentences};
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub(super) struct ShownProps {
    pub(super) shown: Shown,
}

#[component]
pub(super) fn Lanes(props: &ShownProps) -> Html {
    html! { <section class="lanes" aria-label="Lanes">{ props.shown.session.cursor() }</section> }
}

#[component]
pub(super) fn Start(_props: &ShownProps) -> Html {
    html! { <section class="lanes opening" aria-label="Lanes"><h2>{ "They are about to press the same seat." }</h2></section> }
}

#[component]
pub(super) fn Code(_props: &ShownProps) -> Html {
    html! { <ol class="code"><li>{ "code" }</li></ol> }
}

#[component]
pub(super) fn Log(props: &ShownProps) -> Html {
    let session = &props.shown.session;
    let says =
        step_sentences(session.scenario().hall, session.stage_before(), session.step_events());
    html! { <ol class="log">{ for says.into_iter().enumerate().map(|(at, text)| html! { <li key={at}>{ text }</li> }) }</ol> }
}

#[derive(Properties, PartialEq)]
pub(super) struct VerdictProps {
    pub(super) says: AttrValue,
    pub(super) rule: AttrValue,
    pub(super) bad: bool,
}

#[component]
pub(super) fn Verdict(props: &VerdictProps) -> Html {
    html! {
        <section class={classes!("say", props.bad.then_some("bad"))} aria-label="Verdict">
            <p>{ props.says.clone() }</p>
            <div class="rule">{ props.rule.clone() }</div>
        </section>
    }
}
