//! What stands beside the race: the shop with its seats, and the branches.

use super::{Branches, Mode, Scene, view};
use crate::player::Markup;
use std::collections::BTreeMap;

/// What belongs in a place of the page.
type Put = (&'static str, Markup);

/// Remembers what stands where: it is read aloud when it comes, so only what is new is put there.
#[derive(Default)]
pub(super) struct Beside {
    branches: Branches,
    told: BTreeMap<&'static str, Markup>,
    /// What stands in the shop's field for the name of a seat.
    typed: String,
    /// What the shop on the page has places for: what is put must not take away what somebody types in, hears or presses.
    layout: [&'static str; 3],
}

impl Beside {
    /// What has changed with this scene, by place.
    pub(super) fn news(&mut self, scene: &Scene) -> Vec<Put> {
        self.branches.follow(scene);
        let mut all = self.shop(scene);
        all.push(("branches", view::branches(&self.branches)));
        self.changed(all)
    }

    /// The name of a seat was typed, as far as it is typed.
    pub(super) fn pick(&mut self, typed: String, scene: &Scene) -> Vec<Put> {
        self.typed = typed;
        let all = self.shop(scene);
        self.changed(all)
    }

    fn shop(&mut self, scene: &Scene) -> Vec<Put> {
        let you = scene.scenario.you.filter(|_| scene.mode == Mode::Race);
        let shop = you.map(|user| view::shop(scene, user, &self.typed)).unwrap_or_default();
        if !shop.layout.contains(&view::PICK) {
            self.typed.clear();
        }
        let had = std::mem::replace(&mut self.layout, shop.layout);
        let mut all = vec![("places", shop.places)];
        if had == shop.layout && !shop.parts.is_empty() {
            let is_new = |(place, markup): &Put| self.told.get(place) != Some(markup);
            let acts_anew = shop.parts.iter().any(|part| part.0 == "shop-acts" && is_new(part));
            all.extend(shop.parts);
            if acts_anew {
                self.told.remove("left");
                all.extend(shop.left.map(|left| ("left", left)));
            }
        } else {
            self.told.extend(shop.parts);
            all.push(("shop", shop.bar));
        }
        all
    }

    fn changed(&mut self, all: Vec<Put>) -> Vec<Put> {
        let is_new = |(place, markup): &Put| self.told.get(place) != Some(markup);
        let news: Vec<Put> = all.into_iter().filter(is_new).collect();
        self.told.extend(news.iter().cloned());
        news
    }

    /// The page moved the transport elsewhere and back: the branches are no longer where they were put.
    pub(super) fn forget_branches(&mut self) {
        self.told.remove("branches");
    }
}
