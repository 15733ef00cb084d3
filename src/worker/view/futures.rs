//! What can still happen after a choice: beside each key cap of the lanes.

use super::words::{grouped, percent, tenths, title};
use crate::explore::{Counted, Future};
use crate::measure::Class;
use crate::player::{Markup, listed};
use crate::worker::study::{bad_classes, in_all, of_class};
use num_bigint::BigUint;

/// A small bar of the share that goes wrong, the share in figures, and all of it in words for who hovers or listens.
pub fn future(future: &Future) -> Markup {
    let all = in_all(&future.outcomes);
    let bad: BigUint = bad_classes().map(|class| of_class(&future.outcomes, class)).sum();
    let mut out = Markup::new();
    let class = match &bad {
        bad if *bad == BigUint::ZERO => "fate safe",
        bad if *bad == all => "fate lost",
        _ => "fate",
    };
    out.put("<span class='$' title='$'>", &[], &[class, &says(&future.outcomes, &all)]);
    let width = tenths(&bad, &all) as i32 * 36 / 1000;
    out.raw("<svg viewBox='0 0 38 10' aria-hidden='true'><rect class='rest' x='1' y='1' width='36' height='8'/>");
    if bad > BigUint::ZERO {
        let bar = "<rect class='bad-bar' x='1' y='1' width='%' height='8'/>";
        out.put(bar, &[width.max(2)], &[]);
    }
    let short = match class {
        "fate safe" => "safe".to_owned(),
        "fate lost" => "✕ lost".to_owned(),
        _ => percent(&bad, &all),
    };
    let text = says(&future.outcomes, &all);
    out.put(
        "</svg><b aria-hidden='true'>$</b><span class='sr'>$</span></span>",
        &[],
        &[&short, &text],
    );
    out
}

/// `6 orders after it: sold twice in 4 and fine in 2.`
fn says(outcomes: &[Counted], all: &BigUint) -> String {
    let parts: Vec<String> = Class::ALL
        .into_iter()
        .map(|class| (class, of_class(outcomes, class)))
        .filter(|(_, n)| *n > BigUint::ZERO)
        .map(|(class, n)| format!("{} in {}", title(class).to_lowercase(), grouped(n)))
        .collect();
    let orders = if *all == BigUint::from(1u32) { "order" } else { "orders" };
    format!("{} {orders} after it: {}.", grouped(all), listed(&parts))
}
