//! `list`: the gallery.

use crate::scenario::gallery;

/// A line for each scenario, with its title and what it shows.
pub(super) fn text() -> String {
    let widest = gallery().iter().map(|entry| entry.slug.len()).max().unwrap_or(0);
    let line = |entry: &crate::scenario::Entry| {
        format!(
            "s={:widest$}  {}\n  {:widest$}  {}\n",
            entry.slug,
            entry.title,
            "",
            entry.sentence()
        )
    };
    gallery().iter().map(line).collect()
}
