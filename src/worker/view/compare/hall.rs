//! A small hall, and the seats that matter beside it, as large as they matter.

use super::has;
use crate::compare::Column;
use crate::player::paint::{ground, seat as drawn};
use crate::player::{Floor, Look, Markup, SeatView, hall_sentence};
use crate::scenario::{Scope, Strategy};
use crate::texts::worker::compare as texts;
use crate::units::Seat;

/// The most seats that are shown large.
const LENSES_MAX: usize = 4;
/// From so many wanted seats on none is drawn larger than the others.
const CROWD: usize = 40;
/// Room for the screen above the seats.
const SCREEN: i32 = 36;

fn floor_of(column: &Column) -> Floor {
    let wanted: Vec<Seat> = column.wanted().into_iter().map(|(seat, _)| seat).collect();
    Floor::new(column.session().scenario().hall, &wanted)
}

/// The seats in question that are drawn, in order.
fn question(column: &Column, floor: &Floor) -> Vec<Seat> {
    let mut seats: Vec<Seat> = column.wanted().into_iter().map(|(seat, _)| seat).collect();
    seats.retain(|seat| floor.has(*seat));
    seats.sort_unstable();
    seats
}

/// The hall with its free seats. `top` is what stands on them at first.
pub(super) fn hall(out: &mut Markup, column: &Column, n: i32, top: Markup) {
    let floor = floor_of(column);
    let (width, height) = (floor.width(), floor.height() + SCREEN);
    out.put(
        "<div class='house-of'><svg class='mini' viewBox='0 0 % %' aria-hidden='true'>\
         <rect class='scr' x='%' y='2' width='%' height='22' rx='3'/><g transform='translate(0 36)'>",
        &[width, height, width / 10, width * 8 / 10],
        &[],
    );
    ground(out, &floor, &question(column, &floor));
    out.put("<g id='c-top-%'>", &[n], &[]);
    out.append(top);
    out.raw("</g></g></svg>");
    if !floor.is_whole() {
        out.put("<p class='part-of'>$</p>", &[], &[&floor.part()]);
    }
    out.raw("</div>");
}

/// The seats in question, in the small hall. Sold ones come last: they cover their neighbours.
pub(super) fn seats(column: &Column) -> Markup {
    let floor = floor_of(column);
    let all = question(column, &floor);
    let mut out = Markup::new();
    let none = SeatView::default();
    for sold in [false, true] {
        for seat in &all {
            let view = column.session().stage().seats.get(seat).unwrap_or(&none);
            let look = Look::of(view);
            if matches!(look, Look::Sold(_)) == sold {
                placed(&mut out, &floor, (*seat, view), &look, &all);
            }
        }
    }
    out
}

fn placed(
    out: &mut Markup,
    floor: &Floor,
    (seat, view): (Seat, &SeatView),
    look: &Look,
    all: &[Seat],
) {
    let hall = floor.hall;
    let touches = |other: &&Seat| {
        let rows = hall.row(seat).abs_diff(hall.row(**other));
        **other != seat && rows.max(hall.col(seat).abs_diff(hall.col(**other))) == 1
    };
    let alone = all.len() < CROWD && !all.iter().any(|other| touches(&other));
    let grow = floor.zoom(seat, all) * if alone { 130 } else { 100 } / 100;
    let (x, y) = floor.at(seat);
    let place = [100 * x - 14 * (grow - 100), 100 * y - 13 * (grow - 100), grow];
    out.put(
        "<g transform='translate(~ ~) scale(~)'><rect x='-1' y='0' width='30' height='28' rx='9' class='x-halo'/>",
        &place,
        &[],
    );
    if let Look::Sold(_) = look {
        // Too small for owners: the stripes of an anomaly, and beside it the seat as large as it matters.
        out.raw(
            "<rect x='4.75' y='2.75' width='18.5' height='16.5' rx='3' class='x-o dreads'/>\
             <path d='M1.75 11v6.5a7.5 7.5 0 0 0 7.5 7.5h9.5a7.5 7.5 0 0 0 7.5-7.5V11' class='x-o'/>",
        );
    } else {
        drawn(out, look);
    }
    if view.lock.is_some() {
        out.raw("<use href='#lock' x='24' y='20'/>");
    }
    out.raw("</g>");
}

/// The seats that are shown large: those that most users want, and where nobody wants the same, the first.
fn large(column: &Column) -> Vec<Seat> {
    let mut wanted = column.wanted();
    if wanted.first().is_some_and(|(_, users)| *users > 1) {
        wanted.retain(|(_, users)| *users > 1);
    }
    // What goes wrong is never left out.
    let sold = |seat: &Seat| {
        let view = column.session().stage().seats.get(seat);
        view.is_some_and(|view| view.owners() > 1)
    };
    let (mut first, rest): (Vec<Seat>, Vec<Seat>) =
        wanted.into_iter().map(|(seat, _)| seat).partition(sold);
    first.extend(rest);
    first
}

/// The seats that matter, and what stands on them or on the show.
pub(super) fn lenses(column: &Column) -> Markup {
    let session = column.session();
    let (stage, scenario) = (session.stage(), session.scenario());
    let all = large(column);
    let shown = &all[..all.len().min(LENSES_MAX)];
    let mut out = Markup::new();
    let says = hall_sentence(scenario.hall, stage);
    out.put("<div class='lens n%' role='img' aria-label='$'>", &[shown.len() as i32], &[&says]);
    let none = SeatView::default();
    let versions = has(column, Strategy::Optimistic) && scenario.version == Scope::Seat;
    for seat in shown {
        let view = stage.seats.get(seat).unwrap_or(&none);
        out.raw("<svg viewBox='-4 -5 38 44' aria-hidden='true'>");
        drawn(&mut out, &Look::of(view));
        if view.lock.is_some() {
            out.raw("<use href='#lock' x='24' y='20'/>");
        }
        if versions && view.version > 0 {
            out.put("<text class='ver' x='-1' y='27'>v%</text>", &[view.version as i32], &[]);
        }
        out.put(
            "<text class='mid name-of' x='14' y='37'>$</text></svg>",
            &[],
            &[&scenario.hall.name(*seat)],
        );
    }
    out.raw("</div>");
    let mut notes = notes(column, shown);
    if let Some(more @ 1..) = all.len().checked_sub(shown.len()) {
        notes.push(texts::more_seats(more as u32));
    }
    out.put("<p class='notes'>$</p>", &[], &[&notes.join(" · ")]);
    out
}

/// The version, the lock and the holds, in words: the small hall has no room for more.
fn notes(column: &Column, shown: &[Seat]) -> Vec<String> {
    let stage = column.session().stage();
    let scenario = column.session().scenario();
    let mut notes = Vec::new();
    if has(column, Strategy::Optimistic) && scenario.version == Scope::Show {
        notes.push(texts::version(stage.version));
    }
    let seats = shown.iter().filter_map(|seat| Some((*seat, stage.seats.get(seat)?)));
    let own = seats.clone().filter_map(|(_, view)| view.lock.as_ref());
    for lock in stage.show_lock.iter().chain(own) {
        notes.push(texts::has_the_lock(lock.owner, lock.queue.len() as u32));
    }
    for hold in seats.filter_map(|(_, view)| view.hold.filter(|_| view.tickets.is_empty())) {
        notes.push(match hold.expires {
            _ if hold.expired => texts::hold_is_dead(hold.user),
            Some(at) => texts::holds_until(hold.user, at),
            None => texts::holds(hold.user),
        });
    }
    notes
}
