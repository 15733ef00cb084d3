//! What the judge finds of a history: an order in which one show gives these answers, or why there is none.

use crate::export::{CheckObject, OperationObject, PartObject};
use crate::history::Broken;
use crate::player::Markup;
use crate::texts::forms::{capital, grouped, of};

/// So many operations of an order are shown.
const SHOWN_MAX: usize = 12;

/// So many parts in which all is well, or not, are shown one by one.
const PARTS_MAX: usize = 8;

/// What was found of a file.
pub fn checked(name: &str, found: &CheckObject) -> Markup {
    let mut out = Markup::new();
    let operations = of(u32::try_from(found.operations).unwrap_or(u32::MAX), "operation");
    out.put("<p class='file'><b>$</b> <span>$</span></p>", &[], &[name, &operations]);
    out.append(answer(found));
    out
}

/// What was found, without saying of what.
pub fn answer(found: &CheckObject) -> Markup {
    let mut out = Markup::new();
    let (class, head, says) = match found.ok {
        Some(true) => (
            "good",
            "One show could have answered so.",
            "Doing one thing after the other, each between its question and its answer: the history is linearizable.",
        ),
        Some(false) => (
            "bad",
            "No show could have answered so.",
            "Whatever came first, one of the answers is wrong: the history is not linearizable.",
        ),
        None => (
            "",
            "Nobody knows.",
            "Too many operations overlap: the search met its limit before it had an answer.",
        ),
    };
    out.put(
        "<p class='finding $' role='status'><b>$</b> <span>$</span></p>",
        &[],
        &[class, head, says],
    );
    let (well, not): (Vec<&PartObject>, Vec<&PartObject>) =
        found.parts.iter().partition(|part| part.ok == Some(true));
    parts(&mut out, &not);
    parts(&mut out, &well);
    out
}

fn parts(out: &mut Markup, parts: &[&PartObject]) {
    for part in parts.iter().take(PARTS_MAX) {
        out.put("<section class='part'><h3 class='h'>$</h3>", &[], &[&part.seats.join(", ")]);
        one(out, part);
        out.raw("</section>");
    }
    if let Some(more) = parts.len().checked_sub(PARTS_MAX).filter(|more| *more > 0) {
        out.put("<p class='more'>and $ more</p>", &[], &[&grouped(more)]);
    }
}

fn one(out: &mut Markup, part: &PartObject) {
    if let Some(stopped) = &part.stopped {
        out.put("<p>$.</p>", &[], &[stopped]);
    }
    if let Some(why) = &part.contradiction {
        out.put("<p><b>$</b></p><ul>", &[], &[&why.says]);
        for because in &why.because {
            out.put("<li>$</li>", &[], &[because]);
        }
        out.raw("</ul>");
        if !why.minimal {
            out.raw("<p>There may be a smaller reason; the search for it met its limit.</p>");
        }
    }
    let Some(order) = &part.linearization else { return };
    out.raw("<p>In this order:</p><ol>");
    for operation in order.iter().take(SHOWN_MAX) {
        step(out, operation);
    }
    out.raw("</ol>");
    if let Some(more) = order.len().checked_sub(SHOWN_MAX).filter(|more| *more > 0) {
        out.put("<p class='more'>and $ more</p>", &[], &[&grouped(more)]);
    }
}

fn step(out: &mut Markup, operation: &OperationObject) {
    let end = operation.result.as_ref().map_or("may have happened", String::as_str);
    let seats = operation.seats.join(", ");
    let texts = [operation.user.as_str(), operation.f.name(), seats.as_str(), end];
    out.put("<li>$: $ $, <b>$</b></li>", &[], &texts);
}

/// How far a check has come.
pub fn hearing(name: &str, done: usize, all: usize) -> Markup {
    let mut out = Markup::new();
    let parts = [name, &grouped(done), &grouped(all)];
    out.put("<p class='file' role='status'><b>$</b> <span>$ of $ checked…</span></p>", &[], &parts);
    out
}

/// A file that is no history.
pub fn no_history(name: &str, broken: &Broken) -> Markup {
    let mut out = Markup::new();
    out.put(
        "<p class='finding' role='alert'><b>$ cannot be read as a history.</b> <span>$. A history has one JSON object a \
         line, as <code>seatrace export --format history</code> writes it.</span></p>",
        &[],
        &[name, &capital(&broken.to_string())],
    );
    out
}
