//! Outcome tables: how many schedules end in which outcome (DESIGN §5).

use std::collections::{BTreeMap, BTreeSet};

use super::model::Model;
use super::state::{Money, Next, State};
use super::walk::{for_each_end_merged, for_each_run};

/// The figures of a finished run that make it an outcome of its own.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct OutcomeKey {
    /// The first that applies: `double-booking`, `deadlock`, `paid-no-seat`, `refund-due`, `lost-sale`,
    /// `unsold`, `fine`.
    pub class: &'static str,
    /// Successful writes, updates, commits and confirms, counted per seat.
    pub tickets: usize,
    /// Users with the result `booked`.
    pub booked: usize,
    /// Users with the result `gave-up`.
    pub gave_up: usize,
    /// Holds that expired.
    pub expired: u32,
    /// The result of every user, by number.
    pub results: Vec<&'static str>,
}

/// The exact number of schedules of every outcome.
pub type Table = BTreeMap<OutcomeKey, u128>;

/// The table of a race, every schedule walked by itself.
pub fn table(model: &Model) -> Table {
    let mut table = Table::new();
    for_each_run(model, |_, end| *table.entry(outcome(end)).or_insert(0) += 1);
    table
}

/// The same table, with equal states walked together: for races of thousands of millions of schedules.
pub fn table_merged(model: &Model) -> Table {
    let mut table = Table::new();
    for_each_end_merged(model, |end, schedules| {
        *table.entry(outcome(end)).or_insert(0) += schedules
    });
    table
}

/// All schedules.
pub fn total(table: &Table) -> u128 {
    table.values().sum()
}

/// The schedules of one class.
pub fn count_class(table: &Table, class: &str) -> u128 {
    table.iter().filter(|(key, _)| key.class == class).map(|(_, schedules)| schedules).sum()
}

/// The schedules that double-book: the class that comes before all others.
pub fn double_bookings(table: &Table) -> u128 {
    count_class(table, "double-booking")
}

/// What the end of a run amounts to.
///
/// Panics if the run is not over: somebody could still step.
pub fn outcome(end: &State<'_>) -> OutcomeKey {
    let results: Vec<_> = end
        .users
        .iter()
        .map(|user| match user.next {
            Next::Queued(_) => "waiting",
            // Set whenever a user retires.
            Next::Nothing => user.result.expect("who has ended has a result"),
            next => panic!("the run is not over: somebody is about to {next:?}"),
        })
        .collect();
    let count = |result| results.iter().filter(|&&r| r == result).count();
    OutcomeKey {
        class: class(end, &results),
        tickets: end.show.tickets.len(),
        booked: count("booked"),
        gave_up: count("gave-up"),
        expired: end.show.expired,
        results,
    }
}

fn class(end: &State<'_>, results: &[&'static str]) -> &'static str {
    let wanted = end.model.users.iter().flat_map(|party| &party.wants);
    let unsold: BTreeSet<_> = wanted.filter(|&&seat| !end.show.is_booked(seat)).collect();
    let sold: BTreeSet<_> = end.show.tickets.iter().map(|&(seat, _)| seat).collect();
    let money = |money| end.users.iter().any(|user| user.money == money);
    let lost = |user: usize| end.model.wants(user).iter().any(|seat| unsold.contains(seat));
    // Nobody has two tickets for one seat: more tickets than seats means two users on one.
    if end.show.tickets.len() > sold.len() {
        "double-booking"
    } else if results.contains(&"waiting") {
        "deadlock"
    } else if money(Money::Captured) {
        "paid-no-seat"
    } else if money(Money::Due) {
        "refund-due"
    } else if (0..results.len()).any(|user| results[user] == "gave-up" && lost(user)) {
        "lost-sale"
    } else if !unsold.is_empty() {
        "unsold"
    } else {
        "fine"
    }
}
