//! The sheet of the explorer: one button, and the places that the worker fills.

use crate::player::desk::Mode;
use yew::prelude::*;

/// Every order. What is pressed on it is heard at the root of the page.
pub(super) fn explore(mode: Mode) -> Html {
    html! {
        <main id="explore" class="sheet" hidden={mode != Mode::Explore} tabindex="-1">
            <div class="begin lanes opening">
                <h2>{ "What can happen, if anybody may be first?" }</h2>
                <p class="lead">
                    { "Each race goes one way of many. Here every order in which these users can step is tried, \
                       the same situation once, and every way to end is counted." }
                </p>
                <button class="play" type="button" data-do="explore:">{ "Explore every order" }</button>
            </div>
            <div id="progress"></div>
            <div id="explored"></div>
            <p id="said" class="sr" role="status"></p>
        </main>
    }
}
