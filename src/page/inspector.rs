//! The inspector: the code that runs, and the log. Beside each other where there is room, as tabs where there is not.

use super::draw::{Code, Log};
use crate::lab::{Contest, about};
use crate::player::Shown;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub(super) struct InspectorProps {
    pub(super) shown: Shown,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Tab {
    Code,
    Log,
}

impl Tab {
    const ALL: [Tab; 2] = [Tab::Code, Tab::Log];

    fn name(self) -> &'static str {
        match self {
            Tab::Code => "Code",
            Tab::Log => "Log",
        }
    }

    fn id(self) -> &'static str {
        match self {
            Tab::Code => "tab-code",
            Tab::Log => "tab-log",
        }
    }

    fn other(self) -> Tab {
        if self == Tab::Code { Tab::Log } else { Tab::Code }
    }
}

/// Code and log.
#[component]
pub(super) fn Inspector(props: &InspectorProps) -> Html {
    let tab = use_state_eq(|| Tab::Code);
    let (now, set) = (*tab, tab.setter());
    let choose = {
        let set = set.clone();
        Callback::from(move |tab: Tab| set.set(tab))
    };
    let turn = Callback::from(move |event: KeyboardEvent| {
        if matches!(event.key().as_str(), "ArrowLeft" | "ArrowRight" | "Home" | "End") {
            event.prevent_default();
            set.set(now.other());
            super::dom::focus(now.other().id());
        }
    });
    let button = |tab: Tab| {
        let chosen = tab == now;
        html! {
            <button
                key={tab.id()} id={tab.id()} type="button" role="tab" aria-selected={chosen.to_string()}
                aria-controls={format!("{}-panel", tab.id())} tabindex={if chosen { "0" } else { "-1" }}
                onclick={choose.reform(move |_| tab)} onkeydown={turn.clone()}
            >
                { tab.name() }
            </button>
        }
    };
    let started = props.shown.session.cursor() > 0;
    html! {
        <div class={classes!("side", format!("at-{}", now.id()))}>
            <div class="tabs turns" role="tablist" aria-label="Inspector">{ for Tab::ALL.map(button) }</div>
            <section id="tab-code-panel" class="codes" aria-label="Code">
                <div class="tabs"><h2 class="cap">{ "Code" }</h2></div>
                <Code shown={props.shown.clone()}/>
            </section>
            <section id="tab-log-panel" class={if started { "logs" } else { "logs odds" }} aria-label="Log">
                <div class="tabs" hidden={!started}><h2 class="cap">{ "Log" }</h2></div>
                <div hidden={!started}><Log shown={props.shown.clone()}/></div>
                <div class="rules-of" hidden={started}>{ strategy(props.shown.session.contest()) }</div>
            </section>
        </div>
    }
}

/// What the strategy is, before anything has happened.
fn strategy(contest: Contest) -> Html {
    let (title, says) = match contest {
        Contest::All(strategy) => (about(strategy).title, about(strategy).says),
        Contest::Mix => ("Mixed strategies", "Each user books by rules of its own, on one show."),
    };
    html! {
        <>
            <p>{ title }</p>
            <p class="says">{ says }</p>
        </>
    }
}
