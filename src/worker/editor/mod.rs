//! The scenario editor: the scenario as it is being changed, what was there before, and what cannot be used yet.
//!
//! A pure machine: it hears what was done in the dialog and says what belongs where. The page is told each new scenario; a
//! scenario that the page changes by itself is another change here, so it can be undone, too.

mod hall;
mod kept;

use kept::Kept;

use super::protocol::{EditorDoes, Says};
use super::view;
use crate::player::Markup;
use crate::scenario::{Drafts, Query, Scenario};
use crate::units::User;
use std::cell::OnceCell;
use std::collections::BTreeMap;

/// So many changes can be undone.
pub const UNDO_MAX: usize = 200;

/// The editor, open or not: what was typed survives its closing.
#[derive(Default)]
pub struct Editor {
    is_open: bool,
    now: Scenario,
    past: Vec<Scenario>,
    future: Vec<Scenario>,
    drafts: Drafts,
    /// Whose seats are chosen in the hall; none: everybody's.
    whose: Option<User>,
    /// Why a seat that was pressed changed nothing, until something else is done.
    hall_says: String,
    /// Of the gallery; drawn once.
    pictures: OnceCell<Vec<Markup>>,
    /// What stands in each place.
    told: BTreeMap<String, String>,
    /// What the tab was last given to keep.
    kept: String,
}

impl Editor {
    /// The dialog was opened on this scenario. All of it is said anew. What a tab has kept, as [`Says::Kept`] said it, is
    /// taken up by an editor in which nothing has been done yet.
    ///
    /// # Errors
    /// The query is none; in words.
    pub fn open(&mut self, query: &str, kept: Option<&str>) -> Result<Vec<Says>, String> {
        let scenario = Query::parse(query).map_err(|problems| {
            problems.iter().map(ToString::to_string).collect::<Vec<_>>().join(". ")
        })?;
        self.is_open = true;
        let is_fresh = self.told.is_empty();
        let kept = kept.filter(|_| is_fresh).and_then(Kept::read);
        match kept.and_then(|kept| Some((kept.scenarios()?, kept))) {
            Some(((now, past, future), kept)) => {
                (self.now, self.past, self.future) = (now, past, future);
                if self.now == scenario {
                    self.drafts = kept.drafts(&scenario);
                }
                self.change(Some(scenario));
            }
            None if is_fresh => self.now = scenario,
            None => self.change(Some(scenario)),
        }
        self.told.clear();
        let frame = Says::Put { place: "editor".to_owned(), markup: view::editor().into_string() };
        Ok([frame].into_iter().chain(self.changes()).collect())
    }

    /// Something was done in the dialog.
    pub fn does(&mut self, does: EditorDoes, of: &str, value: &str) -> Vec<Says> {
        let before = self.now.clone();
        self.hall_says.clear();
        match does {
            EditorDoes::Close => {
                self.is_open = false;
                return Vec::new();
            }
            EditorDoes::Set => {
                let set = self.drafts.set(&self.now, of, value);
                self.change(set);
            }
            EditorDoes::Reset => {
                let reset = self.drafts.reset(&self.now, of);
                self.change(reset);
            }
            EditorDoes::Load => {
                self.drafts = Drafts::default();
                let loaded = Query::parse_tolerant(&format!("s={value}")).0;
                self.change(Some(loaded));
            }
            EditorDoes::Whose => self.whose = hall::user(value, self.now.users),
            EditorDoes::Seat => {
                match hall::toggled(&self.now, self.whose, value) {
                    Ok(want) => {
                        // Seats that are named come in orders of their own sizes.
                        let named = Scenario { party: 1, ..self.now.clone() };
                        let set = self.drafts.set(&named, "want", &want);
                        self.change(set);
                    }
                    Err(says) => self.hall_says = says,
                }
            }
            EditorDoes::Rows | EditorDoes::Columns => {
                let seats = hall::grown(&self.now, does == EditorDoes::Rows, value == "more");
                let set = self.drafts.set(&self.now, "seats", &seats);
                self.change(set);
            }
            EditorDoes::Undo => {
                if let Some(scenario) = self.past.pop() {
                    let undone = std::mem::replace(&mut self.now, scenario);
                    self.future.push(undone);
                }
            }
            EditorDoes::Redo => {
                if let Some(scenario) = self.future.pop() {
                    let passed = std::mem::replace(&mut self.now, scenario);
                    self.past.push(passed);
                }
            }
        }
        let changed = (self.now != before).then(|| Says::Change { query: self.now.query() });
        changed.into_iter().chain(self.changes()).collect()
    }

    /// The page shows this scenario.
    pub fn follow(&mut self, scenario: &Scenario) -> Vec<Says> {
        if !self.is_open || *scenario == self.now {
            return Vec::new();
        }
        self.change(Some(scenario.clone()));
        self.changes()
    }

    fn change(&mut self, to: Option<Scenario>) {
        let Some(to) = to.filter(|to| *to != self.now) else { return };
        self.past.push(std::mem::replace(&mut self.now, to));
        self.future.clear();
        if self.past.len() > UNDO_MAX {
            self.past.remove(0);
        }
        self.whose = self.whose.filter(|user| user.0 < self.now.users);
    }

    /// What belongs into the places that do not have it yet.
    fn changes(&mut self) -> Vec<Says> {
        let mut says = Vec::new();
        for (place, markup) in self.places() {
            let markup = markup.into_string();
            if self.told.get(&place) != Some(&markup) {
                self.told.insert(place.clone(), markup.clone());
                says.push(Says::Put { place, markup });
            }
        }
        let kept = Kept::of(&self.now, &self.past, &self.future, &self.drafts).text();
        if kept != self.kept {
            self.kept.clone_from(&kept);
            says.push(Says::Kept { text: kept });
        }
        says
    }

    fn places(&self) -> Vec<(String, Markup)> {
        let mut places = vec![
            (
                "editor-history".to_owned(),
                view::steps_back(self.past.len(), self.future.len(), self.now.slug),
            ),
            (
                "editor-gallery".to_owned(),
                view::presets(self.now.slug, self.pictures.get_or_init(view::pictures)),
            ),
            ("editor-hall".to_owned(), view::wanted_hall(&self.now, self.whose, &self.hall_says)),
        ];
        places.extend(view::fields(&self.now, &self.drafts));
        places
    }
}
