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
use crate::texts::worker::editor as texts;
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
    out.put("</div><p class='quiet'>$</p>", &[], &[texts::TIMES]);
    out
}

/// The buttons that go back and forth through the changes.
pub fn steps_back(past: usize, future: usize, slug: &str) -> Markup {
    let mut out = Markup::new();
    let button = |out: &mut Markup, does: &str, name: &str, keys: &str, n: usize| {
        let disabled = if n == 0 { "true" } else { "false" };
        let says = texts::changes(name, n);
        out.put(
            "<button id='edit-$' class='btn' type='button' data-edit='$' aria-disabled='$' title='$' aria-keyshortcuts='$'>$</button>",
            &[],
            &[does, does, disabled, &says, keys, name],
        );
    };
    button(&mut out, "undo", texts::UNDO, "Control+Z", past);
    button(&mut out, "redo", texts::REDO, "Control+Y", future);
    out.put(
        "<button id='edit-all' class='btn' type='button' data-edit='load:s' data-value='$' title='$'>$</button>",
        &[],
        &[slug, texts::RESET_ALL_TITLE, texts::RESET_ALL],
    );
    out
}
