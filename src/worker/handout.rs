//! What is handed on of the race on show: one link in the form that somebody chose, and the files.

use super::scene::{Mode, Scene};
use super::study::Study;
use crate::explore::is_bad;
use crate::export::{Caption, Finished, Format, TooLarge, picture, run_file};
use crate::lab;
use crate::measure::Class;
use crate::scenario::{Clock, Scenario};
use crate::share::{At, Claim, Embedded, Host, NOTE_CHARS_MAX, Settings, View, exact, qr_svg};
use crate::texts::worker::{handout as words, messages as texts};
use crate::trace::Order;
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
use serde::Serialize;

/// From so many characters on the order goes behind `#`: servers and programs that pass links on cut longer queries.
pub const LINK_CHARS_MAX: usize = 1_800;
/// How high a frame is that somebody embeds, in CSS pixels.
const FRAME_HEIGHT_PX: u32 = 480;

/// What a link is to show.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum What {
    /// The scenario: whoever opens it begins at the start.
    Scenario,
    /// This very run, with its digest.
    Run,
    /// What was found of every order.
    Orders,
}

/// What somebody wants to hand on.
pub struct Handout {
    /// Where the site lies, with a `/` at the end.
    base: String,
    /// What the link is to show.
    pub what: What,
    /// It opens at the step on show.
    pub at_step: bool,
    /// It plays at once.
    pub plays: bool,
    /// What to say beside it.
    pub note: String,
    /// Whose snippet is shown.
    pub host: Host,
    /// The run on show, to its end.
    pub run: Finished,
    /// The step on show.
    pub step: u32,
    scene: Scene,
    claim: Option<Claim>,
}

/// A file to be saved or copied.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct Taken {
    /// What it is called.
    pub name: String,
    /// Its media type.
    pub mime: &'static str,
    /// What is in it, or what it is made from.
    pub text: String,
    /// What the page is to make of it: a `png`, or a `page` with this query in it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub turn: Option<&'static str>,
}

impl Handout {
    /// Something to hand on of what is on show.
    pub fn new(base: &str, scene: &Scene, study: Option<&Study>) -> Handout {
        let claim = study.filter(|study| study.is_of(scene)).and_then(claim_of);
        let what = match scene.mode {
            Mode::Explore if claim.is_some() => What::Orders,
            Mode::Compare => What::Scenario,
            _ => What::Run,
        };
        Handout {
            base: base.to_owned(),
            what,
            at_step: false,
            plays: false,
            note: String::new(),
            host: Host::ALL[0],
            run: Finished::of(&scene.scenario, scene.contest),
            step: match scene.mode {
                Mode::Compare => scene.step,
                _ => scene.order.0.len() as u32,
            },
            scene: scene.clone(),
            claim,
        }
    }

    /// The same choices for what is on show now.
    pub fn again(&self, scene: &Scene, study: Option<&Study>) -> Handout {
        let fresh = Handout::new(&self.base, scene, study);
        Handout { note: self.note.clone(), host: self.host, ..fresh }
    }

    /// The scenario is shown with its strategies side by side.
    pub fn compares(&self) -> bool {
        self.scene.mode == Mode::Compare
    }

    /// Where the site lies.
    pub fn base(&self) -> &str {
        &self.base
    }

    /// What was found of every order, where that is known.
    pub fn claim(&self) -> Option<&Claim> {
        self.claim.as_ref()
    }

    /// Changes a choice.
    ///
    /// # Errors
    /// There is no such choice, or no such value of it.
    pub fn choose(&mut self, of: &str, value: &str, on: bool) -> Result<(), String> {
        match of {
            "what" => {
                self.what = match value {
                    "scenario" => What::Scenario,
                    "run" => What::Run,
                    "orders" if self.claim.is_some() => What::Orders,
                    _ => return Err(texts::cannot_be_shared(value)),
                }
            }
            "at" => self.at_step = on,
            "play" => self.plays = on,
            "note" => {
                let plain = value.chars().filter(|c| !c.is_control());
                self.note = plain.take(NOTE_CHARS_MAX).collect::<String>().trim().to_owned();
            }
            "host" => {
                let named = Host::ALL.into_iter().find(|host| host.name() == value);
                self.host = named.ok_or(texts::no_snippet(value))?;
            }
            _ => return Err(texts::no_choice(of)),
        }
        Ok(())
    }

    /// The link.
    pub fn link(&self) -> String {
        let (query, fragment) = self.parts();
        format!("{}?{query}{fragment}", self.base)
    }

    /// The query, and the fragment with its `#` or nothing.
    fn parts(&self) -> (String, String) {
        let settings = self.settings().query();
        let (mut query, mut fragment) = (self.scenario().query() + &settings, None);
        let order = &self.scenario().order;
        if query.len() > LINK_CHARS_MAX && !order.0.is_empty() {
            query = Scenario { order: Order::default(), ..self.scenario() }.query() + &settings;
            fragment = Some(exact(order));
        }
        let note = utf8_percent_encode(&self.note, NON_ALPHANUMERIC).to_string();
        let note = (!note.is_empty()).then(|| format!("n={note}"));
        let parts: Vec<String> = fragment.into_iter().chain(note).collect();
        let fragment =
            if parts.is_empty() { String::new() } else { format!("#{}", parts.join("&")) };
        (query, fragment)
    }

    /// The scenario of the link. A run stands alone, with every choice; every order is of the race in which no delay counts.
    fn scenario(&self) -> Scenario {
        let written = || self.run.order().cloned().unwrap_or_default();
        match self.what {
            What::Scenario => self.scene.scenario.clone(),
            What::Run => Scenario { order: written(), ..self.run.scenario.clone() },
            What::Orders => {
                let alone = lab::alone(&self.scene.scenario, self.scene.contest);
                Scenario { clock: Clock::Free, order: Order::default(), ..alone }
            }
        }
    }

    fn settings(&self) -> Settings {
        let run = self.what == What::Run;
        let at =
            if self.at_step && self.what != What::Orders { At::Step(self.step) } else { At::Start };
        Settings {
            digest: run.then(|| self.run.digest.clone()),
            claim: self.claim.clone().filter(|_| self.what == What::Orders),
            at: if self.step == 0 { At::Start } else { at },
            play: self.plays && self.what != What::Orders,
            view: match self.what {
                What::Orders => View::Explore,
                What::Scenario if self.compares() => View::Compare,
                _ => View::Map,
            },
            ..Settings::default()
        }
    }

    /// The code of the link, or why there is none.
    ///
    /// # Errors
    /// The link is too long; in words.
    pub fn code(&self) -> Result<String, String> {
        qr_svg(&self.link()).map_err(|long| long.to_string())
    }

    /// What to paste into course material.
    pub fn snippet(&self) -> String {
        let (query, _) = self.parts();
        let (slug, title) = (self.run.scenario.slug.to_owned(), self.run.title());
        let embedded =
            Embedded { base: self.base.clone(), query, slug, title, height_px: FRAME_HEIGHT_PX };
        embedded.snippet(self.host)
    }

    /// A file of this name: a picture, the code, the page for use without a network, or a [`Format`].
    ///
    /// # Errors
    /// There is no such file, or the run is too large for it; in words.
    pub fn take(&self, name: &str) -> Result<Taken, String> {
        let stem = format!("seatrace-{}-{}", self.run.contest, self.run.digest);
        let named = |extension: &str| format!("{stem}.{extension}");
        let seen = |dark| picture(&self.run, self.step, dark);
        let taken =
            |extension, mime, text, turn| Ok(Taken { name: named(extension), mime, text, turn });
        const SVG: &str = "image/svg+xml";
        match name {
            "svg" => taken("svg", SVG, seen(false), None),
            "svg-dark" => taken("dark.svg", SVG, seen(true), None),
            "png" => taken("png", SVG, seen(false), Some("png")),
            "png-dark" => taken("dark.png", SVG, seen(true), Some("png")),
            "qr" => taken("qr.svg", SVG, self.code()?, None),
            "html" => taken("html", "text/html;charset=utf-8", self.parts().0, Some("page")),
            _ => {
                let format = Format::find(name).ok_or(texts::no_format(name))?;
                let text = self.write(format).map_err(|large| large.to_string())?;
                taken(format.extension(), format.mime(), text, None)
            }
        }
    }

    /// The note goes into the run file; no other format has a place for it.
    fn write(&self, format: Format) -> Result<String, TooLarge> {
        if format == Format::Run && !self.note.is_empty() {
            let note = Some(self.note.clone());
            return Ok(run_file(&self.run, &Caption { note, ..Caption::of(&self.run) }));
        }
        format.write(&self.run)
    }
}

/// What can be taken along beside the formats of the terminal: name and title.
pub(super) const FILES: [(&str, &str); 5] = [
    ("svg", words::PICTURE_SVG),
    ("svg-dark", words::DARK_SVG),
    ("png", words::PICTURE_PNG),
    ("png-dark", words::DARK_PNG),
    ("html", words::ONE_PAGE),
];

/// The worst that a finished study has found; that no order double-books, where nothing bad was.
fn claim_of(study: &Study) -> Option<Claim> {
    let found = study.found().filter(|found| found.is_complete())?;
    let class = found.worst().filter(|class| is_bad(*class)).unwrap_or(Class::DoubleBooking);
    Some(Claim { class, count: found.of_class(class).to_string(), all: found.all.to_string() })
}
