//! The transport: play, step, back, scrub, speed.

use super::icons;
use super::lab::Act;
use crate::player::desk::Mode;
use crate::player::{Action, Desk, along, step_sentences};
use crate::texts::transport as texts;
use crate::units::Ms;
use web_sys::HtmlInputElement;
use yew::prelude::*;

/// What the transport shows, without the session: equal while nothing of it changes.
#[derive(Clone, PartialEq)]
pub(super) struct Place {
    pub(super) cursor: u32,
    pub(super) steps: u32,
    /// Whether `steps` is the length of the whole run.
    pub(super) steps_are_known: bool,
    pub(super) is_over: bool,
    pub(super) is_playing: bool,
    /// Somebody takes part.
    pub(super) is_seated: bool,
    pub(super) speed: &'static str,
    /// What happens at the cursor.
    pub(super) says: String,
    pub(super) anomalies: Vec<u32>,
    pub(super) next_anomaly: Option<u32>,
}

impl Place {
    /// The place of a desk.
    pub(super) fn of(desk: &Desk) -> Place {
        let session = desk.session();
        let hall = desk.scenario().hall;
        let says = match desk.mode() {
            // One step of each race has too many sentences for a slider.
            Mode::Compare => vec![texts::ALL_RACES.to_owned()],
            _ => step_sentences(hall, session.stage_before(), session.step_events()),
        };
        Place {
            cursor: session.cursor(),
            steps: session.steps(),
            steps_are_known: session.steps_are_known(),
            is_over: session.is_over(),
            is_playing: desk.is_playing(),
            is_seated: desk.is_seated(),
            speed: desk.speed_name(),
            says: says.into_iter().next().unwrap_or_default(),
            anomalies: desk.anomalies().to_vec(),
            next_anomaly: desk.next_anomaly(),
        }
    }
}

#[derive(Properties, PartialEq)]
pub(super) struct TransportProps {
    pub(super) act: Act,
    pub(super) place: Place,
    /// The lanes show virtual time.
    pub(super) timed: bool,
    /// Virtual time that is not played out, in ms.
    pub(super) hurries: Option<Ms>,
}

/// The foot of the page.
#[component]
pub(super) fn Transport(props: &TransportProps) -> Html {
    let Place { cursor, steps, steps_are_known, next_anomaly, is_over, is_seated, .. } =
        props.place;
    // A person's race is not looked ahead of.
    let ended = is_over || is_seated;
    let ahead = (ended, ended && next_anomaly.is_none());
    html! {
        <footer class="drive" aria-label={texts::TRANSPORT}>
            <div class="keys">{ keys(&props.act, &props.place) }</div>
            { scrubber(&props.act, &props.place) }
            <div id="branches"></div>
            <div class="more">
                <span class="pos"><b>{ cursor }</b>{ texts::of_steps(steps, steps_are_known) }</span>
                if let Some(ms) = props.hurries {
                    <span class="pos pass">{ texts::pass(ms) }</span>
                }
                { speed(&props.act, props.place.speed) }
                <button
                    class="btn axis" type="button" data-do="axis:" aria-pressed={props.timed.to_string()}
                    title={texts::TO_SCALE_TITLE}
                >
                    { texts::TO_SCALE }
                </button>
                <button
                    class="btn to-conf" type="button" data-do="conflict:" aria-keyshortcuts="]" aria-disabled={off(ahead.0)}
                    aria-label={texts::NEXT_CONFLICT} title={texts::NEXT_CONFLICT_TITLE}
                >
                    { icons::conflict() }
                </button>
                <button
                    class="btn to-bad" type="button" data-do="anomaly:" aria-keyshortcuts="E" aria-disabled={off(ahead.1)}
                    aria-label={texts::NEXT_ANOMALY} title={texts::NEXT_ANOMALY_TITLE}
                >
                    { icons::wrong() }
                </button>
            </div>
        </footer>
    }
}

/// A button that stays where it is and does nothing now.
fn off(off: bool) -> Option<&'static str> {
    off.then_some("true")
}

fn keys(act: &Act, place: &Place) -> Html {
    let (sign, play) = match place {
        Place { is_playing: true, .. } => (icons::pause(), texts::PAUSE),
        Place { is_seated: true, .. } => (icons::play(), texts::LET_IT_RUN),
        Place { cursor: 0, .. } => (icons::play(), texts::PLAY_THE_RACE),
        Place { is_over: true, .. } => (icons::play(), texts::PLAY_AGAIN),
        _ => (icons::play(), texts::PLAY),
    };
    html! {
        <>
            <button
                id="restart" class="btn" type="button" aria-label={texts::RESTART} title={texts::RESTART_TITLE} aria-keyshortcuts="R"
                onclick={act.on(Action::Seek(0))}
            >
                { icons::restart() }
            </button>
            <button
                id="back" class="btn" type="button" aria-label={texts::ONE_STEP_BACK} title={texts::ONE_STEP_BACK_TITLE}
                aria-keyshortcuts="," aria-disabled={off(place.cursor == 0)} onclick={act.on(Action::Step(-1))}
            >
                { icons::back() }
            </button>
            <button
                id="play" class="play" type="button" title={texts::PLAY_TITLE} aria-keyshortcuts="Space K"
                onclick={act.on(Action::Toggle)}
            >
                { sign }
                <span>{ play }</span>
            </button>
            <button
                id="step" class="btn" type="button" aria-label={texts::ONE_STEP} title={texts::ONE_STEP_TITLE} aria-keyshortcuts="."
                aria-disabled={off(place.is_over)} onclick={act.on(Action::Step(1))}
            >
                { icons::step() }
                <span>{ texts::STEP }</span>
            </button>
        </>
    }
}

/// A native slider over a rail that shows what has passed and where something broke.
pub(super) fn scrubber(act: &Act, place: &Place) -> Html {
    let act = act.clone();
    let seek = Callback::from(move |event: InputEvent| {
        let input = event.target_dyn_into::<HtmlInputElement>();
        if let Some(step) = input.and_then(|input| input.value().parse().ok()) {
            act.now(Action::Seek(step));
        }
    });
    let part = |step: u32| along(step, place.steps);
    let at = part(place.cursor);
    let says = texts::at_step(place.cursor, place.steps, &place.says);
    let anomaly = |step: &u32| {
        html! {
            <svg key={*step} class="wrong" x={part(*step)} y="0" width="1" height="1" viewBox="0 0 1 1">
                <rect x="-6" y="0" width="12" height="12" rx="2"/><path d="M-2.5 3.500l5 5M2.500 3.500l-5 5"/>
            </svg>
        }
    };
    html! {
        <div class="scrub">
            <svg class="rail" aria-hidden="true">
                <line class="tr" x1="0" x2="100%" y1="22" y2="22"/>
                <line class="tr done" x1="0" x2={at} y1="22" y2="22"/>
                <g>{ for place.anomalies.iter().map(anomaly) }</g>
            </svg>
            <input
                type="range" min="0" max={place.steps.to_string()} step="1" value={place.cursor.to_string()}
                aria-label={texts::STEP} aria-valuetext={says} oninput={seek}
            />
        </div>
    }
}

pub(super) fn speed(act: &Act, speed: &'static str) -> Html {
    html! {
        <div class="speed" role="group" aria-label={texts::SPEED}>
            <button
                class="btn" type="button" aria-label={texts::SLOWER} title={texts::SLOWER_TITLE} aria-keyshortcuts="<"
                onclick={act.on(Action::Slower)}
            >
                { "−" }
            </button>
            <output>{ speed }</output>
            <button
                class="btn" type="button" aria-label={texts::FASTER} title={texts::FASTER_TITLE} aria-keyshortcuts=">"
                onclick={act.on(Action::Faster)}
            >
                { "+" }
            </button>
        </div>
    }
}
