//! What happened at a step: the marks of a lane, and the arrows from a write to the read it spoiled.

use super::grid::Grid;
use super::sign::tag;
use crate::player::{Arrow, Lane, Mark, Markup, Session};
use crate::units::User;

/// The seat is named again after so many steps.
const NAME_AGAIN_STEPS: u32 = 6;
const ASIDE: i32 = 6;

/// The marks of a row.
pub(super) fn marks(out: &mut Markup, grid: &Grid, row: usize, lane: &Lane, session: &Session) {
    let hall = session.scenario().hall;
    let y = grid.y(row);
    let mut named = None;
    for (i, mark) in lane.marks.iter().enumerate().filter(|(_, mark)| grid.has(mark.step)) {
        let place = [grid.x(mark.step) + aside(&lane.marks, i), y];
        out.put("<g transform='translate(% %)'>", &place, &[]);
        if mark.anomaly {
            out.raw("<rect class='frame' x='-10' y='-10' width='20' height='20' rx='2'/>");
        }
        out.put("<use href='#$'/>", &[], &[mark.glyph.symbol()]);
        if mark.anomaly {
            out.raw("<g transform='translate(0 -14)'>");
            tag(out, owners_by(session, mark));
            out.raw("</g>");
        }
        let again = |(last, step)| mark.seat != Some(last) || mark.step >= step + NAME_AGAIN_STEPS;
        if let Some(seat) = mark.seat.filter(|_| !grid.is_dense() && named.is_none_or(again)) {
            named = Some((seat, mark.step));
            out.put("<text class='mid fade' y='24'>$</text>", &[], &[&hall.name(seat)]);
        }
        out.raw("</g>");
    }
}

/// Two marks of one step stand beside each other: a hold is taken and the payment goes out.
fn aside(marks: &[Mark], i: usize) -> i32 {
    let same = |j: usize| marks.get(j).is_some_and(|mark| mark.step == marks[i].step);
    match (i.checked_sub(1).is_some_and(same), same(i + 1)) {
        (true, false) => ASIDE,
        (false, true) => -ASIDE,
        _ => 0,
    }
}

/// How many users had a ticket of the mark's seat once its step was done.
pub(super) fn owners_by(session: &Session, mark: &Mark) -> usize {
    let Some(seat) = mark.seat.and_then(|seat| session.stage().seats.get(&seat)) else { return 0 };
    let mut owners: Vec<User> = Vec::new();
    for (user, _) in seat.tickets.iter().filter(|(_, step)| *step <= mark.step) {
        if let Err(place) = owners.binary_search(user) {
            owners.insert(place, *user);
        }
    }
    owners.len()
}

/// The arrows: down or up from the row of the write to the tail it made false. Harmless ones first, so that none covers a
/// harmful one; all of a kind are one shape.
pub(super) fn arrows(out: &mut Markup, grid: &Grid, arrows: &[Arrow]) {
    for (harmful, class) in [(false, ""), (true, "bad")] {
        let (mut lines, mut heads) = (Markup::new(), Markup::new());
        for arrow in arrows.iter().filter(|a| a.harmful == harmful && grid.has(a.step)) {
            let rows = (grid.row(arrow.from), grid.row(arrow.to));
            let (Some(from), Some(to)) = rows else { continue };
            // 1 downwards, -1 upwards.
            let way = if to > from { 1 } else { -1 };
            let (from, to) = (grid.y(from) + 8 * way, grid.y(to) - 9 * way);
            let x = grid.x(arrow.step);
            lines.put("M% %V%", &[x, from, to], &[]);
            heads.put("M% %h10l-5 %z", &[x - 5, to - 2 * way, 8 * way], &[]);
        }
        for (shape, path) in [("arrow", lines), ("arrow-h", heads)] {
            out.put("<path class='$ $' d='", &[], &[shape, class]);
            out.append(path);
            out.raw("'/>");
        }
    }
}
