//! The right end of the lanes: what each user does next, or why it does not.

use super::sign::{disc, drawing, initial};
use crate::player::desk::{Cap, caps, time_cap};
use crate::player::{Markup, Session, Stage, UserState, about_to};
use crate::texts::draw::lanes as texts;
use crate::units::User;
use yew::{Html, classes, html};

/// The column of the users that are drawn. The root of the page hears what is pressed in it.
pub(super) fn nows(session: &Session, rows: &[User]) -> Html {
    let items = rows.iter().map(|user| item(session, *user));
    let cap = time_cap(session.scenario(), session.stage()).filter(|_| session.hand().is_none());
    // It is there even if it draws nothing: items that come and go would move all the others to another place.
    let time = drawing(|out| {
        if let Some(cap) = &cap {
            out.raw("<li class='go time'>");
            button(out, cap);
            out.put("<p>$</p></li>", &[], &[texts::TIME_PASSES]);
        }
    });
    html! { <ol class="nows" aria-label={texts::NEXT}>{ for items }{ time }</ol> }
}

/// With a key cap where the user can be chosen, a sign that it cannot elsewhere. The words are texts of the page and not
/// part of the drawing: when a lock goes from hand to hand, or one commit makes all that was read out of date, they change
/// for all users at once.
fn item(session: &Session, user: User) -> Html {
    let (stage, scenario) = (session.stage(), session.scenario());
    let Some(view) = stage.users.get(user.0 as usize) else { return Html::default() };
    let class = match view.state {
        UserState::About(_) | UserState::Pays { .. } => "go",
        UserState::Waits { .. } => "no",
        UserState::Ended { .. } => "end",
    };
    let bad = is_second_owner(stage, user).then_some("bad");
    // While somebody takes part, the others are their own.
    let theirs = session.hand().is_some_and(|hand| hand.user != user);
    let caps = if theirs { Vec::new() } else { caps(scenario, user, view) };
    // Beside its one cap all of it can be pressed.
    let pressed = match &caps[..] {
        [one] => Some(["choose:", &one.choice.to_string()].concat()),
        _ => None,
    };
    let sign = drawing(|out| {
        disc(out, user, "");
        if caps.is_empty() {
            let letter = if class == "go" { initial(user) } else { String::new() };
            out.put("<span class='cue' aria-hidden='true'>$</span>", &[], &[&letter]);
        }
        out.raw("<span class='caps'>");
        for cap in &caps {
            button(out, cap);
        }
        out.raw("</span>");
    });
    let (bold, rest, small) = about_to(scenario.hall, stage, &view.state);
    html! {
        <li class={classes!(class, bad)} data-do={pressed}>
            { sign }
            <p><b>{ bold }</b>{ [" ", &rest].concat() }<small>{ small }</small></p>
        </li>
    }
}

/// Beside each cap there is a place for what can still happen after it, which the worker fills.
fn button(out: &mut Markup, cap: &Cap) {
    let (choice, letter) = (cap.choice.to_string(), cap.letter.to_string());
    let cap_of = "<span class='cap-of'>\
        <button class='cue' type='button' data-do='choose:$' aria-label='$' title='$'>$</button>\
        <span id='future-$'></span></span>";
    out.put(cap_of, &[], &[&choice, &cap.says, &cap.says, &letter, &choice]);
}

/// Somebody had a ticket of the same seat before.
fn is_second_owner(stage: &Stage, user: User) -> bool {
    stage.seats.values().any(|seat| {
        let first = seat.tickets.first().map(|ticket| ticket.0);
        first.is_some_and(|first| first != user)
            && seat.tickets.iter().any(|ticket| ticket.0 == user)
    })
}
