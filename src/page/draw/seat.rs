//! Seats with which something is going on, drawn over the ground layer.

use super::sign::{group, hue};
use crate::player::paint::seat as drawn;
use crate::player::{Floor, HoldView, Look, Markup, SeatView, Shown};
use crate::units::{Ms, Seat, User};
use yew::{Html, html};

/// A seat that is sold more than once bursts its place: its size, in hundredths.
const BURST: i32 = 150;

/// The seats with which something is going on, each row by itself: from step to step few of them change. Sold ones come
/// last: they cover their neighbours.
pub(super) fn changed(
    out: &mut Vec<Html>,
    shown: &Shown,
    floor: &Floor,
    changed: &[Seat],
    versions: bool,
) {
    let stage = shown.session.stage();
    let mut sold = Markup::new();
    for row in floor.rows.clone() {
        out.push(group(&mut |out| {
            for seat in floor.seats(row).filter(|seat| changed.binary_search(seat).is_ok()) {
                let Some(view) = stage.seats.get(&seat) else { continue };
                let look = Look::of(view);
                let out = if matches!(look, Look::Sold(_)) { &mut sold } else { &mut *out };
                placed(out, &look, view, versions, place(floor, seat, size(&look), changed));
            }
        }));
    }
    out.push(group(&mut |out| out.append(sold.clone())));
}

/// The size of a look, in hundredths.
fn size(look: &Look) -> i32 {
    match look {
        Look::Sold(_) => BURST,
        Look::Wanted(users) if users.len() > 1 => 140,
        _ => 100,
    }
}

/// Where a seat of a size stands, around its middle, and how large it is: all in hundredths.
fn place(floor: &Floor, seat: Seat, size: i32, changed: &[Seat]) -> [i32; 3] {
    let (x, y) = floor.at(seat);
    let grow = size * floor.zoom(seat, changed) / 100;
    [100 * x - 14 * (grow - 100), 100 * y - 13 * (grow - 100), grow]
}

fn placed(out: &mut Markup, look: &Look, view: &SeatView, versions: bool, place: [i32; 3]) {
    out.put("<g transform='translate(~ ~) scale(~)'>", &place, &[]);
    drawn(out, look);
    if versions && view.version > 0 {
        let version = view.version.to_string();
        out.put("<text class='ver' x='-1' y='27'>v$</text>", &[], &[&version]);
    }
    if view.lock.is_some() {
        out.raw("<use href='#lock' x='24' y='20'/>");
    }
    out.raw("</g>");
}

/// The rings of the live holds: all that moves between two steps. They stay in the page, and their ends move.
pub(super) fn rings(shown: &Shown, floor: &Floor, changed: &[Seat], now: Ms) -> Vec<Html> {
    let mut rings = Vec::new();
    for (seat, view) in &shown.session.stage().seats {
        if !floor.has(*seat) || view.hold.is_none() {
            continue;
        }
        if let Look::Held(hold) = Look::of(view) {
            let place = value("translate(~ ~) scale(~)", &place(floor, *seat, 100, changed));
            let left = value("~ 100", &[left(&hold, now)]);
            rings.push(html! { <use href="#ring" class={hue(hold.user)} transform={place} stroke-dasharray={left}/> });
        }
    }
    rings
}

/// A template as the value of an attribute.
fn value(template: &'static str, numbers: &[i32]) -> String {
    let mut out = Markup::new();
    out.put(template, numbers, &[]);
    out.into_string()
}

/// The ring around a held seat, from the top, clockwise, as far as the hold has time left: of 10,000.
pub(super) fn ring(out: &mut Markup, user: User, left: i32) {
    out.put("<use href='#ring' class='$' stroke-dasharray='~ 100'/>", &[left], &[hue(user)]);
}

/// How much of a hold is left, in tenths of a percent, as hundredths of a percent.
fn left(hold: &HoldView, now: Ms) -> i32 {
    hold.expires.map_or(10_000, |expires| {
        let all = expires.saturating_sub(hold.since).max(1);
        let left = expires.saturating_sub(now).min(all);
        (left.saturating_mul(1000) / all) as i32 * 10
    })
}
