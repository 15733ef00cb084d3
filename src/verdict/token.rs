//! live-token: a confirm is accepted only with the token of the seat's current hold, before that hold expires.

use super::books::{Account, HoldState};
use super::judge::Scene;
use super::report::Findings;
use super::rule::Rule;
use crate::texts::verdict::{has_booked, token as texts};
use crate::trace::{Event, Op, Outcome};
use crate::units::{Late, Seat, User};

pub(super) fn see(scene: &Scene<'_>, event: &Event, findings: &mut Findings) {
    let Some((user, seat)) = event.user().zip(event.seat()) else { return };
    let account = scene.books.account(seat);
    let complaint = match (event.op, event.outcome) {
        (Op::Confirm, Outcome::Refused) => refused(scene, user, seat, &account, event),
        (Op::Confirm, _) => accepted(scene, user, seat, &account, event),
        (Op::Reserve, Outcome::Ok) => reused(scene, user, seat, &account, event),
        _ => None,
    };
    if let Some(says) = complaint {
        findings.add(Rule::LiveToken, event.step, Some(seat), vec![user], says);
    }
}

fn accepted(
    scene: &Scene<'_>,
    user: User,
    seat: Seat,
    account: &Account,
    event: &Event,
) -> Option<String> {
    let own = account.hold.is_some_and(|hold| hold.is(user, event.detail));
    let free = account.owner().is_none() && !account.hold.is_some_and(|hold| hold.blocks());
    let allowed = match event.outcome {
        Outcome::Ok => own,
        // "Free" includes what the user itself still holds: an order whose other seats died is late as a whole.
        Outcome::LateFree => {
            let in_time = free && was_issued(user, account, event);
            scene.facts.late == Late::AcceptIfFree && (own || in_time)
        }
        _ => false,
    };
    if allowed {
        return None;
    }
    let (name, step, token) = (scene.seat(seat), event.step, event.detail);
    let because = match account.owner() {
        Some(owner) => has_booked(owner.user, owner.step),
        None if event.outcome == Outcome::LateFree && scene.facts.late != Late::AcceptIfFree => {
            texts::LATE_IS_NOT_ACCEPTED.into()
        }
        None => why_dead(user, account, event),
    };
    Some(texts::confirms(user, name, token, step, &because))
}

/// Why the token of this event does not open the seat.
fn why_dead(user: User, account: &Account, event: &Event) -> String {
    let Some(hold) = account.hold else { return texts::NEVER_HELD.into() };
    let theirs = hold.token != event.detail || hold.user != user;
    match hold.state {
        HoldState::Live { .. } if theirs => texts::others_hold(hold.user, hold.step, hold.token),
        _ if theirs => texts::others_held_last(hold.user, hold.token),
        HoldState::Live { .. } => texts::AS_IF_DEAD.into(),
        HoldState::Unswept { step, .. } => texts::expired_unswept(step),
        HoldState::Expired { step } => texts::was_over(step),
        HoldState::Closed { step } => texts::was_given_back(step),
    }
}

/// A refusal is as wrong as an acceptance if the token is good, or if it is not one that the user ever had.
fn refused(
    scene: &Scene<'_>,
    user: User,
    seat: Seat,
    account: &Account,
    event: &Event,
) -> Option<String> {
    let (name, step, token) = (scene.seat(seat), event.step, event.detail);
    if account.hold.is_some_and(|hold| hold.is(user, token)) {
        return Some(texts::refused_though_live(user, name, step, token));
    }
    (!was_issued(user, account, event)).then(|| texts::refused_unknown(user, name, step, token))
}

/// Whether the user may once have had this token: its own last one, or one older than the last of somebody else.
fn was_issued(user: User, account: &Account, event: &Event) -> bool {
    account.hold.is_some_and(|hold| match hold.user == user {
        true => hold.token == event.detail,
        false => hold.token > event.detail,
    })
}

/// Tokens of a seat only grow: one used again would bring a dead hold back to life.
fn reused(
    scene: &Scene<'_>,
    user: User,
    seat: Seat,
    account: &Account,
    event: &Event,
) -> Option<String> {
    let old = account.hold.filter(|hold| hold.token >= event.detail)?;
    let (name, step) = (scene.seat(seat), event.step);
    let old = (old.user, old.token, old.step);
    Some(texts::reused(user, event.detail, name, step, old))
}
