//! What the worker shows, as markup: pure functions from an exploration to text. The page puts it in its places.
//!
//! A control says what pressing it does in `data-do`, as `WHAT:VALUE`: `open` and `choose` are for the page, everything
//! else comes back to the worker as a request of that kind.

mod bounds;
mod checked;
mod claim;
mod court;
mod doom;
mod futures;
mod odds;
mod outcomes;
mod progress;
mod proof;
mod shrunk;
mod words;

pub use bounds::{bound_says, bounds};
pub use checked::{answer as history_answer, checked, hearing, no_history};
pub use claim::{claim, claim_text};
pub use court::court;
pub use doom::doom;
pub use futures::future;
pub use odds::{RUNS, odds, odds_say};
pub use outcomes::outcomes;
pub use progress::progress;
pub use proof::proof;
pub use shrunk::{shorten, shrunk};
pub use words::{grouped, percent, tenths};

use super::{Found, Scene, Study};
use crate::player::Markup;

/// The whole answer of a study that has ended. How many switches it takes, and how likely tests are to find it, come
/// later, into their own places.
pub fn answer(study: &Study, found: &Found, scene: &Scene) -> Markup {
    let mut out = claim(study, found);
    out.raw("<div class='two'>");
    out.append(outcomes(study, found, scene));
    if found.worst().is_none() && found.is_complete() {
        out.append(proof(study, found));
        out.raw("</div>");
    } else {
        out.raw("<div><div id='switches'></div><div id='odds'></div></div></div>");
        out.append(proof(study, found));
    }
    out
}
