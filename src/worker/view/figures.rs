//! The figures of the run up to the step on show, and what came of each user.

use crate::lab;
use crate::measure::{Effort, Figures, Meter, UserEffort, UserFigures};
use crate::player::paint::disc;
use crate::player::{Markup, Session, about_to};
use crate::texts::forms::{clock, grouped, lapse};
use crate::units::Hall;

/// So many users are shown one by one.
pub const USERS_SHOWN_MAX: usize = 200;

/// A list of figures under one title.
type Group = (&'static str, Vec<(&'static str, String)>);

/// The whole tab.
pub fn figures(session: &Session) -> Markup {
    let events = session.trace().events_to(session.cursor());
    let mut meter = Meter::default();
    events.iter().for_each(|event| meter.see(event));
    let figures = meter.figures(session.wants());
    let effort = Effort::of(&figures.users, events);
    let mut out = Markup::new();
    out.raw("<div class='figures-of'>");
    for (title, rows) in groups(session, &figures, &effort) {
        out.put(
            "<section aria-label='$'><h3 class='h'>$</h3><dl class='leaders'>",
            &[],
            &[title, title],
        );
        for (name, value) in rows {
            // One colour is kept for what is wrong.
            let class = if name == "Sold twice" && figures.double_sold > 0 { "bad" } else { "" };
            out.put("<div class='$'><dt>$</dt><dd>$</dd></div>", &[], &[class, name, &value]);
        }
        out.raw("</dl></section>");
    }
    out.raw("</div>");
    users(&mut out, session, &figures, &effort);
    out
}

fn groups(session: &Session, figures: &Figures, effort: &Effort) -> [Group; 4] {
    let order = session.order();
    let switches = lab::switches(session.scenario(), session.contest(), &order);
    let class = if session.is_over() { figures.class.name() } else { "still open" };
    let attempts: u32 = figures.users.iter().map(|user| user.attempts).sum();
    let n = |n: u32| grouped(n);
    [
        (
            "Seats",
            vec![
                ("Tickets", n(figures.tickets)),
                ("Seats sold", n(figures.seats_sold)),
                ("Sold twice", n(figures.double_sold)),
                ("Holds taken", n(effort.holds)),
                ("Holds live now", n(figures.held)),
                ("Holds expired", n(figures.expired)),
            ],
        ),
        (
            "Conflicts and waiting",
            vec![
                ("Conflicts", n(figures.conflicts)),
                ("Retries", n(figures.retries)),
                ("Attempts a ticket", ratio(attempts, figures.tickets)),
                ("Waits for a lock", n(figures.waits)),
                ("Time waited", lapse(effort.waited_ms)),
                ("Waiting for ever", n(figures.deadlocked)),
            ],
        ),
        (
            "Money",
            vec![
                ("Payments asked for", n(effort.asked)),
                ("Payments captured", n(effort.captured)),
                ("Refunds due", n(figures.refunds_due)),
                ("Refunds done", n(figures.refunded)),
            ],
        ),
        (
            "Run",
            vec![
                ("Steps", n(session.cursor())),
                ("Switches", n(switches)),
                ("Virtual time", clock(figures.virtual_ms)),
                ("Users booked", n(figures.booked)),
                ("Users who gave up", n(figures.gave_up)),
                ("Work thrown away", format!("{} of {} steps", n(effort.wasted), n(effort.steps))),
                ("Outcome", class.to_owned()),
            ],
        ),
    ]
}

/// In tenths, rounded half up; a dash for what there is none of.
fn ratio(part: u32, of: u32) -> String {
    if of == 0 {
        return "–".to_owned();
    }
    let tenths = (u64::from(part) * 20 + u64::from(of)) / (2 * u64::from(of));
    format!("{}.{}", grouped(tenths / 10), tenths % 10)
}

fn users(out: &mut Markup, session: &Session, figures: &Figures, effort: &Effort) {
    out.put(
        "<div class='wide' role='region' aria-label='Users' tabindex='0'><table class='users-of'>\
         <caption>Users after step $</caption><thead><tr>\
         <th scope='col'>User</th><th scope='col'>Result</th><th scope='col'>Seats</th><th scope='col'>Attempts</th>\
         <th scope='col'>Steps</th><th scope='col'>Waited, ms</th><th scope='col'>Began</th><th scope='col'>Finished</th>\
         </tr></thead><tbody>",
        &[],
        &[&session.cursor().to_string()],
    );
    let all = figures.users.iter().zip(&effort.users);
    for (user, effort) in all.take(USERS_SHOWN_MAX) {
        row(out, session, user, effort);
    }
    out.raw("</tbody></table></div>");
    if let Some(more) = figures.users.len().checked_sub(USERS_SHOWN_MAX).filter(|more| *more > 0) {
        out.put("<p class='more-of'>and $ more users</p>", &[], &[&grouped(more)]);
    }
}

fn row(out: &mut Markup, session: &Session, user: &UserFigures, effort: &UserEffort) {
    out.raw("<tr><th scope='row'>");
    disc(out, user.user, "");
    let name = user.user.to_string();
    let time = |at: Option<_>| at.map_or_else(|| "–".to_owned(), clock);
    let cells = [
        name,
        doing(session, user),
        seats(session.scenario().hall, user),
        user.attempts.to_string(),
        grouped(effort.steps),
        grouped(effort.waited_ms),
        time(effort.began),
        time(effort.finished),
    ];
    let cells = cells.each_ref().map(String::as_str);
    let line = " $</th><td>$</td><td>$</td><td class='n'>$</td><td class='n'>$</td><td class='n'>$</td>\
                <td class='n'>$</td><td class='n'>$</td></tr>";
    out.put(line, &[], &cells);
}

/// The result as the terminal calls it, or what the user is about to do.
fn doing(session: &Session, user: &UserFigures) -> String {
    let stage = session.stage();
    match user.result {
        Some(result) => result.name().to_owned(),
        None => {
            let state = &stage.users[user.user.0 as usize].state;
            let (bold, rest, _) = about_to(session.scenario().hall, stage, state);
            format!("{bold} {rest}")
        }
    }
}

fn seats(hall: Hall, user: &UserFigures) -> String {
    let names: Vec<String> = user.seats.iter().map(|seat| hall.name(*seat)).collect();
    if names.is_empty() { "–".to_owned() } else { names.join(", ") }
}
