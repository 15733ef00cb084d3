//! The gallery: scenarios to begin with, each with its picture.

use crate::compare::Comparison;
use crate::player::Markup;
use crate::scenario::gallery;
use crate::texts::worker::editor as texts;
use crate::worker::view::compare::strip_of;

/// The number of the first picture among the drawings of lanes: behind all columns of a comparison.
const FIRST: usize = 100;

/// A picture of each scenario of the gallery, in its order: the lanes of its first race at its end.
pub fn pictures() -> Vec<Markup> {
    let picture = |(at, entry): (usize, &crate::scenario::Entry)| {
        let mut all = Comparison::of(&entry.scenario());
        all.seek(u32::MAX);
        let first = all.columns().first();
        first.map(|column| strip_of(&all, (FIRST + at, column))).unwrap_or_default()
    };
    gallery().iter().enumerate().map(picture).collect()
}

/// A radio group of titles, each with its sentence and its picture.
pub fn presets(slug: &str, pictures: &[Markup]) -> Markup {
    let mut out = Markup::new();
    out.put("<fieldset class='gallery'><legend class='cap'>$</legend><ul>", &[], &[texts::GALLERY]);
    for (entry, picture) in gallery().iter().zip(pictures) {
        let chosen = entry.slug == slug;
        let (id, checked) =
            (format!("field-s-{}", entry.slug), if chosen { "checked" } else { "" });
        out.put(
            "<li><label><input id='$' type='radio' name='gallery' value='$' data-edit='load:s' $><span><b>$</b>\
             <small>$</small></span><span class='strip picture' aria-hidden='true'>",
            &[],
            &[&id, entry.slug, checked, entry.title, entry.sentence()],
        );
        out.append(picture.clone());
        out.raw("</span></label></li>");
    }
    out.raw("</ul></fieldset>");
    out
}
