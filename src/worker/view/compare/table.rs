//! When to use which: what is said of each strategy, beside what was measured of this very scenario.

use super::{breakable, failing, filled};
use crate::compare::{CONCLUSIONS, Column, Comparison, advice, measured};
use crate::player::Markup;
use crate::worker::Tried;

/// The columns that are measured.
const MEASURED: [&str; 6] = [
    "Tickets for the wanted seats",
    "Conflicts",
    "Waits",
    "Until all are done",
    "Attempts per sale",
    "Orders that fail",
];

/// The table, and what cannot be concluded from it. The orders that fail have places of their own.
pub(super) fn table(out: &mut Markup, all: &Comparison, stands: &[(String, Markup)]) {
    out.raw(
        "<h2 class='h'>When to use which</h2>\
         <div class='when-of' role='region' aria-label='When to use which, scrollable' tabindex='0'>\
         <table class='when'><caption class='sr'>When to use which: the words of the textbooks, and what was measured on this \
         scenario</caption><thead><tr><th scope='col' rowspan='2'>Strategy</th>\
         <th scope='colgroup' colspan='3'>The textbooks say</th>\
         <th scope='colgroup' colspan='6' class='m first'>Measured on this scenario, to the end</th></tr>\
         <tr><th scope='col'>Good for</th><th scope='col'>Costs</th><th scope='col'>Fails when</th>",
    );
    for (at, name) in MEASURED.into_iter().enumerate() {
        let class = if at == 0 { "m first" } else { "m" };
        out.put("<th scope='col' class='$'>$</th>", &[], &[class, name]);
    }
    out.raw("</tr></thead><tbody>");
    for (at, column) in all.columns().iter().enumerate() {
        row(out, (at, column), stands);
    }
    out.put("</tbody></table></div><p class='caution'>$</p>", &[], &[CONCLUSIONS]);
}

fn row(out: &mut Markup, (at, column): (usize, &Column), stands: &[(String, Markup)]) {
    let words = advice(column.contest());
    let texts = [&*column.contest().to_string(), words.good_for, words.costs, words.fails];
    out.put("<tr><th scope='row'>$</th><td>$</td><td>$</td><td>$</td>", &[], &texts);
    for (place, value) in measured(column).iter().enumerate() {
        let class = if place == 0 { "m first" } else { "m" };
        out.put("<td class='$'>$</td>", &[], &[class, value]);
    }
    out.put("<td class='m' id='c-tried-%'>", &[at as i32], &[]);
    filled(out, stands, "tried", at);
    out.raw("</td></tr>");
}

/// What the last column says.
pub(super) fn tried(tried: &Tried) -> Markup {
    let mut out = Markup::new();
    breakable(&mut out, &failing(tried));
    out
}
