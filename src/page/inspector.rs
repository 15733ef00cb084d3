//! The inspector: the code that runs, and beside it or, where there is no room, instead of it one of the other tabs.
//!
//! Judge, seat and figures, and the code in other languages, are written by the worker into places that stand ready here.

use super::dom;
use super::draw::{Code, Log};
use super::hooks::check;
use super::lab::Act;
use crate::lab::{Contest, about};
use crate::player::desk::{Language, Tab};
use crate::player::{Action, Shown};
use crate::texts::page as texts;
use yew::prelude::*;

pub(super) struct InspectorProps {
    pub(super) act: Act,
    pub(super) shown: Shown,
    pub(super) tab: Tab,
    pub(super) language: Language,
}

/// Code, log and the other tabs.
pub(super) fn inspector(props: &InspectorProps) -> Html {
    let tab = props.tab;
    let logs = matches!(tab, Tab::Code | Tab::Log);
    let judge = tab == Tab::Judge;
    let idle = props.shown.session.cursor() == 0;
    let odds = idle && logs;
    let act = props.act.clone();
    let pick = move |event: Event| {
        if let Some(input) = event.target() {
            check(&act, dom::at(&input, &["files", "0"]));
        }
    };
    let rust = props.language == Language::Rust;
    html! {
        <div class={if tab == Tab::Code { "side at-code" } else { "side" }}>
            { tabs(props, 0) }
            <section id="codes" class="codes" aria-label={texts::CODE}>
                <div class="tabs speak" role="group" aria-label={texts::LANGUAGE}>{ for Language::ALL.map(|it| speak(props, it)) }</div>
                <div hidden={!rust}><Code shown={props.shown.clone()}/></div>
                <div id="script" hidden={rust}>{ texts::ONE_MOMENT }</div>
            </section>
            <section id="logs" class={if odds { "logs odds" } else { "logs" }} role="tabpanel" aria-label={shown(tab).name()}>
                { tabs(props, 1) }
                <div hidden={idle || !logs}><Log shown={props.shown.clone()}/></div>
                <div class="rules-of" hidden={!odds}>{ strategy(props.shown.session.contest()) }</div>
                <div class="court" hidden={!judge}>
                    <div id="history"></div>
                    <div id="judge"></div>
                    <label class="btn">
                        { texts::JUDGE_A_HISTORY }
                        <input class="sr" type="file" accept=".jsonl,.ndjson,.json,.txt" onchange={pick}/>
                    </label>
                </div>
                <div id="more" key={tab.name()} hidden={logs || judge}>{ texts::ONE_MOMENT }</div>
            </section>
        </div>
    }
}

/// What stands beside the code while nothing else was chosen.
fn shown(tab: Tab) -> Tab {
    if tab == Tab::Code { Tab::Log } else { tab }
}

/// The tabs from one on: all where they share one place, those without the code where it has a place of its own. The arrow
/// keys are heard with all other keys.
fn tabs(props: &InspectorProps, from: usize) -> Html {
    let chosen = if from > 0 { shown(props.tab) } else { props.tab };
    let tab = |tab: Tab| {
        let on = tab == chosen;
        html! {
            <button
                key={tab.name()} type="button" role="tab" aria-selected={on.to_string()}
                aria-controls={if tab == Tab::Code { "codes" } else { "logs" }}
                tabindex={if on { "0" } else { "-1" }} onclick={props.act.on(Action::Look(tab))}
            >
                { tab.name() }
            </button>
        }
    };
    html! {
        <div class={if from > 0 { "tabs" } else { "tabs turns" }} role="tablist" aria-label={texts::INSPECTOR}>
            { for Tab::ALL.into_iter().skip(from).map(tab) }
        </div>
    }
}

/// A language of the code.
fn speak(props: &InspectorProps, language: Language) -> Html {
    let on = (language == props.language).to_string();
    html! {
        <button type="button" aria-pressed={on} onclick={props.act.on(Action::Speak(language))}>{ language.name() }</button>
    }
}

/// What the strategy is, before anything has happened.
fn strategy(contest: Contest) -> Html {
    let (title, says) = match contest {
        Contest::All(strategy) => (about(strategy).title, about(strategy).says),
        Contest::Mix => (texts::MIXED_STRATEGIES, texts::MIXED_STRATEGIES_SAYS),
    };
    html! {
        <>
            <p>{ title }</p>
            <p class="says">{ says }</p>
        </>
    }
}
