//! The colours and the motion: as the link says, as somebody has chosen, or as the system has it. A choice is kept where the
//! browser allows it; what a link says is not.

use super::kept::{keep, kept};
use crate::page::dom;
use crate::share::{self, Motion, Settings};
use crate::texts::page as texts;
use yew::prelude::*;

const KEPT: &str = "seatrace.theme";

/// The page's theme.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(in crate::page) enum Theme {
    System,
    Light,
    Dark,
    Contrast,
}

impl Theme {
    const ALL: [Theme; 4] = [Theme::System, Theme::Light, Theme::Dark, Theme::Contrast];

    /// As it is kept, and marked on the document.
    fn name(self) -> &'static str {
        match self {
            Theme::System => "system",
            Theme::Light => "light",
            Theme::Dark => "dark",
            Theme::Contrast => "contrast",
        }
    }

    /// As it is called on the page.
    pub(in crate::page) fn says(self) -> &'static str {
        match self {
            Theme::System => texts::THEME_SYSTEM,
            Theme::Light => texts::THEME_LIGHT,
            Theme::Dark => texts::THEME_DARK,
            Theme::Contrast => texts::THEME_CONTRAST,
        }
    }

    /// What a link asks for, if it asks for anything.
    fn asked(settings: &Settings) -> Option<Theme> {
        match settings.theme {
            share::Theme::Auto => None,
            share::Theme::Light => Some(Theme::Light),
            share::Theme::Dark => Some(Theme::Dark),
            share::Theme::Contrast => Some(Theme::Contrast),
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
            (Theme::Contrast, _) => Theme::System,
            _ => Theme::Contrast,
        }
    }

    fn kept() -> Theme {
        let of = |name: String| Theme::ALL.into_iter().find(|theme| theme.name() == name);
        kept(KEPT).and_then(of).unwrap_or(Theme::System)
    }

    fn keep(self) {
        keep(KEPT, (self != Theme::System).then_some(self.name()));
    }

    fn dress(self) {
        mark("data-theme", (self != Theme::System).then_some(self.name()));
    }
}

/// Sets an attribute of the document, or takes it away. Both are plain names: neither can fail.
fn mark(attribute: &str, value: Option<&str>) {
    let root = dom::document().and_then(|document| document.document_element());
    let Some(root) = root else { return };
    let _ = match value {
        Some(value) => root.set_attribute(attribute, value),
        None => root.remove_attribute(attribute),
    };
}

/// Whether nothing may move by itself: the system's wish is never overruled.
pub(in crate::page) fn is_still(settings: &Settings) -> bool {
    settings.motion == Motion::Off || dom::media("(prefers-reduced-motion: reduce)")
}

/// The theme, and a way to the next one. Nothing is kept before somebody chooses.
#[hook]
pub(in crate::page) fn use_theme(settings: &Settings) -> (Theme, Callback<()>) {
    let asked = Theme::asked(settings);
    let theme = use_state_eq(|| asked.unwrap_or_else(Theme::kept));
    let still = settings.motion == Motion::Off;
    use_effect_with(still, |still| mark("data-motion", still.then_some("off")));
    use_effect_with(*theme, |theme| theme.dress());
    let (now, set) = (*theme, theme.setter());
    let turn = use_callback(now, move |(), now| {
        let next = now.next();
        next.keep();
        set.set(next);
    });
    (now, turn)
}
