//! The doom curve, under the lanes: of all ways to go on from each step, the share that goes wrong.
//!
//! It is drawn in the coordinates of the lanes, so that a step of the curve stands under the same step of the race.

use super::words::percent;
use crate::explore::{Doom, Share};
use crate::player::{Markup, Window};
use crate::texts::worker::doom as texts;
use num_bigint::BigUint;

const TOP: i32 = 12;
const HIGH: i32 = 40;
const STEP: i32 = 24;

/// The curve over the steps that the lanes show.
pub fn doom(doom: &Doom, window: Window) -> Markup {
    let mut out = Markup::new();
    let (width, height) = (window.width(), TOP + HIGH + 10);
    let says = says(doom);
    // Words stay where they can be read when the drawing scrolls.
    out.put("<p class='doom-cap'>$</p>", &[], &[texts::CAPTION]);
    out.put(
        "<svg class='plot doom' width='$' viewBox='0 0 % %' role='img' aria-label='$'>",
        &[width, height],
        &[&format!("{}em", width / 12), &says],
    );
    ground(&mut out, doom, window);
    curve(&mut out, doom, window);
    marks(&mut out, doom, window);
    out.put("</svg><p class='doom-says'>$</p>", &[], &[&says]);
    out
}

/// Where a choice's step stands; the start of the drawing for what lies before it.
fn x(window: Window, step: usize) -> i32 {
    let step = step as i32 - window.first as i32 + 1;
    step.max(0) * STEP
}

fn y(share: &Share) -> i32 {
    TOP + HIGH - (share.millionths() / 1_000) as i32 * HIGH / 1_000
}

fn ground(out: &mut Markup, doom: &Doom, window: Window) {
    for (y, label) in [(TOP, texts::ALL), (TOP + HIGH, texts::NONE)] {
        out.put("<path class='dg' d='M0 %H%'/>", &[y, Window::width_max()], &[]);
        let numbers = [Window::width_max(), y - 3];
        out.put("<text class='far fade' x='%' y='%'>$</text>", &numbers, &[label]);
    }
    if let Some(sealed) = doom.sealed {
        let from = x(window, sealed as usize);
        let to = x(window, doom.shares.len() - 1) + STEP / 2;
        let wash = "<rect class='dw' x='%' y='%' width='%' height='%'/>";
        out.put(wash, &[from, TOP, (to - from).max(0), HIGH], &[]);
    }
}

/// A stair: the share holds from one step to the next. From where nothing can be saved on it is loud and dashed.
fn curve(out: &mut Markup, doom: &Doom, window: Window) {
    let sealed = doom.sealed.map_or(usize::MAX, |at| at as usize);
    let from = (window.first as usize).saturating_sub(1);
    for (step, share) in doom.shares.iter().enumerate().skip(from) {
        let class = if step >= sealed { "dl bad" } else { "dl" };
        let at = x(window, step).max(4);
        let next = doom.shares.get(step + 1);
        let end = if next.is_some() { x(window, step + 1) } else { at + STEP / 2 };
        out.put("<path class='$' d='M% %H%'/>", &[at, y(share), end], &[class]);
        if let Some(next) = next {
            out.put("<path class='dl' d='M% %V%'/>", &[end, y(share), y(next)], &[]);
        }
    }
}

/// The last choice after which all could still end well, and the one that sealed it.
fn marks(out: &mut Markup, doom: &Doom, window: Window) {
    let place = |step: u32| {
        let share = doom.shares.get(step as usize)?;
        (step + 1 >= window.first).then(|| (x(window, step as usize).max(6), y(share)))
    };
    if let Some((x, y)) = doom.last_safe.and_then(place) {
        out.put("<circle class='dp' cx='%' cy='%' r='4'/>", &[x, y], &[]);
    }
    if let Some((x, y)) = doom.sealed.and_then(place) {
        out.put("<path class='cue' d='M% %V%'/>", &[x, 2, TOP + HIGH], &[]);
        out.put(
            "<rect class='x-tag' x='%' y='%' width='18' height='13' rx='2'/>",
            &[x - 9, y - 7],
            &[],
        );
        out.put("<text class='x-t' x='%' y='%'>✕</text>", &[x, y + 4], &[]);
    }
}

/// The same in words.
fn says(doom: &Doom) -> String {
    let Some(last) = doom.shares.last() else { return String::new() };
    match doom.sealed {
        None if last.is_certain() && doom.shares.len() > 1 => texts::NOTHING_COULD_SAVE.to_owned(),
        Some(sealed) => texts::sealed(sealed),
        None if last.bad == BigUint::ZERO => texts::SAFE.to_owned(),
        None => texts::go_wrong(&percent(&last.bad, &last.all)),
    }
}
