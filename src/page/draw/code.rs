//! The code that runs: the very file of the strategy, its current line lit, and who stands before which line.

use super::follow::use_follow;
use super::sign::{disc, strategies};
use crate::lab::{about, strategy_of};
use crate::player::{Ink, Session, Shown, UserState, tint};
use crate::scenario::Strategy;
use crate::units::User;
use std::collections::BTreeMap;
use yew::{Callback, Html, Properties, classes, component, html, use_state_eq};

/// The most discs behind a line.
const DISCS_MAX: usize = 6;

/// What the code view depends on.
#[derive(Properties, PartialEq)]
pub struct CodeProps {
    /// The race.
    pub shown: Shown,
}

/// Where everybody stands in one file.
#[derive(PartialEq)]
struct Places {
    /// The line that was just run, or at which most stand before the first step.
    lit: Option<u16>,
    /// Who is about to run which line.
    next: BTreeMap<u16, Vec<User>>,
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
    let places = places(session, current);
    let list = use_follow((props.shown.stamp, current));
    let choose = {
        let set = chosen.setter();
        // Pressing the chosen one again follows the race again.
        let was = *chosen;
        Callback::from(move |s: Strategy| set.set((was != Some(s)).then_some(s)))
    };
    html! {
        <div class="codes-of">
            <div class="files" role="group" aria-label="Files" hidden={all.len() < 2}>
                { for all.iter().map(|s| file(*s, current, &choose)) }
            </div>
            <ol class="code" ref={list} tabindex="0" aria-label={about(current).file}>
                { for lines(current, &places) }
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

/// The strategy of the user who made the step that is shown.
fn acting(session: &Session) -> Option<Strategy> {
    let event = session.step_events().iter().find(|event| event.line > 0)?;
    Some(strategy_of(session.scenario(), session.contest(), event.user()?))
}

fn places(session: &Session, strategy: Strategy) -> Places {
    let is_here = |user: User| strategy_of(session.scenario(), session.contest(), user) == strategy;
    let mut next: BTreeMap<u16, Vec<User>> = BTreeMap::new();
    for (user, view) in (0..).map(User).zip(&session.stage().users) {
        let line = match view.state {
            UserState::About(intent)
            | UserState::Waits { intent, .. }
            | UserState::Pays { intent, .. } => intent.line,
            UserState::Ended { .. } => continue,
        };
        if is_here(user) {
            next.entry(line).or_default().push(user);
        }
    }
    let ran = session.step_events().iter().find(|e| e.line > 0 && e.user().is_some_and(is_here));
    let most = || next.iter().max_by_key(|(_, users)| users.len()).map(|(line, _)| *line);
    let lit =
        ran.map(|event| event.line).or_else(|| if session.cursor() == 0 { most() } else { None });
    Places { lit, next }
}

fn lines(strategy: Strategy, places: &Places) -> Vec<Html> {
    let source = about(strategy).source;
    let numbered = (1u16..).zip(source.lines());
    numbered
        .map(|(number, text)| {
            let dim = (text.starts_with("//!") || text.starts_with("use ")).then_some("dim");
            let lit = (places.lit == Some(number)).then_some("step");
            html! { <li key={number} aria-current={lit}>
                <span class="n" aria-hidden="true">{ number }</span>
                <span class={classes!(dim)}>{ tinted(text) }{ discs(places.next.get(&number)) }</span>
            </li> }
        })
        .collect()
}

fn tinted(text: &str) -> Html {
    let parts = tint(text).into_iter().enumerate().map(|(i, part)| match part {
        Ink::Plain(text) => html! { <span key={i}>{ text.to_string() }</span> },
        Ink::Keyword(text) => html! { <b key={i}>{ text.to_string() }</b> },
        Ink::Comment(text) => html! { <i key={i}>{ text.to_string() }</i> },
    });
    html! { <span>{ for parts }</span> }
}

/// Who is about to run a line. The names are said too: a disc is only a picture.
fn discs(users: Option<&Vec<User>>) -> Html {
    let Some(users) = users else { return html! { <span></span> } };
    let more = users.len().saturating_sub(DISCS_MAX);
    let names: Vec<String> = users.iter().take(DISCS_MAX).map(User::to_string).collect();
    let rest = if more > 0 { format!("+{more}") } else { String::new() };
    html! { <span class="ats">
        { for users.iter().take(DISCS_MAX).map(|user| html! { <span key={user.0}>{ disc(*user, "at") }</span> }) }
        <span class="at-more" hidden={more == 0} aria-hidden="true">{ rest.clone() }</span>
        <span class="sr">{ format!(" next: {} {rest}", names.join(", ")) }</span>
    </span> }
}
