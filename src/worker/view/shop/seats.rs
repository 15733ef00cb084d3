//! The seats of the hall as a grid to press: one stop for the Tab key, each seat with its place and its state in its name.

use super::Counter;
use crate::player::{Floor, Look, Markup, SeatView};
use crate::texts::worker::shop as texts;
use crate::units::{Hall, Seat};

/// From seat to seat, as in [`Floor`].
const SIDE: i32 = 32;

/// Transparent squares over the seats, rows of them.
pub(super) fn seats(counter: &Counter<'_>) -> Markup {
    let scenario = counter.scenario;
    let floor = Floor::of(scenario);
    let open = counter.is_choosing();
    let stop = scenario.clicks.iter().copied().find(|seat| floor.has(*seat));
    let stop = stop.or_else(|| floor.seats(floor.rows.start).next());
    let mut out = Markup::new();
    out.put("<g role='grid' aria-label='$' aria-multiselectable='true'>", &[], &[texts::SEATS]);
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
    let is_chosen = counter.scenario.clicks.contains(&seat);
    texts::seat(&row, number, &standing(counter, seat), is_chosen)
}

/// How a seat stands: free, held, sold, and who has locked it.
pub(super) fn standing(counter: &Counter<'_>, seat: Seat) -> String {
    let view = counter.stage.seats.get(&seat);
    let state = view.map_or(texts::FREE.to_owned(), state);
    match view.and_then(|view| view.lock.as_ref()) {
        Some(lock) => texts::and_locked(&state, lock.owner),
        None => state,
    }
}

fn state(view: &SeatView) -> String {
    match Look::of(view) {
        Look::Free | Look::Wanted(_) | Look::Read(_) => texts::FREE.to_owned(),
        Look::Held(hold) => texts::held_by(hold.user),
        Look::Spent(hold) => texts::free_after_hold(hold.user),
        Look::Booked(user) => texts::sold_to(user),
        Look::Sold(users) => texts::double_sold_to(&users),
    }
}
