//! How much of what happens is read aloud to those who hear the page.

use super::Desk;
use crate::texts::player::desk as texts;

/// What of the steps that somebody goes to is read aloud.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Aloud {
    /// Every step.
    #[default]
    Steps,
    /// Steps at which one may want to stop, and the last.
    Milestones,
    /// None.
    Nothing,
}

impl Aloud {
    /// Every choice, in the order in which they stand.
    pub const ALL: [Aloud; 3] = [Aloud::Steps, Aloud::Milestones, Aloud::Nothing];

    /// As it is kept.
    pub fn word(self) -> &'static str {
        ["steps", "milestones", "nothing"][self as usize]
    }

    /// What is written on it.
    pub fn name(self) -> &'static str {
        [texts::EVERY_STEP, texts::MILESTONES, texts::NOTHING_ALOUD][self as usize]
    }
}

impl Desk {
    /// What is on show is not read aloud: it passes by itself, or is less than somebody wants to hear.
    pub fn is_quiet(&self, aloud: Aloud) -> bool {
        let is_milestone = || self.marker().is_some() || self.session().is_over();
        self.is_playing()
            || match aloud {
                Aloud::Steps => false,
                Aloud::Milestones => !is_milestone(),
                Aloud::Nothing => true,
            }
    }
}
