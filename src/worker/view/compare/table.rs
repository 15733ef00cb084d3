//! When to use which: what is said of each strategy, beside what was measured of this very scenario.

use super::failing;
use super::places::Places;
use crate::compare::{CONCLUSIONS, Column, Comparison, advice, measured};
use crate::player::Markup;
use crate::texts::worker::compare as texts;
use crate::worker::Tried;
use crate::worker::view::words::breakable;

/// The columns that are measured.
const MEASURED: [&str; 6] = [
    texts::TICKETS,
    texts::CONFLICTS,
    texts::WAITS,
    texts::UNTIL_DONE,
    texts::ATTEMPTS,
    texts::FAILING_HEAD,
];

/// The table, and what cannot be concluded from it. The orders that fail have places of their own.
pub(super) fn table(out: &mut Markup, all: &Comparison, places: &Places<'_>) {
    out.put(
        "<h2 class='h'>$</h2>\
         <div class='when-of' role='region' aria-label='$' tabindex='0'>\
         <table class='when'><caption class='sr'>$</caption><thead><tr><th scope='col' rowspan='2'>$</th>\
         <th scope='colgroup' colspan='3'>$</th>\
         <th scope='colgroup' colspan='6' class='m first'>$</th></tr>\
         <tr><th scope='col'>$</th><th scope='col'>$</th><th scope='col'>$</th>",
        &[],
        &[
            texts::WHEN,
            texts::WHEN_REGION,
            texts::WHEN_CAPTION,
            texts::STRATEGY,
            texts::TEXTBOOKS,
            texts::MEASURED,
            texts::GOOD_FOR,
            texts::COSTS,
            texts::FAILS_WHEN,
        ],
    );
    for (at, name) in MEASURED.into_iter().enumerate() {
        let class = if at == 0 { "m first" } else { "m" };
        out.put("<th scope='col' class='$'>$</th>", &[], &[class, name]);
    }
    out.raw("</tr></thead><tbody>");
    for (at, column) in all.columns().iter().enumerate() {
        row(out, (at, column), places);
    }
    out.put("</tbody></table></div><p class='caution'>$</p>", &[], &[CONCLUSIONS]);
}

fn row(out: &mut Markup, (at, column): (usize, &Column), places: &Places<'_>) {
    let words = advice(column.contest());
    let cells = [&*column.contest().to_string(), words.good_for, words.costs, words.fails];
    out.put("<tr><th scope='row'>$</th><td>$</td><td>$</td><td>$</td>", &[], &cells);
    for (place, value) in measured(column).iter().enumerate() {
        let class = if place == 0 { "m first" } else { "m" };
        out.put("<td class='$'>$</td>", &[], &[class, value]);
    }
    out.put("<td class='m' id='c-tried-%'>", &[at as i32], &[]);
    places.fill(out, "tried", at);
    out.raw("</td></tr>");
}

/// What the last column says.
pub(super) fn tried(tried: &Tried) -> Markup {
    let mut out = Markup::new();
    breakable(&mut out, &failing(tried));
    out
}
