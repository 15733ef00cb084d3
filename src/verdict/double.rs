//! no-double-booking: no seat has tickets of two users.

use super::books::{Account, HoldState};
use super::judge::Scene;
use super::report::Findings;
use super::rule::Rule;
use crate::texts::verdict::double as texts;
use crate::trace::{Event, Op, Outcome};
use crate::units::{Seat, User};

pub(super) fn see(scene: &Scene<'_>, event: &Event, findings: &mut Findings) {
    let Some((user, seat)) = event.sale() else { return };
    let account = scene.books.account(seat);
    // From the third buyer on there is nothing new to say of the seat.
    let Some(owner) = account.owner_other_than(user).filter(|_| !account.is_double()) else {
        return;
    };
    let excuse = excuse(scene, user, seat, &account, event);
    let (first, second) = ((owner.user, owner.step), (user, event.step));
    let says = texts::sold_twice(scene.seat(seat), first, second, &excuse);
    findings.add(Rule::NoDoubleBooking, event.step, Some(seat), vec![owner.user, user], says);
}

/// What the second buyer relied on, where the events tell.
fn excuse(scene: &Scene<'_>, user: User, seat: Seat, account: &Account, event: &Event) -> String {
    let looked = scene.books.looked_at(user, seat);
    match (event.op, looked, account.hold) {
        (Op::Write | Op::Commit, Some(step), _) => texts::had_read(step),
        (Op::Update, Some(step), _) => texts::had_checked(step),
        (Op::Confirm, _, _) if event.outcome != Outcome::Ok => texts::HOLD_HAD_DIED.into(),
        (Op::Confirm, _, Some(hold)) if hold.user == user => match hold.state {
            HoldState::Live { .. } => texts::had_held(hold.step),
            _ => texts::HOLD_HAD_DIED.into(),
        },
        _ => String::new(),
    }
}
