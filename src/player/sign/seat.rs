//! A seat as it looks, from the symbols of the page: free, wanted, read, held, booked, sold several times.

use super::{hue, initial, tag, two};
use crate::player::{Look, Markup};
use crate::units::User;

/// The most owners whose parts are drawn in one seat; ✕n tells how many there are.
const PARTS_MAX: usize = 4;
/// Where the parts begin, and how wide they are together, in hundredths.
const PARTS: (i32, i32) = (475, 1850);

/// A seat in a box of 28, without place, lock or ring.
pub fn seat(out: &mut Markup, look: &Look) {
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
