//! The outcomes: how a race can end, as bars, each of which opens an order that ends so.

use super::words::{breakable, percent, tenths, title};
use crate::explore::{Counted, Outcome, is_bad};
use crate::measure::Class;
use crate::player::Markup;
use crate::texts::forms::{grouped, of};
use crate::worker::Scene;
use crate::worker::study::{Found, Study, in_all};
use num_bigint::BigUint;

/// The list of outcomes.
pub fn outcomes(study: &Study, found: &Found, scene: &Scene) -> Markup {
    let mut out = Markup::new();
    out.raw(
        "<section aria-label='Outcomes'><h2 class='h'>How it can end</h2>\
         <table class='outs'><thead class='sr'><tr><th>Outcome</th><th>Share</th><th>Orders</th><th>Show</th></tr></thead><tbody>",
    );
    // Those without an expiry come first. There are so few of them that shares of all would say nothing.
    let expiring = |counted: &Counted| counted.outcome.expired > 0;
    let first = found.outcomes.iter().position(expiring).unwrap_or(found.outcomes.len());
    let (without, with) = found.outcomes.split_at(first);
    let both = !without.is_empty() && !with.is_empty();
    for (from, part, says) in
        [(0, without, "Without an expiry"), (first, with, "Where holds expire")]
    {
        let all = in_all(part);
        if both {
            let head = "<tr class='part-of'><th colspan='4' scope='rowgroup'>$: $ orders, and shares of these</th></tr>";
            out.put(head, &[], &[says, &grouped(&all)]);
        }
        for (place, counted) in (from..).zip(part) {
            row(&mut out, study, scene, (place, counted), &all);
        }
        out.raw("</tbody><tbody>");
    }
    out.raw("</tbody></table></section>");
    out
}

fn row(
    out: &mut Markup,
    study: &Study,
    scene: &Scene,
    (place, counted): (usize, &Counted),
    all: &BigUint,
) {
    let Counted { outcome, schedules } = counted;
    out.raw("<tr><th scope='row'>");
    sign(out, outcome.class);
    let texts = [title(outcome.class), &details(outcome)];
    out.put("<b>$</b><small>$</small></th><td class='bar'>", &[], &texts);
    bar(out, outcome.class, schedules, all);
    let texts = [&*breakable(schedules), &percent(schedules, all)];
    out.put("</td><td class='n'><b>$</b><small>$</small></td><td>", &[], &texts);
    if let Some(order) = study.exploration().first(*outcome) {
        show(out, place, &scene.query_of(&order), &texts_of(outcome));
    }
    out.raw("</td></tr>");
}

/// A link, so that it can be opened elsewhere; and another order of the same kind.
fn show(out: &mut Markup, place: usize, query: &str, name: &str) {
    let link = "<a class='btn' href='?$' data-do='open:$' aria-label='Show one: $'>Show one</a>";
    out.put(link, &[], &[query, query, name]);
    let another = "<button class='btn' type='button' data-do='another:%' \
                   aria-label='Show any: $' title='One of them, drawn by lot'>any</button>";
    out.put(another, &[place as i32], &[name]);
}

fn texts_of(outcome: &Outcome) -> String {
    format!("{}, {}", title(outcome.class), details(outcome))
}

/// What makes this outcome different from others of its class.
fn details(outcome: &Outcome) -> String {
    let mut parts = vec![of(outcome.tickets, "ticket")];
    if outcome.booked != outcome.tickets {
        parts.push(format!("{} told \u{201c}booked\u{201d}", of(outcome.booked, "user")));
    }
    if outcome.gave_up > 0 {
        parts.push(format!("{} gave up", outcome.gave_up));
    }
    if outcome.expired > 0 {
        parts.push(format!("{} expired", of(outcome.expired, "hold")));
    }
    parts.join(", ")
}

/// ✕ where something is wrong, a seat where all is well, an empty one where nobody sits.
fn sign(out: &mut Markup, class: Class) {
    out.raw(match class {
        class if is_bad(class) => {
            "<svg viewBox='-10 -7.5 20 15' aria-hidden='true'><rect x='-9' y='-6.5' width='18' height='13' rx='2' \
             class='x-tag'/><text y='4' class='x-t'>✕</text></svg>"
        }
        Class::Unsold => {
            "<svg viewBox='-10 -7.5 20 15' aria-hidden='true'><rect x='-6' y='-6' width='12' height='12' rx='2' \
             class='s-c'/></svg>"
        }
        _ => {
            "<svg viewBox='-10 -7.5 20 15' aria-hidden='true'><path class='tickm' d='M-6 0l4 4 8-9'/></svg>"
        }
    });
}

/// As long as its share; never so short that it cannot be seen.
fn bar(out: &mut Markup, class: Class, part: &BigUint, all: &BigUint) {
    let tenths = tenths(part, all).clamp(8, 994);
    let width = format!("{}.{}%", tenths / 10, tenths % 10);
    let class = if is_bad(class) { "bad-bar" } else { "ok-bar" };
    let bar = "<svg aria-hidden='true'><rect class='$' x='1' y='1' width='$' height='18'/></svg>";
    out.put(bar, &[], &[class, &width]);
}
