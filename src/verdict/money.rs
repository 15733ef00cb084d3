//! money-adds-up, one-capture and, at the end, refund-paid: captured = booked + refunded + refund due.

use super::judge::Scene;
use super::report::Findings;
use super::rule::Rule;
use crate::texts::verdict::money as texts;
use crate::trace::{Event, Op, Outcome};
use crate::units::{Table, User};

/// How far the payment of an order has come.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Stage {
    Asked,
    Declined,
    Unanswered,
    /// In flight: neither booked nor given back yet.
    Captured {
        step: u32,
    },
    Booked {
        step: u32,
    },
    Due {
        step: u32,
    },
    Refunded,
}

/// The payments by key. A user's key is its number.
#[derive(Clone, Debug, Default)]
pub(super) struct Money {
    payments: Table<u32, Stage>,
}

impl Money {
    pub(super) fn see(&mut self, event: &Event, findings: &mut Findings) {
        let Some(user) = event.user() else { return };
        match event.op {
            Op::Pay => self.pay(user, event, findings),
            Op::Confirm | Op::Refund | Op::End => {
                if let Some(says) = self.settle(user, event) {
                    findings.add(Rule::MoneyAddsUp, event.step, None, vec![user], says);
                }
            }
            _ => {}
        }
    }

    fn pay(&mut self, user: User, event: &Event, findings: &mut Findings) {
        let (key, step) = (event.detail, event.step);
        let stage = self.payments.get(key).copied();
        let next = match event.outcome {
            Outcome::Asked => Stage::Asked,
            Outcome::Captured => Stage::Captured { step },
            Outcome::Declined => Stage::Declined,
            Outcome::NoAnswer => Stage::Unanswered,
            _ => return,
        };
        let (expected, asks) = (next != Stage::Asked, next == Stage::Asked);
        let in_turn = if asks { stage.is_none() } else { stage == Some(Stage::Asked) };
        if in_turn {
            self.payments.insert(key, next);
            return;
        }
        let charged = matches!(
            stage,
            Some(
                Stage::Captured { .. } | Stage::Booked { .. } | Stage::Due { .. } | Stage::Refunded
            )
        );
        if charged && matches!(next, Stage::Captured { .. }) {
            let says = texts::charged_twice(user, step);
            findings.add(Rule::OneCapture, step, None, vec![user], says);
        } else if expected {
            let says = texts::answered_unasked(user, event.outcome.name(), step);
            findings.add(Rule::MoneyAddsUp, step, None, vec![user], says);
            if !self.payments.contains(key) {
                self.payments.insert(key, next);
            }
        }
    }

    /// Moves the payment of a user on; what is wrong with that, if anything is.
    fn settle(&mut self, user: User, event: &Event) -> Option<String> {
        let step = event.step;
        let key = if event.op == Op::Refund { event.detail } else { user.0 };
        let stage = self.payments.get(key).copied();
        let next = match (event.op, event.outcome, stage) {
            (Op::End, result, _) => return unfit(user, result, step, stage),
            (Op::Confirm, Outcome::Refused, Some(Stage::Captured { .. })) => Stage::Due { step },
            (Op::Confirm, Outcome::Refused, _) => {
                return Some(texts::refused_without_payment(user, step));
            }
            (Op::Confirm, _, Some(Stage::Captured { .. })) => Stage::Booked { step },
            // The other seats of the same order.
            (Op::Confirm, _, Some(Stage::Booked { step: before })) if before == step => {
                return None;
            }
            (Op::Confirm, ..) => return Some(texts::seat_without_money(user, step)),
            (_, _, Some(Stage::Due { .. })) => Stage::Refunded,
            _ => return Some(texts::refund_not_due(user, step)),
        };
        self.payments.insert(key, next);
        None
    }

    /// What is left when the run is over.
    pub(super) fn finish(&self, scene: &Scene<'_>, step: u32, findings: &mut Findings) {
        for (key, stage) in self.payments.iter() {
            let user = User(key);
            match stage {
                Stage::Captured { step: since } if scene.books.end(user).is_none() => {
                    let says = texts::neither_seat_nor_money(user, *since);
                    findings.add(Rule::MoneyAddsUp, step, None, vec![user], says);
                }
                Stage::Due { step: since } => {
                    let says = texts::never_refunded(user, *since);
                    findings.add(Rule::RefundPaid, step, None, vec![user], says);
                }
                _ => {}
            }
        }
    }
}

/// Why a user cannot be told this result with its payment at this stage. A crash may leave money at any stage.
fn unfit(user: User, result: Outcome, step: u32, stage: Option<Stage>) -> Option<String> {
    let fits = match result {
        Outcome::Crashed => true,
        Outcome::Booked => matches!(stage, None | Some(Stage::Booked { .. })),
        Outcome::Declined => stage == Some(Stage::Declined),
        Outcome::Unpaid => stage == Some(Stage::Unanswered),
        Outcome::Refunded => stage == Some(Stage::Refunded),
        Outcome::RefundDue => matches!(stage, Some(Stage::Due { .. })),
        _ => stage.is_none(),
    };
    if fits {
        return None;
    }
    let money: String = match stage {
        None => texts::HAS_NOT_PAID.into(),
        Some(Stage::Asked) => texts::IS_BEING_ASKED.into(),
        Some(Stage::Declined) => texts::WAS_DECLINED.into(),
        Some(Stage::Unanswered) => texts::GOT_NO_ANSWER.into(),
        Some(Stage::Captured { step }) => texts::paid_for_nothing(step),
        Some(Stage::Booked { step }) => texts::paid_for_seat(step),
        Some(Stage::Due { step }) => texts::is_owed(step),
        Some(Stage::Refunded) => texts::WAS_REFUNDED.into(),
    };
    Some(texts::ends_as(user, result.name(), step, &money))
}
