//! Below the lanes: who had a contested seat when.

use super::grid::Grid;
use super::sign::{hue, initial};
use crate::player::{Markup, Ribbon, RibbonKind, RibbonPart, Session};
use crate::texts::draw::lanes as texts;

/// Width of a letter in a ribbon, about.
const LETTER: i32 = 7;

/// Their rules.
pub(super) fn rules(out: &mut Markup, grid: &Grid, session: &Session) {
    for i in 0..session.lanes().ribbons.len() {
        out.put("<path class='rb' d='M0 %.5H%'/>", &[grid.ribbon_y(i) + 11, grid.ruled()], &[]);
    }
}

/// The ribbons.
pub(super) fn ribbons(out: &mut Markup, grid: &Grid, session: &Session) {
    for (i, ribbon) in session.lanes().ribbons.iter().enumerate() {
        out.put("<g transform='translate(0 %)'>", &[grid.ribbon_y(i)], &[]);
        // Where the seat is sold twice the pattern covers the owners.
        for twice in [false, true] {
            for part in ribbon.parts.iter().filter(|part| part.to >= grid.first) {
                if (part.kind == RibbonKind::Twice) == twice {
                    drawn(out, grid, ribbon, part);
                }
            }
        }
        out.raw("</g>");
    }
}

fn drawn(out: &mut Markup, grid: &Grid, ribbon: &Ribbon, part: &RibbonPart) {
    let open = part.to == grid.cursor;
    let from = grid.x(part.from);
    let to = if open { grid.onwards(part.from) } else { grid.x(part.to) };
    let name = part.user.to_string();
    let (class, says) = match part.kind {
        RibbonKind::Booked => ("rb-u", name.clone()),
        RibbonKind::Held => ("rb-held", texts::held_by(&name)),
        RibbonKind::Locked => ("rb-lock", texts::locked_by(&name)),
        RibbonKind::Twice => ("rb-twice", String::new()),
    };
    let mut rect = |class: &str| {
        let rect = "<rect class='$ $' x='%' y='4.75' width='%' height='13.5'/>";
        out.put(rect, &[from, (to - from).max(0)], &[class, hue(part.user)]);
    };
    if part.kind == RibbonKind::Twice {
        rect("rb-x");
        rect(class);
        return;
    }
    rect(class);
    // Words stand where they are seen, and end where the next part begins.
    let from = from.max(grid.left());
    let mut end = to.min(grid.x(grid.cursor) + 12);
    for next in ribbon.parts.iter().filter(|next| next.from > part.from) {
        end = end.min(grid.x(next.from));
    }
    let words = fitting(end - from, [says, name, initial(part.user)]);
    let on = if part.kind == RibbonKind::Booked { "on" } else { "" };
    let text = "<text class='rb-t $ $' x='%' y='15.5'>$</text>";
    out.put(text, &[from + 5], &[on, hue(part.user), &words]);
}

/// The first that there is room for.
fn fitting(room: i32, texts: [String; 3]) -> String {
    let fits = |text: &String| text.chars().count() as i32 * LETTER + 8 <= room;
    texts.into_iter().find(fits).unwrap_or_default()
}
