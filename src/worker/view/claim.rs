//! The claim: what the exploration has found, in one sentence, and what the sentence rests on.

use super::words::{breakable, does};
use crate::explore::{Limit, Progress};
use crate::measure::Class;
use crate::player::Markup;
use crate::texts::worker::claim as texts;
use crate::worker::study::{Found, Study};

/// The headline of a study that has ended.
pub fn claim(study: &Study, found: &Found) -> Markup {
    let (bold, rest) = headline(found);
    let mut out = Markup::new();
    let class = if found.worst().is_some() { "bad" } else { "" };
    out.put("<section class='claim $' aria-label='$'>", &[], &[class, texts::RESULT]);
    sign(&mut out, found);
    out.raw("<div><h2><b>");
    breakable(&mut out, &bold);
    out.raw("</b>");
    breakable(&mut out, &rest);
    out.put("</h2><p>$</p>", &[], &[&extent(study, found)]);
    if found.stopped == Some(Limit::Cancelled) {
        let again = "<button class='btn' type='button' data-do='explore:'>$</button>";
        out.put(again, &[], &[texts::BEGIN_AGAIN]);
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
    let all = &found.all;
    let bad = found.worst().map(|class| (class, found.of_class(class), does(class)));
    match (&found.stopped, bad) {
        (None, None) => texts::none_double_books(all),
        (None, Some((_, n, does))) if n == *all => texts::all_do(all, does),
        (None, Some((class, n, does))) => {
            texts::some_do(&n, all, does, class != Class::DoubleBooking)
        }
        (Some(limit), None) => texts::nothing_is_proved(&limit.to_string()),
        (Some(limit), Some((_, n, does))) => texts::at_least(&n, does, &limit.to_string()),
    }
}

/// How much was done, and what the counts are.
fn extent(study: &Study, found: &Found) -> String {
    let Progress { states, transitions, frontier, .. } = study.progress();
    let time = study.spent_ms.max(1.0) as u64;
    if found.is_complete() {
        texts::all_visited(states, transitions, time)
    } else {
        texts::some_visited(states, transitions, time, frontier, &found.all)
    }
}
