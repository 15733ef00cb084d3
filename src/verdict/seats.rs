//! seats-add-up: free + held + expired + booked = seats.
//!
//! The sum holds as long as every event is possible in the state that the events before it left, and no deadline is
//! passed. That is what is checked, together with what the show tells its users: an answer that the books contradict
//! means that the show counts the seat as something else. A seat both booked and held counts as booked.

use super::books::{Account, Hold, HoldState};
use super::judge::Scene;
use super::report::Findings;
use super::rule::Rule;
use crate::texts::verdict::{has_booked, seats as texts};
use crate::trace::{Event, Op, Outcome};
use crate::units::{Seat, User};

/// What is wrong, and which other user it is about.
type Complaint = (Option<User>, String);

pub(super) fn see(scene: &Scene<'_>, event: &Event, findings: &mut Findings) {
    for (due, seat) in scene.books.passed(event) {
        deadline_passed(scene, seat, due, event.step, findings);
    }
    let Some(seat) = event.seat() else { return };
    if let Some((other, says)) = complaint(scene, seat, event) {
        let users = event.user().into_iter().chain(other).collect();
        findings.add(Rule::SeatsAddUp, event.step, Some(seat), users, says);
    }
}

fn deadline_passed(scene: &Scene<'_>, seat: Seat, due: u64, step: u32, findings: &mut Findings) {
    let account = scene.books.account(seat);
    let name = scene.seat(seat);
    let Some(hold) = account.hold else { return };
    let says = match hold.state {
        HoldState::Live { .. } => texts::expires_unnoticed(hold.user, name, due, step),
        // Whether the sweeper cares for a seat that was sold meanwhile is its own affair.
        HoldState::Unswept { .. } if account.owner().is_none() => {
            texts::swept_unnoticed(name, due, step)
        }
        _ => return,
    };
    findings.add(Rule::SeatsAddUp, step, Some(seat), vec![hold.user], says);
}

fn complaint(scene: &Scene<'_>, seat: Seat, event: &Event) -> Option<Complaint> {
    if seat.0 >= scene.facts.hall.seats() {
        return Some((None, texts::no_such_seat(scene.seat(seat))));
    }
    let account = scene.books.account(seat);
    match (event.op, event.outcome) {
        (Op::Reserve, Outcome::Ok) => cannot_hold(scene, seat, &account, event),
        (Op::Release | Op::Cancel, Outcome::Ok | Outcome::Gone) => {
            cannot_give_back(scene, seat, account.hold, event)
        }
        (Op::Expire, _) => cannot_expire(scene, seat, account.hold, event),
        (Op::Sweep, _) => cannot_sweep(scene, seat, account.hold, event),
        (Op::Read | Op::Check | Op::Reserve, _) => untrue(scene, seat, &account, event),
        _ => {
            let (user, _) = event.sale()?;
            let twice = scene.books.has_ticket(user, seat);
            let name = scene.seat(seat);
            let step = event.step;
            twice.then(|| (None, texts::second_ticket(user, name, step)))
        }
    }
}

fn cannot_hold(
    scene: &Scene<'_>,
    seat: Seat,
    account: &Account,
    event: &Event,
) -> Option<Complaint> {
    let (other, because) = match (account.owner(), account.hold.filter(Hold::blocks)) {
        (Some(owner), _) => (owner.user, has_booked(owner.user, owner.step)),
        (None, Some(Hold { state: HoldState::Unswept { step, .. }, user, .. })) => {
            (user, texts::not_swept_yet(step))
        }
        (None, Some(hold)) => (hold.user, texts::others_hold(hold.user, hold.step)),
        (None, None) => return None,
    };
    let user = event.user()?;
    let name = scene.seat(seat);
    Some((Some(other), texts::gets_hold(user, name, event.step, &because)))
}

fn cannot_give_back(
    scene: &Scene<'_>,
    seat: Seat,
    hold: Option<Hold>,
    event: &Event,
) -> Option<Complaint> {
    let user = event.user()?;
    let own = hold.is_some_and(|h| h.is(user, event.detail));
    let given_back = event.outcome == Outcome::Ok;
    let (name, step) = (scene.seat(seat), event.step);
    match (given_back, own) {
        (true, false) => Some((None, texts::frees_unheld(user, name, step))),
        (false, true) => Some((None, texts::told_gone(user, step, name))),
        _ => None,
    }
}

fn cannot_expire(
    scene: &Scene<'_>,
    seat: Seat,
    hold: Option<Hold>,
    event: &Event,
) -> Option<Complaint> {
    let (name, step) = (scene.seat(seat), event.step);
    let user = event.user()?;
    match hold.filter(|h| h.is(user, event.detail)).map(|h| h.state) {
        Some(HoldState::Live { until }) if until == Some(event.at) => None,
        Some(HoldState::Live { until: Some(until) }) => {
            Some((None, texts::expires_early(user, name, event.at, step, until)))
        }
        Some(_) => Some((None, texts::expires_never(user, name, step))),
        None => Some((None, texts::expires_unheld(user, name, step))),
    }
}

fn cannot_sweep(
    scene: &Scene<'_>,
    seat: Seat,
    hold: Option<Hold>,
    event: &Event,
) -> Option<Complaint> {
    let (name, step) = (scene.seat(seat), event.step);
    match hold.filter(|h| h.token == event.detail).map(|h| h.state) {
        Some(HoldState::Unswept { sweep_at, .. }) if sweep_at == event.at => None,
        Some(HoldState::Unswept { sweep_at, .. }) => {
            Some((None, texts::swept_early(name, event.at, step, sweep_at)))
        }
        _ => Some((None, texts::swept_unexpired(name, step))),
    }
}

/// What is untrue of an answer about a seat.
fn untrue(scene: &Scene<'_>, seat: Seat, account: &Account, event: &Event) -> Option<Complaint> {
    let user = event.user()?;
    let (name, step) = (scene.seat(seat), event.step);
    match event.outcome {
        Outcome::Free => account.owner().map(|owner| {
            (Some(owner.user), texts::told_free(user, step, name, owner.user, owner.step))
        }),
        Outcome::Mine => (!scene.books.has_ticket(user, seat))
            .then(|| (None, texts::told_its_own(user, step, name))),
        Outcome::Taken => account
            .owner_other_than(user)
            .is_none()
            .then(|| (None, texts::told_booked(user, step, name))),
        Outcome::Held => (!account.hold.is_some_and(|hold| hold.blocks()))
            .then(|| (None, texts::told_held(user, step, name))),
        _ => None,
    }
}
