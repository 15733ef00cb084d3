//! Seats with which something is going on, drawn over the ground layer.

use super::sign::{hue, ini, initial, tag};
use crate::player::Shown;
use crate::player::{Floor, HoldView, Look, SeatView};
use crate::units::{Ms, Seat, User};
use std::rc::Rc;
use yew::{Html, Properties, classes, component, html};

/// The ring around a held seat, from the top, clockwise.
const RING: &str = "M14 1h4.75a8 8 0 0 1 8 8v9a8 8 0 0 1-8 8h-9.5a8 8 0 0 1-8-8V9a8 8 0 0 1 8-8z";
/// A seat that is sold more than once bursts its place.
const BURST: f32 = 1.5;
/// The most owners whose parts are drawn in one seat; ✕n tells how many there are.
const PARTS_MAX: usize = 4;

/// How the seats on top are drawn, besides their looks.
#[derive(Clone, PartialEq)]
pub(super) struct Extras {
    /// Versions are counted for each seat, and shown.
    pub(super) versions: bool,
    /// The seats on top, in order.
    pub(super) changed: Rc<Vec<Seat>>,
}

/// A seat of the hall in its place.
pub(super) fn placed(floor: &Floor, seat: Seat, view: &SeatView, extras: &Extras) -> Html {
    let look = Look::of(view);
    let grow = match &look {
        Look::Sold(_) => BURST,
        Look::Wanted(users) if users.len() > 1 => 1.4,
        _ => 1.0,
    };
    let place = place(floor, seat, grow * floor.zoom(seat, &extras.changed));
    let version = (extras.versions && view.version > 0)
        .then(|| html! { <text class="ver" x="-1" y="27">{ format!("v{}", view.version) }</text> });
    html! { <g key={seat.0} transform={place}>
        { drawn(&look) }
        { for version }
        if view.lock.is_some() { <use href="#lock" x="24" y="20" /> }
    </g> }
}

/// Where a seat stands if it is drawn so many times its size, around its middle.
fn place(floor: &Floor, seat: Seat, grow: f32) -> String {
    let (x, y) = floor.at(seat);
    let (dx, dy) = (14.0 * (grow - 1.0), 13.0 * (grow - 1.0));
    format!("translate({:.1} {:.1}) scale({grow:.2})", x as f32 - dx, y as f32 - dy)
}

/// A seat in a box of 28, without place, lock or ring.
pub(super) fn drawn(look: &Look) -> Html {
    match look {
        Look::Free => html! { <use href="#free" /> },
        Look::Wanted(users) => crowd("#wanted", users, "15", ""),
        Look::Read(users) => crowd("#read", users, "14.5", "in"),
        Look::Held(hold) => one("#held", hold.user, "17.5", "halo"),
        Look::Spent(_) => html! { <use href="#spent" /> },
        Look::Booked(owner) => one("#booked", *owner, "15", "on"),
        Look::Sold(owners) => sold(owners),
    }
}

/// One user is named by its initial, several are counted.
fn crowd(symbol: &'static str, users: &[User], y: &'static str, size: &'static str) -> Html {
    match users {
        [user] => one(symbol, *user, y, size),
        _ => {
            let count = users.len().to_string();
            html! { <g>
                <use href={symbol} />
                <text class={ini(&count, size)} x="14" y={y}>{ count }</text>
            </g> }
        }
    }
}

fn one(symbol: &'static str, user: User, y: &'static str, class: &'static str) -> Html {
    let text = initial(user);
    html! { <g class={hue(user)}>
        <use href={symbol} />
        <text class={ini(&text, class)} x="14" y={y}>{ text }</text>
    </g> }
}

/// Split between its owners, with a gap of paper between them and the frame, and ✕n at the corner.
fn sold(owners: &[User]) -> Html {
    html! { <g>
        <rect x="-1" y="0" width="30" height="28" rx="9" class="x-halo" />
        { if owners.len() == 2 { halves(owners[0], owners[1]) } else { strips(owners) } }
        <rect x="4.75" y="2.75" width="18.5" height="16.5" rx="3" class="x-p" />
        <rect x="4.75" y="2.75" width="18.5" height="16.5" rx="3" class="x-o" />
        <path d="M1.75 11v6.5a7.5 7.5 0 0 0 7.5 7.5h9.5a7.5 7.5 0 0 0 7.5-7.5V11" class="x-o" />
        { initials(owners) }
        <g transform="translate(25 2) scale(.67)">{ tag(owners.len()) }</g>
    </g> }
}

fn halves(first: User, second: User) -> Html {
    html! { <g>
        <path class={classes!("x-u", hue(first))} d="M4.75 5.75a3 3 0 0 1 3-3h12.5a3 3 0 0 1 2.5 1.3L5.6 18.4a3 3 0 0 1-.85-2.15z" />
        <path class={classes!("x-u", hue(second))} d="M22.75 4.05a3 3 0 0 1 .5 1.7v10.5a3 3 0 0 1-3 3H7.75a3 3 0 0 1-2.15-.85z" />
        <path class="x-cut" d="M22.75 4.05L5.6 18.4" />
    </g> }
}

fn strips(owners: &[User]) -> Html {
    let parts = owners.len().clamp(1, PARTS_MAX);
    let width = 18.5 / parts as f32;
    let strips = owners.iter().take(parts).enumerate().map(|(i, owner)| {
        let (x, w) = (4.75 + width * i as f32, width - 0.75);
        html! { <rect key={i} class={classes!("x-u", hue(*owner))} x={format!("{x:.2}")} y="2.75" width={format!("{w:.2}")} height="16.5" /> }
    });
    html! { <g>{ for strips }</g> }
}

fn initials(owners: &[User]) -> Html {
    let parts = owners.len().clamp(1, PARTS_MAX);
    let texts = owners.iter().take(parts).enumerate().map(|(i, owner)| {
        // Two owners stand on both sides of the diagonal, more stand side by side.
        let (x, y) = match (parts, i) {
            (2, 0) => (10.7, 11.2),
            (2, _) => (17.5, 16.0),
            _ => (4.75 + 18.5 * (i as f32 + 0.5) / parts as f32, 13.5),
        };
        html! { <text key={i} class={classes!("ini", "on", "tiny", hue(*owner))} x={format!("{x:.1}")} y={y.to_string()}>{ initial(*owner) }</text> }
    });
    html! { <g>{ for texts }</g> }
}

/// What the seats on top depend on.
#[derive(Properties, PartialEq)]
pub(super) struct ChangedProps {
    /// The race.
    pub(super) shown: Shown,
    /// Where seats stand.
    pub(super) floor: Rc<Floor>,
    /// What they show besides their look.
    pub(super) extras: Extras,
}

/// The seats with which something is going on. Sold ones come last: they cover their neighbours.
#[component]
pub(super) fn Changed(props: &ChangedProps) -> Html {
    let (floor, extras) = (&props.floor, &props.extras);
    let stage = props.shown.session.stage();
    let drawn = stage.seats.iter().filter(|(seat, _)| extras.changed.binary_search(seat).is_ok());
    let (sold, others): (Vec<_>, Vec<_>) = drawn.partition(|(_, view)| view.owners() > 1);
    let all = others.into_iter().chain(sold);
    html! { <g>{ for all.map(|(seat, view)| placed(floor, *seat, view, extras)) }</g> }
}

/// The rings of the live holds: all that moves between two steps.
pub(super) fn rings(floor: &Floor, shown: &Shown, now: Ms, extras: &Extras) -> Html {
    let stage = shown.session.stage();
    let held = stage.seats.iter().filter(|(seat, _)| floor.has(**seat));
    let rings = held.filter_map(|(seat, view)| match Look::of(view) {
        Look::Held(hold) => Some((*seat, hold)),
        _ => None,
    });
    let rings = rings.map(|(seat, hold)| {
        let place = place(floor, seat, floor.zoom(seat, &extras.changed));
        html! { <g key={seat.0} class={hue(hold.user)} transform={place}>{ ring(left_percent(&hold, now)) }</g> }
    });
    html! { <g>{ for rings }</g> }
}

/// The ring of a hold of which so much is left.
pub(super) fn ring(left_percent: f64) -> Html {
    html! { <path d={RING} pathLength="100" class="h-r" stroke-dasharray={format!("{left_percent:.1} 100")} /> }
}

fn left_percent(hold: &HoldView, now: Ms) -> f64 {
    match hold.expires {
        None => 100.0,
        Some(expires) => {
            let all = expires.saturating_sub(hold.since).max(1);
            100.0 * (expires.saturating_sub(now).min(all)) as f64 / all as f64
        }
    }
}
