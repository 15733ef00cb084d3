//! How the usher answers its host.

use super::message::{Changes, Envelope, Fault, Place, Request, SPEEDS, TYPES, What, speed_of};
use super::quota::{Admission, MESSAGES_A_SECOND_MAX};
use super::says::{Answered, EVENTS_TOLD_MAX, Event, Ready, Says, Url};
use super::usher::Usher;
use super::{Known, VERSION};
use crate::lab::Contest;
use crate::player::desk::title;
use crate::player::{Action, transcript};
use crate::share::{Link, Motion};
use crate::texts::frame::protocol as texts;
use crate::trace::Trace;
use std::cmp::Ordering;

impl Usher {
    /// Hears a message that came from an origin. Somebody else than the host that the link names is not heard.
    pub fn hear(&mut self, envelope: Envelope, origin: &str, at_ms: f64) {
        if !self.admits(origin) {
            return;
        }
        match self.quota.admit(at_ms) {
            Admission::Heard => {}
            Admission::Told => {
                let says = texts::too_many(MESSAGES_A_SECOND_MAX);
                self.refuse(Fault::new("too-many", says), envelope.id);
                return;
            }
            Admission::Dropped => return,
        }
        self.size.expect_change();
        let Envelope { id, request } = envelope;
        let hello = request == Ok(Request::Hello);
        let wanted = id.is_some();
        match request.and_then(|request| self.follow(request, at_ms)) {
            Ok(_) if hello => {
                let ready = self.ready();
                self.reply(Says::Ready(ready), id);
            }
            Ok(answer) if wanted => self.reply(Says::Result(answer), id),
            Ok(_) => {}
            Err(fault) => self.refuse(fault, id),
        }
        self.tell_state(at_ms);
    }

    /// A presentation shows or leaves the slide on which the frame is. On a slide that plays nothing by itself, showing it
    /// changes nothing.
    pub fn hear_slide(&mut self, shown: bool, origin: &str, at_ms: f64) {
        if self.admits(origin) && self.quota.admit(at_ms) == Admission::Heard {
            let may_play = !self.is_calm() && self.newer().is_none();
            match shown {
                true if may_play => self.act(&Action::Play, at_ms),
                true => false,
                false => self.act(&Action::Pause, at_ms),
            };
        }
    }

    /// Whether messages of this origin are heard; what is said from then on is for it.
    fn admits(&mut self, origin: &str) -> bool {
        if self.embed.origin.as_deref().is_some_and(|expected| expected != origin) {
            return false;
        }
        // The page around is of no origin that could be named.
        self.target = if origin == "null" { "*".to_owned() } else { origin.to_owned() };
        true
    }

    /// The frame has come up: the first thing that it says.
    pub(super) fn announce(&mut self) {
        let ready = self.ready();
        self.tell(Says::Ready(ready));
    }

    fn ready(&self) -> Ready {
        let session = self.desk.session();
        Ready {
            app: "seatrace",
            engine: env!("CARGO_PKG_VERSION"),
            protocol: [VERSION],
            caps: &TYPES,
            scenario: self.desk.scenario().query(),
            title: title(session.scenario()).0.to_owned(),
            steps: session.steps(),
            height: self.size.height(),
        }
    }

    fn follow(&mut self, request: Request, at_ms: f64) -> Result<Answered, Fault> {
        match request {
            Request::Hello => self.greeted = true,
            Request::Play if self.is_asking() => return Err(not_yet()),
            Request::Play => {
                self.act(&Action::Play, at_ms);
            }
            Request::Pause => {
                self.act(&Action::Pause, at_ms);
            }
            Request::Step(by) => {
                self.act(&Action::Step(by.clamp(-STEPS_MAX, STEPS_MAX)), at_ms);
            }
            Request::Seek(place) => self.seek(place, at_ms)?,
            Request::Load(query) => return self.open_link(&query, at_ms),
            Request::Set(changes) => self.change(changes, at_ms)?,
            Request::Get(what) => return self.get(what),
            Request::Subscribe(kinds) => self.chosen = Some(kinds),
            Request::Style(dresses) => {
                for dress in dresses {
                    self.dresses.retain(|worn| worn.properties != dress.properties);
                    self.dresses.push(dress);
                }
            }
        }
        Ok(Answered::Done {})
    }

    /// To a place; where there is no such marker, nowhere.
    pub(super) fn seek(&mut self, place: Place, at_ms: f64) -> Result<(), Fault> {
        let known = self.known();
        let limit = self.limit();
        let step = match place {
            Place::Step(step) => step,
            Place::Percent(percent) => {
                let steps = u64::from(known.steps);
                u32::try_from(steps * u64::from(percent) / 100).unwrap_or(u32::MAX)
            }
            _ => marker(&known, place, self.desk.session().cursor())?,
        };
        // What the end is like is not told before the reader has guessed.
        if limit.is_some_and(|limit| step > limit) {
            return Err(not_yet());
        }
        self.act(&Action::Seek(step), at_ms);
        Ok(())
    }

    fn open_link(&mut self, query: &str, at_ms: f64) -> Result<Answered, Fault> {
        if let Some(version) = Link::parse(query).newer {
            return Err(Fault::new("newer-version", texts::newer(version)));
        }
        self.load(query, at_ms);
        Ok(Answered::Loaded { problems: self.notice().to_vec() })
    }

    /// All or nothing: what cannot be set leaves the rest as it was.
    fn change(&mut self, changes: Changes, at_ms: f64) -> Result<(), Fault> {
        let Changes { speed, theme, view, motion, strategy, lang } = changes;
        let contest = strategy.map(|name| self.contest(&name)).transpose()?;
        if let Some(lang) = lang {
            let known = lang == "auto" || lang.to_ascii_lowercase().starts_with("en");
            if !known {
                return Err(Fault::value("lang", texts::KNOWN_LANGUAGES));
            }
        }
        if let Some(contest) = contest {
            self.act(&Action::Choose(contest), at_ms);
        }
        if let Some(speed) = speed {
            self.pace(speed_of(speed), at_ms);
        }
        self.settings.theme = theme.unwrap_or(self.settings.theme);
        self.settings.motion = motion.unwrap_or(self.settings.motion);
        if self.settings.motion == Motion::Off {
            self.act(&Action::Pause, at_ms);
        }
        if let Some(view) = view {
            self.look(view, at_ms);
        }
        Ok(())
    }

    /// Faster or slower until it is as fast as asked.
    fn pace(&mut self, speed: f64, at_ms: f64) {
        for _ in SPEEDS {
            match self.desk.speed().total_cmp(&speed) {
                Ordering::Less => self.act(&Action::Faster, at_ms),
                Ordering::Greater => self.act(&Action::Slower, at_ms),
                Ordering::Equal => return,
            };
        }
    }

    fn contest(&self, name: &str) -> Result<Contest, Fault> {
        let all = self.contests();
        let named = all.iter().find(|contest| contest.to_string().eq_ignore_ascii_case(name));
        let names = || all.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ");
        named.copied().ok_or_else(|| Fault::value("strategy", &names()))
    }

    fn get(&mut self, what: What) -> Result<Answered, Fault> {
        let session = self.desk.session();
        let trace = session.trace().events_to(session.cursor());
        Ok(match what {
            What::State => Answered::State(self.state()),
            What::Url => Answered::Url(Url { url: self.url() }),
            What::Outcome => {
                if self.limit().is_some() || !self.desk.session().is_over() {
                    return Err(not_yet());
                }
                Answered::Outcome(self.known().outcome.clone())
            }
            What::Transcript => {
                let (scenario, contest) = (session.scenario(), session.contest());
                let intents = session.trace().intents_to(session.cursor()).to_vec();
                let so_far = Trace { events: trace.to_vec(), intents };
                let mut lines = transcript(scenario, contest, &so_far);
                let total = lines.len();
                lines.truncate(EVENTS_TOLD_MAX);
                Answered::Transcript { lines, total }
            }
            What::Trace => {
                let hall = session.scenario().hall;
                let told = trace.iter().take(EVENTS_TOLD_MAX).map(|event| Event {
                    step: event.step,
                    at: event.at,
                    user: event.user().map(|user| user.to_string()),
                    op: event.op.name(),
                    seat: event.seat().map(|seat| hall.name(seat)),
                    outcome: event.outcome.name(),
                });
                Answered::Trace { events: told.collect(), total: trace.len() }
            }
        })
    }
}

/// More steps than any run has.
const STEPS_MAX: i64 = u32::MAX as i64;

fn not_yet() -> Fault {
    Fault::new("not-yet", texts::NOT_YET)
}

fn marker(known: &Known, place: Place, cursor: u32) -> Result<u32, Fault> {
    let step = match place {
        Place::NextMarker => known.next(cursor, false),
        Place::PreviousMarker => known.previous(cursor, false),
        Place::Marker(index) => known.markers.get(index as usize).map(|marker| marker.step),
        Place::Step(step) | Place::Percent(step) => Some(step),
    };
    step.ok_or_else(|| Fault::new("no-marker", texts::NO_SUCH_MARKER))
}
