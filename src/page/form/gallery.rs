//! The gallery: scenarios to begin with.

use crate::page::lab::Act;
use crate::player::Action;
use crate::scenario;
use yew::prelude::*;

pub(super) struct GalleryProps {
    pub(super) act: Act,
    pub(super) slug: &'static str,
}

/// A radio group of titles, each with its sentence.
pub(super) fn gallery(props: &GalleryProps) -> Html {
    let choice = |entry: &scenario::Entry| {
        let chosen = entry.slug == props.slug;
        let id = if chosen { super::field::id("s") } else { format!("s-{}", entry.slug) };
        html! {
            <li key={entry.slug}>
                <label>
                    <input
                        {id} type="radio" name="gallery" value={entry.slug} checked={chosen}
                        onchange={props.act.on(Action::Load(format!("s={}", entry.slug)))}
                    />
                    <span><b>{ entry.title }</b><small>{ entry.sentence }</small></span>
                </label>
            </li>
        }
    };
    html! {
        <fieldset class="gallery">
            <legend class="cap">{ "Gallery" }</legend>
            <ul>{ for scenario::gallery().iter().map(choice) }</ul>
        </fieldset>
    }
}
