//! What stands beside the race: the shop with its seats, and the branches.

use super::{Branches, Mode, Scene, view};
use crate::player::Markup;
use std::collections::BTreeMap;

/// Remembers what stands where: it is read aloud when it comes, so only what is new is put there.
#[derive(Default)]
pub(super) struct Beside {
    branches: Branches,
    told: BTreeMap<&'static str, Markup>,
}

impl Beside {
    /// What has changed with this scene, by place.
    pub(super) fn news(&mut self, scene: &Scene) -> Vec<(&'static str, Markup)> {
        let shop = scene.scenario.you.map(|user| view::shop(scene, user));
        let (bar, places) = shop.filter(|_| scene.mode == Mode::Race).unwrap_or_default();
        self.branches.follow(scene);
        let all = [("shop", bar), ("places", places), ("branches", view::branches(&self.branches))];
        let mut news = Vec::new();
        for (place, markup) in all {
            if self.told.get(place) != Some(&markup) {
                self.told.insert(place, markup.clone());
                news.push((place, markup));
            }
        }
        news
    }

    /// The page moved the transport elsewhere and back: the branches are no longer where they were put.
    pub(super) fn forget_branches(&mut self) {
        self.told.remove("branches");
    }
}
