//! The figures of the run up to the step on show, and what came of each user.

use crate::lab;
use crate::measure::{Effort, Figures, Meter, UserEffort, UserFigures};
use crate::player::paint::disc;
use crate::player::{Markup, Session, about_to};
use crate::texts::forms::{clock, grouped, lapse};
use crate::texts::worker::figures as texts;
use crate::units::Hall;

/// So many users are shown one by one.
pub const USERS_SHOWN_MAX: usize = 200;

/// What is told of each user.
const HEADS: [&str; 8] = [
    texts::USER,
    texts::RESULT,
    texts::SEATS,
    texts::ATTEMPTS,
    texts::STEPS,
    texts::WAITED_MS,
    texts::BEGAN,
    texts::FINISHED,
];

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
            let class =
                if name == texts::SOLD_TWICE && figures.double_sold > 0 { "bad" } else { "" };
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
    let class = if session.is_over() { figures.class.name() } else { texts::STILL_OPEN };
    let attempts: u32 = figures.users.iter().map(|user| user.attempts).sum();
    let n = |n: u32| grouped(n);
    [
        (
            texts::SEATS,
            vec![
                (texts::TICKETS, n(figures.tickets)),
                (texts::SEATS_SOLD, n(figures.seats_sold)),
                (texts::SOLD_TWICE, n(figures.double_sold)),
                (texts::HOLDS_TAKEN, n(effort.holds)),
                (texts::HOLDS_LIVE, n(figures.held)),
                (texts::HOLDS_EXPIRED, n(figures.expired)),
            ],
        ),
        (
            texts::CONFLICTS_AND_WAITING,
            vec![
                (texts::CONFLICTS, n(figures.conflicts)),
                (texts::RETRIES, n(figures.retries)),
                (texts::ATTEMPTS_A_TICKET, ratio(attempts, figures.tickets)),
                (texts::WAITS, n(figures.waits)),
                (texts::TIME_WAITED, lapse(effort.waited_ms)),
                (texts::WAITING_FOR_EVER, n(figures.deadlocked)),
            ],
        ),
        (
            texts::MONEY,
            vec![
                (texts::PAYMENTS_ASKED, n(effort.asked)),
                (texts::PAYMENTS_CAPTURED, n(effort.captured)),
                (texts::REFUNDS_DUE, n(figures.refunds_due)),
                (texts::REFUNDS_DONE, n(figures.refunded)),
            ],
        ),
        (
            texts::RUN,
            vec![
                (texts::STEPS, n(session.cursor())),
                (texts::SWITCHES, n(switches)),
                (texts::VIRTUAL_TIME, clock(figures.virtual_ms)),
                (texts::USERS_BOOKED, n(figures.booked)),
                (texts::USERS_GAVE_UP, n(figures.gave_up)),
                (texts::WORK_THROWN_AWAY, texts::wasted(effort.wasted, effort.steps)),
                (texts::OUTCOME, class.to_owned()),
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
        "<div class='wide' role='region' aria-label='$' tabindex='0'><table class='users-of'>\
         <caption>$</caption><thead><tr>",
        &[],
        &[texts::USERS, &texts::users_after(session.cursor())],
    );
    for head in HEADS {
        out.put("<th scope='col'>$</th>", &[], &[head]);
    }
    out.raw("</tr></thead><tbody>");
    let all = figures.users.iter().zip(&effort.users);
    for (user, effort) in all.take(USERS_SHOWN_MAX) {
        row(out, session, user, effort);
    }
    out.raw("</tbody></table></div>");
    if let Some(more) = figures.users.len().checked_sub(USERS_SHOWN_MAX).filter(|more| *more > 0) {
        out.put("<p class='more-of'>$</p>", &[], &[&texts::more_users(more)]);
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
