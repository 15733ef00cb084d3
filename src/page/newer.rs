//! What stands in the place of the race where a link was made by a newer program.

use super::lab::Act;
use crate::player::Action;
use crate::share::VERSION;
use yew::prelude::*;

/// Nothing is run before somebody asks for it: the link may mean something else by now.
pub(super) fn newer(act: &Act, version: u32) -> Html {
    html! {
        <main class="fallen">
            <h1>{ "This link was made by a newer seatrace." }</h1>
            <p>
                { format!("It has version {version}, and this page reads version {VERSION}: what the link means there, this page \
                    cannot know. Reload it, or look for a newer one where the link came from.") }
            </p>
            <button class="play" type="button" onclick={act.on(Action::ShowAnyway)}>
                { "Show what this page understands of it" }
            </button>
        </main>
    }
}
