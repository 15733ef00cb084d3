//! The right end of the lanes: what each user does next, or why it does not.

use super::sign::{disc, drawing, initial};
use crate::player::desk::{Cap, caps, time_cap};
use crate::player::{Session, Stage, UserState, about_to};
use crate::texts::draw::lanes as texts;
use crate::trace::Choice;
use crate::units::User;
use yew::{Callback, Html, html};

/// The column of the users that are drawn. `pick` is called with the choice whose key cap is pressed.
pub(super) fn nows(session: &Session, rows: &[User], pick: &Callback<Choice>) -> Html {
    let mut items: Vec<Html> = rows.iter().filter_map(|user| item(session, *user, pick)).collect();
    let cap = time_cap(session.scenario(), session.stage());
    if let Some(cap) = cap.filter(|_| session.hand().is_none()) {
        let says = html! { <p>{ texts::TIME_PASSES }</p> };
        items.push(html! { <li key="t" class="go time">{ button(cap, pick) }{ says }</li> });
    }
    html! { <ol class="nows" aria-label={texts::NEXT}>{ items }</ol> }
}

/// With a key cap where the user can be chosen, a sign that it cannot elsewhere. Beside each cap there is a place for what
/// can still happen after it, which the worker fills.
fn item(session: &Session, user: User, pick: &Callback<Choice>) -> Option<Html> {
    let (stage, scenario) = (session.stage(), session.scenario());
    let view = stage.users.get(user.0 as usize)?;
    let class = match view.state {
        UserState::About(_) | UserState::Pays { .. } => "go",
        UserState::Waits { .. } => "no",
        UserState::Ended { .. } => "end",
    };
    let bad = if is_second_owner(stage, user) { "bad" } else { "" };
    // While somebody takes part, the others are their own.
    let theirs = session.hand().is_some_and(|hand| hand.user != user);
    let caps = if theirs { Vec::new() } else { caps(scenario, user, view) };
    let sign = drawing(|out| {
        disc(out, user, "");
        if caps.is_empty() {
            let letter = if class == "go" { initial(user) } else { String::new() };
            out.put("<span class='cue' aria-hidden='true'>$</span>", &[], &[&letter]);
        }
    });
    let words = drawing(|out| {
        let (bold, rest, small) = about_to(scenario.hall, stage, &view.state);
        out.put("<p><b>$</b> $<small>$</small></p>", &[], &[&bold, &rest, &small]);
    });
    let caps: Vec<Html> = caps.into_iter().map(|cap| button(cap, pick)).collect();
    Some(html! {
        <li key={user.0} class={format!("{class} {bad}")}>{ sign }<span class="caps">{ caps }</span>{ words }</li>
    })
}

fn button(cap: Cap, pick: &Callback<Choice>) -> Html {
    let choice = cap.choice;
    let onclick = pick.reform(move |_| choice);
    let place = format!("future-{choice}");
    html! {
        <span key={place.clone()} class="cap-of">
            <button class="cue" type="button" aria-label={cap.says.clone()} title={cap.says} {onclick}>
                { cap.letter.to_string() }
            </button>
            <span id={place}></span>
        </span>
    }
}

/// Somebody had a ticket of the same seat before.
fn is_second_owner(stage: &Stage, user: User) -> bool {
    stage.seats.values().any(|seat| {
        let first = seat.tickets.first().map(|ticket| ticket.0);
        first.is_some_and(|first| first != user)
            && seat.tickets.iter().any(|ticket| ticket.0 == user)
    })
}
