//! The words of the lab and what they mean, as the help shows them.

use crate::player::Markup;
use crate::texts::worker::terms as texts;

/// A list of all of them.
pub fn terms() -> Markup {
    let mut out = Markup::new();
    out.raw("<dl class='terms'>");
    for (term, says) in texts::ALL {
        out.put("<div><dt>$</dt><dd>$</dd></div>", &[], &[term, says]);
    }
    out.raw("</dl>");
    out
}
