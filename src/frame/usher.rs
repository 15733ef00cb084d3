//! The usher: everything that the frame remembers, and every way to change it.
//!
//! As the desk, it has no clock of its own: whatever happens comes with its time, in ms of any steady clock. What is to be
//! sent to the host waits in it until somebody takes it.

use super::dress::Dress;
use super::known::Known;
use super::link::is_folded;
use super::quota::Quota;
use super::says::{Answer, Kind, Reply, Says, State, Url};
use super::size::Size;
use crate::player::{Action, Desk};
use crate::scenario::{Draft, Drafts};
use crate::share::{At, Embed, Height, Poster, Settings, Start, View};
use crate::texts::frame as texts;
use std::rc::Rc;

/// While the race plays, the state is told once in so many ms at most: four times a second.
pub const STATE_MS: f64 = 250.0;

/// A frame: the race it shows, how it shows it, and the host around it.
pub struct Usher {
    pub(super) desk: Desk,
    pub(super) embed: Embed,
    pub(super) settings: Settings,
    pub(super) newer: Option<u32>,
    /// The link that is open, where it has an order behind `#`.
    pub(super) folded: Option<String>,
    pub(super) notice: Vec<String>,
    /// What a reader has typed for a parameter and cannot be used.
    drafts: Drafts,
    /// Nothing moves by itself: the reader's system asks for that.
    pub(super) calm: bool,
    /// It plays as soon as it is seen.
    pub(super) eager: bool,
    /// Nobody sees it, and its drawings are put away until somebody does.
    resting: bool,
    pub(super) wide: bool,
    /// The step on show is a picture of what is to come: playing begins where the link says.
    pub(super) covered: bool,
    /// Answered, of those questions that the link asks.
    pub(super) answered: Option<Answer>,
    pub(super) known: Option<Rc<Known>>,
    /// Where the site lies, with a `/` at the end.
    pub(super) base: String,
    pub(super) dresses: Vec<Dress>,
    pub(super) greeted: bool,
    pub(super) chosen: Option<Vec<Kind>>,
    pub(super) quota: Quota,
    pub(super) size: Size,
    /// It has said that it is there.
    announced: bool,
    /// Whom messages are for, as `postMessage` takes it.
    pub(super) target: String,
    pub(super) told: Option<State>,
    pub(super) told_ms: f64,
    pub(super) out: Vec<Reply>,
}

impl Usher {
    /// Opens a link: what stands after `?` and behind it. `base` is where the site lies, with a `/` at the end; `calm` if
    /// nothing may move by itself.
    pub fn open(link: &str, base: &str, calm: bool, at_ms: f64) -> Usher {
        let (embed, problems) = Embed::parse_tolerant(link);
        let target = embed.origin.clone().unwrap_or_else(|| "*".to_owned());
        let mut usher = Usher {
            desk: Desk::open(link),
            folded: None,
            embed,
            settings: Settings::default(),
            newer: None,
            notice: Vec::new(),
            drafts: Drafts::default(),
            calm,
            eager: false,
            resting: false,
            wide: false,
            covered: false,
            answered: None,
            known: None,
            base: base.to_owned(),
            dresses: Vec::new(),
            greeted: false,
            chosen: None,
            quota: Quota::default(),
            size: Size::default(),
            announced: false,
            target,
            told: None,
            told_ms: 0.0,
            out: Vec::new(),
        };
        usher.adopt(link, at_ms);
        usher.notice.extend(problems.iter().map(ToString::to_string));
        usher.cover(at_ms);
        usher.told = Some(usher.state());
        usher
    }

    /// Shows another link, whose version this program knows.
    pub(super) fn load(&mut self, link: &str, at_ms: f64) {
        self.do_on_desk(&Action::Open(link.to_owned()), at_ms);
        self.adopt(link, at_ms);
        self.start_if_eager(at_ms);
        self.arrive();
    }

    /// Takes over how the link that the desk has opened wants to be shown.
    fn adopt(&mut self, link: &str, at_ms: f64) {
        self.settings = self.desk.settings().clone();
        self.newer = self.desk.newer();
        self.notice = self.desk.notice().to_vec();
        self.folded = is_folded(link).then(|| link.to_owned());
        if self.folded.is_some() {
            self.notice.push(texts::ORDER_BEHIND.to_owned());
        }
        self.answered = None;
        self.covered = false;
        self.eager = self.settings.play && self.newer.is_none() && !self.is_calm();
        if let Some(digest) = self.settings.digest.clone() {
            let now = self.known().outcome.digest.clone();
            if now != digest {
                self.notice.push(texts::another_run(&digest, &now));
            }
        }
        self.heed(at_ms);
    }

    /// Its drawings are put away until it is seen again.
    pub fn is_resting(&self) -> bool {
        self.resting
    }

    /// The reader sees the frame, or no longer does: what plays by itself plays only where it is seen. With `start=visible`
    /// its drawings, which are most of its memory, go too.
    pub fn seen(&mut self, seen: bool, at_ms: f64) {
        self.resting = !seen && self.embed.start == Start::Visible;
        if seen {
            self.start_if_eager(at_ms);
        } else if self.desk.is_playing() {
            self.act(&Action::Pause, at_ms);
            self.eager = true;
        }
    }

    fn start_if_eager(&mut self, at_ms: f64) {
        if std::mem::take(&mut self.eager) {
            self.act(&Action::Play, at_ms);
        }
    }

    fn place(&mut self, at: At, at_ms: f64) {
        let step = match at {
            At::Start => 0,
            At::Step(step) => step,
            At::End => u32::MAX,
            At::FirstAnomaly => self.known().first_anomaly().unwrap_or(0),
        };
        self.do_on_desk(&Action::Seek(step), at_ms);
    }

    /// Shows the step that the link wants as a picture, until somebody does something.
    fn cover(&mut self, at_ms: f64) {
        let Some(Poster::At(at)) = self.embed.poster else { return };
        if !self.eager && at != self.settings.at {
            self.place(at, at_ms);
            self.covered = true;
        }
    }

    /// Does something. True if anything changed.
    pub fn act(&mut self, action: &Action, at_ms: f64) -> bool {
        let cursor = self.desk.session().cursor();
        if *action != Action::Tick {
            self.size.expect_change();
        }
        if *action != Action::Tick {
            self.eager = false;
            if std::mem::take(&mut self.covered) {
                self.place(self.settings.at, at_ms);
            }
        }
        let contest = self.desk.session().contest();
        let changed = self.do_on_desk(action, at_ms);
        if contest != self.desk.session().contest() {
            self.answered = None;
        }
        if cursor != self.desk.session().cursor() {
            self.arrive();
        }
        self.tell_state(at_ms);
        changed
    }

    /// A reader gives a parameter a value, as it was typed: another race if it is valid, else a draft.
    pub fn edit(&mut self, name: &str, text: &str, at_ms: f64) {
        if let Some(scenario) = self.drafts.set(self.desk.scenario(), name, text) {
            self.act(&Action::Change(Box::new(scenario)), at_ms);
        }
    }

    /// What was typed for a parameter and cannot be used.
    pub fn draft(&self, name: &str) -> Option<&Draft> {
        self.drafts.of(name)
    }

    /// What the desk does, as far as the question allows.
    fn do_on_desk(&mut self, action: &Action, at_ms: f64) -> bool {
        let Some(next) = self.desk.act(action, at_ms) else { return false };
        self.desk = next;
        self.heed(at_ms);
        true
    }

    /// Keeps back what the question is about.
    fn heed(&mut self, at_ms: f64) {
        let Some(limit) = self.limit() else { return };
        let cursor = self.desk.session().cursor();
        let stop = match cursor {
            _ if cursor > limit => Some(Action::Seek(limit)),
            _ if cursor == limit && self.desk.is_playing() => Some(Action::Pause),
            _ => None,
        };
        if let Some(stopped) = stop.and_then(|stop| self.desk.act(&stop, at_ms)) {
            self.desk = stopped;
        }
    }

    /// The timer went off.
    pub fn tick(&mut self, at_ms: f64) {
        if self.desk.is_playing() {
            self.act(&Action::Tick, at_ms);
        }
        self.tell_state(at_ms);
        self.tell_size(at_ms);
    }

    /// How long until the next [`Usher::tick`], in ms; none while nothing moves and nothing waits to be said.
    pub fn nap_ms(&self, at_ms: f64) -> Option<f64> {
        let state_ms = self.has_news().then(|| (self.told_ms + STATE_MS - at_ms).max(0.0));
        let size_ms = self.size.wait_ms(at_ms).filter(|_| self.embed.height == Height::Auto);
        [self.desk.nap_ms(), state_ms, size_ms].into_iter().flatten().min_by(f64::total_cmp)
    }

    /// The content was measured, in px. The first time, the frame says that it is there.
    pub fn measured(&mut self, width: u32, height: u32, at_ms: f64) {
        self.size.measured(width, height);
        // Only now does it know how high it is, which is the first that a host wants to hear.
        if !std::mem::replace(&mut self.announced, true) {
            self.announce();
        }
        self.tell_size(at_ms);
    }

    /// The frame goes away.
    pub fn leave(&mut self) {
        self.tell(Says::Bye {});
    }

    /// The reader's answer to the question.
    pub fn answer(&mut self, yes: bool, at_ms: f64) {
        let Some(question) = self.question().filter(|_| self.answered.is_none()) else { return };
        let correct = question.answer(&self.known()) == yes;
        let answer =
            Answer { question: question.name, choice: if yes { "yes" } else { "no" }, correct };
        self.answered = Some(answer.clone());
        self.size.expect_change();
        self.tell(Says::Answer(answer));
        self.act(&Action::Play, at_ms);
    }

    /// The reader wants to share what is on show. The link.
    pub fn share(&mut self) -> String {
        let url = self.url();
        self.tell(Says::Share(Url { url: url.clone() }));
        url
    }

    /// Shows another view.
    pub fn look(&mut self, view: View, at_ms: f64) {
        self.settings.view = view;
        self.size.expect_change();
        self.tell_state(at_ms);
    }

    /// Shows the view after this one.
    pub fn turn(&mut self, at_ms: f64) {
        let views = self.views();
        let at = views.iter().position(|view| *view == self.view()).unwrap_or(0);
        self.look(views[(at + 1) % views.len()], at_ms);
    }

    /// The notice has been read.
    pub fn dismiss(&mut self) {
        self.notice.clear();
        self.size.expect_change();
    }

    /// Whether hall and lanes have room beside each other.
    pub fn set_wide(&mut self, wide: bool) {
        self.wide = wide;
    }

    /// What is to be sent, in order.
    pub fn take(&mut self) -> Vec<Reply> {
        std::mem::take(&mut self.out)
    }
}
