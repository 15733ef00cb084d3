//! The legends: what the seats of the hall and the marks of the lanes mean. Only what the strategies of the race can show.

use super::seat::ring;
use super::sign::glyph_icon;
use crate::player::paint::seat as drawn;
use crate::player::{HoldView, Look, Markup, Session, strategies};
use crate::scenario::{Expiry, Strategy};
use crate::texts::draw::key as texts;
use crate::units::User;

/// Both legends of a race, seats first.
pub(super) fn key(out: &mut Markup, session: &Session) {
    let cast = strategies(session);
    out.put("<ul class='key' aria-label='$'>", &[], &[texts::SEAT_STATES]);
    seats(out, &cast, session.scenario().expiry != Expiry::Timer);
    out.put("</ul><ul class='key marks' aria-label='$'>", &[], &[texts::LANE_MARKS]);
    marks(out, &cast, session.scenario().crash > 0);
    out.raw("</ul>");
}

/// The seats. With `spent`, expired ones wait to be freed.
fn seats(out: &mut Markup, cast: &[Strategy], spent: bool) {
    let has = |strategy| cast.contains(&strategy);
    let hold = HoldView { user: User(3), token: 0, since: 0, expires: None, expired: false };
    let reads = cast.iter().any(|s| *s != Strategy::TwoPhase);
    let twice = has(Strategy::Naive) || cast.len() > 1;
    seat(out, true, &Look::Free, texts::FREE);
    seat(out, true, &Look::Wanted(vec![User(4)]), texts::WANTED);
    seat(out, reads, &Look::Read(vec![User(2)]), texts::BEING_READ);
    seat(out, has(Strategy::TwoPhase), &Look::Held(hold), texts::HELD);
    seat(out, has(Strategy::TwoPhase) && spent, &Look::Spent(hold), texts::EXPIRED);
    seat(out, true, &Look::Booked(User(0)), texts::BOOKED);
    seat(out, twice, &Look::Sold(vec![User(0), User(1)]), texts::SOLD_TWICE);
    if has(Strategy::Pessimistic) {
        out.put(
            "<li><svg viewBox='0 0 28 27' aria-hidden='true'><use href='#lock' x='14' y='12'/></svg>$</li>",
            &[],
            &[texts::LOCKED],
        );
    }
}

fn seat(out: &mut Markup, shown: bool, look: &Look, word: &str) {
    if !shown {
        return;
    }
    out.raw("<li><svg viewBox='0 0 28 27' aria-hidden='true'>");
    drawn(out, look);
    if let Look::Held(hold) = look {
        ring(out, hold.user, 6_400);
    }
    out.put("</svg>$</li>", &[], &[word]);
}

fn marks(out: &mut Markup, cast: &[Strategy], crash: bool) {
    let has = |strategy| cast.contains(&strategy);
    let reads = cast.iter().any(|s| *s != Strategy::TwoPhase);
    let two = has(Strategy::TwoPhase);
    let locks = has(Strategy::Pessimistic);
    let rows = [
        (reads, "n-read", texts::READ),
        (true, "n-write", texts::WRITE),
        (two, "n-reserve", texts::RESERVE),
        (two, "n-pay", texts::PAY),
        (two, "n-paid", texts::PAID),
        (two, "n-no", texts::DECLINED),
        (locks, "n-lock", texts::LOCK),
        (locks, "n-unlock", texts::UNLOCK),
        (two || has(Strategy::Optimistic), "n-conf", texts::REFUSED),
        (true, "n-out", texts::TURNED_AWAY),
        (two, "n-exp", texts::HOLD_EXPIRED),
        (two, "n-ref", texts::REFUND),
        (two, "n-release", texts::GIVEN_UP),
        (crash, "n-crash", texts::CRASH),
    ];
    for (_, id, word) in rows.iter().filter(|row| row.0) {
        out.raw("<li>");
        glyph_icon(out, id, "");
        out.put("$</li>", &[], &[word]);
    }
    if reads {
        out.put(
            "<li><svg viewBox='-9 -9 18 18' aria-hidden='true'>\
             <path d='M-9 0H9' class='tail bad'/></svg>$</li>",
            &[],
            &[texts::OUT_OF_DATE],
        );
    }
    if locks {
        out.put(
            "<li><svg viewBox='-9 -9 18 18' aria-hidden='true'>\
             <rect x='-9' y='-5' width='18' height='10' class='span-wait'/></svg>$</li>",
            &[],
            &[texts::WAIT],
        );
    }
}
