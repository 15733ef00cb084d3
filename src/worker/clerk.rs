//! The clerk: hears requests, does the work in bites, and says what belongs where.
//!
//! A pure machine: no web types, and of the time it knows only what it is told. Whoever drives it calls [`Clerk::hear`]
//! with each request, [`Clerk::work`] while [`Clerk::is_busy`], and [`Clerk::report`] now and then.

use super::protocol::{Envelope, Reply, Request, Says};
use super::sharing::address;
use super::shorten::{Shortened, Shortening};
use super::study::{Stage, Study};
use super::{
    Beside, Contrast, Editor, Errands, Hearing, Inspector, Mode, Scene, Sharing, Sought, Told, view,
};
use crate::explore::{Doom, Symmetry};
use crate::export;
use crate::player::desk::Tab;
use crate::player::{Markup, Window};
use crate::texts::worker::messages as texts;
use crate::trace::{Choice, Order};

/// Progress is shown this often, in ms.
const REPORT_MS: f64 = 100.0;

/// Everything the worker remembers.
#[derive(Default)]
pub struct Clerk {
    scene: Option<Scene>,
    study: Option<Study>,
    /// Somebody asked for every order, and has not said stop since.
    wanted: bool,
    /// When progress was last shown; none before the first time.
    reported_ms: Option<f64>,
    /// What the study was at when its answer was last said.
    told: Stage,
    /// A history that is being checked.
    hearing: Option<Hearing>,
    /// The scenario that was compared last, as far as that has come.
    contrast: Option<Contrast>,
    shortening: Option<Shortening>,
    shortened: Option<Shortened>,
    /// How often another order was asked for: each time another lot is drawn.
    lots: u64,
    /// The choices that have something beside them.
    futures: Vec<Choice>,
    inspector: Inspector,
    errands: Errands,
    /// The next slice is the errands', if there is work for both.
    errands_turn: bool,
    sharing: Sharing,
    editor: Editor,
    beside: Beside,
    out: Vec<Reply>,
}

impl Clerk {
    /// A clerk who has heard nothing yet.
    pub fn new() -> Clerk {
        Clerk::default()
    }

    /// Does what can be done at once, and answers.
    pub fn hear(&mut self, envelope: Envelope) -> Vec<Reply> {
        let Envelope { id, request } = envelope;
        if let Err(says) = self.answer(id, request) {
            self.out.push(Says::Error { says }.to(id));
        }
        std::mem::take(&mut self.out)
    }

    fn answer(&mut self, id: Option<u32>, request: Request) -> Result<(), String> {
        match request {
            Request::Scene { query, strategy, order, step, mode, tab, language, turn } => {
                let (query, strategy, order) = (&*query, &*strategy, &*order);
                let (mode, tab, language) = (&*mode, &*tab, &*language);
                self.look_at(Scene::read(&Told {
                    query,
                    strategy,
                    order,
                    step,
                    mode,
                    tab,
                    language,
                    turn,
                })?)
            }
            Request::Seat { of, value, x, y } => {
                self.inspector.look_at(Sought::read(&of, value, x, y));
                self.inspect();
                Ok(())
            }
            Request::Pick { value } => {
                let scene = self.scene.as_ref();
                let news = scene.map(|scene| self.beside.pick(value, scene));
                self.put_all(news.into_iter().flatten());
                Ok(())
            }
            Request::Script { of } => {
                self.inspector.open(&of);
                self.inspect();
                Ok(())
            }
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
            Request::Edit { query } => self.editor.open(&query).map(|says| self.say(says)),
            Request::Editor { does, of, value } => {
                let says = self.editor.does(does, &of, &value);
                self.say(says);
                Ok(())
            }
            Request::Check { name, text } => {
                self.check(&name, &text);
                Ok(())
            }
            Request::TooLarge { name, bytes, most } => {
                self.put("history", view::too_large(&name, bytes, most));
                Ok(())
            }
            Request::Run { query } => self.run(id, &query),
            Request::ExploreQuery { query, max_states } => {
                self.errands.explore(id, &query, max_states)
            }
            Request::CheckHistory { text } => self.errands.check(id, &text),
            Request::Stop { of } => {
                let answer = self.errands.stop(of);
                self.out.extend(answer);
                Ok(())
            }
            request => self.share(request),
        }
    }

    /// What concerns links.
    fn share(&mut self, request: Request) -> Result<(), String> {
        let (scene, study) = (self.scene.as_ref(), self.study.as_ref());
        let says = match request {
            Request::Verify { link } => self.sharing.verify(&link),
            Request::Address { query } => vec![address(&query)],
            Request::Share { base } => self.sharing.open(base, scene, study),
            Request::Sharing { of, value, on } => self.sharing.choose(&of, &value, on)?,
            Request::Take { value } => self.sharing.take(&value)?.into_iter().collect(),
            _ => {
                self.sharing.close();
                Vec::new()
            }
        };
        self.say(says);
        Ok(())
    }

    fn say(&mut self, says: impl IntoIterator<Item = Says>) {
        self.out.extend(says.into_iter().map(|says| says.to(None)));
    }

    /// There is work to do.
    pub fn is_busy(&self) -> bool {
        self.serves_the_page() || self.errands.is_busy()
    }

    fn serves_the_page(&self) -> bool {
        self.compares()
            || self.hearing.is_some()
            || self.shortening.is_some()
            || self.study.as_ref().is_some_and(Study::is_busy)
    }

    /// Somebody waits for the comparison. It goes on only as long as it is on show.
    fn compares(&self) -> bool {
        let shown = self.scene.as_ref().is_some_and(|scene| scene.mode == Mode::Compare);
        shown && self.contrast.as_ref().is_some_and(Contrast::is_busy)
    }

    /// Something came out that [`Clerk::report`] has not said: nobody should wait for what comes next.
    pub fn has_news(&self) -> bool {
        let told = self.study.as_ref().is_some_and(|study| study.stage() > self.told);
        told || self.contrast.as_ref().is_some_and(Contrast::has_news) || self.errands.has_news()
    }

    /// Follows so many transitions. Where there is work for the page and for errands, they take turns, slice by slice.
    pub fn work(&mut self, transitions: u64) {
        let compares = self.compares();
        if self.errands.is_busy() && (self.errands_turn || !self.serves_the_page()) {
            self.errands.work(transitions);
        } else if let Some(contrast) = self.contrast.as_mut().filter(|_| compares) {
            contrast.work(transitions);
        } else if let Some(hearing) = self.hearing.take() {
            self.check_on(hearing);
        } else if let Some(shortening) = &mut self.shortening {
            self.shortened = shortening.advance(transitions);
            if let Some(shortened) = &self.shortened {
                let query = shortened.query.clone();
                self.out.push(Says::Open { query }.to(None));
                self.shortening = None;
            }
        } else if let Some(study) = &mut self.study {
            study.advance(transitions);
        }
    }

    /// So many ms were worked until now: says how far it has come, if that is due, or what came out.
    pub fn report(&mut self, worked_ms: f64, now_ms: f64) -> Vec<Reply> {
        let due = self.reported_ms.is_none_or(|at_ms| now_ms - at_ms >= REPORT_MS);
        self.errands_turn = !self.errands.have_worked();
        let exploring = self.errands_turn && self.told == Stage::Exploring;
        if let Some(study) = self.study.as_mut().filter(|_| exploring) {
            study.spent_ms += worked_ms;
        }
        let answers = self.errands.report(worked_ms, now_ms);
        self.out.extend(answers);
        self.conclude();
        self.put_contrast();
        if due && self.serves_the_page() && !self.compares() {
            let first = self.reported_ms.replace(now_ms).is_none();
            self.put_progress(first);
        }
        std::mem::take(&mut self.out)
    }

    fn look_at(&mut self, scene: Scene) -> Result<(), String> {
        if scene.mode == Mode::Compare {
            self.compare(scene);
            return Ok(());
        }
        let same = self.study.as_ref().is_some_and(|study| study.is_of(&scene));
        let in_lab = scene.mode == Mode::Race;
        let needed = if in_lab { scene.is_free() } else { self.wanted };
        if in_lab {
            self.inspector.follow(&scene);
        }
        if scene.tab == Tab::Judge && in_lab {
            let short = self.shortened.as_ref().is_some_and(|short| short.is_of(&scene));
            self.put("judge", view::court(&scene, short));
        }
        let news = self.beside.news(&scene);
        self.put_all(news);
        self.shortening = None;
        if !same {
            self.drop_study();
        }
        self.take_over(scene);
        self.inspect();
        if needed && self.study.is_none() {
            return self.explore(Symmetry::Merge);
        }
        self.beside_the_race();
        Ok(())
    }

    /// This is on show from now on: editor and links follow it.
    fn take_over(&mut self, scene: Scene) {
        let edited = self.editor.follow(&scene.scenario);
        self.say(edited);
        let shared = self.sharing.follow(&scene, self.study.as_ref());
        self.say(shared);
        self.scene = Some(scene);
    }

    /// What the inspector shows of the lab beside the judge.
    fn inspect(&mut self) {
        let puts = self.scene.as_ref().map_or_else(Vec::new, |scene| self.inspector.puts(scene));
        self.put_all(puts);
    }

    /// All races of the scenario at a step. What was explored of one of them stays.
    fn compare(&mut self, scene: Scene) {
        let same = self.contrast.as_ref().is_some_and(|contrast| contrast.is_of(&scene.scenario));
        if !same {
            self.contrast = Some(Contrast::new(&scene.scenario));
        }
        if let Some(contrast) = &mut self.contrast {
            contrast.seek(scene.contest, scene.step);
        }
        self.take_over(scene);
        self.put_contrast();
    }

    /// What has changed of the comparison.
    fn put_contrast(&mut self) {
        let news = self.contrast.as_mut().map(Contrast::news).unwrap_or_default();
        self.put_all(news);
    }

    fn drop_study(&mut self) {
        self.study = None;
        self.put_all(["explored", "progress", "doom"].map(|place| (place, Markup::new())));
    }

    /// Begins anew, unless it is done or under way.
    fn explore(&mut self, symmetry: Symmetry) -> Result<(), String> {
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
                out.put("<p class='refusal' role='alert'>$.</p>", &[], &[&says]);
                self.put("explored", out);
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
    fn put_progress(&mut self, first: bool) {
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
    fn conclude(&mut self) {
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
    fn beside_the_race(&mut self) {
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

    fn run(&mut self, id: Option<u32>, query: &str) -> Result<(), String> {
        let runs = export::run(query).map_err(|problems| {
            problems.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n")
        })?;
        self.out.push(Says::Runs { runs }.to(id));
        Ok(())
    }

    fn check(&mut self, name: &str, text: &str) {
        self.hearing = None;
        if let Some(says) = self.sharing.import(name, text) {
            return self.say(says);
        }
        match Hearing::new(name, text) {
            Ok(hearing) => self.hearing = Some(hearing),
            Err(broken) => self.put("history", view::no_history(name, &broken)),
        }
    }

    /// Checks the next seats of the history.
    fn check_on(&mut self, hearing: Hearing) {
        let mut hearing = hearing;
        let (done, all) = hearing.advance();
        let markup = if done < all {
            let markup = view::hearing(&hearing.name, done, all);
            self.hearing = Some(hearing);
            markup
        } else {
            let name = hearing.name.clone();
            view::checked(&name, &hearing.finish())
        };
        self.put("history", markup);
    }

    fn put_all<P: AsRef<str>>(&mut self, puts: impl IntoIterator<Item = (P, Markup)>) {
        puts.into_iter().for_each(|(place, markup)| self.put(place.as_ref(), markup));
    }

    fn put(&mut self, place: &str, markup: Markup) {
        let (place, markup) = (place.to_owned(), markup.into_string());
        self.out.push(Says::Put { place, markup }.to(None));
    }

    /// For who listens: said once, and not at every tick.
    fn announce(&mut self, says: &str) {
        let mut out = Markup::new();
        out.text(says);
        self.put("said", out);
    }
}
