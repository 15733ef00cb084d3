//! The hall: the screen that says what happens, the seats below it, and what their signs mean.

use super::key::key;
use super::rows::axes;
use super::seat::{changed as seats, rings};
use super::sign::{drawing, group, is_start};
use super::spot;
use crate::player::paint::ground_row;
use crate::player::{Floor, Look, Markup, Shown, hall_sentence, step_sentences, strategies};
use crate::scenario::{Scope, Strategy};
use crate::texts::draw::hall as texts;
use crate::units::{Ms, Seat};
use std::rc::Rc;
use yew::{AttrValue, Html, Properties, component, html, use_memo};

/// What the hall depends on.
#[derive(Properties, PartialEq)]
pub struct HallProps {
    /// The race.
    pub shown: Shown,
    /// The virtual time that is shown: it moves between steps, and the rings of holds move with it.
    pub now: Ms,
    /// What the screen says is not announced, as while the race is played.
    #[prop_or_default]
    pub quiet: bool,
    /// Its seats can be pressed: it is no picture then.
    #[prop_or_default]
    pub pressed: bool,
}

/// What is worked out once a step, not once a frame.
struct View {
    floor: Rc<Floor>,
    /// The seats that are drawn on top of the others, in order.
    changed: Rc<Vec<Seat>>,
    label: AttrValue,
    says: String,
    when: String,
    light: Html,
    top: Html,
    pins: Html,
    foot: Html,
}

/// The hall.
#[component]
pub fn Hall(props: &HallProps) -> Html {
    let shown = &props.shown;
    let view = use_memo(shown.clone(), view);
    let floor = &view.floor;
    let seats = (Rc::clone(floor), Rc::clone(&view.changed));
    // A seat that becomes free again changes its row and no other.
    let ground = use_memo(seats, |(floor, changed)| {
        let row = |row| drawing(|out| ground_row(out, floor, changed, row));
        html! { <g>{ for floor.rows.clone().map(row) }</g> }
    });
    let size = format!("0 0 {} {}", floor.width(), floor.height());
    // It is the page's live region.
    let live = if props.quiet { "off" } else { "polite" };
    let rings = rings(shown, floor, &view.changed, props.now);
    html! {
        <section class="hall" aria-label={texts::HALL} tabindex="0">
            <div class="screen" role="status" aria-live={live}>
                <p>{ &view.says }</p>
                if !view.when.is_empty() { <small>{ &view.when }</small> }
            </div>
            <svg
                class="seats" viewBox={size} role={if props.pressed { "group" } else { "img" }} aria-label={&view.label}
                data-do="seat:"
            >
                { view.light.clone() }
                { (*ground).clone() }
                { view.top.clone() }
                <g>{ rings }</g>
                { view.pins.clone() }
                // The worker puts here what can be pressed.
                <g id="places"></g>
            </svg>
            <p class="part" hidden={floor.is_whole()}>{ floor.part() }</p>
            { whole_show(shown) }
            { view.foot.clone() }
        </section>
    }
}

fn view(shown: &Shown) -> View {
    let session = &shown.session;
    let (stage, scenario) = (session.stage(), session.scenario());
    let floor = Floor::of(scenario);
    let versions =
        strategies(session).contains(&Strategy::Optimistic) && scenario.version == Scope::Seat;
    let mut changed = Vec::new();
    for (seat, view) in stage.seats.iter().filter(|(seat, _)| floor.has(**seat)) {
        let special = !matches!(Look::of(view), Look::Free) || view.lock.is_some();
        if special || (versions && view.version > 0) {
            changed.push(*seat);
        }
    }
    let start = spot::contested(&floor, stage).filter(|_| is_start(shown));
    let mut on: Vec<Seat> = session.step_events().iter().filter_map(|e| e.seat()).collect();
    on.extend(start.map(|(seat, _)| seat));
    let beam = [floor.width() + 10, floor.height() * 3 / 5];
    let (says, when) = screen(shown);
    let mut top = Vec::new();
    axes(&mut top, &floor, &on);
    seats(&mut top, shown, &floor, &changed, versions);
    View {
        label: hall_sentence(scenario.hall, stage).into(),
        says,
        when,
        light: group(&mut |out| {
            out.put("<path class='beam' d='M-10-32H%V%H-10z'/>", &beam, &[]);
            if let Some((seat, _)) = start {
                spot::light(out, &floor, seat);
            }
        }),
        top: top.into_iter().collect(),
        pins: group(&mut |out| {
            if let Some((seat, users)) = start {
                spot::pins(out, &floor, seat, users);
            }
        }),
        foot: drawing(|out| foot(out, shown)),
        floor: Rc::new(floor),
        changed: Rc::new(changed),
    }
}

/// What the screen says: the main sentence of the step, and when it was.
pub fn screen(shown: &Shown) -> (String, String) {
    let session = &shown.session;
    let stage = session.stage();
    if stage.step == 0 {
        return (opening(shown), String::new());
    }
    let hall = session.scenario().hall;
    let all = step_sentences(hall, session.stage_before(), session.step_events());
    let when = texts::when(stage.step, stage.at);
    (all.into_iter().next().unwrap_or_default(), when)
}

/// The first sentence of the evening: who wants what.
fn opening(shown: &Shown) -> String {
    let stage = shown.session.stage();
    let users = stage.users.len();
    let most = stage.seats.values().map(|seat| seat.wanted.len()).max().unwrap_or(0);
    let seats = stage.seats.values().filter(|seat| !seat.wanted.is_empty()).count() as u32;
    match (users, most) {
        (1, _) => texts::NOBODY_TO_RACE.to_string(),
        (_, 0 | 1) => texts::NO_COMMON_SEAT.to_string(),
        _ if most == users && seats == 1 => texts::ONE_COMMON_SEAT.to_string(),
        _ if most == users => texts::COMMON_SEATS.to_string(),
        _ => texts::users_want(users as u32, seats),
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
        stage.show_lock.as_ref().map_or(texts::NOBODY.to_string(), |lock| lock.owner.to_string());
    html! {
        <p class="state" hidden={!version && !lock}>
            <span hidden={!version}>{ texts::VERSION_OF_THE_SHOW }<b>{ stage.version }</b></span>
            <span hidden={!lock}>{ texts::LOCK_OF_THE_SHOW }<b>{ owner }</b></span>
        </p>
    }
}

/// Below the seats: before the first step how many nobody wants, then the legends.
fn foot(out: &mut Markup, shown: &Shown) {
    let session = &shown.session;
    if !is_start(shown) {
        key(out, session);
        return;
    }
    let all = session.scenario().hall.seats();
    let wanted = session.stage().seats.values().filter(|seat| !seat.wanted.is_empty()).count();
    let left = all.saturating_sub(wanted as u32);
    out.put("<p class='aside'>$</p>", &[], &[&texts::seats_nobody_wants(all, left)]);
}
