//! Light, dark, or as the system has it. The choice is kept where the browser allows it, and only then.

use crate::page::dom;
use yew::prelude::*;

const KEPT: &str = "seatrace.theme";

/// The page's theme.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(in crate::page) enum Theme {
    System,
    Light,
    Dark,
}

impl Theme {
    const ALL: [Theme; 3] = [Theme::System, Theme::Light, Theme::Dark];

    pub(in crate::page) fn name(self) -> &'static str {
        match self {
            Theme::System => "system",
            Theme::Light => "light",
            Theme::Dark => "dark",
        }
    }

    /// The one after it. From the system's first to what differs from it, so that every press shows something.
    pub(in crate::page) fn next(self) -> Theme {
        let dark = dom::media("(prefers-color-scheme: dark)");
        match (self, dark) {
            (Theme::System, true) => Theme::Light,
            (Theme::System, false) => Theme::Dark,
            (Theme::Dark, false) => Theme::Light,
            (Theme::Light, true) => Theme::Dark,
            _ => Theme::System,
        }
    }

    fn kept() -> Theme {
        let name = storage().and_then(|storage| storage.get_item(KEPT).ok().flatten());
        let of = |name: String| Theme::ALL.into_iter().find(|theme| theme.name() == name);
        name.and_then(of).unwrap_or(Theme::System)
    }

    fn keep(self) {
        let Some(storage) = storage() else { return };
        // A full or forbidden storage only forgets.
        let _ = match self {
            Theme::System => storage.remove_item(KEPT),
            theme => storage.set_item(KEPT, theme.name()),
        };
    }

    fn dress(self) {
        let root = dom::document().and_then(|document| document.document_element());
        let Some(root) = root else { return };
        // The attribute is a plain name: setting it cannot fail.
        let _ = match self {
            Theme::System => root.remove_attribute("data-theme"),
            theme => root.set_attribute("data-theme", theme.name()),
        };
    }
}

fn storage() -> Option<web_sys::Storage> {
    dom::window()?.local_storage().ok().flatten()
}

/// The theme, and a way to the next one. Nothing is kept before somebody chooses.
#[hook]
pub(in crate::page) fn use_theme() -> (Theme, Callback<()>) {
    let theme = use_state_eq(Theme::kept);
    use_effect_with(*theme, |theme| theme.dress());
    let (now, set) = (*theme, theme.setter());
    let turn = use_callback(now, move |(), now| {
        let next = now.next();
        next.keep();
        set.set(next);
    });
    (now, turn)
}
