//! The shop: what the person at the page is asked and told, as a shop would, and the seats that can be pressed.

mod seats;
mod talk;

use crate::lab;
use crate::player::{Ground, Markup, Stage};
use crate::scenario::Scenario;
use crate::texts::forms::lapse;
use crate::trace::{Outcome, Trace};
use crate::units::{Ms, Seat, User};
use crate::worker::{Scene, Turn};
use seats::seats;
use talk::{Talk, talk};

/// What the shop knows of the race on show.
struct Counter<'a> {
    scenario: &'a Scenario,
    stage: Stage,
    trace: Trace,
    over: bool,
    turn: Turn,
    me: User,
}

impl Counter<'_> {
    /// The seats that the person has chosen, by name.
    fn chosen(&self) -> Vec<String> {
        self.scenario.clicks.iter().map(|seat| self.scenario.hall.name(*seat)).collect()
    }

    /// The person's user has made a step.
    fn has_begun(&self) -> bool {
        self.stage.users[self.me.0 as usize].last.is_some()
    }
}

/// The bar above the race, and what can be pressed in its hall.
pub fn shop(scene: &Scene, me: User) -> (Markup, Markup) {
    let scenario = &scene.scenario;
    let mut race = lab::race(scenario, scene.contest);
    race.follow(&scene.order);
    let (steps, over) = (race.position(), race.is_over());
    let (trace, _) = race.into_parts();
    let stage = Stage::at_step(&Ground::new(scenario, scene.contest), &trace, steps);
    let counter = Counter { scenario, stage, trace, over, turn: scene.turn, me };
    let places = if scene.turn == Turn::None { Markup::new() } else { seats(&counter) };
    (bar(talk(&counter), counter.stage.at), places)
}

fn bar(talk: Talk, at: Ms) -> Markup {
    let mut out = Markup::new();
    let class = if talk.wrong { "till wrong" } else { "till" };
    out.put("<div class='$'><h2>$</h2><p>$", &[], &[class, &talk.says, &talk.more]);
    if let Some(until) = talk.until {
        // The page counts on from here.
        let left = lapse(until.saturating_sub(at));
        out.put(
            " <b id='left' role='timer' aria-live='off' data-until='$'>$</b>",
            &[],
            &[&until.to_string(), &left],
        );
    }
    out.raw("</p></div><div class='acts'>");
    for (does, name, gold) in talk.acts {
        let class = if gold { "play" } else { "btn" };
        out.put(
            "<button class='$' type='button' data-do='$'>$</button>",
            &[],
            &[class, does, &name],
        );
    }
    out.raw("</div>");
    out
}

/// Everybody who was told that it has one of these seats, but this user.
fn others_told(counter: &Counter<'_>) -> Vec<User> {
    let mut others: Vec<User> = Vec::new();
    for user in counter.scenario.clicks.iter().flat_map(|seat| told_of(counter, *seat)) {
        if !others.contains(&user) {
            others.push(user);
        }
    }
    others
}

/// Those of the seats that somebody else was told to have, by name.
fn shared(counter: &Counter<'_>) -> Vec<String> {
    let mine = counter.scenario.clicks.iter().copied();
    let shared = mine.filter(|seat| told_of(counter, *seat).next().is_some());
    shared.map(|seat| counter.scenario.hall.name(seat)).collect()
}

/// Who else was told that it has this seat.
fn told_of<'a>(counter: &'a Counter<'_>, seat: Seat) -> impl Iterator<Item = User> + use<'a> {
    let (view, me) = (counter.stage.seats.get(&seat), counter.me);
    let told = view.into_iter().flat_map(|view| &view.tickets).map(|(user, _)| *user);
    told.filter(move |user| *user != me)
}

/// The last thing that the person's user was answered.
fn last(counter: &Counter<'_>) -> Option<Outcome> {
    counter.stage.users[counter.me.0 as usize].last.map(|event| event.outcome)
}
