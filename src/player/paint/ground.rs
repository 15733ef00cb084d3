//! The ground layer of a hall: its free seats.
//!
//! A row of free seats is two paths, not thirty elements: a hall of 1,000 seats costs no more than a hundred nodes.

use crate::player::{Floor, Markup};
use crate::units::Seat;

/// The free seats: all that are not drawn on top instead. Those are in order.
pub fn ground(out: &mut Markup, floor: &Floor, changed: &[Seat]) {
    for row in floor.rows.clone() {
        ground_row(out, floor, changed, row);
    }
}

/// Those of one row.
pub fn ground_row(out: &mut Markup, floor: &Floor, changed: &[Seat], row: u32) {
    let free = || floor.seats(row).filter(|seat| changed.binary_search(seat).is_err());
    out.raw("<path class='f-c' d='");
    for seat in free() {
        let (x, y) = floor.at(seat);
        let cushion =
            "M~ ~h12.5a3 3 0 0 1 3 3v10.5a3 3 0 0 1-3 3h-12.5a3 3 0 0 1-3-3v-10.5a3 3 0 0 1 3-3z";
        out.put(cushion, &[100 * x + 775, 100 * y + 275], &[]);
    }
    out.raw("'/><path class='f-a' d='");
    for seat in free() {
        let (x, y) = floor.at(seat);
        let arms = "M~ %v6.5a7.5 7.5 0 0 0 7.5 7.5h9.5a7.5 7.5 0 0 0 7.5-7.5v-6.5";
        out.put(arms, &[100 * x + 175, y + 11], &[]);
    }
    out.raw("'/>");
}
