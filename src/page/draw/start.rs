//! Before the first step: who is about to race for what, and the question that the race will answer.

use super::sign::{disc, drawing, glyph_icon, hue, initial};
use crate::lab::Contest;
use crate::player::{Glyph, Markup, Shown, Stage, UserState, about_to};
use crate::scenario::Strategy;
use crate::texts::forms::{capital, count, listed, plural};
use crate::trace::Op;
use crate::units::{Hall, User};
use yew::{Html, Properties, component, html};

/// The most users of the cast list.
const CAST_MAX: usize = 12;
/// From so many on their lines are low.
const MANY: usize = 6;

/// What the panel depends on.
#[derive(Properties, PartialEq)]
pub struct StartProps {
    /// The race, at step 0.
    pub shown: Shown,
}

/// The panel; it stands in the place of the lanes.
#[component]
pub fn Start(props: &StartProps) -> Html {
    let session = &props.shown.session;
    let (stage, hall) = (session.stage(), session.scenario().hall);
    let drawn = if stage.users.len() > CAST_MAX { CAST_MAX - 1 } else { stage.users.len() };
    let more = stage.users.len() - drawn;
    let many = if stage.users.len() > MANY { "cast many" } else { "cast" };
    let cast = drawing(|out| {
        for user in (0..drawn as u32).map(User) {
            line(out, hall, stage, user);
        }
        if more > 0 {
            out.put("<li class='rest'>and $ more</li>", &[], &[&count(more as u32)]);
        }
    });
    html! {
        <section class="lanes opening" aria-label="The race to come">
            <h2>{ headline(stage) }</h2>
            <p class="lead">{ question(session.contest(), hall, stage) }</p>
            <ol class={many} aria-label="Cast">{ cast }</ol>
            <p class="invite"><button class="btn" type="button" data-do="sit:">{ "Race against others yourself" }</button></p>
        </section>
    }
}

fn line(out: &mut Markup, hall: Hall, stage: &Stage, user: User) {
    out.put("<li class='$'>", &[], &[hue(user)]);
    disc(out, user, "");
    let dots = "<b>$</b><span class='dots' aria-hidden='true'></span><span class='to'>";
    out.put(dots, &[], &[&user.to_string()]);
    if let Some(view) = stage.users.get(user.0 as usize) {
        if let UserState::About(intent) = view.state
            && let Some(glyph) = glyph(intent.op)
        {
            glyph_icon(out, glyph.symbol(), "mark");
        }
        let (bold, rest, _) = about_to(hall, stage, &view.state);
        // One text: around a picture each text is a box of its own.
        out.put("$ $", &[], &[&bold, &rest]);
    }
    out.raw("</span>");
    if user.letter().is_some() {
        let texts = [user.to_string(), initial(user)];
        // The root of the page hears it; the worker says beside it what can still happen.
        out.put(
            "<button type='button' data-do='choose:$' aria-label='Let $ step first'>$</button>\
             <span id='future-$'></span>",
            &[],
            &[&texts[1], &texts[0], &texts[1], &texts[1]],
        );
    }
    out.raw("</li>");
}

/// The shape of what a user is about to do first.
fn glyph(op: Op) -> Option<Glyph> {
    match op {
        Op::Read | Op::Check => Some(Glyph::Read),
        Op::Lock => Some(Glyph::Lock),
        Op::Reserve => Some(Glyph::Reserve),
        _ => None,
    }
}

/// The most who want the same seat, and how many seats are wanted at all.
fn crowd(stage: &Stage) -> (usize, u32) {
    let wanted = stage.seats.values().map(|seat| seat.wanted.len()).filter(|n| *n > 0);
    (wanted.clone().max().unwrap_or(0), wanted.count() as u32)
}

fn headline(stage: &Stage) -> String {
    let users = stage.users.len() as u32;
    let people = if users == 1 { "person is" } else { "people are" };
    let who = format!("{} {people}", capital(&count(users)));
    match crowd(stage) {
        (most, 1) if most > 1 => format!("{who} about to press the same seat."),
        (most, _) if most == users as usize && most > 1 => {
            format!("{who} about to press the same seats.")
        }
        (0 | 1, _) if users > 1 => format!("{who} about to book, each a seat of their own."),
        (_, seats) => format!("{who} about to press {} {}.", count(seats), plural(seats, "seat")),
    }
}

/// What they do, and what one may wonder.
fn question(contest: Contest, hall: Hall, stage: &Stage) -> String {
    let wanted = stage.seats.iter().filter(|(_, view)| !view.wanted.is_empty());
    let names: Vec<String> = wanted.map(|(seat, _)| hall.name(*seat)).collect();
    let (it, one) = match names.as_slice() {
        [name] => (name.clone(), true),
        [_, _] | [_, _, _] if crowd(stage).0 == stage.users.len() => (listed(&names), false),
        _ => ("the seat".to_string(), true),
    };
    let is = if one { "is" } else { "are" };
    match contest {
        Contest::All(Strategy::Naive) => format!(
            "Each looks whether {it} {is} free, thinks for a moment, and books. Nobody looks twice. \
             How many tickets will be sold for one seat?"
        ),
        Contest::All(Strategy::Optimistic) => format!(
            "Each remembers the version of {it} it has seen, thinks for a moment, and books only if nothing \
             has changed. Whoever is late begins again. How much work will be wasted?"
        ),
        Contest::All(Strategy::Pessimistic) => format!(
            "Each takes the lock of {it} before looking, and gives it back when done. Everybody else waits. \
             How long will the queue be?"
        ),
        Contest::All(Strategy::TwoPhase) => format!(
            "The first holds {it} and pays; the others are turned away at once. But the payment may be declined, \
             or come after the hold has ended. Who will sit there, and will anybody pay for nothing?"
        ),
        Contest::Mix => {
            "Each books by rules of its own, on one show: some look, some lock, some hold. \
             A rule protects only against those who keep it. What will be sold, and to whom?"
                .to_string()
        }
    }
}
