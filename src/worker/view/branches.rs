//! The branches on the scrubber: the ways that were left as twigs under its rail, each with a number that leads back.

use crate::player::{Markup, along};
use crate::texts::worker::branches as texts;
use crate::worker::{Branch, Branches, Twig, twigs};

/// From one row to the next, in px. The sheet makes a number as high, but for a gap.
const ROW: i32 = 28;

/// From the rail of the scrubber to the first row, in px.
const BELOW_RAIL: i32 = 22;

/// Nothing while there is one way only.
pub fn branches(branches: &Branches) -> Markup {
    let (all, now) = branches.all();
    let mut out = Markup::new();
    if all.len() < 2 {
        return out;
    }
    let steps = branches.rail().0.len() as u32;
    let (twigs, rows) = twigs(branches);
    // The sheet keeps as much room for them as this says.
    let lines = rows + usize::from(branches.is_cut());
    out.put(
        "<nav class='branches' aria-label='$' data-rows='%'>",
        &[lines as i32],
        &[texts::BRANCHES],
    );
    partings(&mut out, &twigs, steps);
    out.raw("<div><ol>");
    for (at, branch) in all.iter().enumerate() {
        let from = branches.parent(at).map(|(parent, shared)| (all[parent].number, shared));
        out.put("<li class='$'>", &[], &[if at == now { "now" } else { "" }]);
        twig(&mut out, &twigs[at], steps);
        number(&mut out, branch, from, at == now);
        out.raw("</li>");
    }
    out.raw("</ol>");
    if branches.is_cut() {
        let says = texts::last_kept(crate::worker::BRANCHES_MAX);
        out.put("<small>$</small>", &[], &[&says]);
    }
    out.raw("</div></nav>");
    out
}

/// Where ways part from the rail, and the lines from there to the rows. They stay where they are when the rows are scrolled.
fn partings(out: &mut Markup, twigs: &[Twig], steps: u32) {
    out.raw("<svg aria-hidden='true'>");
    for twig in twigs.iter().filter(|twig| twig.parent.is_none()) {
        let x = along(twig.from, steps);
        out.put(
            "<line x1='$' x2='$' y1='0' y2='%'/><circle cx='$' cy='0' r='4'/>",
            &[BELOW_RAIL],
            &[&x, &x, &x],
        );
    }
    out.raw("</svg>");
}

/// The line of a way, as wide as the rail up to its end: there its number follows.
fn twig(out: &mut Markup, twig: &Twig, steps: u32) {
    let (top, middle) = (twig.row as i32 * ROW, twig.row as i32 * ROW + ROW / 2);
    let from = twig.parent.map_or(0, |row| row as i32 * ROW + ROW / 2);
    let x = along(twig.from, twig.to);
    let end = along(1, 1);
    out.put(
        "<svg width='$' height='%' aria-hidden='true'><line x1='$' x2='$' y1='%' y2='%'/><line x1='$' x2='$' y1='%' y2='%'/>",
        &[top + ROW, from, middle, middle, middle],
        &[&along(twig.to, steps), &x, &x, &x, &end],
    );
    if twig.goes_on {
        out.put("<svg x='$' y='%'><path d='M-13 20l4-12M-8 20l4-12'/></svg>", &[top], &[&end]);
    }
    out.raw("</svg>");
}

/// The number of a way leads to where it was left; that of the way on show, at the end of the rail, to its last step seen.
fn number(out: &mut Markup, branch: &Branch, from: Option<(usize, usize)>, is_now: bool) {
    let seen = branch.order.0.len();
    let name = texts::branch(branch.number, from, seen);
    let at = if is_now { seen as u32 } else { branch.at };
    out.put(
        "<button id='way-%' class='btn' type='button' data-do='$' aria-current='$' aria-label='$' title='$'>%</button>",
        &[branch.number as i32, branch.number as i32],
        &[&format!("return:{}&at={at}", branch.query), if is_now { "true" } else { "false" }, &name, &name],
    );
}
