//! The transport of the frame. It comes first, so that whoever uses the keyboard can stop what moves at once.

use crate::frame::Usher;
use crate::page::icons;
use crate::page::lab::Act;
use crate::page::transport::{Place, scrubber, speed};
use crate::player::{Action, step_sentences};
use crate::share::Controls;
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
        <div class={if full { "drive full" } else { "drive" }} role="group" aria-label="Transport">
            <div class="keys">{ play(act, &place) }{ keys(act, &place, controls, asks) }</div>
            if controls != Controls::None {
                { scrubber(act, &place) }
                <div class="more">
                    <span class="pos"><b>{ place.cursor }</b>{ format!(" of {}", place.steps) }</span>
                    if full { { speed(act, place.speed) } }
                </div>
            }
        </div>
    }
}

fn play(act: &Act, place: &Place) -> Html {
    let (sign, says) = match place {
        Place { is_playing: true, .. } => (icons::pause(), "Pause"),
        Place { is_over: true, .. } => (icons::play(), "Again"),
        _ => (icons::play(), "Play"),
    };
    html! {
        <button
            id="play" class="play" type="button" title="Play or pause (Space)" aria-keyshortcuts="Space K"
            onclick={act.on(Action::Toggle)}
        >
            { sign }
            <span>{ says }</span>
        </button>
    }
}

fn keys(act: &Act, place: &Place, controls: Controls, asks: bool) -> Html {
    let off = |off: bool| off.then_some("true");
    if controls == Controls::None {
        return html! {};
    }
    html! {
        <>
            if controls == Controls::Full {
                <button
                    class="btn" type="button" aria-label="Restart" title="Restart (R)" aria-keyshortcuts="R"
                    onclick={act.on(Action::Seek(0))}
                >
                    { icons::restart() }
                </button>
            }
            <button
                class="btn" type="button" aria-label="One step back" title="One step back (,)" aria-keyshortcuts=","
                aria-disabled={off(place.cursor == 0)} onclick={act.on(Action::Step(-1))}
            >
                { icons::back() }
            </button>
            <button
                class="btn" type="button" aria-label="One step" title="One step (.)" aria-keyshortcuts="."
                aria-disabled={off(place.is_over || asks)} onclick={act.on(Action::Step(1))}
            >
                { icons::step() }
            </button>
        </>
    }
}

fn place(usher: &Usher) -> Place {
    let desk = usher.desk();
    let session = desk.session();
    let hall = desk.scenario().hall;
    let says = step_sentences(hall, session.stage_before(), session.step_events());
    Place {
        cursor: session.cursor(),
        steps: session.steps(),
        steps_are_known: session.steps_are_known(),
        is_over: session.is_over(),
        is_playing: desk.is_playing(),
        speed: desk.speed_name(),
        says: says.into_iter().next().unwrap_or_default(),
        anomalies: desk.anomalies().to_vec(),
        next_anomaly: None,
    }
}
