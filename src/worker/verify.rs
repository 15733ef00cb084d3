//! What a link claims, tried again: the run that its digest is of, or the counts of every order.

use super::scene::{Mode, Scene, Turn};
use super::study::{Found, Study};
use crate::export::Finished;
use crate::lab;
use crate::scenario::Problem;
use crate::share::{Claim, Fragment, open};
use crate::trace::Order;

/// A link that was opened, and what became of its claims.
pub struct Verified {
    /// What the person who shared it wrote beside it.
    pub note: Option<String>,
    /// The parts of its order that could not be used, in words.
    pub lost: Vec<String>,
    /// The whole link as a query, where a part of it stood in the fragment.
    pub unfolded: Option<String>,
    /// The run that it is about, made again.
    pub rerun: Option<Rerun>,
    /// What it says of every order.
    pub claim: Option<Claimed>,
}

/// A run that was made again.
pub struct Rerun {
    /// The digest that the link carries.
    pub digest: String,
    /// The run that was made here.
    pub run: Finished,
    /// The choices of the link's order that were not possible.
    pub skipped: usize,
}

impl Rerun {
    /// It is the run that the link is about, step for step.
    pub fn is_same(&self) -> bool {
        self.digest == self.run.digest
    }
}

/// Counts that a link says came out, and the race that they are of.
pub struct Claimed {
    /// What it says.
    pub claim: Claim,
    scene: Scene,
    /// What came out here, once that is known.
    pub found: Option<Claim>,
}

impl Claimed {
    /// Takes over what a study of the same race has found. True if that is new.
    pub fn settle(&mut self, study: &Study, found: &Found) -> bool {
        if !found.is_complete() || !study.is_of(&self.scene) || self.found.is_some() {
            return false;
        }
        let class = self.claim.class;
        let count = found.of_class(class).to_string();
        self.found = Some(Claim { class, count, all: found.all.to_string() });
        true
    }
}

impl Verified {
    /// Reads a link and makes its run again.
    pub fn new(text: &str) -> Verified {
        let link = open(text);
        let fragment = Fragment::parse(text);
        let contest = lab::contests(&link.scenario)[0];
        let rerun = link.settings.digest.as_ref().map(|digest| {
            let run = Finished::of(&link.scenario, contest);
            let skipped = run.run.skipped.len();
            Rerun { digest: digest.clone(), run, skipped }
        });
        let claim = link.settings.claim.clone().map(|claim| {
            let (scenario, order) = (link.scenario.clone(), Order::default());
            let (tab, language) = Default::default();
            let (mode, turn, step) = (Mode::Explore, Turn::None, 0);
            let scene = Scene { scenario, contest, order, mode, tab, language, turn, step };
            Claimed { claim, scene, found: None }
        });
        let of_order = |problem: &&Problem| ["fragment", "order"].contains(&problem.parameter);
        Verified {
            note: fragment.note.filter(|note| !note.is_empty()),
            lost: match fragment.order {
                Some(_) => link.problems.iter().filter(of_order).map(Problem::to_string).collect(),
                None => Vec::new(),
            },
            unfolded: matches!(fragment.order, Some(Ok(_))).then(|| link.query()),
            rerun,
            claim,
        }
    }
}
