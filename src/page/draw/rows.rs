//! The letters of the rows and the numbers below them.

use super::sign::drawing;
use crate::player::{Floor, Markup};
use crate::units::{Hall, Seat};
use yew::Html;

/// The letters at both ends of each row and the numbers below, each row and each number by itself, even where nothing is
/// said: from step to step few of them change, and the others stay where they are. Those of the seats under discussion are
/// bold. In a wide hall they grow, and only some are shown.
pub(super) fn axes(out: &mut Vec<Html>, floor: &Floor, on: &[Seat]) {
    let hall = floor.hall;
    let grow = (floor.width() / 4).max(100);
    let skip = ((3 * floor.width() + 1599) / 1600).max(1) as u32;
    for row in floor.rows.clone() {
        let near = |rows| on.iter().any(|seat| hall.row(*seat).abs_diff(row) <= rows);
        let bold = near(0);
        out.push(drawing(|out| {
            if bold || ((row - floor.rows.start).is_multiple_of(skip) && !near(skip - 1)) {
                let (name, y) = (Hall::row_name(row), floor.row_y(row) + 15);
                label(out, &name, [floor.left() + 10, y, grow], bold);
                label(out, &name, [floor.right() - 10, y, grow], bold);
            }
        }));
    }
    let foot = 2 + floor.rows.len() as i32 * 32 + (floor.width() / 50).max(8);
    for col in floor.cols.clone() {
        let near = |places| on.iter().any(|seat| hall.col(*seat).abs_diff(col) <= places);
        let bold = near(0);
        out.push(drawing(|out| {
            if bold || skip == 1 || ((col + 1).is_multiple_of(5) && !near(2)) {
                let place = [floor.col_x(col) + 14, foot + floor.bend(col), grow];
                label(out, &(col + 1).to_string(), place, bold);
            }
        }));
    }
}

fn label(out: &mut Markup, text: &str, place: [i32; 3], bold: bool) {
    let label = "<text class='ax $' transform='translate(% %) scale(~)'>$</text>";
    out.put(label, &place, &[if bold { "on" } else { "" }, text]);
}
