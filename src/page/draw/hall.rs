//! The hall: the screen that says what happens, the seats below it, and what their signs mean.

use super::key::Key;
use super::rows::{Axes, Rows};
use super::seat::{Changed, Extras, rings};
use super::sign::{is_start, strategies};
use super::spot;
use crate::lab;
use crate::player::{
    Floor, Look, Shown, capital, clock, count, figures, hall_sentence, plural, step_sentences,
};
use crate::scenario::{Expiry, Scope, Strategy};
use crate::units::{Hall as Shape, Ms, Seat};
use std::rc::Rc;
use yew::{AttrValue, Html, Properties, component, html, use_memo};

/// What the hall depends on.
#[derive(Properties, PartialEq)]
pub struct HallProps {
    /// The race.
    pub shown: Shown,
    /// The virtual time that is shown: it moves between steps, and the rings of holds move with it.
    pub now: Ms,
    /// The race is being played: the screen is not announced step by step.
    #[prop_or_default]
    pub playing: bool,
}

/// What is worked out once a step, not once a frame.
#[derive(PartialEq)]
struct View {
    floor: Rc<Floor>,
    on: Rc<Vec<Seat>>,
    extras: Extras,
    label: AttrValue,
}

/// The hall.
#[component]
pub fn Hall(props: &HallProps) -> Html {
    let shown = &props.shown;
    let floor = use_memo(shown.clone(), floor);
    let view = use_memo((shown.clone(), Rc::clone(&floor)), |(shown, floor)| view(shown, floor));
    let start = is_start(shown).then(|| spot::contested(&floor, shown.session.stage())).flatten();
    let grow = (floor.width() as f32 / 520.0).clamp(1.0, 3.0);
    let size = format!("0 0 {} {}", floor.width(), floor.height());
    let beam = format!("M-10-32H{}V{}H-10z", floor.width() + 10, floor.height() * 3 / 5);
    html! {
        <section class="hall" aria-label="Hall" tabindex="0">
            <Screen shown={shown.clone()} playing={props.playing} />
            <svg class="seats" viewBox={size} role="img" aria-label={view.label.clone()}>
                <path class="beam" d={beam} />
                <g>{ for start.as_ref().map(|(seat, _)| spot::light(&floor, *seat, grow)) }</g>
                <Rows floor={Rc::clone(&floor)} changed={Rc::clone(&view.extras.changed)} />
                <Axes floor={Rc::clone(&floor)} on={Rc::clone(&view.on)} />
                <Changed shown={shown.clone()} floor={Rc::clone(&floor)} extras={view.extras.clone()} />
                { rings(&floor, shown, props.now, &view.extras) }
                <g>{ for start.as_ref().map(|(seat, users)| spot::pins(&floor, *seat, users, grow)) }</g>
            </svg>
            { part(&floor) }
            { whole_show(shown) }
            <Foot shown={shown.clone()} />
        </section>
    }
}

fn floor(shown: &Shown) -> Floor {
    let scenario = shown.session.scenario();
    let wanted: Vec<Seat> = lab::wants(scenario).into_iter().flatten().collect();
    Floor::new(scenario.hall, &wanted)
}

fn view(shown: &Shown, floor: &Rc<Floor>) -> View {
    let session = &shown.session;
    let (stage, scenario) = (session.stage(), session.scenario());
    let versions =
        strategies(session).contains(&Strategy::Optimistic) && scenario.version == Scope::Seat;
    let on_top = stage.seats.iter().filter(|(seat, view)| {
        let special = !matches!(Look::of(view), Look::Free) || view.lock.is_some();
        floor.has(**seat) && (special || (versions && view.version > 0))
    });
    let changed: Vec<Seat> = on_top.map(|(seat, _)| *seat).collect();
    let mut on: Vec<Seat> = session.step_events().iter().filter_map(|e| e.seat()).collect();
    if stage.step == 0 {
        on.extend(spot::contested(floor, stage).map(|(seat, _)| seat));
    }
    on.sort_unstable();
    on.dedup();
    View {
        floor: Rc::clone(floor),
        on: Rc::new(on),
        extras: Extras { versions, changed: Rc::new(changed) },
        label: hall_sentence(scenario.hall, stage).into(),
    }
}

/// What the screen and the foot depend on.
#[derive(Properties, PartialEq)]
struct StepProps {
    shown: Shown,
    #[prop_or_default]
    playing: bool,
}

/// The screen: the main sentence of the step. It is the page's live region; while the race is played it keeps quiet.
#[component]
fn Screen(props: &StepProps) -> Html {
    let session = &props.shown.session;
    let stage = session.stage();
    let live = if props.playing { "off" } else { "polite" };
    let (says, when) = if stage.step == 0 {
        (opening(&props.shown), None)
    } else {
        let hall = session.scenario().hall;
        let all = step_sentences(hall, session.stage_before(), session.step_events());
        let says = all.into_iter().next().unwrap_or_default();
        (says, Some(format!("step {}, at {}", stage.step, clock(stage.at))))
    };
    html! {
        <div class="screen" role="status" aria-live={live}>
            <p>{ says }</p>
            if let Some(when) = when { <small>{ when }</small> }
        </div>
    }
}

/// The first sentence of the evening: who wants what.
fn opening(shown: &Shown) -> String {
    let stage = shown.session.stage();
    let users = stage.users.len();
    let most = stage.seats.values().map(|seat| seat.wanted.len()).max().unwrap_or(0);
    let seats = stage.seats.values().filter(|seat| !seat.wanted.is_empty()).count() as u32;
    match (users, most) {
        (1, _) => "One user, and nobody to race.".to_string(),
        (_, 0 | 1) => "Nobody wants what another wants.".to_string(),
        _ if most == users && seats == 1 => "Everyone wants the same seat.".to_string(),
        _ if most == users => "Everyone wants the same seats.".to_string(),
        _ => {
            let users = capital(&count(users as u32));
            format!("{users} users want {} {}.", count(seats), plural(seats, "seat"))
        }
    }
}

/// Says that only a part of the hall is drawn, and which.
fn part(floor: &Floor) -> Html {
    let hall = floor.hall;
    let (rows, cols) = (&floor.rows, &floor.cols);
    html! {
        <p class="part" hidden={floor.is_whole()}>{ format!(
            "Rows {} to {}, seats {} to {}, of a hall of {} rows of {}: the part around the wanted seats.",
            Shape::row_name(rows.start), Shape::row_name(rows.end - 1),
            cols.start + 1, cols.end, figures(hall.rows.into()), figures(hall.cols.into()),
        ) }</p>
    }
}

/// What belongs to the show and to no seat: its version, its lock.
fn whole_show(shown: &Shown) -> Html {
    let session = &shown.session;
    let (stage, scenario) = (session.stage(), session.scenario());
    let cast = strategies(session);
    let version = cast.contains(&Strategy::Optimistic) && scenario.version == Scope::Show;
    let lock = cast.contains(&Strategy::Pessimistic) && scenario.lock == Scope::Show;
    let owner =
        stage.show_lock.as_ref().map_or("nobody".to_string(), |lock| lock.owner.to_string());
    html! {
        <p class="state" hidden={!version && !lock}>
            <span hidden={!version}>{ "version of the show " }<b>{ stage.version }</b></span>
            <span hidden={!lock}>{ "lock of the show: " }<b>{ owner }</b></span>
        </p>
    }
}

/// Below the seats: before the first step how many nobody wants, then the legends.
#[component]
fn Foot(props: &StepProps) -> Html {
    let session = &props.shown.session;
    let scenario = session.scenario();
    if is_start(&props.shown) {
        let all = scenario.hall.seats();
        let wanted =
            session.stage().seats.values().filter(|seat| !seat.wanted.is_empty()).count() as u32;
        let left = all.saturating_sub(wanted);
        let seats = format!("{} {}.", capital(&count(all)), plural(all, "seat"));
        let rest = match left {
            0 => "Every one of them is wanted.".to_string(),
            1 => "One of them nobody wants.".to_string(),
            _ => format!("{} of them nobody wants.", capital(&count(left))),
        };
        return html! { <p class="aside">{ seats }{ " " }{ rest }</p> };
    }
    html! {
        <Key
            strategies={strategies(session)}
            spent={scenario.expiry != Expiry::Timer}
            crash={scenario.crash > 0}
        />
    }
}
