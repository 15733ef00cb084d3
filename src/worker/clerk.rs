//! The clerk: hears requests, does the work in bites, and says what belongs where.
//!
//! A pure machine: no web types, and of the time it knows only what it is told. Whoever drives it calls [`Clerk::hear`]
//! with each request, [`Clerk::work`] while [`Clerk::is_busy`], and [`Clerk::report`] now and then.

mod explorer;

use super::protocol::{Envelope, Reply, Request, Says};
use super::sharing::address;
use super::shorten::{Shortened, Shortening};
use super::study::{Stage, Study};
use super::{
    Beside, Contrast, Editor, Errands, Hearing, Inspector, Mode, Scene, Sharing, Sought, Told, view,
};
use crate::explore::Symmetry;
use crate::export;
use crate::player::Markup;
use crate::player::desk::Tab;
use crate::trace::Choice;

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
            Request::Terms => {
                self.put("terms", view::terms());
                Ok(())
            }
            Request::Edit { query, kept } => {
                self.editor.open(&query, kept.as_deref()).map(|says| self.say(says))
            }
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
            request => self.explores(request),
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
        self.beside.forget_branches();
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
        self.say(news);
    }

    fn drop_study(&mut self) {
        self.study = None;
        self.put_all(["explored", "progress", "doom"].map(|place| (place, Markup::new())));
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
