//! A seat: how it stands, and everything that happened to it up to the step on show. Pressing a line leads to its step.

use crate::player::paint::{seat as drawn, tag_icon};
use crate::player::{Look, Markup, Session, Standing, Touch, names, past, strategies};
use crate::scenario::{Scope, Strategy};
use crate::texts::forms::{capital, clock, grouped, lapse, of};
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
        "</div><p class='any'><label for='seat-name'>Any seat</label> \
         <input id='seat-name' data-do='seat:' value='$' size='7' maxlength='12' autocomplete='off' spellcheck='false' \
         aria-describedby='seat-any'> <span id='seat-any'>or press one in the hall</span></p><div id='seat-past'>",
        &[],
        &[&name],
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
    out.raw("<div class='chips' role='group' aria-label='Seats that somebody wants'>");
    for (at, users) in wanted.iter().take(WAYS_MAX) {
        let (name, users) = (hall.name(*at), of(*users, "user"));
        let pressed = if *at == seat { "true" } else { "false" };
        let chip =
            "<button type='button' data-do='seat:$' aria-pressed='$'>$ <small>$</small></button>";
        out.put(chip, &[], &[&name, pressed, &name, &users]);
    }
    out.raw("</div>");
    if let Some(more) = wanted.len().checked_sub(WAYS_MAX).filter(|more| *more > 0) {
        out.put("<p class='more-of'>and $ more</p>", &[], &[&grouped(more)]);
    }
    out
}

/// How the seat stands, and its past.
pub fn seat_past(session: &Session, seat: Seat, typed: &str) -> Markup {
    let hall = session.scenario().hall;
    let mut out = Markup::new();
    if !typed.trim().is_empty() {
        let last = hall.name(Seat(hall.seats() - 1));
        let says =
            "<p class='typed' role='status'>This hall has no seat $: its seats are A1 to $.</p>";
        out.put(says, &[], &[typed.trim(), &last]);
    }
    let now = Standing::of(session.stage(), seat);
    head(&mut out, hall, seat, &now);
    facts(&mut out, session, seat, &now);
    out.raw("<h3 class='h'>What happened to it</h3>");
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

/// What the strategies of this race keep of a seat.
fn facts(out: &mut Markup, session: &Session, seat: Seat, now: &Standing) {
    let (stage, scenario) = (session.stage(), session.scenario());
    let cast = strategies(session);
    let mut facts = vec![("Tickets sold", tickets(now))];
    if cast.contains(&Strategy::Optimistic) {
        facts.push(match scenario.version {
            Scope::Seat => ("Version", now.seat.version.to_string()),
            Scope::Show => ("Version of the show", stage.version.to_string()),
        });
    }
    if cast.contains(&Strategy::TwoPhase) {
        let hold = now.seat.hold;
        let holder = |hold: crate::player::HoldView| {
            format!("{}, token {}, since {}", hold.user, hold.token, clock(hold.since))
        };
        facts.push(("Held by", hold.map_or_else(nobody, holder)));
        let ends = hold.and_then(|hold| hold.expires).map(|at| match at.checked_sub(stage.at) {
            None | Some(0) => format!("{}, over", clock(at)),
            Some(left) => format!("{}, in {}", clock(at), lapse(left)),
        });
        facts.push(("Deadline", ends.unwrap_or_else(|| "none".to_owned())));
    }
    if cast.contains(&Strategy::Pessimistic) {
        let (what, lock) = match scenario.lock {
            Scope::Seat => ("Lock owner", now.seat.lock.as_ref()),
            Scope::Show => ("Lock owner, of the show", now.show_lock.as_ref()),
        };
        let owner = lock.map(|lock| format!("{}, since step {}", lock.owner, lock.since));
        facts.push((what, owner.unwrap_or_else(nobody)));
        facts.push(("Queue", lock.map_or_else(nobody, |lock| all(&lock.queue))));
    }
    let (still, ever) = (&now.seat.wanted, session.wanting(seat).len());
    let finished = ever - still.len();
    let rest =
        if finished > 0 { format!("; {finished} of {ever} finished") } else { String::new() };
    facts.push(("Wanted by", all(still) + &rest));
    out.raw("<dl class='leaders'>");
    for (name, value) in &facts {
        out.put("<div><dt>$</dt><dd>$</dd></div>", &[], &[name, value]);
    }
    out.raw("</dl>");
}

fn nobody() -> String {
    "nobody".to_owned()
}

fn all(users: &[User]) -> String {
    if users.is_empty() { nobody() } else { names(users) }
}

/// "2: Alice at step 3, Bob at step 5".
fn tickets(now: &Standing) -> String {
    const NAMED_MAX: usize = 4;
    let sold = &now.seat.tickets;
    if sold.is_empty() {
        return "none".to_owned();
    }
    let told = sold.iter().take(NAMED_MAX).map(|(user, step)| format!("{user} at step {step}"));
    let told: Vec<String> = told.collect();
    let more = if sold.len() > NAMED_MAX { ", …" } else { "" };
    format!("{}: {}{more}", sold.len(), told.join(", "))
}

fn history(out: &mut Markup, name: &str, past: &[Touch], cursor: u32) {
    if past.is_empty() {
        out.raw("<p class='quiet'>Nothing yet.</p>");
        return;
    }
    let shown = &past[past.len().saturating_sub(TOUCHES_MAX)..];
    if shown.len() < past.len() {
        let left = grouped(past.len() - shown.len());
        out.put("<p class='log-cut'>… the first $ are not shown.</p>", &[], &[&left]);
    }
    out.put("<ol class='log past' aria-label='What happened to $'>", &[], &[name]);
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
