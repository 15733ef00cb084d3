//! Links, come and to go: what the one that was opened claims, and what is handed on.

use super::handout::Handout;
use super::protocol::Says;
use super::scene::Scene;
use super::study::{Found, Study};
use super::verify::Verified;
use super::view;
use crate::export::{Imported, import};
use crate::player::Markup;
use crate::share::{Link, exact};
use crate::texts::worker::messages as texts;
use crate::trace::Order;

/// The place of the banner above the race.
const BANNER: &str = "linked";

/// What the worker remembers of links.
#[derive(Default)]
pub struct Sharing {
    linked: Option<Verified>,
    /// The dialog is open; where the site lies.
    base: Option<String>,
    handout: Option<Handout>,
}

impl Sharing {
    /// A link with claims or a fragment was opened.
    pub fn verify(&mut self, text: &str) -> Vec<Says> {
        let linked = Verified::new(text);
        let unfold = linked.unfolded.clone().map(|query| Says::Unfold { query });
        let banner = put(BANNER, view::linked(&linked));
        self.linked = Some(linked);
        unfold.into_iter().chain([banner]).collect()
    }

    /// A file was opened that may be a run file. None: it is none, and somebody else may know what it is.
    pub fn import(&mut self, name: &str, text: &str) -> Option<Vec<Says>> {
        // A history has one object a line, and none of them has a schema.
        if !text.trim_start().starts_with('{') || !text.contains("\"schema\"") {
            return None;
        }
        self.linked = None;
        Some(match import(text.as_bytes()) {
            Ok(imported) => opened(name, &imported),
            Err(error) => vec![put(BANNER, view::refused(name, &error.to_string()))],
        })
    }

    /// The dialog was opened.
    pub fn open(
        &mut self,
        base: String,
        scene: Option<&Scene>,
        study: Option<&Study>,
    ) -> Vec<Says> {
        self.base = Some(base);
        self.handout = None;
        scene.map(|scene| self.follow(scene, study)).unwrap_or_default()
    }

    /// The dialog was closed.
    pub fn close(&mut self) {
        self.base = None;
        self.handout = None;
    }

    /// Something else is on show.
    pub fn follow(&mut self, scene: &Scene, study: Option<&Study>) -> Vec<Says> {
        let Some(base) = &self.base else { return Vec::new() };
        let handout = match &self.handout {
            Some(handout) => handout.again(scene, study),
            None => Handout::new(base, scene, study),
        };
        let choices = put("shared", view::choices(&handout));
        self.handout = Some(handout);
        [choices].into_iter().chain(self.shown()).collect()
    }

    /// Somebody has chosen something in the dialog.
    ///
    /// # Errors
    /// There is no such choice; in words.
    pub fn choose(&mut self, of: &str, value: &str, on: bool) -> Result<Vec<Says>, String> {
        if let Some(handout) = &mut self.handout {
            handout.choose(of, value, on)?;
        }
        Ok(self.shown())
    }

    fn shown(&self) -> Vec<Says> {
        let Some(handout) = &self.handout else { return Vec::new() };
        vec![put("shared-link", view::link(handout)), put("shared-snippet", view::snippet(handout))]
    }

    /// A file of the dialog: `save.NAME` or `copy.NAME`.
    ///
    /// # Errors
    /// There is no such file, or the run is too large for it; in words.
    pub fn take(&self, value: &str) -> Result<Option<Says>, String> {
        let Some(handout) = &self.handout else { return Ok(None) };
        let (way, name) = value.split_once('.').ok_or(texts::no_file(value))?;
        let taken = handout.take(name)?;
        Ok(Some(Says::File { taken, copy: way == "copy" }))
    }

    /// A study has ended: the link may have said something of it.
    pub fn settle(&mut self, study: &Study, found: &Found) -> Option<Says> {
        let linked = self.linked.as_mut()?;
        let settled = linked.claim.as_mut().is_some_and(|claim| claim.settle(study, found));
        settled.then(|| put(BANNER, view::linked(linked)))
    }
}

/// A query that is too long for many programs, with its order behind `#`.
pub(super) fn address(query: &str) -> Says {
    let mut link = Link::parse(query);
    let order: Order = std::mem::take(&mut link.scenario.order);
    Says::Address { link: format!("?{}#{}", link.query(), exact(&order)) }
}

fn opened(name: &str, imported: &Imported) -> Vec<Says> {
    let query = imported.run.query();
    vec![Says::Open { query }, put(BANNER, view::imported(name, imported))]
}

fn put(place: &str, markup: Markup) -> Says {
    Says::Put { place: place.to_owned(), markup: markup.into_string() }
}
