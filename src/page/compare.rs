//! The sheet of the comparison: the places that the worker fills, and the transport that moves all races.

use crate::player::Desk;
use crate::player::desk::Mode;
use yew::prelude::*;

/// The strategies side by side. What is pressed on it is heard at the root of the page.
pub(super) fn compare(desk: &Desk, transport: &Html, quiet: bool) -> Html {
    let shown = desk.mode() == Mode::Compare;
    html! {
        <main id="compare" hidden={!shown} tabindex="-1">
            <div id="compared"></div>
            <p id="compare-says" class="sr" role="status" aria-live={quiet.then_some("off")}></p>
            if shown { { transport.clone() } }
        </main>
    }
}
