//! Before the first step: who is about to race for what, and the question that the race will answer.

use super::sign::{disc, drawing, glyph_icon, hue, initial};
use crate::lab::Contest;
use crate::player::{Glyph, Markup, Shown, Stage, UserState, about_to};
use crate::scenario::Strategy;
use crate::texts::draw::start as texts;
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
    /// Draws the way to take part; nothing in a frame.
    #[prop_or_default]
    pub invite: Invite,
}

/// The way to take part. It is given, and not a part of the panel: the worker keeps the shop, and a frame's program, which has
/// none, does not carry it.
#[derive(Clone, Copy, Default)]
pub struct Invite(Option<fn() -> Html>);

impl Invite {
    /// To the shop.
    pub const SHOP: Invite = Invite(Some(invite));
}

/// There is one: whether it is drawn never changes.
impl PartialEq for Invite {
    fn eq(&self, other: &Invite) -> bool {
        self.0.is_some() == other.0.is_some()
    }
}

fn invite() -> Html {
    html! {
        <p class="invite"><button class="btn" type="button" data-do="sit:">{ texts::RACE_YOURSELF }</button></p>
    }
}

/// The panel; it stands in the place of the lanes.
#[component]
pub fn Start(props: &StartProps) -> Html {
    let session = &props.shown.session;
    let (stage, hall) = (session.stage(), session.scenario().hall);
    let drawn = if stage.users.len() > CAST_MAX { CAST_MAX - 1 } else { stage.users.len() };
    let more = stage.users.len() - drawn;
    let class = if stage.users.len() > MANY { "cast many" } else { "cast" };
    let cast = drawing(|out| {
        for user in (0..drawn as u32).map(User) {
            line(out, hall, stage, user);
        }
        if more > 0 {
            out.put("<li class='rest'>$</li>", &[], &[&texts::and_more(more as u32)]);
        }
    });
    html! {
        <section class="lanes opening" aria-label={texts::THE_RACE_TO_COME}>
            <h2>{ headline(stage) }</h2>
            <p class="lead">{ question(session.contest(), hall, stage) }</p>
            <ol {class} aria-label={texts::CAST}>{ cast }</ol>
            { props.invite.0.map(|invite| invite()) }
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
        let letter = initial(user);
        // The root of the page hears it; the worker says beside it what can still happen.
        out.put(
            "<button type='button' data-do='choose:$' aria-label='$'>$</button>\
             <span id='future-$'></span>",
            &[],
            &[&letter, &texts::let_step_first(user), &letter, &letter],
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
    match crowd(stage) {
        (most, 1) if most > 1 => texts::same_seat(users),
        (most, _) if most == users as usize && most > 1 => texts::same_seats(users),
        (1, _) if users > 1 => texts::seats_of_their_own(users),
        (_, seats) => texts::some_seats(users, seats),
    }
}

/// What they do, and what one may wonder.
fn question(contest: Contest, hall: Hall, stage: &Stage) -> String {
    let wanted = stage.seats.iter().filter(|(_, view)| !view.wanted.is_empty());
    let names: Vec<String> = wanted.map(|(seat, _)| hall.name(*seat)).collect();
    let seats = match names.as_slice() {
        seats @ [_] => seats,
        seats @ ([_, _] | [_, _, _]) if crowd(stage).0 == stage.users.len() => seats,
        _ => &[],
    };
    match contest {
        Contest::All(Strategy::Naive) => texts::naive(seats),
        Contest::All(Strategy::Optimistic) => texts::optimistic(seats),
        Contest::All(Strategy::Pessimistic) => texts::pessimistic(seats),
        Contest::All(Strategy::TwoPhase) => texts::two_phase(seats),
        Contest::Mix => texts::MIXED.to_string(),
    }
}
