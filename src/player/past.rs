//! The past of a seat: every step up to the cursor that touched it, what it did, and how the seat stood then.

use super::narrate::is_said_already;
use super::{HoldView, LockView, SeatView, Session, Stage, sentence};
use crate::texts::player::past as texts;
use crate::trace::{Event, Op, Outcome};
use crate::units::{Ms, Seat, User};

/// A step that touched a seat.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Touch {
    /// The step.
    pub step: u32,
    /// When, in virtual ms.
    pub at: Ms,
    /// Who did it; none for the passing of time.
    pub user: Option<User>,
    /// What happened, a sentence each.
    pub says: Vec<String>,
    /// How the seat stood afterwards.
    pub after: Standing,
    /// The step sold it to one more user, and to how many it is sold by then; none for every other step.
    pub sold_again: Option<usize>,
}

/// How a seat stands: what is known of it and of the lock that protects it.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Standing {
    /// The seat.
    pub seat: SeatView,
    /// The lock of the show, if somebody owns it.
    pub show_lock: Option<LockView>,
}

impl Standing {
    /// How a seat stands on a stage.
    pub fn of(stage: &Stage, seat: Seat) -> Standing {
        let seat = stage.seats.get(&seat).cloned().unwrap_or_default();
        Standing { seat, show_lock: stage.show_lock.clone() }
    }

    /// Everybody who has a ticket, each once, in the order in which they got it.
    pub fn owners(&self) -> Vec<User> {
        let mut owners = Vec::new();
        for (user, _) in &self.seat.tickets {
            if !owners.contains(user) {
                owners.push(*user);
            }
        }
        owners
    }

    /// In words: "sold twice, to Alice and Bob", "held by Carol until 10:00.030; locked by Dave, Eve waits".
    pub fn says(&self) -> String {
        let owners = self.owners();
        let mut parts = Vec::new();
        match owners.as_slice() {
            [] => {}
            [one] => parts.push(texts::booked(*one)),
            many => parts.push(texts::sold(many)),
        }
        parts.extend(self.seat.hold.map(hold_says));
        if parts.is_empty() {
            parts.push(texts::FREE.to_owned());
        }
        parts.extend(self.seat.lock.as_ref().map(|lock| texts::locked(lock.owner, &lock.queue)));
        let show = self.show_lock.as_ref();
        parts.extend(show.map(|lock| texts::show_is_locked(lock.owner, &lock.queue)));
        parts.join(texts::AND)
    }
}

/// Until when it is held, or what is left of a hold that has expired.
fn hold_says(hold: HoldView) -> String {
    if hold.expired {
        return texts::hold_has_expired(hold.user);
    }
    texts::held(hold.user, hold.expires)
}

/// Every step up to the cursor that touched a seat, in order.
///
/// The events at the seat itself; and of those at no seat what the users who want it did to what decides over it: the lock
/// of the show, the payment, the refund, a crash.
///
/// # Example
/// ```
/// use seatrace::player::{Session, past};
/// use seatrace::{lab, scenario::Query, units::Seat};
/// let scenario = Query::parse("strategy=naive&users=2&clock=free&order=ABAB").unwrap();
/// let contest = lab::contests(&scenario)[0];
/// let mut session = Session::new(scenario, contest);
/// session.seek(u32::MAX);
/// let past = past(&session, Seat(30));
/// assert_eq!(past[2].after.says(), "booked by Alice");
/// assert_eq!(past[3].says, ["Bob writes D1 over Alice."]);
/// assert_eq!(past[3].after.says(), "sold twice, to Alice and Bob");
/// ```
pub fn past(session: &Session, seat: Seat) -> Vec<Touch> {
    let hall = session.scenario().hall;
    let wanting = session.wanting(seat);
    let mut past: Vec<Touch> = Vec::new();
    // The stage after a step is the one before the next.
    let mut open = false;
    session.retell(1, |before, events| {
        if std::mem::take(&mut open) {
            close(&mut past, before, seat);
        }
        let touching: Vec<&Event> =
            events.iter().filter(|event| touches(event, seat, &wanting)).collect();
        let told = touching.iter().filter(|event| !is_said_already(event));
        let says: Vec<String> = told.map(|event| sentence(hall, before, event)).collect();
        if let (Some(first), false) = (touching.first(), says.is_empty()) {
            let user = first.user().filter(|_| first.op != Op::Expire);
            let (step, at) = (first.step, first.at);
            let after = Standing::default();
            past.push(Touch { step, at, user, says, after, sold_again: None });
            open = true;
        }
    });
    if open {
        close(&mut past, session.stage(), seat);
    }
    past
}

/// How the seat stood after the last of these steps.
fn close(past: &mut [Touch], stage: &Stage, seat: Seat) {
    let Some(at) = past.len().checked_sub(1) else { return };
    let before = past[..at].last().map_or(0, |touch| touch.after.owners().len());
    let after = Standing::of(stage, seat);
    let owners = after.owners().len();
    past[at].sold_again = (owners > before.max(1)).then_some(owners);
    past[at].after = after;
}

fn touches(event: &Event, seat: Seat, wanting: &[User]) -> bool {
    let wants = || event.user().is_some_and(|user| wanting.binary_search(&user).is_ok());
    match event.seat() {
        Some(at) => at == seat,
        None => {
            let decides =
                matches!(event.op, Op::Lock | Op::Unlock | Op::Pay | Op::Refund | Op::Crash);
            let gives_up = matches!(event.outcome, Outcome::GaveUp | Outcome::Waiting);
            (decides || (event.op == Op::End && gives_up)) && wants()
        }
    }
}
