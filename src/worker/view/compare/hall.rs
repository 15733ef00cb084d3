//! A small hall, and the seats that matter beside it, as large as they matter.

use super::places::{Places, Stands};
use super::{LABEL, has, text};
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
/// The places of a seat in the small hall: below, and on top of the others.
const SEAT: &str = "seat";
const SOLD: &str = "sold";
/// Room for the screen above the seats.
const SCREEN: i32 = 36;

fn floor_of(column: &Column) -> Floor {
    let wanted: Vec<Seat> = column.wanted().iter().map(|(seat, _)| *seat).collect();
    Floor::new(column.session().scenario().hall, &wanted)
}

/// The seats in question that are drawn, in order.
fn question(column: &Column, floor: &Floor) -> Vec<Seat> {
    let mut seats: Vec<Seat> = column.wanted().iter().map(|(seat, _)| *seat).collect();
    seats.retain(|seat| floor.has(*seat));
    seats.sort_unstable();
    seats
}

/// The hall with its free seats. On them stand the seats in question, each twice, and the second time only if it is sold to
/// several: what is wrong covers its neighbours.
pub(super) fn hall(out: &mut Markup, column: &Column, n: usize, places: &Places<'_>) {
    let floor = floor_of(column);
    let all = question(column, &floor);
    let (width, height) = (floor.width(), floor.height() + SCREEN);
    out.put(
        "<div class='house-of'><svg class='mini' viewBox='0 0 % %' aria-hidden='true'>\
         <rect class='scr' x='%' y='2' width='%' height='22' rx='3'/><g transform='translate(0 36)'>",
        &[width, height, width / 10, width * 8 / 10],
        &[],
    );
    ground(out, &floor, &all);
    for name in [SEAT, SOLD] {
        for (at, seat) in all.iter().enumerate() {
            let [x, y, grow] = place(&floor, *seat, &all);
            out.put(
                "<g id='c-$-%-%' transform='translate(~ ~) scale(~)'>",
                &[n as i32, at as i32, x, y, grow],
                &[name],
            );
            places.fill_one(out, name, n, at);
            out.raw("</g>");
        }
    }
    out.raw("</g></svg>");
    if !floor.is_whole() {
        out.put("<p class='part-of'>$</p>", &[], &[&floor.part()]);
    }
    out.raw("</div>");
}

/// Where a seat is drawn and how large, in hundredths.
fn place(floor: &Floor, seat: Seat, all: &[Seat]) -> [i32; 3] {
    let hall = floor.hall;
    let touches = |other: &&Seat| {
        let rows = hall.row(seat).abs_diff(hall.row(**other));
        **other != seat && rows.max(hall.col(seat).abs_diff(hall.col(**other))) == 1
    };
    let alone = all.len() < CROWD && !all.iter().any(|other| touches(&other));
    let grow = floor.zoom(seat, all) * if alone { 130 } else { 100 } / 100;
    let (x, y) = floor.at(seat);
    [100 * x - 14 * (grow - 100), 100 * y - 13 * (grow - 100), grow]
}

/// The seats in question, in the small hall: each has two places, one of which is empty.
pub(super) fn seats(put: &mut Stands, column: &Column) {
    let floor = floor_of(column);
    let none = SeatView::default();
    for (at, seat) in question(column, &floor).into_iter().enumerate() {
        let view = column.session().stage().seats.get(&seat).unwrap_or(&none);
        let look = Look::of(view);
        let (name, other) = if let Look::Sold(_) = look { (SOLD, SEAT) } else { (SEAT, SOLD) };
        put.put_one(name, at, small(view, &look));
        put.put_one(other, at, Markup::new());
    }
}

fn small(view: &SeatView, look: &Look) -> Markup {
    let mut out = Markup::new();
    out.raw("<rect x='-1' y='0' width='30' height='28' rx='9' class='x-halo'/>");
    if let Look::Sold(_) = look {
        // Too small for owners: the stripes of an anomaly, and beside it the seat as large as it matters.
        out.raw(
            "<rect x='4.75' y='2.75' width='18.5' height='16.5' rx='3' class='x-o dreads'/>\
             <path d='M1.75 11v6.5a7.5 7.5 0 0 0 7.5 7.5h9.5a7.5 7.5 0 0 0 7.5-7.5V11' class='x-o'/>",
        );
    } else {
        drawn(&mut out, look);
    }
    if view.lock.is_some() {
        out.raw("<use href='#lock' x='24' y='20'/>");
    }
    out
}

/// The seats that are shown large: those that most users want, and where nobody wants the same, the first.
fn large(column: &Column) -> Vec<Seat> {
    let all = column.wanted();
    let contested = all.first().is_some_and(|(_, users)| *users > 1);
    let wanted = all.iter().filter(|(_, users)| !contested || *users > 1);
    // What goes wrong is never left out.
    let sold = |seat: &Seat| {
        let view = column.session().stage().seats.get(seat);
        view.is_some_and(|view| view.owners() > 1)
    };
    let (mut first, rest): (Vec<Seat>, Vec<Seat>) = wanted.map(|(seat, _)| *seat).partition(sold);
    first.extend(rest);
    first
}

/// Room for the seats that matter, and for what stands on them or on the show.
pub(super) fn lenses(out: &mut Markup, column: &Column, n: usize, places: &Places<'_>) {
    let lenses = large(column).len().min(LENSES_MAX);
    let (numbers, says) = ([n as i32, lenses as i32], places.get("lens", n, LABEL));
    out.put(
        "<div class='lenses'><div id='c-lens-%' class='lens n%' role='img' aria-label='$'>",
        &numbers,
        &[says],
    );
    for at in 0..lenses {
        out.put(
            "<svg id='c-large-%-%' viewBox='-4 -5 38 44' aria-hidden='true'>",
            &[n as i32, at as i32],
            &[],
        );
        places.fill_one(out, "large", n, at);
        out.raw("</svg>");
    }
    out.put("</div><p class='notes' id='c-notes-%'>", &[n as i32], &[]);
    places.fill(out, "notes", n);
    out.raw("</p></div>");
}

/// The seats that matter, and what stands on them or on the show.
pub(super) fn seen_large(put: &mut Stands, column: &Column) {
    let session = column.session();
    let (stage, scenario) = (session.stage(), session.scenario());
    let all = large(column);
    let shown = &all[..all.len().min(LENSES_MAX)];
    put.set("lens", LABEL, hall_sentence(scenario.hall, stage));
    for (at, seat) in shown.iter().enumerate() {
        put.put_one("large", at, lens(column, *seat));
    }
    let mut notes = notes(column, shown);
    if let Some(more @ 1..) = all.len().checked_sub(shown.len()) {
        notes.push(texts::more_seats(more as u32));
    }
    put.put("notes", text(&notes.join(" · ")));
}

fn lens(column: &Column, seat: Seat) -> Markup {
    let scenario = column.session().scenario();
    let none = SeatView::default();
    let view = column.session().stage().seats.get(&seat).unwrap_or(&none);
    let versions = has(column, Strategy::Optimistic) && scenario.version == Scope::Seat;
    let mut out = Markup::new();
    drawn(&mut out, &Look::of(view));
    if view.lock.is_some() {
        out.raw("<use href='#lock' x='24' y='20'/>");
    }
    if versions && view.version > 0 {
        out.put("<text class='ver' x='-1' y='27'>v%</text>", &[view.version as i32], &[]);
    }
    let name = scenario.hall.name(seat);
    out.put("<text class='mid name-of' x='14' y='37'>$</text>", &[], &[&name]);
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
