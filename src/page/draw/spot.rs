//! The circle of light before the first step, and those who stand in it.

use super::sign::{hue, ini, initial};
use crate::player::{Floor, Stage};
use crate::units::{Seat, User};
use yew::{Html, html};

/// Around a seat, so many users can stand; one more pin counts the others.
const PINS_MAX: usize = 9;
const REACH: f64 = 50.0;

/// The seat that most users want, if several want it and it is drawn.
pub(super) fn contested(floor: &Floor, stage: &Stage) -> Option<(Seat, Vec<User>)> {
    let drawn = stage.seats.iter().filter(|(seat, _)| floor.has(**seat));
    // The first of equals, so that the light does not depend on what comes last.
    let most = drawn.rev().max_by_key(|(_, view)| view.wanted.len())?;
    (most.1.wanted.len() > 1).then(|| (*most.0, most.1.wanted.clone()))
}

/// The circle of light, below the seats.
pub(super) fn light(floor: &Floor, seat: Seat, grow: f32) -> Html {
    let (x, y) = middle(floor, seat);
    let r = 68.0 * grow;
    html! { <circle class="spot" cx={x.to_string()} cy={y.to_string()} r={r.to_string()} /> }
}

/// The users around the seat, each pointing at it, above the seats.
pub(super) fn pins(floor: &Floor, seat: Seat, users: &[User], grow: f32) -> Html {
    let (x, y) = middle(floor, seat);
    let drawn = if users.len() > PINS_MAX { PINS_MAX - 1 } else { users.len() };
    let more = users.len() - drawn;
    let count = drawn + usize::from(more > 0);
    let angles = arc(floor, seat, count);
    let pins = users
        .iter()
        .take(drawn)
        .zip(&angles)
        .map(|(user, angle)| pin(hue(*user), &initial(*user), *angle));
    let rest = (more > 0).then(|| pin("z", &format!("+{more}"), angles[drawn]));
    html! {
        <g transform={format!("translate({x} {y}) scale({grow:.2})")}>
            <g>{ for pins }</g>
            <g>{ for rest }</g>
        </g>
    }
}

fn pin(class: &'static str, text: &str, degrees: f64) -> Html {
    let (sin, cos) = degrees.to_radians().sin_cos();
    let place = format!("translate({:.1} {:.1})", cos * REACH, sin * REACH);
    let turn = format!("rotate({:.0})", degrees + 180.0);
    let mut classes = ini(text, "on");
    classes.push("big");
    html! { <g key={text.to_string()} class={class} transform={place}>
        <path class="pin" transform={turn} d="M25 0L9.5 9A13 13 0 1 1 9.5-9z" />
        <text class={classes} y="4.5">{ text.to_string() }</text>
    </g> }
}

fn middle(floor: &Floor, seat: Seat) -> (i32, i32) {
    let (x, y) = floor.at(seat);
    (x + 14, y + 13)
}

/// Directions in degrees, 0 to the right and clockwise: a half circle away from the wall the seat stands at, or all around.
fn arc(floor: &Floor, seat: Seat, count: usize) -> Vec<f64> {
    let (x, _) = middle(floor, seat);
    let reach = (REACH + 13.0) as i32;
    let side = match (x < floor.left() + reach, x > floor.right() - reach) {
        (true, false) => Some(0.0),
        (false, true) => Some(180.0),
        _ => None,
    };
    let spread = (38.0 * (count.max(1) - 1) as f64).min(190.0);
    let step = |all: f64| all / (count.max(2) - 1) as f64;
    match side {
        Some(towards) => {
            (0..count).map(|i| towards - spread / 2.0 + step(spread) * i as f64).collect()
        }
        None => (0..count).map(|i| -90.0 + 360.0 / count.max(1) as f64 * i as f64).collect(),
    }
}
