//! no-double-booking: no seat has tickets of two users.

use super::books::{Account, HoldState};
use super::judge::Scene;
use super::report::Findings;
use super::rule::Rule;
use crate::trace::{Event, Op, Outcome};
use crate::units::{Seat, User};

pub(super) fn see(scene: &Scene<'_>, event: &Event, findings: &mut Findings) {
    let Some((user, seat)) = event.sale() else { return };
    let account = scene.books.account(seat);
    // From the third buyer on there is nothing new to say of the seat.
    let Some(owner) = account.owner_other_than(user).filter(|_| !account.is_double()) else {
        return;
    };
    let says = format!(
        "{} is sold twice: to {} at step {} and to {user} at step {}{}.",
        scene.seat(seat),
        owner.user,
        owner.step,
        event.step,
        excuse(scene, user, seat, &account, event)
    );
    findings.add(Rule::NoDoubleBooking, event.step, Some(seat), vec![owner.user, user], says);
}

/// What the second buyer relied on, where the events tell.
fn excuse(scene: &Scene<'_>, user: User, seat: Seat, account: &Account, event: &Event) -> String {
    let looked = scene.books.looked_at(user, seat);
    match (event.op, looked, account.hold) {
        (Op::Write | Op::Commit, Some(step), _) => format!(", who had read it at step {step}"),
        (Op::Update, Some(step), _) => format!(", who had checked it at step {step}"),
        (Op::Confirm, _, _) if event.outcome != Outcome::Ok => {
            ", whose hold had died before".into()
        }
        (Op::Confirm, _, Some(hold)) if hold.user == user => match hold.state {
            HoldState::Live { .. } => format!(", who had held it since step {}", hold.step),
            _ => ", whose hold had died before".into(),
        },
        _ => String::new(),
    }
}
