//! What pressing a seat of the editor's hall does to the scenario, as values of its parameters.

use crate::lab;
use crate::scenario::Scenario;
use crate::texts::worker::messages as texts;
use crate::units::{Seat, User};

/// The user of a letter, if the race has one; none for everybody.
pub(super) fn user(letter: &str, users: u32) -> Option<User> {
    (0..users).map(User).find(|user| user.letter().is_some_and(|of| letter == of.to_string()))
}

/// The value of `want` after a seat is pressed for a user, or for everybody: it is added at the end of the order, or taken
/// out of it. Every user's order stays as it was drawn; so the seats are named from then on.
///
/// # Errors
/// There is no such seat, or an order would be empty; in words.
pub(super) fn toggled(
    scenario: &Scenario,
    whose: Option<User>,
    name: &str,
) -> Result<String, String> {
    let hall = scenario.hall;
    let seat = hall.seat(name).ok_or(texts::no_seat(name))?;
    let mut orders = lab::wants(scenario);
    let whom: Vec<usize> = match whose {
        Some(user) => vec![user.0 as usize],
        None => (0..orders.len()).collect(),
    };
    let all_want = whom.iter().all(|at| orders[*at].contains(&seat));
    for at in whom {
        let order = &mut orders[at];
        if all_want {
            order.retain(|other| *other != seat);
        } else if !order.contains(&seat) {
            order.push(seat);
        }
        if order.is_empty() {
            return Err(texts::ONE_SEAT_AT_LEAST.to_owned());
        }
    }
    let named =
        |order: &Vec<Seat>| order.iter().map(|seat| hall.name(*seat)).collect::<Vec<_>>().join(".");
    let names: Vec<String> = orders.iter().map(named).collect();
    Ok(shortest_period(&names).join(","))
}

/// Orders are dealt out cyclically, so a list that repeats itself is said once.
fn shortest_period(all: &[String]) -> &[String] {
    let repeats = |n: &usize| all.iter().zip(all[..*n].iter().cycle()).all(|(a, b)| a == b);
    let n = (1..=all.len()).find(repeats).unwrap_or(all.len());
    &all[..n]
}

/// The value of `seats` with a row or a column more or less.
pub(super) fn grown(scenario: &Scenario, rows: bool, more: bool) -> String {
    let hall = scenario.hall;
    let next = |n: u32| if more { n + 1 } else { n.saturating_sub(1).max(1) };
    let (r, c) = if rows { (next(hall.rows), hall.cols) } else { (hall.rows, next(hall.cols)) };
    format!("{r}x{c}")
}
