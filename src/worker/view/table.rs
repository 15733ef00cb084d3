//! What the animation shows, as tables: how every seat and every user stands at the step on show.

use super::figures::USERS_SHOWN_MAX;
use super::seat::{kept, list, wanted_by};
use crate::lab::{self, Contest};
use crate::player::paint::disc;
use crate::player::{Look, Markup, SeatView, Session, Standing, about_to};
use crate::scenario::Scope;
use crate::texts::worker::figures::{more_users, users_after};
use crate::texts::worker::seat::WANTED_BY;
use crate::texts::worker::table as texts;
use crate::units::{Hall, Seat, User, ranked};

/// So many seats are told of one by one.
pub const SEATS_TOLD_MAX: usize = 200;

/// The whole tab. What changes from step to step lies within the regions, so that they keep their place.
pub fn table(session: &Session) -> Markup {
    let mut out = Markup::new();
    let region = "<div class='wide' role='region' aria-label='$' tabindex='0'><div id='$'>";
    for (name, id, inside) in [
        (texts::SEATS, "table-seats", table_seats(session)),
        (texts::USERS, "table-users", table_users(session)),
    ] {
        out.put(region, &[], &[name, id]);
        out.append(inside);
        out.raw("</div></div>");
    }
    out
}

/// The seats with which something is going on. The name of each leads to its own tab.
pub fn table_seats(session: &Session) -> Markup {
    let mut out = Markup::new();
    let (stage, hall) = (session.stage(), session.scenario().hall);
    let all = stage.seats.len();
    if all == 0 {
        out.put("<p class='more-of'>$</p>", &[], &[texts::ALL_ARE_FREE]);
    } else {
        seats(&mut out, session);
        below(&mut out, all, hall.seats());
    }
    let show = kept(session, &Standing::of(stage, Seat(0)), Scope::Show);
    if !show.is_empty() {
        list(&mut out, &show);
    }
    out
}

fn seats(out: &mut Markup, session: &Session) {
    let hall = session.scenario().hall;
    // Each has the same facts: those of a seat at which nobody is have their names.
    let names = kept(session, &Standing::default(), Scope::Seat);
    let heads = [texts::SEAT, texts::STATE, WANTED_BY];
    let heads: Vec<&str> = heads.into_iter().chain(names.iter().map(|(name, _)| *name)).collect();
    begin(out, &texts::seats_after(session.cursor()), &heads);
    for seat in told(session) {
        let now = Standing::of(session.stage(), seat);
        let name = hall.name(seat);
        let head = "<tr><th scope='row'><button type='button' data-do='seat:$'>$</button></th>";
        out.put(head, &[], &[&name, &name]);
        let class = if now.owners().len() > 1 { "bad" } else { "" };
        let (says, wanted) = (now.says(), wanted_by(session, seat, &now));
        out.put("<td class='$'>$</td><td>$</td>", &[], &[class, &says, &wanted]);
        for (_, value) in kept(session, &now, Scope::Seat) {
            out.put("<td>$</td>", &[], &[&value]);
        }
        out.raw("</tr>");
    }
    out.raw("</tbody></table>");
}

/// What is not told of one by one: seats of so many with which something is going on, or the others of the hall.
fn below(out: &mut Markup, going_on: usize, of_hall: u32) {
    let more = going_on.saturating_sub(SEATS_TOLD_MAX);
    let free = of_hall.saturating_sub(going_on as u32);
    let says = match (more, free) {
        (0, 0) => return,
        (0, free) => texts::others_are_free(free),
        (more, _) => texts::more_seats(more),
    };
    out.put("<p class='more-of'>$</p>", &[], &[&says]);
}

/// The seats that are told of, in the order of the hall. Where there are too many, those at which something has happened come
/// before those that are only wanted.
fn told(session: &Session) -> Vec<Seat> {
    let seats: Vec<(Seat, &SeatView)> =
        session.stage().seats.iter().map(|(seat, view)| (*seat, view)).collect();
    let is_only_wanted = |view: &SeatView| {
        matches!(Look::of(view), Look::Free | Look::Wanted(_)) && view.lock.is_none()
    };
    let mut seats = ranked(seats, |(_, view)| u64::from(is_only_wanted(view)));
    seats.truncate(SEATS_TOLD_MAX);
    ranked(seats.into_iter().map(|(seat, _)| seat).collect(), |seat: &Seat| u64::from(seat.0))
}

/// The users.
pub fn table_users(session: &Session) -> Markup {
    let mut out = Markup::new();
    let (stage, scenario) = (session.stage(), session.scenario());
    let is_mixed = session.contest() == Contest::Mix;
    let heads: &[&str] = match is_mixed {
        true => &[texts::USER, texts::STRATEGY, texts::STATE, texts::WANTS, texts::HAS],
        false => &[texts::USER, texts::STATE, texts::WANTS, texts::HAS],
    };
    begin(&mut out, &users_after(session.cursor()), heads);
    let has = tickets(session);
    for (place, view) in stage.users.iter().enumerate().take(USERS_SHOWN_MAX) {
        let user = User(place as u32);
        out.raw("<tr><th scope='row'>");
        disc(&mut out, user, "");
        out.put(" $</th>", &[], &[&user.to_string()]);
        if is_mixed {
            let strategy = lab::strategy_of(scenario, session.contest(), user);
            out.put("<td>$</td>", &[], &[lab::about(strategy).name]);
        }
        let (bold, rest, small) = about_to(scenario.hall, stage, &view.state);
        let seats = |seats: &[Seat]| names(scenario.hall, seats);
        let (wants, has) = (seats(&session.wants()[place]), seats(&has[place]));
        let cells = "<td>$ $<small>$</small></td><td>$</td><td>$</td></tr>";
        out.put(cells, &[], &[&bold, &rest, &small, &wants, &has]);
    }
    out.raw("</tbody></table>");
    if let Some(more) = stage.users.len().checked_sub(USERS_SHOWN_MAX).filter(|more| *more > 0) {
        out.put("<p class='more-of'>$</p>", &[], &[&more_users(more)]);
    }
    out
}

/// A table, up to its first row.
fn begin(out: &mut Markup, caption: &str, heads: &[&str]) {
    out.put("<table class='table-of'><caption>$</caption><thead><tr>", &[], &[caption]);
    for head in heads {
        out.put("<th scope='col'>$</th>", &[], &[head]);
    }
    out.raw("</tr></thead><tbody>");
}

/// The seats of which each user has a ticket, each once.
fn tickets(session: &Session) -> Vec<Vec<Seat>> {
    let stage = session.stage();
    let mut has = vec![Vec::new(); stage.users.len()];
    for (seat, view) in &stage.seats {
        for (user, _) in &view.tickets {
            let seats: &mut Vec<Seat> = &mut has[user.0 as usize];
            if seats.last() != Some(seat) {
                seats.push(*seat);
            }
        }
    }
    has
}

fn names(hall: Hall, seats: &[Seat]) -> String {
    let names: Vec<String> = seats.iter().map(|seat| hall.name(*seat)).collect();
    if names.is_empty() { "–".to_owned() } else { names.join(", ") }
}
