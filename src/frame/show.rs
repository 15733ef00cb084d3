//! What the usher shows: everything that the drawings of a frame depend on.

use super::dress::Dress;
use super::known::Known;
use super::question::Question;
use super::says::{Answer, State};
use super::usher::Usher;
use crate::lab::{self, Contest};
use crate::player::Desk;
use crate::share::{Embed, Motion, Part, Theme, View};
use std::rc::Rc;

impl Usher {
    /// Where the site lies, with a `/` at the end.
    pub fn base(&self) -> &str {
        &self.base
    }

    /// The desk.
    pub fn desk(&self) -> &Desk {
        &self.desk
    }

    /// The parameters of the frame.
    pub fn embed(&self) -> &Embed {
        &self.embed
    }

    /// The version that the link was made with, where that is newer than this program's.
    pub fn newer(&self) -> Option<u32> {
        self.newer
    }

    /// What cannot be used of the link, a sentence each, until dismissed.
    pub fn notice(&self) -> &[String] {
        &self.notice
    }

    /// The colours.
    pub fn theme(&self) -> Theme {
        self.settings.theme
    }

    /// Nothing moves by itself.
    pub fn is_calm(&self) -> bool {
        self.calm || self.settings.motion == Motion::Off
    }

    /// Shortcuts of a single key are on.
    pub fn has_keys(&self) -> bool {
        !self.settings.no_keys
    }

    /// Whether hall and lanes have room beside each other.
    pub fn is_wide(&self) -> bool {
        self.wide
    }

    /// The step on show is a picture of what is to come.
    pub fn is_covered(&self) -> bool {
        self.covered
    }

    /// What the host wants it to look like.
    pub fn dresses(&self) -> &[Dress] {
        &self.dresses
    }

    /// Whom messages are for, as `postMessage` takes it.
    pub fn target(&self) -> &str {
        &self.target
    }

    /// The view. Where there is room the hall is always seen, and one of the others beside it.
    pub fn view(&self) -> View {
        match self.settings.view {
            View::Map if self.wide => View::Timeline,
            view if self.views().contains(&view) => view,
            _ => self.views()[0],
        }
    }

    /// The views that there are to choose from.
    pub fn views(&self) -> Vec<View> {
        let all = [View::Map, View::Timeline, View::Log, View::Table];
        let hidden = |view: &View| match view {
            View::Map => self.wide,
            View::Log => self.embed.hide.contains(&Part::Log),
            _ => false,
        };
        all.into_iter().filter(|view| !hidden(view)).collect()
    }

    /// The question that the link asks, whether it is answered or not.
    pub fn question(&self) -> Option<Question> {
        self.embed.predict.then(|| Question::of(self.desk.session().contest()))
    }

    /// What the reader has answered.
    pub fn answered(&self) -> Option<&Answer> {
        self.answered.as_ref()
    }

    /// The question is open, and nothing more is shown before it is answered.
    pub fn is_asking(&mut self) -> bool {
        let cursor = self.desk.session().cursor();
        self.limit().is_some_and(|limit| cursor >= limit)
    }

    /// What is known of the whole run.
    pub(super) fn known(&mut self) -> Rc<Known> {
        let (scenario, contest) = (self.desk.scenario(), self.desk.session().contest());
        match &self.known {
            Some(known) if known.is_of(scenario, contest) => Rc::clone(known),
            _ => {
                let known = Rc::new(Known::of(scenario, contest));
                self.known = Some(Rc::clone(&known));
                known
            }
        }
    }

    /// The last step that may be shown, while there is a question to be answered.
    pub(super) fn limit(&mut self) -> Option<u32> {
        let question = self.question().filter(|_| self.answered.is_none())?;
        Some(question.limit(&self.known()))
    }

    /// Where it stands.
    pub(super) fn state(&self) -> State {
        let session = self.desk.session();
        State {
            step: session.cursor(),
            steps: session.steps(),
            playing: self.desk.is_playing(),
            ended: session.is_over(),
            speed: self.desk.speed(),
            view: self.view().word(),
            strategy: session.contest().to_string(),
        }
    }

    /// The races of the scenario.
    pub fn contests(&self) -> Vec<Contest> {
        lab::contests(self.desk.scenario())
    }
}
