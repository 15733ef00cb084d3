//! What stands in the place of the race where a link was made by a newer program.

use super::lab::Act;
use crate::player::Action;
use crate::share::VERSION;
use crate::texts::page as texts;
use yew::prelude::*;

/// Nothing is run before somebody asks for it: the link may mean something else by now.
pub(super) fn newer(act: &Act, version: u32) -> Html {
    html! {
        <main class="fallen">
            <h1>{ texts::NEWER }</h1>
            <p>{ texts::newer(version, VERSION) }</p>
            <button class="play" type="button" onclick={act.on(Action::ShowAnyway)}>
                { texts::SHOW_ANYWAY }
            </button>
        </main>
    }
}
