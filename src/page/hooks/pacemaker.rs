//! The pacemaker: one gloo timer at a time, and none while the race is paused. What it brings about happens just before the
//! page is drawn, so that a slow browser does not do two steps for one picture.

use super::theme::is_still;
use crate::page::dom;
use crate::page::lab::Act;
use crate::player::{Action, Desk};
use gloo_events::EventListener;
use gloo_timers::callback::Timeout;
use web_sys::VisibilityState;
use yew::prelude::*;

/// Ticks the desk whenever its nap is over, and pauses it when nobody can see it. A link may ask to play at once: only
/// where somebody can see it, and never where nothing is to move.
#[hook]
pub(in crate::page) fn use_pacemaker(desk: &Desk, act: &Act) {
    let act = act.clone();
    let sleeper = act.clone();
    use_effect_with((desk.pulse(), desk.nap_ms()), move |(_, nap_ms)| {
        let tick = move || dom::before_drawn(move || sleeper.now(Action::Tick));
        let timer = nap_ms.map(|ms| Timeout::new(ms.ceil() as u32, tick));
        move || drop(timer)
    });
    let plays = desk.settings().play && desk.newer().is_none() && !is_still(desk.settings());
    use_effect_with((), move |()| {
        if plays && !is_hidden() {
            act.now(Action::Play);
        }
        let pause = move |_: &web_sys::Event| {
            if is_hidden() {
                act.now(Action::Pause);
            }
        };
        let document = dom::document();
        let listener = document.map(|d| EventListener::new(&d, "visibilitychange", pause));
        move || drop(listener)
    });
}

fn is_hidden() -> bool {
    let state = dom::document().map(|document| document.visibility_state());
    state == Some(VisibilityState::Hidden)
}
