//! The branches as a tree over the scrubber's steps, and as buttons that lead back.

use crate::player::Markup;
use crate::texts::worker::branches as texts;
use crate::worker::Branches;

/// The width of the drawing, which stretches to that of its place.
const WIDTH: i32 = 1_000;
/// From one branch to the next.
const ROW: i32 = 8;

/// Nothing while there is one way only.
pub fn branches(branches: &Branches) -> Markup {
    let (all, now) = branches.all();
    let mut out = Markup::new();
    if all.len() < 2 {
        return out;
    }
    out.put(
        "<nav class='branches' aria-label='$'><span class='cap' aria-hidden='true'>$</span>",
        &[],
        &[texts::BRANCHES, texts::BRANCHES],
    );
    tree(&mut out, branches);
    out.raw("<ol>");
    for (at, branch) in all.iter().enumerate() {
        let steps = branch.order.0.len();
        let from = branches.parent(at).map(|(parent, shared)| (all[parent].number, shared));
        let name = texts::branch(branch.number, from, steps);
        let current = if at == now { "true" } else { "false" };
        let does = format!("return:{}&at={}", branch.query, branch.at);
        out.put(
            "<li><button class='btn' type='button' data-do='$' aria-current='$' aria-label='$' title='$'>$</button></li>",
            &[],
            &[&does, current, &name, &name, &branch.number.to_string()],
        );
    }
    out.raw("</ol>");
    if branches.is_cut() {
        let says = texts::last_kept(crate::worker::BRANCHES_MAX);
        out.put("<small>$</small>", &[], &[&says]);
    }
    out.raw("</nav>");
    out
}

/// A line for each way, from where it parts.
fn tree(out: &mut Markup, branches: &Branches) {
    let (all, now) = branches.all();
    let longest = all.iter().map(|branch| branch.order.0.len()).max().unwrap_or_default().max(1);
    let x = |steps: usize| (steps * WIDTH as usize / longest) as i32;
    let y = |row: usize| row as i32 * ROW + ROW / 2;
    let height = all.len() as i32 * ROW;
    out.put(
        "<svg viewBox='0 0 % %' preserveAspectRatio='none' aria-hidden='true'>",
        &[WIDTH, height],
        &[],
    );
    for (at, branch) in all.iter().enumerate() {
        let class = if at == now { "way now" } else { "way" };
        let (parent, shared) = branches.parent(at).unwrap_or((at, 0));
        out.put(
            "<path class='$' d='M% %V%H%'/>",
            &[x(shared), y(parent), y(at), x(branch.order.0.len())],
            &[class],
        );
    }
    out.raw("</svg>");
}
