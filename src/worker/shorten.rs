//! Shortening: the smallest order that still goes wrong as the run on show does, and what was left out for it.

use super::Scene;
use crate::explore::{Shrinking, Shrunk, is_bad};
use crate::scenario::Scenario;
use crate::texts::worker::messages as texts;
use crate::trace::Order;
use crate::units::LETTERS;

/// As many transitions of an exploration take about as long as one run.
const TRANSITIONS_A_RUN: u64 = 200;

/// An order that is being shortened.
pub struct Shortening {
    shrinking: Shrinking,
    scene: Scene,
    whole: Order,
}

/// What became of an order.
#[derive(Clone, PartialEq, Debug)]
pub struct Shortened {
    /// The order of the whole run.
    pub whole: Order,
    /// What is left, and what was left out.
    pub shrunk: Shrunk,
    /// The query of the short run.
    pub query: String,
    scenario: Scenario,
}

impl Shortening {
    /// Begins with the run that goes on as the one on show does.
    ///
    /// # Errors
    /// It cannot be shortened; in words.
    pub fn new(scene: &Scene) -> Result<Shortening, String> {
        if scene.scenario.users > LETTERS {
            return Err(texts::too_many_to_shorten(LETTERS));
        }
        let (class, whole) = scene.ending();
        if !is_bad(class) {
            return Err(texts::GOES_RIGHT.to_owned());
        }
        let scene = scene.undisturbed();
        let shrinking = Shrinking::new(scene.scenario.clone(), scene.contest, &whole);
        if shrinking.class() != class {
            return Err(texts::WRONG_BY_DELAYS.to_owned());
        }
        Ok(Shortening { shrinking, scene, whole })
    }

    /// Goes on by about so many transitions; the result at the end.
    pub fn advance(&mut self, transitions: u64) -> Option<Shortened> {
        let runs = (transitions / TRANSITIONS_A_RUN).max(1) as u32;
        let shrunk = self.shrinking.advance(runs)?;
        let query = self.scene.query_of(&shrunk.order);
        let scenario = Scenario { order: shrunk.order.clone(), ..self.scene.scenario.clone() };
        Some(Shortened { whole: self.whole.clone(), shrunk, query, scenario })
    }

    /// Runs that it took so far.
    pub fn runs(&self) -> u32 {
        self.shrinking.runs()
    }
}

impl Shortened {
    /// It is what is on show.
    pub fn is_of(&self, scene: &Scene) -> bool {
        let cast = self.scenario.cast.clone();
        self.scenario == Scenario { cast, ..scene.scenario.clone() }
    }
}
