//! The explorer's word against the judge's: every order that is handed out was run, measured and judged before.

use super::outcome::Outcome;
use crate::lab::{self, Contest};
use crate::measure::{Class, measure};
use crate::scenario::Scenario;
use crate::trace::Order;
use crate::verdict::{Rule, judge};

/// The same order.
///
/// # Panics
/// The real race does not end with its last choice, or not in this outcome, or the judge does not find what the class says.
/// Explorer, figures and judge share no code, so one of them is wrong then: nothing else that they say could be believed.
pub(super) fn confirmed(
    scenario: &Scenario,
    contest: Contest,
    order: Order,
    said: Outcome,
) -> Order {
    let replayed = Scenario { order: order.clone(), ..scenario.clone() };
    let run = lab::run(&replayed, contest);
    assert!(
        run.skipped.is_empty() && run.order == order,
        "{order} is no schedule of {}",
        scenario.query()
    );
    let facts = lab::facts(&replayed).into();
    let figures = measure(&lab::wants(&replayed), &run.trace);
    let found = Outcome {
        class: figures.class,
        tickets: figures.tickets,
        booked: figures.booked,
        gave_up: figures.gave_up,
        expired: figures.expired,
    };
    assert_eq!(found, said, "{order} of {}", scenario.query());
    let verdict = judge(&facts, &run.trace);
    for (class, rule) in RULES {
        // Another class may come first and hide this one, but none can be there unseen by the judge.
        let judged = verdict.first(rule).is_some();
        assert!(judged || said.class != class, "the judge does not find {class} in {order}");
        assert!(
            !judged || said.class <= class,
            "the judge finds {rule} in {order}: {}",
            said.class
        );
    }
    order
}

/// The rule whose breaking makes each class. A payment for nothing breaks several, so it is left to the figures.
const RULES: [(Class, Rule); 4] = [
    (Class::DoubleBooking, Rule::NoDoubleBooking),
    (Class::Deadlock, Rule::Deadlock),
    (Class::RefundDue, Rule::RefundPaid),
    (Class::LostSale, Rule::LostSale),
];
