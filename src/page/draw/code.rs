//! The code that runs: the very file of the strategy, its current line lit, and who stands before which line.

use super::follow::use_follow;
use super::sign::{disc, drawing, strategies};
use crate::lab::{about, strategy_of};
use crate::player::{Ink, Markup, Session, Shown, UserState, tint};
use crate::scenario::Strategy;
use crate::units::User;
use yew::{Callback, Html, Properties, component, html, use_state_eq};

/// The most discs behind a line.
const DISCS_MAX: usize = 6;

/// What the code view depends on.
#[derive(Properties, PartialEq)]
pub struct CodeProps {
    /// The race.
    pub shown: Shown,
}

/// Where everybody stands in one file.
struct Places {
    /// The line that was just run, or at which most stand before the first step.
    lit: Option<u16>,
    /// Who is about to run which line.
    next: Vec<(u16, Vec<User>)>,
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
                { lines(current, &places) }
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
    let mut next: Vec<(u16, Vec<User>)> = Vec::new();
    for (user, view) in (0..).map(User).zip(&session.stage().users) {
        let line = match view.state {
            UserState::About(intent)
            | UserState::Waits { intent, .. }
            | UserState::Pays { intent, .. } => intent.line,
            UserState::Ended { .. } => continue,
        };
        if is_here(user) {
            match next.iter_mut().find(|place| place.0 == line) {
                Some((_, users)) => users.push(user),
                None => next.push((line, vec![user])),
            }
        }
    }
    let ran = session.step_events().iter().find(|e| e.line > 0 && e.user().is_some_and(is_here));
    let most =
        || next.iter().max_by_key(|(line, users)| (users.len(), *line)).map(|(line, _)| *line);
    let lit =
        ran.map(|event| event.line).or_else(|| if session.cursor() == 0 { most() } else { None });
    Places { lit, next }
}

fn lines(strategy: Strategy, places: &Places) -> Vec<Html> {
    let mut items = Vec::new();
    for (number, text) in (1u16..).zip(about(strategy).source().lines()) {
        let lit = (places.lit == Some(number)).then_some("step");
        let next = places.next.iter().find(|place| place.0 == number);
        items.push(html! { <li key={number} aria-current={lit}>{ drawing(|out| {
            let dim = text.starts_with("//!") || text.starts_with("use ");
            let line = "<span class='n' aria-hidden='true'>%</span><span class='$'>";
            out.put(line, &[number.into()], &[if dim { "dim" } else { "" }]);
            tinted(out, text);
            if let Some((_, users)) = next {
                discs(out, users);
            }
            out.raw("</span>");
        }) }</li> });
    }
    items
}

fn tinted(out: &mut Markup, text: &str) {
    for part in tint(text) {
        match part {
            Ink::Plain(text) => out.text(text),
            Ink::Keyword(text) => out.put("<b>$</b>", &[], &[text]),
            Ink::Comment(text) => out.put("<i>$</i>", &[], &[text]),
        }
    }
}

/// Who is about to run a line. The names are said too: a disc is only a picture.
fn discs(out: &mut Markup, users: &[User]) {
    let more = users.len().saturating_sub(DISCS_MAX);
    let rest = if more > 0 { format!("+{more}") } else { String::new() };
    let mut names = String::new();
    out.raw("<span class='ats'>");
    for (i, user) in users.iter().take(DISCS_MAX).enumerate() {
        disc(out, *user, "at");
        names.push_str(if i > 0 { ", " } else { "" });
        names.push_str(&user.to_string());
    }
    if more > 0 {
        out.put("<span class='at-more' aria-hidden='true'>$</span>", &[], &[&rest]);
    }
    out.put("<span class='sr'> next: $ $</span></span>", &[], &[&names, &rest]);
}
