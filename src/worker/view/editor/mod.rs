//! The scenario editor. Every part that may change has a place of its own, so that nobody who types is disturbed.
//!
//! `static/editor.js` hears its controls: `data-edit` says what using one does, as `WHAT:OF`, with the value of the control or
//! of `data-value`.

mod field;
mod groups;
mod hall;
mod presets;

pub use field::fields;
pub use hall::{HALL_SEATS_MAX, wanted_hall};
pub use presets::{pictures, presets};

use crate::player::Markup;
use groups::{GROUPS, Group};

/// The places, empty.
pub fn editor() -> Markup {
    let mut out = Markup::new();
    out.raw("<div id='editor-history' class='history'></div><div id='editor-gallery'></div><div class='groups'>");
    for group in &GROUPS {
        let first = group.fields[0].0;
        out.put(
            "<details id='group-$'><summary><span>$</span><small id='varied-$'></small></summary><div>",
            &[],
            &[first, group.title, first],
        );
        if first == "users" {
            out.raw("<div id='editor-hall'></div>");
        }
        for (name, _) in group.fields {
            out.put("<div id='place-$' class='field'></div>", &[], &[name]);
        }
        out.raw("</div></details>");
    }
    out.raw(
        "</div><p class='quiet'>Times are in ms, s or m; A..B is drawn anew for each user. A change starts the race \
         again.</p>",
    );
    out
}

/// The buttons that go back and forth through the changes.
pub fn steps_back(past: usize, future: usize, slug: &str) -> Markup {
    let mut out = Markup::new();
    let button = |out: &mut Markup, does: &str, name: &str, keys: &str, n: usize| {
        let disabled = if n == 0 { "true" } else { "false" };
        let says = match n {
            0 => format!("{name}: nothing to do"),
            1 => format!("{name}: 1 change"),
            n => format!("{name}: {n} changes"),
        };
        out.put(
            "<button id='edit-$' class='btn' type='button' data-edit='$' aria-disabled='$' title='$' aria-keyshortcuts='$'>$</button>",
            &[],
            &[does, does, disabled, &says, keys, name],
        );
    };
    button(&mut out, "undo", "Undo", "Control+Z", past);
    button(&mut out, "redo", "Redo", "Control+Y", future);
    out.put(
        "<button id='edit-all' class='btn' type='button' data-edit='load:s' data-value='$' title='Everything as the gallery \
         has it'>Reset all</button>",
        &[],
        &[slug],
    );
    out
}
