//! The gallery: scenarios to begin with, each with its picture.

use crate::player::Markup;
use crate::scenario::gallery;

/// A radio group of titles, each with its sentence.
pub fn presets(slug: &str) -> Markup {
    let mut out = Markup::new();
    out.raw("<fieldset class='gallery'><legend class='cap'>Gallery</legend><ul>");
    for entry in gallery() {
        let chosen = entry.slug == slug;
        let (id, checked) = if chosen {
            ("field-s".to_owned(), "checked")
        } else {
            (format!("field-s-{}", entry.slug), "")
        };
        out.put(
            "<li><label><input id='$' type='radio' name='gallery' value='$' data-edit='load:s' $><span><b>$</b>\
             <small>$</small></span></label></li>",
            &[],
            &[&id, entry.slug, checked, entry.title, entry.sentence],
        );
    }
    out.raw("</ul></fieldset>");
    out
}
