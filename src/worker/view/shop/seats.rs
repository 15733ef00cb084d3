//! The seats of the hall as a grid to press: one stop for the Tab key, each seat with its place and its state in its name.

use super::Counter;
use crate::lab;
use crate::player::{Floor, Look, Markup, SeatView};
use crate::units::{Hall, Seat, User};
use crate::worker::Turn;

/// From seat to seat, as in [`Floor`].
const SIDE: i32 = 32;

/// Transparent squares over the seats, rows of them.
pub(super) fn seats(counter: &Counter<'_>) -> Markup {
    let scenario = counter.scenario;
    let wanted: Vec<Seat> = lab::wants(scenario).into_iter().flatten().collect();
    let floor = Floor::new(scenario.hall, &wanted);
    let open = counter.turn == Turn::Yours && !counter.has_begun();
    let stop = scenario.clicks.iter().copied().find(|seat| floor.has(*seat));
    let stop = stop.or_else(|| floor.seats(floor.rows.start).next());
    let mut out = Markup::new();
    out.raw("<g role='grid' aria-label='Seats' aria-multiselectable='true'>");
    for row in floor.rows.clone() {
        out.raw("<g role='row'>");
        for seat in floor.seats(row) {
            let (x, y) = floor.at(seat);
            let chosen = scenario.clicks.contains(&seat);
            let tab = if Some(seat) == stop { 0 } else { -1 };
            let does = if open { format!("click:{}", seat.0) } else { String::new() };
            let attribute = if open { "data-do" } else { "data-was" };
            out.put(
                "<rect id='seat-%' class='place' x='%' y='%' width='%' height='%' rx='6' role='gridcell' tabindex='%' \
                 aria-selected='$' aria-disabled='$' aria-label='$' $='$'/>",
                &[seat.0 as i32, x, y, SIDE, SIDE, tab],
                &[flag(chosen), flag(!open), &name(counter, seat), attribute, &does],
            );
        }
        out.raw("</g>");
    }
    out.raw("</g>");
    out
}

fn flag(on: bool) -> &'static str {
    if on { "true" } else { "false" }
}

fn name(counter: &Counter<'_>, seat: Seat) -> String {
    let hall = counter.scenario.hall;
    let (row, number) = (Hall::row_name(hall.row(seat)), hall.col(seat) + 1);
    let view = counter.stage.seats.get(&seat);
    let state = view.map_or("free".to_owned(), state);
    let locked = view.and_then(|view| view.lock.as_ref());
    let locked = locked.map_or(String::new(), |lock| format!(", locked by {}", lock.owner));
    let chosen = if counter.scenario.clicks.contains(&seat) { ", chosen by you" } else { "" };
    format!("Row {row}, seat {number}, {state}{locked}{chosen}")
}

fn state(view: &SeatView) -> String {
    let list = |users: &[User]| {
        let names: Vec<String> = users.iter().map(ToString::to_string).collect();
        crate::texts::forms::listed(&names)
    };
    match Look::of(view) {
        Look::Free | Look::Wanted(_) | Look::Read(_) => "free".to_owned(),
        Look::Held(hold) => format!("held by {}", hold.user),
        Look::Spent(hold) => format!("free, after a hold of {}", hold.user),
        Look::Booked(user) => format!("sold to {user}"),
        Look::Sold(users) => format!("double-sold to {}", list(&users)),
    }
}
