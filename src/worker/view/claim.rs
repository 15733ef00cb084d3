//! The claim: what the exploration has found, in one sentence, and what the sentence rests on.

use super::words::does;
use crate::explore::Limit;
use crate::measure::Class;
use crate::player::Markup;
use crate::texts::forms::{grouped, lapse};
use crate::worker::study::{Found, Study};

/// The headline of a study that has ended.
pub fn claim(study: &Study, found: &Found) -> Markup {
    let (bold, rest) = headline(found);
    let mut out = Markup::new();
    let class = if found.worst().is_some() { "bad" } else { "" };
    out.put("<section class='claim $' aria-label='Result'>", &[], &[class]);
    sign(&mut out, found);
    let texts = [&*bold, &rest, &extent(study, found)];
    out.put("<div><h2><b>$</b>$</h2><p>$</p>", &[], &texts);
    if found.stopped == Some(Limit::Cancelled) {
        out.raw("<button class='btn' type='button' data-do='explore:'>Begin again</button>");
    }
    out.raw("</div></section>");
    out
}

/// The claim as one line of plain text.
pub fn claim_text(found: &Found) -> String {
    let (bold, rest) = headline(found);
    bold + &rest
}

/// ✕ where something is wrong, a tick where all is proved, an open ring where nothing is.
fn sign(out: &mut Markup, found: &Found) {
    out.raw("<svg viewBox='0 0 48 48' aria-hidden='true'>");
    out.raw(match (found.worst(), found.is_complete()) {
        (Some(_), _) => {
            "<rect class='x-tag' x='2' y='8' width='44' height='32' rx='4'/>\
             <path class='cross' d='M16 16l16 16M32 16l-16 16'/>"
        }
        (None, true) => {
            "<circle class='ring' cx='24' cy='24' r='21'/>\
             <path class='ring' d='M14 25l7 7 13-16'/>"
        }
        (None, false) => "<circle class='ring open' cx='24' cy='24' r='21'/>",
    });
    out.raw("</svg>");
}

/// What is said bold, and what follows.
fn headline(found: &Found) -> (String, String) {
    let all = grouped(&found.all);
    let bad = found.worst().map(|class| (class, grouped(found.of_class(class)), does(class)));
    match (&found.stopped, bad) {
        (None, None) => (String::new(), format!("No schedule out of {all} double-books.")),
        (None, Some((_, n, (_, do_)))) if n == all => {
            (format!("All {all}"), format!(" orders {do_}."))
        }
        (None, Some((class, n, (does, do_)))) => {
            let does = if n == "1" { does } else { do_ };
            let not = match class {
                Class::DoubleBooking => "",
                _ => " None of them double-books.",
            };
            (n, format!(" of {all} orders {does}.{not}"))
        }
        (Some(limit), None) => (String::new(), format!("Stopped at {limit}: nothing is proved.")),
        (Some(limit), Some((_, n, (does, do_)))) => {
            let does = if n == "1" { format!("order {does}") } else { format!("orders {do_}") };
            (format!("At least {n}"), format!(" {does}. Stopped at {limit}."))
        }
    }
}

/// How much was done, and what the counts are.
fn extent(study: &Study, found: &Found) -> String {
    let progress = study.progress();
    let (states, moves) = (grouped(progress.states), grouped(progress.transitions));
    let time = lapse(study.spent_ms.max(1.0) as u64);
    if found.is_complete() {
        return format!(
            "All {states} states and {moves} moves between them were visited in {time}. Nothing is \
             sampled and nothing left out. These are counts of orders, each counted once: a share \
             of them is not a probability."
        );
    }
    format!(
        "{states} states and {moves} moves between them were visited in {time}; {} moves were not \
         followed. The {} orders below were followed to their end. What is not among them may \
         still happen.",
        grouped(progress.frontier),
        grouped(&found.all)
    )
}
