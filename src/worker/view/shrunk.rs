//! The shortened run: the button that asks for it, how far the search is, and what was left out.

use crate::player::Markup;
use crate::texts::worker::shrunk as texts;
use crate::trace::Order;
use crate::worker::shorten::{Shortened, Shortening};

/// The button beside a run that goes wrong.
pub fn shorten() -> Markup {
    let mut out = Markup::new();
    out.put(
        "<p class='short'><button class='btn' type='button' data-do='shrink:' title='$'>$</button></p>",
        &[],
        &[texts::SHORTEN_TITLE, texts::SHORTEN],
    );
    out
}

/// What stands under the lanes: a search at work, or what it has found if that is on show.
pub fn shrunk(at_work: Option<&Shortening>, found: Option<&Shortened>) -> Markup {
    let mut out = Markup::new();
    if let Some(work) = at_work {
        out.put("<p class='short'>$ <span id='short-now'>", &[], &[texts::LOOKING]);
        out.append(tried(work));
        let stop = "</span> <button class='btn' type='button' data-do='cancel:'>$</button></p>";
        out.put(stop, &[], &[texts::STOP]);
    } else if let Some(found) = found {
        says(&mut out, found);
    }
    out
}

/// How far the search has come.
pub fn tried(work: &Shortening) -> Markup {
    let mut out = Markup::new();
    out.text(&texts::tried(work.runs()));
    out
}

/// What is left, and what is not.
fn says(out: &mut Markup, found: &Shortened) {
    let (kept, whole) = (found.shrunk.order.0.len(), found.whole.0.len());
    let enough = texts::enough(kept, whole as u32);
    out.put("<p class='short'><b>$</b>", &[], &[&enough]);
    if kept > 0 {
        out.put(": <code>$</code>", &[], &[&found.shrunk.order.to_string()]);
    }
    out.put(". $ ", &[], &[texts::THEN_NOBODY]);
    let removed = Order(found.shrunk.removed.iter().map(|(_, choice)| *choice).collect());
    if removed.0.is_empty() {
        out.put("$</p>", &[], &[texts::NONE_LEFT_OUT]);
    } else {
        let tried = texts::runs_tried(found.shrunk.runs);
        out.put("$ <code>$</code>. $</p>", &[], &[texts::LEFT_OUT, &removed.to_string(), &tried]);
    }
}
