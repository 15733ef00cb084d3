//! What a reader may change where the link lets them: how many users there are, the seed, and the strategies. That is what
//! makes another race of the same story; everything else is a click away in the whole page.

use super::booth::Booth;
use crate::frame::Usher;
use crate::scenario::{Cast, Scenario, Strategy, Word};
use crate::texts::frame as texts;
use std::rc::Rc;
use web_sys::{HtmlInputElement, HtmlSelectElement};
use yew::prelude::*;

/// The numbers, by parameter, with what they are called.
const NUMBERS: [(&str, &str); 2] = [("users", texts::USERS), ("seed", texts::SEED)];
/// All strategies, one after the other.
const ALL: &str = "naive,optimistic,pessimistic,two-phase";

/// The fields, closed at first.
pub(super) fn edit(booth: &Rc<Booth>, usher: &Usher) -> Html {
    let says: Vec<&str> =
        NUMBERS.iter().filter_map(|(name, _)| Some(usher.draft(name)?.says.as_str())).collect();
    html! {
        <details class="edit">
            <summary>{ texts::CHANGE_THE_RACE }</summary>
            <div>
                { for NUMBERS.map(|(name, label)| number(booth, usher, name, label)) }
                { strategies(booth, usher.desk().scenario()) }
                <p id="edit-says" role="status">{ says.join(". ") }</p>
            </div>
        </details>
    }
}

fn number(booth: &Rc<Booth>, usher: &Usher, name: &'static str, label: &'static str) -> Html {
    let scenario = usher.desk().scenario();
    let value = if name == "users" { u64::from(scenario.users) } else { scenario.seed };
    let draft = usher.draft(name);
    let value = draft.map_or_else(|| value.to_string(), |draft| draft.text.clone());
    let booth = Rc::clone(booth);
    let typed = Callback::from(move |event: Event| {
        if let Some(input) = event.target_dyn_into::<HtmlInputElement>() {
            booth.does(|usher, at_ms| usher.edit(name, &input.value(), at_ms));
        }
    });
    html! {
        <label key={name}>
            { label }
            <input
                inputmode="numeric" autocomplete="off" {value} aria-invalid={draft.map(|_| "true")}
                aria-describedby="edit-says" onchange={typed}
            />
        </label>
    }
}

fn strategies(booth: &Rc<Booth>, scenario: &Scenario) -> Html {
    let Cast::Compare(now) = &scenario.cast else { return html! {} };
    let now = if let [one] = now[..] { crate::lab::about(one).name } else { ALL };
    let names = Strategy::ALL.iter().map(|strategy| crate::lab::about(*strategy).name);
    let booth = Rc::clone(booth);
    let chosen = Callback::from(move |event: Event| {
        if let Some(select) = event.target_dyn_into::<HtmlSelectElement>() {
            booth.does(|usher, at_ms| usher.edit("strategy", &select.value(), at_ms));
        }
    });
    let option = |name: &'static str| {
        html! { <option key={name} value={name} selected={name == now}>{ name }</option> }
    };
    html! {
        <label key="strategy">
            { texts::STRATEGY }
            <select onchange={chosen}>
                <option key="all" value={ALL} selected={now == ALL}>{ texts::ALL_FOUR }</option>
                { for names.map(option) }
            </select>
        </label>
    }
}
