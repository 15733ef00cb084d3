//! whole-orders: an order of several seats is booked as a whole or not at all, and its user is told the truth about it.
//!
//! A commit and a confirm are one step, so they are judged when that step is over. Writes and updates are a step each:
//! they are judged when the user ends or crashes.

use super::judge::Scene;
use super::report::Findings;
use super::rule::Rule;
use crate::texts::verdict::order as texts;
use crate::trace::{Event, Op, Outcome};
use crate::units::{Seat, User};

/// A commit or confirm whose step is not over yet.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
struct Sale {
    step: u32,
    user: User,
}

/// Remembers only the sale under way.
#[derive(Clone, Debug, Default)]
pub(super) struct Orders {
    sale: Option<Sale>,
}

impl Orders {
    pub(super) fn see(&mut self, scene: &Scene<'_>, event: &Event, findings: &mut Findings) {
        self.close_sale(scene, event.step, findings);
        let Some(user) = event.user() else { return };
        let step = event.step;
        if let Some((_, seat)) = event.sale() {
            if let Some(says) = unordered(scene, user, seat, step) {
                findings.add(Rule::WholeOrders, step, Some(seat), vec![user], says);
            }
            if matches!(event.op, Op::Commit | Op::Confirm) {
                self.sale = Some(Sale { step, user });
            }
        }
        let complaint = match event.op {
            Op::Crash => partly(scene, user),
            Op::End => partly(scene, user).or_else(|| untrue(scene, user, event.outcome)),
            _ => None,
        };
        if let Some(says) = complaint {
            findings.add(Rule::WholeOrders, step, None, vec![user], says);
        }
    }

    /// Judges a commit or confirm once its step is over.
    fn close_sale(&mut self, scene: &Scene<'_>, step_now: u32, findings: &mut Findings) {
        let Some(sale) = self.sale.take_if(|sale| sale.step != step_now) else { return };
        if let Some(says) = partly(scene, sale.user) {
            findings.add(Rule::WholeOrders, sale.step, None, vec![sale.user], says);
        }
    }
}

/// Judges those who bought and were never told a result, be it that the trace stops in that step.
pub(super) fn finish(scene: &Scene<'_>, step: u32, findings: &mut Findings) {
    for user in scene.books.open_buyers() {
        if let Some(says) = partly(scene, user) {
            findings.add(Rule::WholeOrders, step, None, vec![user], says);
        }
    }
}

/// A ticket that nobody asked for, or after the end.
fn unordered(scene: &Scene<'_>, user: User, seat: Seat, step: u32) -> Option<String> {
    let name = scene.seat(seat);
    if let Some((_, end)) = scene.books.end(user) {
        return Some(texts::gets_after_its_end(user, name, step, end));
    }
    let wants = scene.facts.wants(user);
    (!wants.is_empty() && !wants.contains(&seat)).then(|| texts::gets_unasked(user, name, step))
}

fn partly(scene: &Scene<'_>, user: User) -> Option<String> {
    let got = |seat: &&Seat| scene.books.has_ticket(user, **seat);
    let (yes, no): (Vec<Seat>, Vec<Seat>) =
        scene.facts.wants(user).iter().partition(|seat| got(seat));
    (!yes.is_empty() && !no.is_empty())
        .then(|| texts::only_in_part(user, scene.facts.hall, &yes, &no))
}

fn untrue(scene: &Scene<'_>, user: User, result: Outcome) -> Option<String> {
    let has = scene.books.tickets(user) > 0;
    match (result, has) {
        (Outcome::Booked, false) => Some(texts::booked_without_ticket(user)),
        (Outcome::Booked | Outcome::Crashed, _) | (_, false) => None,
        (result, true) => Some(texts::told_and_has_tickets(user, result.name())),
    }
}
