//! The inspector: the code that runs, the log and the judge. The code beside the others where there is room, else as tabs.

use super::dom;
use super::draw::{Code, Log};
use super::hooks::check;
use super::lab::Act;
use crate::lab::{Contest, about};
use crate::player::desk::Tab;
use crate::player::{Action, Shown};
use yew::prelude::*;

const TABS: [(Tab, &str, &str); 3] = [
    (Tab::Code, "Code", "tab-code"),
    (Tab::Log, "Log", "tab-log"),
    (Tab::Judge, "Judge", "tab-judge"),
];

pub(super) struct InspectorProps {
    pub(super) act: Act,
    pub(super) shown: Shown,
    pub(super) tab: Tab,
}

/// Code, log and judge.
pub(super) fn inspector(props: &InspectorProps) -> Html {
    let (_, _, id) = TABS[props.tab as usize];
    let judge = props.tab == Tab::Judge;
    let idle = props.shown.session.cursor() == 0;
    let odds = idle && !judge;
    let act = props.act.clone();
    let pick = move |event: Event| {
        if let Some(input) = event.target() {
            check(&act, dom::at(&input, &["files", "0"]));
        }
    };
    html! {
        <div class={classes!("side", format!("at-{id}"))}>
            <div class="tabs turns" role="tablist" aria-label="Inspector">{ for TABS.map(|tab| button(props, tab)) }</div>
            <section id="tab-code-panel" class="codes" aria-label="Code">
                <div class="tabs"><h2 class="cap">{ "Code" }</h2></div>
                <Code shown={props.shown.clone()}/>
            </section>
            <section id="tab-log-panel" class={if odds { "logs odds" } else { "logs" }} aria-label={if judge { "Judge" } else { "Log" }}>
                <div class="tabs">{ toggle(props, Tab::Log, !judge) }{ toggle(props, Tab::Judge, judge) }</div>
                <div hidden={idle || judge}><Log shown={props.shown.clone()}/></div>
                <div class="rules-of" hidden={!odds}>{ strategy(props.shown.session.contest()) }</div>
                <div class="court" hidden={!judge}>
                    <div id="history"></div>
                    <div id="judge"></div>
                    <label class="btn">
                        { "Judge a history…" }
                        <input class="sr" type="file" accept=".jsonl,.ndjson,.json,.txt" onchange={pick}/>
                    </label>
                </div>
            </section>
        </div>
    }
}

/// One of the tabs where everything has to share one place.
fn button(props: &InspectorProps, (tab, name, id): (Tab, &'static str, &'static str)) -> Html {
    let (act, now) = (props.act.clone(), props.tab);
    let turn = move |event: KeyboardEvent| {
        let by = match event.key().as_str() {
            "ArrowRight" => 1,
            "ArrowLeft" => TABS.len() - 1,
            _ => return,
        };
        event.prevent_default();
        let (tab, _, id) = TABS[(now as usize + by) % TABS.len()];
        act.now(Action::Look(tab));
        dom::focus(id);
    };
    let chosen = tab == now;
    let panel = if tab == Tab::Code { "tab-code-panel" } else { "tab-log-panel" };
    html! {
        <button
            key={id} {id} type="button" role="tab" aria-selected={chosen.to_string()} aria-controls={panel}
            tabindex={if chosen { "0" } else { "-1" }} onclick={props.act.on(Action::Look(tab))} onkeydown={turn}
        >
            { name }
        </button>
    }
}

/// Log or judge, where only these two share a place.
fn toggle(props: &InspectorProps, tab: Tab, on: bool) -> Html {
    let (_, name, _) = TABS[tab as usize];
    html! {
        <button type="button" aria-pressed={on.to_string()} onclick={props.act.on(Action::Look(tab))}>{ name }</button>
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
