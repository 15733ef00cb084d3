//! The right end of the lanes: what each user does next, or why it does not.

use super::sign::{disc, drawing, initial};
use crate::player::desk::{Cap, caps, time_cap};
use crate::player::{Markup, Session, Stage, UserState, about_to};
use crate::texts::draw::lanes as texts;
use crate::units::User;
use yew::{Html, html};

/// The column of the users that are drawn. The root of the page hears what is pressed in it. Each item is a drawing of its
/// own: most of them stay as they are from one step to the next, and so does what the worker says beside them.
pub(super) fn nows(session: &Session, rows: &[User]) -> Html {
    let draw = |user: &User| drawing(|out| item(out, session, *user));
    let mut items: Vec<Html> = rows.iter().map(draw).collect();
    let cap = time_cap(session.scenario(), session.stage()).filter(|_| session.hand().is_none());
    // It is there even if it draws nothing: items that come and go would move all the others to another place.
    items.push(drawing(|out| {
        if let Some(cap) = &cap {
            out.raw("<li class='go time'>");
            button(out, cap);
            out.put("<p>$</p></li>", &[], &[texts::TIME_PASSES]);
        }
    }));
    html! { <ol class="nows" aria-label={texts::NEXT}>{ items }</ol> }
}

/// With a key cap where the user can be chosen, a sign that it cannot elsewhere.
fn item(out: &mut Markup, session: &Session, user: User) {
    let (stage, scenario) = (session.stage(), session.scenario());
    let Some(view) = stage.users.get(user.0 as usize) else { return };
    let class = match view.state {
        UserState::About(_) | UserState::Pays { .. } => "go",
        UserState::Waits { .. } => "no",
        UserState::Ended { .. } => "end",
    };
    let bad = if is_second_owner(stage, user) { "bad" } else { "" };
    // While somebody takes part, the others are their own.
    let theirs = session.hand().is_some_and(|hand| hand.user != user);
    let caps = if theirs { Vec::new() } else { caps(scenario, user, view) };
    match &caps[..] {
        // Beside its one cap all of it can be pressed.
        [one] => out.put(
            "<li class='$ $' data-do='choose:$'>",
            &[],
            &[class, bad, &one.choice.to_string()],
        ),
        _ => out.put("<li class='$ $'>", &[], &[class, bad]),
    }
    disc(out, user, "");
    if caps.is_empty() {
        let letter = if class == "go" { initial(user) } else { String::new() };
        out.put("<span class='cue' aria-hidden='true'>$</span>", &[], &[&letter]);
    }
    out.raw("<span class='caps'>");
    for cap in &caps {
        button(out, cap);
    }
    let (bold, rest, small) = about_to(scenario.hall, stage, &view.state);
    out.put("</span><p><b>$</b> $<small>$</small></p></li>", &[], &[&bold, &rest, &small]);
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
