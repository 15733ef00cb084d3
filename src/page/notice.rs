//! The notice: what is wrong with the link that was opened, and what is allowed.

use super::icons;
use super::lab::Act;
use crate::player::Action;
use crate::texts::page as texts;
use yew::prelude::*;

pub(super) struct NoticeProps {
    pub(super) act: Act,
    pub(super) problems: Vec<String>,
    /// Choices of the order that were not possible so far, by place in the order, from 0.
    pub(super) skipped: Vec<usize>,
}

/// The most skipped choices that are listed; the others are counted.
const LISTED_MAX: usize = 12;

/// A live region: it is always there, so that what comes into it is read aloud.
pub(super) fn notice(props: &NoticeProps) -> Html {
    let problem = |(at, problem): (usize, &String)| html! { <li key={at}>{ problem }{ "." }</li> };
    html! {
        <div class="notice" role="status">
            <div hidden={props.problems.is_empty()}>
                <p>{ texts::PART_CANNOT_BE_USED }</p>
                <ul>{ for props.problems.iter().enumerate().map(problem) }</ul>
                <button
                    class="btn bare" type="button" aria-label={texts::DISMISS}
                    onclick={props.act.on(Action::Dismiss)}
                >
                    { icons::close() }
                </button>
            </div>
            <p hidden={props.skipped.is_empty()}>{ skipped(&props.skipped) }</p>
        </div>
    }
}

fn skipped(places: &[usize]) -> String {
    let listed: Vec<String> =
        places.iter().take(LISTED_MAX).map(|at| (at + 1).to_string()).collect();
    let more = if places.len() > LISTED_MAX { ", …" } else { "" };
    texts::skipped(places.len(), &(listed.join(", ") + more))
}
