//! What can still happen after a choice: beside each key cap of the lanes.

use super::words::{percent, tenths, title};
use crate::explore::{Counted, Future};
use crate::measure::Class;
use crate::player::Markup;
use crate::texts::worker::futures as texts;
use crate::trace::Choice;
use crate::worker::study::{bad_classes, in_all, of_class};
use num_bigint::BigUint;

const WIDE: i32 = 36;

/// A small bar of what goes wrong, what stays unsold and what ends well; in figures what goes wrong; and all of it in words
/// for who hovers or listens.
pub fn future(future: &Future) -> Markup {
    let all = in_all(&future.outcomes);
    let of = |class| of_class(&future.outcomes, class);
    let (bad, fine) = (bad_classes().map(of).sum::<BigUint>(), of(Class::Fine));
    let (class, short) = match (&bad, &fine) {
        (bad, _) if *bad == all => ("lost", texts::LOST.to_owned()),
        (bad, _) if *bad > BigUint::ZERO => ("risk", percent(bad, &all)),
        (_, fine) if *fine == all => ("safe", texts::FINE.to_owned()),
        (_, fine) if *fine == BigUint::ZERO => ("safe", texts::UNSOLD.to_owned()),
        _ => ("safe", texts::SAFE.to_owned()),
    };
    let says = says(&future.outcomes, &all);
    let mut out = Markup::new();
    out.put("<span class='fate $' title='$'>", &[], &[class, &says]);
    bar(&mut out, tenths(&bad, &all) as i32, tenths(&fine, &all) as i32);
    let words = [&*short, &says];
    out.put("<b aria-hidden='true'>$</b><span class='sr'>$</span></span>", &[], &words);
    out
}

/// From the left what goes wrong, from the right what ends well, between them nothing but the frame.
fn bar(out: &mut Markup, bad: i32, fine: i32) {
    let part = |tenths: i32| if tenths == 0 { 0 } else { (tenths * WIDE / 1000).max(2) };
    out.raw(
        "<svg viewBox='0 0 38 10' aria-hidden='true'>\
         <rect class='rest' x='1' y='1' width='36' height='8'/>",
    );
    if bad > 0 {
        out.put("<rect class='bad-bar' x='1' y='1' width='%' height='8'/>", &[part(bad)], &[]);
    }
    if fine > 0 {
        let numbers = [1 + WIDE - part(fine), part(fine)];
        out.put("<rect class='fine' x='%' y='1' width='%' height='8'/>", &numbers, &[]);
    }
    out.raw("</svg>");
}

/// `6 orders after it: sold twice in 4 and fine in 2.`
fn says(outcomes: &[Counted], all: &BigUint) -> String {
    let ends: Vec<(&str, BigUint)> = Class::ALL
        .into_iter()
        .map(|class| (title(class), of_class(outcomes, class)))
        .filter(|(_, n)| *n > BigUint::ZERO)
        .collect();
    texts::orders_after(all, &ends)
}

/// The place beside a choice: `future-A`, `future-Bp`, `future-t`.
pub fn place_of(choice: Choice) -> String {
    format!("future-{choice}")
}
