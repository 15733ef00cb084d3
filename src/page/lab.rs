//! The desk as the state of the page, and the one way to change it.

use super::dom;
use crate::player::desk::{Deed, Mode};
use crate::player::{Action, Desk};
use std::rc::Rc;
use yew::prelude::*;

/// The state of the page.
pub(super) struct Lab {
    pub(super) desk: Desk,
    /// While the race is behind another view: when it was last in sight.
    before: Option<Rc<Lab>>,
}

impl Lab {
    pub(super) fn new(desk: Desk) -> Lab {
        Lab { desk, before: None }
    }

    /// The race as it was last in sight: to draw it anew behind another view would take more of each step than that does.
    pub(super) fn seen(&self) -> &Desk {
        self.before.as_ref().map_or(&self.desk, |before| &before.desk)
    }
}

/// A deed and the time of the page's clock at which it was done, in ms.
pub(super) struct Timed {
    deed: Deed,
    at_ms: f64,
}

impl Reducible for Lab {
    type Action = Timed;

    fn reduce(self: Rc<Lab>, timed: Timed) -> Rc<Lab> {
        let Some(desk) = self.desk.does(&timed.deed, timed.at_ms) else { return self };
        let before =
            (desk.mode() != Mode::Race).then(|| self.before.clone().unwrap_or(Rc::clone(&self)));
        Rc::new(Lab { desk, before })
    }
}

/// The way from a control to the desk. It never changes, so it may be kept by timers and listeners.
#[derive(Clone, PartialEq)]
pub(super) struct Act(Way);

#[derive(Clone, PartialEq)]
enum Way {
    /// To the desk that is the state of the page.
    Page(UseReducerDispatcher<Lab>),
    /// To that of a frame.
    Frame(Callback<Action>),
}

impl Act {
    pub(super) fn new(lab: &UseReducerHandle<Lab>) -> Act {
        Act(Way::Page(lab.dispatcher()))
    }

    /// By a callback, which is always the same.
    pub(super) fn by(does: Callback<Action>) -> Act {
        Act(Way::Frame(does))
    }

    /// Does it now.
    pub(super) fn now(&self, action: Action) {
        match &self.0 {
            Way::Page(_) => self.does(Deed::Do(action)),
            Way::Frame(does) => does.emit(action),
        }
    }

    /// Does it now, at the whole page; a frame does no such thing.
    pub(super) fn does(&self, deed: Deed) {
        if let Way::Page(lab) = &self.0 {
            lab.dispatch(Timed { deed, at_ms: dom::now_ms() });
        }
    }

    /// Does it whenever something is pressed.
    pub(super) fn on<E: 'static>(&self, action: Action) -> Callback<E> {
        let act = self.clone();
        Callback::from(move |_| act.now(action.clone()))
    }
}
