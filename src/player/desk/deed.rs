//! What only the whole page does with its desk. A frame never calls it, so its program, which has a size to keep to, is
//! without it.

use super::{Action, Desk, Mode, Tab};
use crate::player::Session;
use crate::share::View;
use crate::trace::Mark;
use crate::units::Seat;
use std::rc::Rc;

/// What a person or the pacemaker does at the whole page.
#[derive(Clone, PartialEq, Debug)]
pub enum Deed {
    /// What can be done in a frame, too.
    Do(Action),
    /// Another mode; the race pauses.
    Turn(Mode),
    /// From the comparison to the race of this place in it, at the same step.
    Watch(u32),
    /// A new race of what a link says, shown as the link says.
    Visit(String),
    /// A new race of a query; it is shown as the one before.
    Load(String),
    /// The link that was opened, with what its fragment says in it.
    Unfold(String),
    /// Take the place of the scenario's person, or of one in a scenario made for that.
    Sit,
    /// Leave it: the user goes on by itself.
    Rise,
    /// Ask for this seat, or for it no more, before the first step.
    Click(Seat),
    /// Make the next step, with this answer if it is to a payment.
    Go(Option<Mark>),
    /// To this part of the whole run, and pause.
    Percent(u32),
    /// To the next step at which something breaks, and pause; to the end of the race if nothing does.
    NextAnomaly,
    /// To the next step worth stopping at, such as a conflict, and pause; to the end of the race if there is none.
    NextMarker,
    /// To the one before, and pause.
    PreviousMarker,
    /// Single keys do something, or nothing.
    Keys(bool),
    /// The lanes show virtual time instead of steps, or the other way round.
    TurnAxis,
}

impl Desk {
    /// Opens a link, or as much of it as is valid, at the step and in the view that it asks for.
    ///
    /// The fragment is not read here: [`Desk::asked`] says whether somebody has to.
    pub fn visit(text: &str) -> Desk {
        let mut desk = Desk::open(text);
        desk.turn_to_view();
        desk
    }

    fn turn_to_view(&mut self) {
        let view = self.settings().view;
        // Of other views the tab stays as it was.
        if matches!(view, View::Log | View::Table) {
            self.tab = if view == View::Log { Tab::Log } else { Tab::Table };
            self.staffed |= self.tab.is_staffed();
        }
        self.turn(match view {
            View::Explore => Mode::Explore,
            View::Compare => Mode::Compare,
            _ => Mode::Race,
        });
    }

    /// The desk after a deed at a time of the page's clock, in ms. None if nothing changes.
    pub fn does(&self, deed: &Deed, at_ms: f64) -> Option<Desk> {
        let mut next = self.clone();
        let changed = match deed {
            Deed::Do(action) if self.is_seated() => next.act_seated(action, at_ms),
            Deed::Do(action) => {
                let changed = next.apply(action, at_ms);
                // What is changed is compared.
                if changed && matches!(action, Action::Change(_)) && next.mode() == Mode::Compare {
                    next.line_up();
                }
                changed
            }
            Deed::Turn(mode) => {
                next.pause(at_ms);
                next.turn(*mode)
            }
            Deed::Watch(place) => next.watch(*place),
            Deed::Visit(link) => {
                next.apply(&Action::Open(link.clone()), at_ms);
                next.turn_to_view();
                true
            }
            Deed::Load(query) => next.load(query),
            Deed::Unfold(link) => {
                next.unfold(link);
                next.turn_to_view();
                true
            }
            Deed::Sit => next.sit(),
            Deed::Rise => next.rise(),
            Deed::Click(seat) => next.click(*seat),
            Deed::Go(answer) => next.go(*answer, at_ms),
            Deed::Percent(percent) => {
                let step = u64::from(self.session().steps()) * u64::from(*percent) / 100;
                return self.does(&Deed::Do(Action::Seek(step as u32)), at_ms);
            }
            Deed::Keys(on) => next.switch_keys(*on),
            Deed::TurnAxis => {
                next.timed = !next.timed;
                true
            }
            // Those of all compared races are known: what is worth a look is an anomaly there.
            Deed::NextAnomaly | Deed::NextMarker if self.mode() == Mode::Compare => {
                next.apply(&Action::NextAnomaly, at_ms)
            }
            Deed::PreviousMarker if self.mode() == Mode::Compare => {
                next.apply(&Action::PreviousAnomaly, at_ms)
            }
            _ if self.mode() != Mode::Race => false,
            Deed::NextAnomaly => next.find_anomaly(),
            Deed::NextMarker => next.find_marker(true),
            Deed::PreviousMarker => next.find_marker(false),
        };
        changed.then_some(next)
    }

    fn switch_keys(&mut self, on: bool) -> bool {
        std::mem::replace(&mut Rc::make_mut(&mut self.settings).no_keys, !on) == on
    }

    /// Nobody knows what is to come before it has happened: the race goes on until something breaks.
    fn find_anomaly(&mut self) -> bool {
        let cursor = self.session().cursor();
        if self.next_anomaly().is_none() && !self.is_seated() {
            self.move_session(|session| session.seek(u32::MAX));
            self.move_session(|session| session.seek(cursor));
        }
        let known = self.next_anomaly();
        (known.is_some() || !self.is_seated()) && self.seek(known.unwrap_or(u32::MAX))
    }

    fn find_marker(&mut self, ahead: bool) -> bool {
        let cursor = self.session().cursor();
        let mut next = self.clone();
        loop {
            let moved = match ahead {
                true => !next.is_seated() && next.session_step(Session::forward),
                false => next.session_step(Session::back),
            };
            if !moved {
                return ahead && !self.is_seated() && self.seek(u32::MAX);
            }
            if next.marker().is_some() && next.session().cursor() != cursor {
                return self.seek(next.session().cursor());
            }
        }
    }

    fn session_step(&mut self, step: fn(&mut Session) -> bool) -> bool {
        let mut moved = false;
        self.move_session(|session| moved = step(session));
        moved
    }
}
