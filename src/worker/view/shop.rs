//! The shop: what the person at the page is asked and told, as a shop would, and the seats that can be pressed.

mod field;
mod pay;
mod seats;
mod talk;

use crate::lab;
use crate::player::{Ground, Markup, Stage};
use crate::scenario::Scenario;
use crate::trace::{Outcome, Trace};
use crate::units::{Seat, User};
use crate::worker::{Scene, Turn};
use field::{chosen, field, pick};
use pay::{close_form, open_form};
use seats::seats;
use talk::{Talk, talk};

/// Where what the shop says stands, and where what can be pressed does.
const TILL: &str = "<div id='shop-says' class='till'>";
const WRONG: &str = "<div id='shop-says' class='till wrong'>";
const ACTS: &str = "</div><div id='shop-acts' class='acts' aria-live='off'>";
const FORM: &str = "</div><div id='shop-acts' aria-live='off'>";

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

    /// The seats that are held for the person.
    fn holds(&self) -> &[Seat] {
        &self.stage.users[self.me.0 as usize].holds
    }

    /// The person's seats can still be chosen.
    fn is_choosing(&self) -> bool {
        self.turn == Turn::Yours && !self.has_begun()
    }

    /// The person's user has made a step.
    fn has_begun(&self) -> bool {
        self.stage.users[self.me.0 as usize].last.is_some()
    }
}

/// The bar above the race, and what can be pressed in its hall.
#[derive(Default)]
pub struct Shop {
    /// All of the bar.
    pub bar: Markup,
    /// While it has a field for a seat: what stands around that field, by place. Else nothing.
    pub parts: Vec<(&'static str, Markup)>,
    /// The seats to be pressed.
    pub places: Markup,
}

/// The shop of the race on show. `typed` stands in the field for a seat, if there is one.
pub fn shop(scene: &Scene, me: User, typed: &str) -> Shop {
    let scenario = &scene.scenario;
    let mut race = lab::race(scenario, scene.contest);
    race.follow(&scene.order);
    let (steps, over) = (race.position(), race.is_over());
    let (trace, _) = race.into_parts();
    let stage = Stage::at_step(&Ground::new(scenario, scene.contest), &trace, steps);
    let counter = Counter { scenario, stage, trace, over, turn: scene.turn, me };
    let places = if scene.turn == Turn::None { Markup::new() } else { seats(&counter) };
    let talk = talk(&counter);
    let (says, acts) = (till(&talk), acts(&counter, &talk));
    let mut bar = Markup::new();
    bar.raw("<div class='counter'>");
    bar.raw(if talk.wrong { WRONG } else { TILL });
    bar.append(says.clone());
    bar.raw(if talk.pays { FORM } else { ACTS });
    bar.append(acts.clone());
    bar.raw("</div></div>");
    let mut parts = Vec::new();
    if counter.is_choosing() {
        bar.append(field(&counter, typed));
        let pick = pick(&counter, typed);
        let chosen = chosen(&counter);
        parts = vec![
            ("shop-says", says),
            ("shop-acts", acts),
            ("shop-pick", pick),
            ("shop-chosen", chosen),
        ];
    }
    Shop { bar, parts, places }
}

fn till(talk: &Talk) -> Markup {
    let mut out = Markup::new();
    out.put("<h2>$</h2>", &[], &[&talk.says]);
    if !talk.more.is_empty() {
        out.put("<p>$</p>", &[], &[&talk.more]);
    }
    out
}

/// What can be pressed; in a payment form, where something is paid for.
fn acts(counter: &Counter<'_>, talk: &Talk) -> Markup {
    let mut out = Markup::new();
    if talk.pays {
        open_form(&mut out, counter, talk.until);
    }
    for act in &talk.acts {
        let class = if act.is_gold { "play" } else { "btn" };
        match act.note {
            None => out.put(
                "<button class='$' type='button' data-do='$'>$</button>",
                &[],
                &[class, act.does, &act.name],
            ),
            Some(note) => out.put(
                "<li><button class='$' type='button' data-do='$' aria-describedby='note-$'>$</button> \
                 <small id='note-$'>$</small></li>",
                &[],
                &[class, act.does, act.does, &act.name, act.does, note],
            ),
        }
    }
    if talk.pays {
        close_form(&mut out);
    }
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
