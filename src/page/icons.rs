//! The signs on buttons. None stands without a name beside it or on its button.

use yew::prelude::*;

fn icon(inside: Html) -> Html {
    html! { <svg viewBox="0 0 16 16" aria-hidden="true">{ inside }</svg> }
}

pub(super) fn play() -> Html {
    icon(html! { <path d="M3 1.5v13L14 8z"/> })
}

pub(super) fn pause() -> Html {
    icon(html! { <path d="M3 2h3.5v12H3zM9.5 2H13v12H9.5z"/> })
}

pub(super) fn restart() -> Html {
    icon(html! { <path d="M3.2 6.2A5.2 5.2 0 1 1 2.8 9M3 2.5v4h4"/> })
}

pub(super) fn back() -> Html {
    icon(html! { <><path class="f" d="M13 3v10L6 8z"/><path d="M3 3v10"/></> })
}

pub(super) fn step() -> Html {
    icon(html! { <><path class="f" d="M3 3v10l7-5z"/><path d="M13 3v10"/></> })
}

pub(super) fn close() -> Html {
    icon(html! { <path d="M3.5 3.5l9 9M12.5 3.5l-9 9"/> })
}

pub(super) fn theme() -> Html {
    icon(
        html! { <><circle cx="8" cy="8" r="5.5"/><path class="f" d="M8 2.5a5.5 5.5 0 0 1 0 11z"/></> },
    )
}

/// The sign of a conflict, as in the lanes.
pub(super) fn conflict() -> Html {
    icon(html! { <path d="M8 .5L15.500 8 8 15.500.5 8zM5 6.500h6M5 9.500h6M6.500 11.500l3-7"/> })
}

/// The sign of an anomaly; always in the anomaly's colour.
pub(super) fn wrong() -> Html {
    html! {
        <svg class="wrong" viewBox="0 0 16 16" aria-hidden="true"><rect width="16" height="16" rx="2"/><path d="M4.5 4.5l7 7M11.5 4.5l-7 7"/></svg>
    }
}
