//! The sheet of the explorer: one button, and the places that the worker fills.

use crate::player::desk::Mode;
use crate::texts::page as texts;
use yew::prelude::*;

/// Every order. What is pressed on it is heard at the root of the page.
pub(super) fn explore(mode: Mode) -> Html {
    html! {
        <main id="explore" class="sheet" hidden={mode != Mode::Explore} tabindex="-1">
            <div class="begin lanes opening">
                <h2>{ texts::WHAT_CAN_HAPPEN }</h2>
                <p class="lead">{ texts::EVERY_ORDER_IS_TRIED }</p>
                <button class="play" type="button" data-do="explore:">{ texts::EXPLORE_EVERY_ORDER }</button>
            </div>
            <div id="progress"></div>
            <div id="explored"></div>
            <p id="said" class="sr" role="status"></p>
        </main>
    }
}
