//! A seat: how it stands, and everything that happened to it up to the step on show. Pressing a line leads to its step.

use crate::player::paint::{seat as drawn, tag_icon};
use crate::player::{Look, Markup, Session, Standing, Touch, names, past, strategies};
use crate::scenario::{Scope, Strategy};
use crate::texts::forms::{capital, clock};
use crate::texts::worker::seat as texts;
use crate::units::{Hall, Seat, User};
use crate::worker::wanted;

/// Under so many seats that are wanted each has a button.
const WAYS_MAX: usize = 12;
/// So many last steps of a seat are shown.
pub const TOUCHES_MAX: usize = 500;

/// The whole tab. `typed` was typed and is no seat.
pub fn seat(session: &Session, seat: Seat, typed: &str) -> Markup {
    let mut out = Markup::new();
    out.raw("<div class='seat-of'><div id='seat-ways'>");
    out.append(seat_ways(session, seat));
    let name = session.scenario().hall.name(seat);
    out.put(
        "</div><p class='any'><label for='seat-name'>$</label> \
         <input id='seat-name' data-do='seat:' value='$' size='7' maxlength='12' autocomplete='off' spellcheck='false' \
         aria-describedby='seat-any'> <span id='seat-any'>$</span></p><div id='seat-past'>",
        &[],
        &[texts::ANY_SEAT, &name, texts::OR_PRESS_ONE],
    );
    out.append(seat_past(session, seat, typed));
    out.raw("</div></div>");
    out
}

/// The buttons of the seats that anybody wants, the most wanted first.
pub fn seat_ways(session: &Session, seat: Seat) -> Markup {
    let hall = session.scenario().hall;
    let wanted = wanted(session);
    let mut out = Markup::new();
    out.put("<div class='chips' role='group' aria-label='$'>", &[], &[texts::WANTED_SEATS]);
    for (at, users) in wanted.iter().take(WAYS_MAX) {
        let (name, users) = (hall.name(*at), texts::users(*users));
        let pressed = if *at == seat { "true" } else { "false" };
        let chip =
            "<button type='button' data-do='seat:$' aria-pressed='$'>$ <small>$</small></button>";
        out.put(chip, &[], &[&name, pressed, &name, &users]);
    }
    out.raw("</div>");
    if let Some(more) = wanted.len().checked_sub(WAYS_MAX).filter(|more| *more > 0) {
        out.put("<p class='more-of'>$</p>", &[], &[&texts::and_more(more)]);
    }
    out
}

/// How the seat stands, and its past.
pub fn seat_past(session: &Session, seat: Seat, typed: &str) -> Markup {
    let hall = session.scenario().hall;
    let mut out = Markup::new();
    if !typed.trim().is_empty() {
        let last = hall.name(Seat(hall.seats() - 1));
        let says = texts::no_seat(typed.trim(), &last);
        out.put("<p class='typed' role='status'>$</p>", &[], &[&says]);
    }
    let now = Standing::of(session.stage(), seat);
    head(&mut out, hall, seat, &now);
    facts(&mut out, session, seat, &now);
    out.put("<h3 class='h'>$</h3>", &[], &[texts::WHAT_HAPPENED]);
    history(&mut out, &hall.name(seat), &past(session, seat), session.cursor());
    out
}

fn head(out: &mut Markup, hall: Hall, seat: Seat, now: &Standing) {
    out.raw("<div class='seat-now'><svg viewBox='-3 -5 36 36' aria-hidden='true'>");
    drawn(out, &Look::of(&now.seat));
    if now.seat.lock.is_some() {
        out.raw("<use href='#lock' x='24' y='20'/>");
    }
    let class = if now.owners().len() > 1 { "bad" } else { "" };
    let (name, says) = (hall.name(seat), capital(&now.says()));
    out.put("</svg><h3>$</h3><p class='$'>$.</p></div>", &[], &[&name, class, &says]);
}

/// Something known of a seat, by its name.
pub(super) type Fact = (&'static str, String);

fn facts(out: &mut Markup, session: &Session, seat: Seat, now: &Standing) {
    let mut facts = vec![(texts::TICKETS_SOLD, texts::tickets(&now.seat.tickets))];
    facts.extend(kept(session, now, Scope::Seat));
    facts.extend(kept(session, now, Scope::Show));
    facts.push((texts::WANTED_BY, wanted_by(session, seat, now)));
    list(out, &facts);
}

/// Facts as a list.
pub(super) fn list(out: &mut Markup, facts: &[Fact]) {
    out.raw("<dl class='leaders'>");
    for (name, value) in facts {
        out.put("<div><dt>$</dt><dd>$</dd></div>", &[], &[name, value]);
    }
    out.raw("</dl>");
}

/// What the strategies of this race keep of a seat, or of the show: the same facts of each seat.
pub(super) fn kept(session: &Session, now: &Standing, of: Scope) -> Vec<Fact> {
    let (stage, scenario) = (session.stage(), session.scenario());
    let cast = strategies(session);
    let mut facts = Vec::new();
    if cast.contains(&Strategy::Optimistic) && scenario.version == of {
        facts.push(match of {
            Scope::Seat => (texts::VERSION, now.seat.version.to_string()),
            Scope::Show => (texts::VERSION_OF_SHOW, stage.version.to_string()),
        });
    }
    if cast.contains(&Strategy::TwoPhase) && of == Scope::Seat {
        let hold = now.seat.hold;
        let holder = |hold: crate::player::HoldView| texts::hold(hold.user, hold.token, hold.since);
        facts.push((texts::HELD_BY, hold.map_or_else(nobody, holder)));
        let ends = hold.and_then(|hold| hold.expires).map(|at| match at.checked_sub(stage.at) {
            None | Some(0) => texts::deadline_over(at),
            Some(left) => texts::deadline_in(at, left),
        });
        facts.push((texts::DEADLINE, ends.unwrap_or_else(|| texts::NO_DEADLINE.to_owned())));
    }
    if cast.contains(&Strategy::Pessimistic) && scenario.lock == of {
        let (what, lock) = match of {
            Scope::Seat => (texts::LOCK_OWNER, now.seat.lock.as_ref()),
            Scope::Show => (texts::LOCK_OWNER_OF_SHOW, now.show_lock.as_ref()),
        };
        let owner = lock.map(|lock| texts::lock_owner(lock.owner, lock.since));
        facts.push((what, owner.unwrap_or_else(nobody)));
        facts.push((texts::QUEUE, lock.map_or_else(nobody, |lock| all(&lock.queue))));
    }
    facts
}

/// Who wants a seat still, and how many who wanted it are finished.
pub(super) fn wanted_by(session: &Session, seat: Seat, now: &Standing) -> String {
    let (still, ever) = (&now.seat.wanted, session.wanting(seat).len());
    texts::wanted_by(&all(still), ever - still.len(), ever)
}

fn nobody() -> String {
    texts::NOBODY.to_owned()
}

fn all(users: &[User]) -> String {
    if users.is_empty() { nobody() } else { names(users) }
}

fn history(out: &mut Markup, name: &str, past: &[Touch], cursor: u32) {
    if past.is_empty() {
        return out.put("<p class='quiet'>$</p>", &[], &[texts::NOTHING_YET]);
    }
    let shown = &past[past.len().saturating_sub(TOUCHES_MAX)..];
    if shown.len() < past.len() {
        let left = texts::first_not_shown(past.len() - shown.len());
        out.put("<p class='log-cut'>$</p>", &[], &[&left]);
    }
    let label = texts::what_happened_to(name);
    out.put("<ol class='log past' aria-label='$'>", &[], &[&label]);
    for touch in shown {
        let current = touch.step == cursor;
        out.raw(if current { "<li aria-current='step'>" } else { "<li>" });
        let step = touch.step.to_string();
        let (at, says) = (clock(touch.at), touch.says.join(" "));
        let line =
            "<span>$</span><span>$</span><span><button type='button' data-do='seek:$'>$</button>";
        out.put(line, &[], &[&step, &at, &step, &says]);
        if let Some(owners) = touch.sold_again {
            out.raw(" ");
            tag_icon(out, owners);
        }
        out.put("<small>$</small></span></li>", &[], &[&touch.after.says()]);
    }
    out.raw("</ol>");
}
