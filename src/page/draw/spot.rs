//! The circle of light before the first step, and those who stand in it.

use super::sign::{hue, initial, two};
use crate::player::{Floor, Markup, Stage};
use crate::units::{Seat, User};

/// Around a seat, so many users can stand; one more pin counts the others.
const PINS_MAX: usize = 9;
/// How far they stand from its middle; the markup of a pin says so too.
const REACH: i32 = 50;
/// So near the screen a pin above the seat would be behind it.
const SCREEN: i32 = 40;
/// The angle between two pins, and the most between the first and the last, in hundredths of a degree.
const SPREAD: (i32, i32) = (3_800, 19_000);

/// The seat that most users want, if several want it and it is drawn.
pub(super) fn contested<'a>(floor: &Floor, stage: &'a Stage) -> Option<(Seat, &'a [User])> {
    let mut most: Option<(Seat, &[User])> = None;
    for (seat, view) in stage.seats.iter().filter(|(seat, _)| floor.has(**seat)) {
        // The first of equals, so that the light does not depend on what comes last.
        if view.wanted.len() > most.map_or(1, |(_, users)| users.len()) {
            most = Some((*seat, &view.wanted));
        }
    }
    most
}

/// The circle of light, below the seats.
pub(super) fn light(out: &mut Markup, floor: &Floor, seat: Seat) {
    let (x, y) = middle(floor, seat);
    let numbers = [x, y, 68 * floor.grown()];
    out.put("<circle class='spot' cx='%' cy='%' r='~'/>", &numbers, &[]);
}

/// The users around the seat, each pointing at it, above the seats.
pub(super) fn pins(out: &mut Markup, floor: &Floor, seat: Seat, users: &[User]) {
    let (x, y) = middle(floor, seat);
    let drawn = if users.len() > PINS_MAX { PINS_MAX - 1 } else { users.len() };
    let more = users.len() - drawn;
    let count = (drawn + usize::from(more > 0)) as i32;
    let (first, apart) = arc(floor, seat, count);
    out.put("<g transform='translate(% %) scale(~)'>", &[x, y, floor.grown()], &[]);
    for (i, user) in (0..).zip(&users[..drawn]) {
        pin(out, hue(*user), &initial(*user), first + apart * i);
    }
    if more > 0 {
        pin(out, "z", &format!("+{more}"), first + apart * drawn as i32);
    }
    out.raw("</g>");
}

/// A pin in a direction. It is turned around the seat, and its text is turned back.
fn pin(out: &mut Markup, class: &str, text: &str, turn: i32) {
    out.put(
        "<g class='$' transform='rotate(~) translate(50 0)'>\
         <path class='pin' d='M-25 0L-9.5 -9A13 13 0 1 1 -9.5 9z'/>\
         <text class='ini on big $' y='4.5' transform='rotate(~)'>$</text></g>",
        &[turn, -turn],
        &[class, two(text), text],
    );
}

fn middle(floor: &Floor, seat: Seat) -> (i32, i32) {
    let (x, y) = floor.at(seat);
    (x + 14, y + 13)
}

/// The direction of the first pin and the angle to the next, in hundredths of a degree, 0 to the right and clockwise: a
/// half circle away from the wall or the screen that the seat stands at, a quarter in a corner, or all around.
fn arc(floor: &Floor, seat: Seat, count: i32) -> (i32, i32) {
    let (x, y) = middle(floor, seat);
    let reach = REACH + 13;
    let (left, right) = (x < floor.left() + reach, x > floor.right() - reach);
    let (towards, most) = match (y < SCREEN, left, right) {
        (false, true, false) => (0, SPREAD.1),
        (false, false, true) => (18_000, SPREAD.1),
        (true, true, false) => (4_500, SPREAD.1 / 2),
        (true, false, true) => (13_500, SPREAD.1 / 2),
        (true, ..) => (9_000, SPREAD.1),
        (false, ..) => return (-9_000, 36_000 / count.max(1)),
    };
    let spread = (SPREAD.0 * (count.max(1) - 1)).min(most);
    (towards - spread / 2, spread / (count.max(2) - 1))
}
