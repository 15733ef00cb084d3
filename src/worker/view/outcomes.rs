//! The outcomes: how a race can end, as bars, each of which opens an order that ends so.

use super::words::{breakable, percent, tenths, title};
use crate::explore::{Counted, Outcome, is_bad};
use crate::measure::Class;
use crate::player::Markup;
use crate::texts::forms::grouped;
use crate::texts::worker::outcomes as texts;
use crate::worker::Scene;
use crate::worker::study::{Found, Study, in_all};
use num_bigint::BigUint;

/// The list of outcomes.
pub fn outcomes(study: &Study, found: &Found, scene: &Scene) -> Markup {
    let mut out = Markup::new();
    out.put(
        "<section aria-label='$'><h2 class='h'>$</h2>\
         <table class='outs'><thead class='sr'><tr><th>$</th><th>$</th><th>$</th><th>$</th></tr></thead><tbody>",
        &[],
        &[
            texts::OUTCOMES,
            texts::HOW_IT_CAN_END,
            texts::OUTCOME,
            texts::SHARE,
            texts::ORDERS,
            texts::SHOW,
        ],
    );
    // Those without an expiry come first. There are so few of them that shares of all would say nothing.
    let expiring = |counted: &Counted| counted.outcome.expired > 0;
    let first = found.outcomes.iter().position(expiring).unwrap_or(found.outcomes.len());
    let (without, with) = found.outcomes.split_at(first);
    let both = !without.is_empty() && !with.is_empty();
    for (from, part, expire) in [(0, without, false), (first, with, true)] {
        let all = in_all(part);
        if both {
            let head = "<tr class='part-of'><th colspan='4' scope='rowgroup'>$</th></tr>";
            out.put(head, &[], &[&texts::group(expire, &all)]);
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
    let name = [title(outcome.class), &details(outcome)];
    out.put("<b>$</b><small>$</small></th><td class='bar'>", &[], &name);
    bar(out, outcome.class, schedules, all);
    out.raw("</td><td class='n'><b>");
    breakable(out, &grouped(schedules));
    out.put("</b><small>$</small></td><td>", &[], &[&percent(schedules, all)]);
    if let Some(order) = study.exploration().first(*outcome) {
        show(out, place, &scene.query_of(&order), &name_of(outcome));
    }
    out.raw("</td></tr>");
}

/// A link, so that it can be opened elsewhere; and another order of the same kind.
fn show(out: &mut Markup, place: usize, query: &str, name: &str) {
    let link = "<a class='btn' href='?$' data-do='open:$' aria-label='$'>$</a>";
    out.put(link, &[], &[query, query, &texts::show_one(name), texts::SHOW_ONE]);
    let another = "<button class='btn' type='button' data-do='another:%' \
                   aria-label='$' title='$'>$</button>";
    let says = [&*texts::show_any(name), texts::ANY_TITLE, texts::ANY];
    out.put(another, &[place as i32], &says);
}

fn name_of(outcome: &Outcome) -> String {
    format!("{}, {}", title(outcome.class), details(outcome))
}

/// What makes this outcome different from others of its class.
fn details(outcome: &Outcome) -> String {
    texts::details(outcome.tickets, outcome.booked, outcome.gave_up, outcome.expired)
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
