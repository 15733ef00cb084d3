//! The switch: which of the scenario's strategies is on show.

use super::lab::Act;
use crate::lab::{Contest, about};
use crate::player::Action;
use crate::texts::page as texts;
use yew::prelude::*;

pub(super) struct SwitchProps {
    pub(super) act: Act,
    pub(super) contests: Vec<Contest>,
    pub(super) contest: Contest,
}

/// A radio group: one race of the scenario at a time.
pub(super) fn switch(props: &SwitchProps) -> Html {
    let choice = |contest: &Contest| {
        let name = contest.to_string();
        let title = match contest {
            Contest::All(strategy) => about(*strategy).says,
            Contest::Mix => texts::STRATEGY_OF_ONES_OWN,
        };
        html! {
            <label key={name.clone()} title={title}>
                <input
                    type="radio" name="strategy" value={name.clone()} checked={*contest == props.contest}
                    onchange={props.act.on(Action::Choose(*contest))}
                />
                <span>{ name }</span>
            </label>
        }
    };
    html! {
        <fieldset class="switch" hidden={props.contests.len() < 2}>
            <legend class="sr">{ texts::STRATEGY }</legend>
            { for props.contests.iter().map(choice) }
        </fieldset>
    }
}
