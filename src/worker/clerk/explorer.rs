//! What is asked of the explorer, and what it has found: of every order of the race on show.

use super::Clerk;
use crate::explore::{Doom, Symmetry};
use crate::player::{Markup, Window};
use crate::texts::worker::messages as texts;
use crate::trace::Order;
use crate::worker::shorten::Shortening;
use crate::worker::study::{Stage, Study};
use crate::worker::{
    Mode,
    protocol::{Request, Says},
    view,
};

impl Clerk {
    /// What concerns the orders of the race on show; everything else is about links.
    pub(super) fn explores(&mut self, request: Request) -> Result<(), String> {
        match request {
            Request::Explore { apart } => {
                self.explore(if apart { Symmetry::Keep } else { Symmetry::Merge })
            }
            Request::Cancel => {
                self.cancel();
                Ok(())
            }
            Request::Bound { value } => self.bound(&value),
            Request::Trials { value } => self.trials(&value),
            Request::Another { value } => self.another(&value),
            Request::Shrink => self.shorten(),
            request => self.share(request),
        }
    }

    /// Begins anew, unless it is done or under way.
    pub(super) fn explore(&mut self, symmetry: Symmetry) -> Result<(), String> {
        let scene = self.scene.as_ref().ok_or(texts::NOTHING_ON_SHOW)?;
        self.wanted |= scene.mode == Mode::Explore;
        let stands = self.study.as_ref().is_some_and(|s| s.is_exploring() || s.is_complete());
        if stands {
            return Ok(());
        }
        match Study::new(scene, symmetry) {
            Ok(study) => (self.study, self.told) = (Some(study), Stage::Exploring),
            Err(says) => {
                let mut out = Markup::new();
                out.put("<p class='refusal'>$.</p>", &[], &[&says]);
                self.put("explored", out);
                self.announce(&says);
                return Ok(());
            }
        }
        self.reported_ms = None;
        self.put("explored", Markup::new());
        self.announce(texts::TRYING_EVERY_ORDER);
        Ok(())
    }

    fn cancel(&mut self) {
        if self.shortening.take().is_some() {
            return self.beside_the_race();
        }
        self.wanted = false;
        if self.serves_the_page() {
            if let Some(study) = &mut self.study {
                study.cancel();
            }
            self.conclude();
        }
    }

    /// The first time the whole, later only what has changed.
    pub(super) fn put_progress(&mut self, first: bool) {
        match &self.study {
            Some(study) if first => self.put("progress", view::progress(study)),
            Some(study) => self.put("progress-now", view::progress_now(study)),
            None => {}
        }
        match &self.shortening {
            Some(_) if first => self.beside_the_race(),
            Some(work) => self.put("short-now", view::tried(work)),
            None => {}
        }
    }

    /// Says what is known of the study's end and was not said before.
    pub(super) fn conclude(&mut self) {
        let (Some(study), Some(scene)) = (&self.study, &self.scene) else { return };
        let Some(found) = study.found() else { return };
        let now = study.stage();
        let before = std::mem::replace(&mut self.told, now);
        let past = |stage| before <= stage && now > stage;
        let answer = past(Stage::Exploring).then(|| view::answer(study, found, scene));
        let switches = past(Stage::Counting).then(|| view::bounds(study, scene));
        let odds = past(Stage::Trying).then(|| view::odds(study));
        let settled = past(Stage::Exploring).then(|| self.sharing.settle(study, found)).flatten();
        self.out.extend(settled.map(|says| says.to(None)));
        if let Some(answer) = answer {
            let claim = view::claim_text(found);
            self.put("explored", answer);
            self.announce(&claim);
            self.beside_the_race();
        }
        if let Some(switches) = switches {
            self.put("switches", switches);
        }
        if let Some(odds) = odds {
            self.put("progress", Markup::new());
            self.put("odds", odds);
        }
    }

    /// What the explored race says of the race on show: the curve under its lanes, and a future beside each choice.
    pub(super) fn beside_the_race(&mut self) {
        let shown = self.scene.as_ref().filter(|s| s.mode == Mode::Race && s.is_free());
        let study = self.study.as_ref().filter(|study| study.is_complete());
        let (curve, futures) = match (shown, study) {
            (Some(scene), Some(study)) => (
                study.exploration().doom(&scene.order),
                study.exploration().futures(&scene.order).unwrap_or_default(),
            ),
            _ => (None, Vec::new()),
        };
        self.put_under(curve);
        for choice in std::mem::take(&mut self.futures) {
            if !futures.iter().any(|future| future.choice == choice) {
                self.put(&view::place_of(choice), Markup::new());
            }
        }
        for future in &futures {
            self.put(&view::place_of(future.choice), view::future(future));
            self.futures.push(future.choice);
        }
    }

    /// Under the lanes: the curve, and how the run on show was or can be shortened.
    fn put_under(&mut self, curve: Option<Doom>) {
        let Some(scene) = &self.scene else { return };
        let lost = curve.as_ref().and_then(|doom| doom.shares.last());
        let lost = lost.is_some_and(|share| share.is_certain() && !scene.order.0.is_empty());
        let window = Window::at(scene.order.0.len() as u32);
        let mut under = curve.map(|doom| view::doom(&doom, window)).unwrap_or_default();
        let short = self.shortened.as_ref().filter(|short| short.is_of(scene));
        under.append(match (&self.shortening, short) {
            (None, None) if lost => view::shorten(),
            (work, short) => view::shrunk(work.as_ref(), short),
        });
        self.put("doom", under);
    }

    fn bound(&mut self, value: &str) -> Result<(), String> {
        let k = value.parse().map_err(|_| texts::no_number_of_switches(value))?;
        if let Some(study) = self.study.as_ref().filter(|study| study.is_complete()) {
            let says = view::bound_says(study, k);
            self.put("bound-says", says);
        }
        Ok(())
    }

    fn trials(&mut self, value: &str) -> Result<(), String> {
        let runs = value.parse().map_err(|_| texts::no_number_of_runs(value))?;
        if let Some(study) = &self.study {
            let says = view::odds_say(study, runs);
            self.put("odds-say", says);
        }
        Ok(())
    }

    fn shorten(&mut self) -> Result<(), String> {
        let scene = self.scene.as_ref().ok_or(texts::NOTHING_ON_SHOW)?;
        self.shortening = Some(Shortening::new(scene)?);
        self.reported_ms = None;
        Ok(())
    }

    fn another(&mut self, value: &str) -> Result<(), String> {
        let place: usize = value.parse().map_err(|_| texts::not_an_outcome(value))?;
        let (Some(study), Some(scene)) = (&self.study, &self.scene) else { return Ok(()) };
        let Some(found) = study.found() else { return Ok(()) };
        let counted = found.outcomes.get(place).ok_or(texts::no_such_outcome(place))?;
        self.lots += 1;
        let order: Option<Order> = study.exploration().random(counted.outcome, self.lots);
        let query = order.map(|order| scene.query_of(&order));
        self.out.extend(query.map(|query| Says::Open { query }.to(None)));
        Ok(())
    }
}
