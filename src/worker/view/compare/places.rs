//! The places of the sheet: what changes with a step, in parts so small that a step changes few of them.
//!
//! Their names and their order stay the same for one comparison, so what has changed is found place by place.

use crate::player::Markup;
use crate::worker::Placed;
use std::collections::BTreeMap;

/// What is at a place now.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Stand {
    place: String,
    what: What,
}

#[derive(Clone, PartialEq, Eq, Debug)]
enum What {
    /// This stands in the element with that id.
    Inside(Markup),
    /// An attribute of it, and its value.
    Attribute(&'static str, String),
}

impl Stand {
    pub(super) fn inside(place: String, markup: Markup) -> Stand {
        Stand { place, what: What::Inside(markup) }
    }

    /// The id of the place.
    pub fn place(&self) -> &str {
        &self.place
    }

    /// What the page is told of it.
    pub fn placed(&self) -> Placed {
        let place = self.place.clone();
        match &self.what {
            What::Inside(markup) => {
                Placed { place, name: None, value: markup.clone().into_string() }
            }
            What::Attribute(name, value) => {
                Placed { place, name: Some(name), value: value.clone() }
            }
        }
    }
}

/// Gathers the places of a column.
pub(super) struct Stands {
    column: usize,
    all: Vec<Stand>,
}

impl Stands {
    pub(super) fn of(column: usize) -> Stands {
        Stands { column, all: Vec::new() }
    }

    /// Which column it is.
    pub(super) fn column(&self) -> usize {
        self.column
    }

    /// What stands in the place of this name.
    pub(super) fn put(&mut self, name: &str, markup: Markup) {
        self.all.push(Stand::inside(id(name, self.column), markup));
    }

    /// What stands in one of the places of this name.
    pub(super) fn put_one(&mut self, name: &str, at: usize, markup: Markup) {
        self.all.push(Stand::inside(one(name, self.column, at), markup));
    }

    /// An attribute of the place of this name.
    pub(super) fn set(&mut self, name: &str, attribute: &'static str, value: String) {
        let what = What::Attribute(attribute, value);
        self.all.push(Stand { place: id(name, self.column), what });
    }

    /// An attribute of one of the places of this name.
    pub(super) fn set_one(
        &mut self,
        name: &str,
        at: usize,
        attribute: &'static str,
        value: String,
    ) {
        let what = What::Attribute(attribute, value);
        self.all.push(Stand { place: one(name, self.column, at), what });
    }

    pub(super) fn all(self) -> Vec<Stand> {
        self.all
    }
}

fn id(name: &str, column: usize) -> String {
    format!("c-{name}-{column}")
}

fn one(name: &str, column: usize, at: usize) -> String {
    format!("c-{name}-{column}-{at}")
}

/// What the places of a sheet show when it is written, by their names.
pub(super) struct Places<'a> {
    inside: BTreeMap<&'a str, &'a Markup>,
    attributes: BTreeMap<(&'a str, &'a str), &'a str>,
}

impl<'a> Places<'a> {
    pub(super) fn new(stands: &'a [Stand]) -> Places<'a> {
        let (mut inside, mut attributes) = (BTreeMap::new(), BTreeMap::new());
        for stand in stands {
            match &stand.what {
                What::Inside(markup) => drop(inside.insert(stand.place.as_str(), markup)),
                What::Attribute(name, value) => {
                    attributes.insert((stand.place.as_str(), *name), value.as_str());
                }
            }
        }
        Places { inside, attributes }
    }

    /// Fills the place of this name.
    pub(super) fn fill(&self, out: &mut Markup, name: &str, column: usize) {
        self.fill_with(out, &id(name, column));
    }

    /// Fills one of the places of this name.
    pub(super) fn fill_one(&self, out: &mut Markup, name: &str, column: usize, at: usize) {
        self.fill_with(out, &one(name, column, at));
    }

    fn fill_with(&self, out: &mut Markup, id: &str) {
        if let Some(markup) = self.inside.get(id) {
            out.append((*markup).clone());
        }
    }

    /// An attribute of the place of this name.
    pub(super) fn get(&self, name: &str, column: usize, attribute: &str) -> &'a str {
        self.attributes.get(&(&*id(name, column), attribute)).copied().unwrap_or_default()
    }

    /// An attribute of one of the places of this name.
    pub(super) fn get_one(&self, name: &str, column: usize, at: usize, attribute: &str) -> &'a str {
        self.attributes.get(&(&*one(name, column, at), attribute)).copied().unwrap_or_default()
    }
}
