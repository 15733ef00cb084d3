//! The shop: what the person at the page is asked and told, as a shop would, and the seats that can be pressed.

mod field;
mod pay;
mod seats;
mod talk;

use crate::lab;
use crate::player::{Ground, Markup, Stage};
use crate::scenario::Scenario;
use crate::texts::forms::lapse;
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
/// Where what is said of the seat in the field stands: only a bar with such a field has it.
pub const PICK: &str = "shop-pick";

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
    /// What the bar has places for: while that stays, only what is new is put, each in its place.
    pub layout: [&'static str; 3],
    /// What stands in these places, but for the time that is left: the page counts it down by itself.
    pub parts: Vec<(&'static str, Markup)>,
    /// The time that is left, for what the form has in the place `left`.
    pub left: Option<Markup>,
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
    let layout = [
        if talk.wrong { WRONG } else { TILL },
        if talk.pays { FORM } else { ACTS },
        if counter.is_choosing() { PICK } else { "" },
    ];
    let says = till(&talk);
    let left = time_left(&counter, &talk);
    let mut bar = Markup::new();
    bar.raw("<div class='counter'>");
    bar.raw(layout[0]);
    bar.append(says.clone());
    bar.raw(layout[1]);
    bar.append(acts(&counter, &talk, left.clone()));
    bar.raw("</div></div>");
    let mut parts = vec![("shop-says", says), ("shop-acts", acts(&counter, &talk, None))];
    if counter.is_choosing() {
        bar.append(field(&counter, typed));
        parts.push((PICK, pick(&counter, typed)));
        parts.push(("shop-chosen", chosen(&counter)));
    }
    Shop { bar, layout, parts, left, places }
}

/// How long a hold still lives, where it ends.
fn time_left(counter: &Counter<'_>, talk: &Talk) -> Option<Markup> {
    let until = talk.until?;
    let mut out = Markup::new();
    out.text(&lapse(until.saturating_sub(counter.stage.at)));
    Some(out)
}

fn till(talk: &Talk) -> Markup {
    let mut out = Markup::new();
    out.put("<h2>$</h2>", &[], &[&talk.says]);
    if !talk.more.is_empty() {
        out.put("<p>$</p>", &[], &[&talk.more]);
    }
    out
}

/// What can be pressed; in a payment form with the time that is left, where something is paid for.
fn acts(counter: &Counter<'_>, talk: &Talk, left: Option<Markup>) -> Markup {
    let mut out = Markup::new();
    if talk.pays {
        open_form(&mut out, counter, talk.until, left);
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
