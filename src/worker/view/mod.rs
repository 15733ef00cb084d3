//! What the worker shows, as markup: pure functions from an exploration to text. The page puts it in its places.
//!
//! A control says what pressing it does in `data-do`, as `WHAT:VALUE`: `open`, `choose` and `seek` are for the page,
//! everything else comes back to the worker as a request of that kind.

mod bounds;
mod branches;
mod checked;
mod claim;
mod compare;
mod court;
mod doom;
mod editor;
mod figures;
mod futures;
mod handout;
mod ink;
mod linked;
mod odds;
mod outcomes;
mod progress;
mod proof;
mod script;
mod seat;
mod shop;
mod shrunk;
mod table;
mod terms;
mod words;

pub use bounds::{bound_says, bounds};
pub use branches::branches;
pub use checked::{answer as history_answer, checked, hearing, no_history, too_large};
pub use claim::{claim, claim_text};
pub use compare::{SAYS, Stand, compared, seat_rows, stands};
pub use court::court;
pub use doom::doom;
pub use editor::{HALL_SEATS_MAX, editor, fields, pictures, presets, steps_back, wanted_hall};
pub use figures::{USERS_SHOWN_MAX, figures};
pub use futures::{future, place_of};
pub use handout::{choices, link, snippet};
pub use linked::{imported, linked, refused};
pub use odds::{RUNS, odds, odds_say};
pub use outcomes::outcomes;
pub use progress::{progress, progress_now};
pub use proof::proof;
pub use script::{Line, Lit, lines, script};
pub use seat::{TOUCHES_MAX, seat, seat_past, seat_ways};
pub use shop::{Shop, shop};
pub use shrunk::{shorten, shrunk, tried};
pub use table::{SEATS_TOLD_MAX, table, table_seats, table_users};
pub use terms::terms;
pub use words::{percent, tenths};

use super::{Found, Scene, Study};
use crate::player::Markup;

/// Under so many outcomes there is room for more in their column.
const OUTCOMES_BESIDE: usize = 8;

/// The whole answer of a study that has ended. How many switches it takes, and how likely tests are to find it, come
/// later, into their own places.
pub fn answer(study: &Study, found: &Found, scene: &Scene) -> Markup {
    let mut out = claim(study, found);
    // The longer of the two columns takes no more.
    let (left, right) = match found.outcomes.len() {
        ..=OUTCOMES_BESIDE => ("<div id='odds'></div>", ""),
        _ => ("", "<div id='odds'></div>"),
    };
    out.raw("<div class='two'><div>");
    out.append(outcomes(study, found, scene));
    if found.worst().is_none() && found.is_complete() {
        out.raw("</div>");
        out.append(proof(study, found));
        out.raw("</div>");
    } else {
        out.raw(left);
        out.raw("</div><div><div id='switches'></div>");
        out.raw(right);
        out.raw("</div></div>");
        out.append(proof(study, found));
    }
    out
}
