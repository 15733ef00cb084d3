//! The page: the only module that knows the web. Everything it shows it reads from a trace.

pub mod draw;

use yew::prelude::*;

/// Puts the page into the element with the id `app`, or into the body where there is none.
pub fn mount() {
    let root = web_sys::window()
        .and_then(|window| window.document())
        .and_then(|document| document.get_element_by_id("app"));
    match root {
        Some(root) => yew::Renderer::<Page>::with_root(root).render(),
        None => yew::Renderer::<Page>::new().render(),
    };
}

/// The whole page.
#[component]
fn Page() -> Html {
    html! {
        <main>
            <h1>{ "seatrace" }</h1>
        </main>
    }
}
