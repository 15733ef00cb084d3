//! What the judge finds of a history: an order in which one show gives these answers, or why there is none.

use crate::export::{CheckObject, OperationObject, PartObject};
use crate::history::Broken;
use crate::player::Markup;
use crate::texts::worker::checked as texts;

/// So many operations of an order are shown.
const SHOWN_MAX: usize = 12;

/// So many parts in which all is well, or not, are shown one by one.
const PARTS_MAX: usize = 8;

/// What was found of a file.
pub fn checked(name: &str, found: &CheckObject) -> Markup {
    let mut out = Markup::new();
    let operations = texts::operations(u32::try_from(found.operations).unwrap_or(u32::MAX));
    out.put("<p class='file'><b>$</b> <span>$</span></p>", &[], &[name, &operations]);
    out.append(answer(found));
    out
}

/// What was found, without saying of what.
pub fn answer(found: &CheckObject) -> Markup {
    let mut out = Markup::new();
    let (class, head, says) = match found.ok {
        Some(true) => ("good", texts::LINEARIZABLE, texts::LINEARIZABLE_WHY),
        Some(false) => ("bad", texts::NOT_LINEARIZABLE, texts::NOT_LINEARIZABLE_WHY),
        None => ("", texts::NOBODY_KNOWS, texts::NOBODY_KNOWS_WHY),
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
        out.put("<p class='more'>$</p>", &[], &[&texts::and_more(more)]);
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
            out.put("<p>$</p>", &[], &[texts::MAYBE_SMALLER]);
        }
    }
    let Some(order) = &part.linearization else { return };
    out.put("<p>$</p><ol>", &[], &[texts::IN_THIS_ORDER]);
    for operation in order.iter().take(SHOWN_MAX) {
        step(out, operation);
    }
    out.raw("</ol>");
    if let Some(more) = order.len().checked_sub(SHOWN_MAX).filter(|more| *more > 0) {
        out.put("<p class='more'>$</p>", &[], &[&texts::and_more(more)]);
    }
}

fn step(out: &mut Markup, operation: &OperationObject) {
    let end = operation.result.as_ref().map_or(texts::MAY_HAVE_HAPPENED, String::as_str);
    let seats = operation.seats.join(", ");
    let words = [operation.user.as_str(), operation.f.name(), seats.as_str(), end];
    out.put("<li>$: $ $, <b>$</b></li>", &[], &words);
}

/// How far a check has come.
pub fn hearing(name: &str, done: usize, all: usize) -> Markup {
    let mut out = Markup::new();
    let parts = [name, &texts::checked_of(done, all)];
    out.put("<p class='file' role='status'><b>$</b> <span>$</span></p>", &[], &parts);
    out
}

/// A file that is no history.
pub fn no_history(name: &str, broken: &Broken) -> Markup {
    refused(&texts::no_history(name), &texts::no_history_why(&broken.to_string()))
}

/// A file that was not read.
pub fn too_large(name: &str, bytes: u64, most: u64) -> Markup {
    let [has, may] = [bytes, most].map(|bytes| bytes.div_ceil(1 << 20));
    refused(&texts::too_large(name), &texts::too_large_why(has, may))
}

fn refused(what: &str, [why, command, end]: &[String; 3]) -> Markup {
    let mut out = Markup::new();
    out.put(
        "<p class='finding' role='status'><b>$</b> <span>$<code>$</code>$</span></p>",
        &[],
        &[what, why, command, end],
    );
    out
}
