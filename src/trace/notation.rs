//! Events as text, for tests: one step a line, its events separated by `;`.
//!
//! `event = WHO OP SEAT? OUTCOME? NUMBER?`: `A read D1 free 0; A end taken`. Who is a letter, or `-` for nobody; the outcome
//! is `ok` and the number 0 where none is written. `@600` before a step is the time from there on. `#` starts a comment.

use super::{Event, Op, Outcome, Trace};
use crate::units::{Hall, Ms, Seat, User};

/// The hall of every test: ten rows of ten.
pub(crate) const HALL: Hall = Hall { rows: 10, cols: 10 };

/// Every op.
pub(crate) const OPS: [Op; 18] = [
    Op::Read,
    Op::Write,
    Op::Commit,
    Op::Lock,
    Op::Check,
    Op::Update,
    Op::Unlock,
    Op::Reserve,
    Op::Release,
    Op::Pay,
    Op::Confirm,
    Op::Refund,
    Op::Cancel,
    Op::Expire,
    Op::Sweep,
    Op::Crash,
    Op::Wait,
    Op::End,
];

/// Every outcome.
pub(crate) const OUTCOMES: [Outcome; 23] = [
    Outcome::Ok,
    Outcome::Free,
    Outcome::Mine,
    Outcome::Taken,
    Outcome::Held,
    Outcome::Conflict,
    Outcome::Refused,
    Outcome::Queued,
    Outcome::Granted,
    Outcome::Gone,
    Outcome::Asked,
    Outcome::Captured,
    Outcome::Declined,
    Outcome::NoAnswer,
    Outcome::Late,
    Outcome::LateFree,
    Outcome::Booked,
    Outcome::GaveUp,
    Outcome::Unpaid,
    Outcome::Refunded,
    Outcome::RefundDue,
    Outcome::Crashed,
    Outcome::Waiting,
];

/// The trace of a text; it panics at what it cannot read.
pub(crate) fn trace(text: &str) -> Trace {
    let mut trace = Trace::default();
    let mut at: Ms = 0;
    let lines = text.lines().map(|line| line.split('#').next().unwrap_or_default().trim());
    for (step, mut line) in (1..).zip(lines.filter(|line| !line.is_empty())) {
        if let Some(rest) = line.strip_prefix('@') {
            let (time, events) = rest.split_once(' ').expect("a step after the time");
            at = time.parse().expect("a time in ms");
            line = events;
        }
        trace.events.extend(line.split(';').map(|text| event(step, at, text)));
    }
    trace
}

/// The seats of `D1.D2,D3`, users separated by comma, seats of one order by dot.
pub(crate) fn wants(text: &str) -> Vec<Vec<Seat>> {
    let seat = |name: &str| HALL.seat(name).expect("a seat of the hall");
    let order = |order: &str| order.split('.').filter(|name| !name.is_empty()).map(seat).collect();
    text.split(',').map(order).collect()
}

fn event(step: u32, at: Ms, text: &str) -> Event {
    let mut words = text.split_whitespace();
    let (who, what) =
        words.next().zip(words.next()).unwrap_or_else(|| panic!("who does what? {text:?}"));
    let user = match who {
        "-" => None,
        letter => Some(letter.parse().ok().and_then(User::from_letter).expect("a user's letter")),
    };
    let op = *OPS.iter().find(|op| op.name() == what).expect("the name of an op");
    let (mut seat, mut outcome, mut detail) = (None, Outcome::Ok, 0);
    for word in words {
        if let Ok(number) = word.parse() {
            detail = number;
        } else if let Some(found) = HALL.seat(word) {
            seat = Some(found);
        } else {
            let named = OUTCOMES.iter().find(|outcome| outcome.name() == word);
            outcome =
                *named.unwrap_or_else(|| panic!("neither seat, outcome nor number: {word:?}"));
        }
    }
    let mut event = Event::new(step, at, user, op, seat, outcome);
    event.detail = detail;
    event
}
