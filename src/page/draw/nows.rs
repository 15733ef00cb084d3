//! The right end of the lanes: what each user does next, or why it does not.

use super::sign::{disc, initial};
use crate::player::{Shown, Stage, UserState, about_to};
use crate::units::User;
use std::rc::Rc;
use yew::{Callback, Html, Properties, classes, component, html};

/// What this column depends on.
#[derive(Properties, PartialEq)]
pub(super) struct NowsProps {
    /// The race.
    pub(super) shown: Shown,
    /// The users that are drawn.
    pub(super) rows: Rc<Vec<User>>,
    /// Called with the user whose key cap is pressed.
    pub(super) pick: Option<Callback<User>>,
}

/// The column.
#[component]
pub(super) fn Nows(props: &NowsProps) -> Html {
    let session = &props.shown.session;
    let (stage, hall) = (session.stage(), session.scenario().hall);
    let items = props.rows.iter().filter_map(|user| {
        let view = stage.users.get(user.0 as usize)?;
        let (bold, rest, small) = about_to(hall, stage, &view.state);
        let class = match view.state {
            UserState::About(_) | UserState::Pays { .. } => "go",
            UserState::Waits { .. } => "no",
            UserState::Ended { .. } => "end",
        };
        let bad = is_second_owner(stage, *user).then_some("bad");
        Some(html! { <li key={user.0} class={classes!(class, bad)}>
            { disc(*user, "") }
            { cue(*user, class == "go", props.pick.clone()) }
            <p><b>{ bold }</b>{ " " }{ rest }<small>{ small }</small></p>
        </li> })
    });
    html! { <ol class="nows" aria-label="What each user does next">{ for items }</ol> }
}

/// A key cap where the user can be chosen, a sign that it cannot elsewhere.
fn cue(user: User, can: bool, pick: Option<Callback<User>>) -> Html {
    let letter = if can { initial(user) } else { String::new() };
    match pick {
        Some(pick) if can => {
            let onclick = move |_| pick.emit(user);
            let name = format!("Let {user} step");
            html! { <button class="cue" aria-label={name} {onclick}>{ letter }</button> }
        }
        _ => html! { <span class="cue" aria-hidden="true">{ letter }</span> },
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
