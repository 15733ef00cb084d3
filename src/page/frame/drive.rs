//! The transport of the frame. It comes first, so that whoever uses the keyboard can stop what moves at once.

use crate::frame::Usher;
use crate::page::icons;
use crate::page::lab::Act;
use crate::page::transport::{Place, scrubber, speed};
use crate::player::Action;
use crate::share::Controls;
use crate::texts::frame::AGAIN;
use crate::texts::transport as texts;
use yew::prelude::*;

/// As many buttons as the link wants; that which stops what moves is always there.
pub(super) fn drive(act: &Act, usher: &Usher, asks: bool) -> Html {
    let controls = usher.embed().controls;
    let place = place(usher);
    if controls == Controls::None && !place.is_playing {
        return html! {};
    }
    let full = controls == Controls::Full;
    html! {
        <div class={if full { "drive full" } else { "drive" }} role="group" aria-label={texts::TRANSPORT}>
            <div class="keys">{ play(act, &place) }{ keys(act, &place, controls, asks) }</div>
            if controls != Controls::None {
                { scrubber(act, &place) }
                <div class="more">
                    <span class="pos"><b>{ place.cursor }</b>{ texts::of_steps(place.steps, true) }</span>
                    if full { { speed(act, place.speed) } }
                </div>
            }
        </div>
    }
}

fn play(act: &Act, place: &Place) -> Html {
    let (sign, says) = match place {
        Place { is_playing: true, .. } => (icons::pause(), texts::PAUSE),
        Place { is_over: true, .. } => (icons::play(), AGAIN),
        _ => (icons::play(), texts::PLAY),
    };
    html! {
        <button
            id="play" class="play" type="button" title={texts::PLAY_TITLE} aria-keyshortcuts="Space K"
            onclick={act.on(Action::Toggle)}
        >
            { sign }
            <span>{ says }</span>
        </button>
    }
}

fn keys(act: &Act, place: &Place, controls: Controls, asks: bool) -> Html {
    if controls == Controls::None {
        return html! {};
    }
    let key = |action, label, keys, off, sign| {
        html! {
            <button
                key={label} class="btn" type="button" aria-label={label} title={label} aria-keyshortcuts={keys}
                aria-disabled={if off { Some("true") } else { None }} onclick={act.on(action)}
            >
                { sign }
            </button>
        }
    };
    let full = controls == Controls::Full;
    let restart = full.then(|| (Action::Seek(0), texts::RESTART, "R", false, icons::restart()));
    let back = (Action::Step(-1), texts::ONE_STEP_BACK, ",", place.cursor == 0, icons::back());
    let step = (Action::Step(1), texts::ONE_STEP, ".", place.is_over || asks, icons::step());
    let all = restart.into_iter().chain([back, step]);
    all.map(|(action, label, keys, off, sign)| key(action, label, keys, off, sign)).collect()
}

/// A frame has no button that leads to the next anomaly.
fn place(usher: &Usher) -> Place {
    Place { next_anomaly: None, ..Place::of(usher.desk()) }
}
