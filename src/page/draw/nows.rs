//! The right end of the lanes: what each user does next, or why it does not.

use super::sign::{disc, drawing, initial};
use crate::player::{Session, Stage, UserState, UserView, about_to};
use crate::units::{Hall, User};
use yew::{Callback, Html, html};

/// The column of the users that are drawn. `pick` is called with the user whose key cap is pressed.
pub(super) fn nows(session: &Session, rows: &[User], pick: Option<&Callback<User>>) -> Html {
    let (stage, hall) = (session.stage(), session.scenario().hall);
    let mut items: Vec<Html> = Vec::new();
    for user in rows {
        if let Some(view) = stage.users.get(user.0 as usize) {
            items.push(item(hall, stage, *user, view, pick));
        }
    }
    html! { <ol class="nows" aria-label="What each user does next">{ items }</ol> }
}

/// With a key cap where the user can be chosen, a sign that it cannot elsewhere.
fn item(
    hall: Hall,
    stage: &Stage,
    user: User,
    view: &UserView,
    pick: Option<&Callback<User>>,
) -> Html {
    let go = matches!(view.state, UserState::About(_) | UserState::Pays { .. });
    let class = match (&view.state, is_second_owner(stage, user)) {
        (UserState::About(_) | UserState::Pays { .. }, false) => "go",
        (UserState::About(_) | UserState::Pays { .. }, true) => "go bad",
        (UserState::Waits { .. }, false) => "no",
        (UserState::Waits { .. }, true) => "no bad",
        (UserState::Ended { .. }, false) => "end",
        (UserState::Ended { .. }, true) => "end bad",
    };
    let letter = if go { initial(user) } else { String::new() };
    let pick = pick.filter(|_| go).cloned();
    let sign = drawing(|out| {
        disc(out, user, "");
        if pick.is_none() {
            out.put("<span class='cue' aria-hidden='true'>$</span>", &[], &[&letter]);
        }
    });
    let cap = pick.map(|pick| {
        let onclick = move |_| pick.emit(user);
        html! { <button class="cue" aria-label={format!("Let {user} step")} {onclick}>{ letter }</button> }
    });
    let words = drawing(|out| {
        let (bold, rest, small) = about_to(hall, stage, &view.state);
        out.put("<p><b>$</b> $<small>$</small></p>", &[], &[&bold, &rest, &small]);
    });
    html! { <li key={user.0} {class}>{ sign }{ cap.unwrap_or_default() }{ words }</li> }
}

/// Somebody had a ticket of the same seat before.
fn is_second_owner(stage: &Stage, user: User) -> bool {
    stage.seats.values().any(|seat| {
        let first = seat.tickets.first().map(|ticket| ticket.0);
        first.is_some_and(|first| first != user)
            && seat.tickets.iter().any(|ticket| ticket.0 == user)
    })
}
