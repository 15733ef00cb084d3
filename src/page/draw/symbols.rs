//! The alphabet of the page, once in the document: seats, glyphs and patterns, used everywhere by name.

use yew::{Html, component, html};

/// The definitions. They take no room; render them once, before anything that draws.
#[component]
pub fn Symbols() -> Html {
    html! { <div class="defs">{ Html::from_html_unchecked(include_str!("symbols.svg").trim().into()) }</div> }
}
