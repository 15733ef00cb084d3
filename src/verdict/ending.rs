//! lost-sale and hold-reusable: what became of the seats when the run is over.

use super::books::HoldState;
use super::judge::Scene;
use super::report::Findings;
use super::rule::Rule;
use crate::texts::verdict::ending as texts;
use crate::trace::Outcome;
use crate::units::{Seat, Table, User};

pub(super) fn finish(scene: &Scene<'_>, step: u32, findings: &mut Findings) {
    lost_sales(scene, step, findings);
    stuck_holds(scene, step, findings);
}

/// Users give up after conflicts only; every other end has a reason that the user was told.
fn lost_sales(scene: &Scene<'_>, step: u32, findings: &mut Findings) {
    let mut lost: Table<Seat, Vec<User>> = Table::default();
    let quitters = scene.books.ends().filter(|(_, result)| *result == Outcome::GaveUp);
    for (user, _) in quitters {
        for seat in scene.facts.wants(user) {
            if scene.books.account(*seat).owner().is_none() {
                lost.at(*seat).push(user);
            }
        }
    }
    for (seat, users) in lost.iter() {
        let says = texts::stays_unsold(scene.seat(seat), users);
        findings.add(Rule::LostSale, step, Some(seat), users.clone(), says);
    }
}

fn stuck_holds(scene: &Scene<'_>, step: u32, findings: &mut Findings) {
    for (seat, account) in scene.books.accounts() {
        let Some(hold) = account.hold else { continue };
        let name = scene.seat(seat);
        let says = match hold.state {
            HoldState::Live { until: Some(until) } => texts::never_expires(hold.user, name, until),
            HoldState::Unswept { step, .. } if account.owner().is_none() => {
                texts::never_swept(name, step)
            }
            _ => continue,
        };
        findings.add(Rule::HoldReusable, step, Some(seat), vec![hold.user], says);
    }
}
