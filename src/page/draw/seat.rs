//! Seats with which something is going on, drawn over the ground layer.

use super::sign::{hue, initial, tag, two};
use crate::player::{Floor, HoldView, Look, Markup, SeatView, Shown};
use crate::units::{Ms, Seat, User};

/// A seat that is sold more than once bursts its place: its size, in hundredths.
const BURST: i32 = 150;
/// The most owners whose parts are drawn in one seat; ✕n tells how many there are.
const PARTS_MAX: usize = 4;
/// Where the parts begin, and how wide they are together, in hundredths.
const PARTS: (i32, i32) = (475, 1850);

/// The seats with which something is going on. Sold ones come last: they cover their neighbours.
pub(super) fn changed(
    out: &mut Markup,
    shown: &Shown,
    floor: &Floor,
    changed: &[Seat],
    versions: bool,
) {
    for sold in [false, true] {
        for (seat, view) in &shown.session.stage().seats {
            if changed.binary_search(seat).is_err() {
                continue;
            }
            let look = Look::of(view);
            if matches!(look, Look::Sold(_)) == sold {
                placed(out, &look, view, versions, place(floor, *seat, size(&look), changed));
            }
        }
    }
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

/// A seat in a box of 28, without place, lock or ring.
pub(super) fn drawn(out: &mut Markup, look: &Look) {
    match look {
        Look::Free => out.raw("<use href='#free'/>"),
        Look::Wanted(users) => crowd(out, ["wanted", "15", ""], users),
        Look::Read(users) => crowd(out, ["read", "14.5", "in"], users),
        Look::Held(hold) => crowd(out, ["held", "17.5", "halo"], &[hold.user]),
        Look::Spent(_) => out.raw("<use href='#spent'/>"),
        Look::Booked(owner) => crowd(out, ["booked", "15", "on"], &[*owner]),
        Look::Sold(owners) => sold(out, owners),
    }
}

/// One user is named by its initial, several are counted. The sign is a symbol, the height of its text and its class.
fn crowd(out: &mut Markup, [symbol, y, class]: [&str; 3], users: &[User]) {
    let (hue, text) = match users {
        [user] => (hue(*user), initial(*user)),
        _ => ("", users.len().to_string()),
    };
    let seat = "<g class='$'><use href='#$'/><text class='ini $ $' x='14' y='$'>$</text></g>";
    out.put(seat, &[], &[hue, symbol, class, two(&text), y, &text]);
}

/// Split between its owners, with a gap of paper between them and the frame, and ✕n at the corner.
fn sold(out: &mut Markup, owners: &[User]) {
    out.raw("<rect x='-1' y='0' width='30' height='28' rx='9' class='x-halo'/>");
    parts(out, owners);
    out.raw(
        "<rect x='4.75' y='2.75' width='18.5' height='16.5' rx='3' class='x-p'/>\
         <rect x='4.75' y='2.75' width='18.5' height='16.5' rx='3' class='x-o'/>\
         <path d='M1.75 11v6.5a7.5 7.5 0 0 0 7.5 7.5h9.5a7.5 7.5 0 0 0 7.5-7.5V11' class='x-o'/>",
    );
    initials(out, owners);
    out.raw("<g transform='translate(25 2) scale(.67)'>");
    tag(out, owners.len());
    out.raw("</g>");
}

/// Two owners have a half each, beside a diagonal, more have strips.
fn parts(out: &mut Markup, owners: &[User]) {
    if let [first, second] = owners {
        out.put(
            "<path class='x-u $' d='M4.75 5.75a3 3 0 0 1 3-3h12.5a3 3 0 0 1 2.5 1.3L5.6 18.4a3 3 0 0 1-.85-2.15z'/>\
             <path class='x-u $' d='M22.75 4.05a3 3 0 0 1 .5 1.7v10.5a3 3 0 0 1-3 3H7.75a3 3 0 0 1-2.15-.85z'/>\
             <path class='x-cut' d='M22.75 4.05L5.6 18.4'/>",
            &[],
            &[hue(*first), hue(*second)],
        );
        return;
    }
    let parts = owners.len().clamp(1, PARTS_MAX) as i32;
    for (i, owner) in (0..parts).zip(owners) {
        let numbers = [PARTS.0 + PARTS.1 * i / parts, PARTS.1 / parts - 75];
        let strip = "<rect class='x-u $' x='~' y='2.75' width='~' height='16.5'/>";
        out.put(strip, &numbers, &[hue(*owner)]);
    }
}

/// Two owners stand on both sides of the diagonal, more stand side by side.
fn initials(out: &mut Markup, owners: &[User]) {
    let parts = owners.len().clamp(1, PARTS_MAX) as i32;
    for (i, owner) in (0..parts).zip(owners) {
        let numbers = match (parts, i) {
            (2, 0) => [1070, 1120],
            (2, _) => [1750, 1600],
            _ => [PARTS.0 + PARTS.1 * (2 * i + 1) / (2 * parts), 1350],
        };
        let text = "<text class='ini on tiny $' x='~' y='~'>$</text>";
        out.put(text, &numbers, &[hue(*owner), &initial(*owner)]);
    }
}

/// The rings of the live holds: all that moves between two steps.
pub(super) fn rings(out: &mut Markup, shown: &Shown, floor: &Floor, changed: &[Seat], now: Ms) {
    for (seat, view) in &shown.session.stage().seats {
        if !floor.has(*seat) || view.hold.is_none() {
            continue;
        }
        if let Look::Held(hold) = Look::of(view) {
            let place = place(floor, *seat, 100, changed);
            out.put("<g transform='translate(~ ~) scale(~)'>", &place, &[]);
            ring(out, hold.user, left(&hold, now));
            out.raw("</g>");
        }
    }
}

/// The ring around a held seat, from the top, clockwise, as far as the hold has time left: of 10,000.
pub(super) fn ring(out: &mut Markup, user: User, left: i32) {
    out.put(
        "<g class='$'><path d='M14 1h4.75a8 8 0 0 1 8 8v9a8 8 0 0 1-8 8h-9.5a8 8 0 0 1-8-8V9a8 8 0 0 1 8-8z' \
         pathLength='100' class='h-r' stroke-dasharray='~ 100'/></g>",
        &[left],
        &[hue(user)],
    );
}

/// How much of a hold is left, in tenths of a percent, as hundredths of a percent.
fn left(hold: &HoldView, now: Ms) -> i32 {
    hold.expires.map_or(10_000, |expires| {
        let all = expires.saturating_sub(hold.since).max(1);
        let left = expires.saturating_sub(now).min(all);
        (left.saturating_mul(1000) / all) as i32 * 10
    })
}
