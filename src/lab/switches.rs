//! How often an order changes users.

use super::{Contest, race};
use crate::scenario::Scenario;
use crate::trace::{Choice, Order};
use crate::units::User;

/// How often an order changes users while the one before could have gone on. Letting time pass is no change, and a crash is
/// a choice of the user who crashes. What is not possible is left out.
///
/// # Example
/// ```
/// use seatrace::{lab, scenario::Query, trace::Order};
/// let scenario = Query::parse("strategy=naive&users=2&clock=free").unwrap();
/// let switches = |order| lab::switches(&scenario, lab::contests(&scenario)[0], &Order::parse(order).unwrap());
/// assert_eq!((switches("A2B"), switches("AB2A"), switches("ABAB")), (0, 1, 2));
/// ```
pub fn switches(scenario: &Scenario, contest: Contest, order: &Order) -> u32 {
    let mut race = race(scenario, contest);
    let mut last: Option<User> = None;
    let mut switches = 0;
    for choice in &order.0 {
        if race.step(*choice).is_err() {
            continue;
        }
        let mover = match choice {
            Choice::Step(user, _) => Some(*user),
            Choice::Time | Choice::Wait(_) => last,
        };
        switches += u32::from(last.is_some() && last != mover);
        last = mover.filter(|user| race.is_enabled(Choice::Step(*user, None)));
    }
    switches
}
