//! The shortened run: the button that asks for it, how far the search is, and what was left out.

use crate::player::Markup;
use crate::texts::forms::{grouped, of};
use crate::trace::Order;
use crate::worker::shorten::{Shortened, Shortening};

/// The button beside a run that goes wrong.
pub fn shorten() -> Markup {
    let mut out = Markup::new();
    out.raw(
        "<p class='short'><button class='btn' type='button' data-do='shrink:' \
         title='Leaves out every choice that this ending does not need'>Shortest like this</button></p>",
    );
    out
}

/// What stands under the lanes: a search at work, or what it has found if that is on show.
pub fn shrunk(at_work: Option<&Shortening>, found: Option<&Shortened>) -> Markup {
    let mut out = Markup::new();
    if let Some(work) = at_work {
        out.raw("<p class='short'>Looking for the shortest run like this: <span id='short-now'>");
        out.append(tried(work));
        out.raw("</span> <button class='btn' type='button' data-do='cancel:'>Stop</button></p>");
    } else if let Some(found) = found {
        says(&mut out, found);
    }
    out
}

/// How far the search has come.
pub fn tried(work: &Shortening) -> Markup {
    let mut out = Markup::new();
    out.put("$ tried.", &[], &[&of(work.runs(), "run")]);
    out
}

/// What is left, and what is not.
fn says(out: &mut Markup, found: &Shortened) {
    let (kept, whole) = (found.shrunk.order.0.len(), found.whole.0.len());
    let verb = if kept == 1 { "is" } else { "are" };
    let texts = [&*grouped(kept), &*of(whole as u32, "choice"), verb];
    out.put("<p class='short'><b>$ of $ $ enough</b>", &[], &texts);
    if kept > 0 {
        out.put(": <code>$</code>", &[], &[&found.shrunk.order.to_string()]);
    }
    out.raw(". Then nobody is interrupted. ");
    let removed = Order(found.shrunk.removed.iter().map(|(_, choice)| *choice).collect());
    if removed.0.is_empty() {
        out.raw("None could be left out.</p>");
    } else {
        let texts = [&*removed.to_string(), &*grouped(found.shrunk.runs)];
        out.put("Left out: <code>$</code>. $ runs were tried.</p>", &[], &texts);
    }
}
