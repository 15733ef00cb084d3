//! The page's colours, written out: a picture that leaves the page cannot ask its style sheet.

use crate::units::User;

/// The colours of a theme.
#[derive(Clone, Copy, Debug)]
pub(super) struct Palette {
    pub(super) paper: &'static str,
    pub(super) raised: &'static str,
    pub(super) ink: &'static str,
    pub(super) ink_2: &'static str,
    pub(super) rule: &'static str,
    pub(super) edge: &'static str,
    pub(super) accent: &'static str,
    pub(super) anomaly: &'static str,
    pub(super) on_user: &'static str,
    users: [&'static str; 8],
}

impl Palette {
    /// A user's hue; told apart by the initial first.
    pub(super) fn user(&self, user: User) -> &'static str {
        self.users[user.0 as usize % self.users.len()]
    }
}

pub(super) const LIGHT: Palette = Palette {
    paper: "#f7f3ea",
    raised: "#fffdf7",
    ink: "#1f1b16",
    ink_2: "#574f44",
    rule: "#d8cfbd",
    edge: "#857b6b",
    accent: "#7d5100",
    anomaly: "#b92c06",
    on_user: "#ffffff",
    users: ["#2257ad", "#1a6b3c", "#7a3f9e", "#0b6b7a", "#94356a", "#515b66", "#5b6010", "#6e4a2c"],
};

pub(super) const DARK: Palette = Palette {
    paper: "#12100f",
    raised: "#1f1c19",
    ink: "#ece6d9",
    ink_2: "#b8b0a1",
    rule: "#322d28",
    edge: "#7d7568",
    accent: "#f2c24c",
    anomaly: "#ff7a57",
    on_user: "#12100f",
    users: ["#8ab4ff", "#6fcf97", "#cda4f4", "#63c8da", "#f29ac4", "#b5bec8", "#c3c66a", "#d6a983"],
};

#[cfg(test)]
mod tests {
    use super::*;

    /// The token of a theme, as the page's style sheet has it.
    #[test]
    fn the_colours_are_those_of_the_page() {
        let css = include_str!("../../../static/tokens.css");
        let dark = css.find(":root[data-theme=\"dark\"]").expect("the dark theme");
        for (palette, css) in [(LIGHT, css), (DARK, &css[dark..])] {
            let users = ('a'..='h').zip(palette.users).map(|(c, hue)| (format!("user-{c}"), hue));
            let others = [
                ("paper", palette.paper),
                ("raised", palette.raised),
                ("ink", palette.ink),
                ("ink-2", palette.ink_2),
                ("rule", palette.rule),
                ("edge", palette.edge),
                ("accent", palette.accent),
                ("anomaly", palette.anomaly),
                ("on-user", palette.on_user),
            ];
            let others = others.map(|(name, hue)| (name.to_owned(), hue));
            for (name, hue) in others.into_iter().chain(users) {
                let first = css.split(&format!("--{name}: ")).nth(1).expect("a token");
                assert_eq!(first.split(';').next(), Some(hue), "{name}");
            }
        }
    }
}
