//! The strategies side by side: how each stands, where it parts from the first, and when to use which.

use super::forms::{capital, count, grouped, lapse, plural};
use crate::units::{Ms, User};

/// From here on a time is told by its two largest units, in ms.
const LONG_MS: Ms = 60_000;

// The headline of a race: tickets, and what stands in the way.

pub const NOBODY_HAS_STEPPED: &str = "Nobody has stepped";

/// At the end of a race; what there is to say besides is one of those below.
pub fn ended(tickets: u32, trouble: &str) -> String {
    if tickets == 0 {
        return format!("No ticket, {trouble}");
    }
    capital(&format!("{}, {trouble}", of(tickets, "ticket")))
}

/// On the way.
pub fn so_far(tickets: u32) -> String {
    if tickets == 0 {
        return "No ticket yet".to_owned();
    }
    capital(&format!("{} so far", of(tickets, "ticket")))
}

/// On the way, behind `so_far`.
pub fn and(so_far: &str, trouble: &str) -> String {
    format!("{so_far}, {trouble}")
}

/// More tickets than seats.
pub fn doubled(tickets: u32, seats: u32) -> String {
    capital(&format!("{} for {}", of(tickets, "ticket"), of(seats, "seat")))
}

pub fn wait_for_ever(users: u32) -> String {
    match users {
        1 => "one user waits for ever".to_owned(),
        n => format!("{} wait for ever", count(n)),
    }
}

pub const PAID_FOR_NOTHING: &str = "somebody paid for nothing";

pub fn refunds_due(n: u32) -> String {
    format!("{} due", of(n, "refund"))
}

pub const SALE_IS_LOST: &str = "a sale is lost";
pub const PAID_FOR: &str = "paid for";
pub const NOBODY_IN_THE_WAY: &str = "nobody in the way";

pub fn turned_away(users: u32) -> String {
    format!("{} turned away", count(users))
}

pub fn holds_expired(n: u32) -> String {
    format!("{} expired", of(n, "hold"))
}

pub fn holds(n: u32) -> String {
    of(n, "hold")
}

pub fn refunds(n: u32) -> String {
    of(n, "refund")
}

pub fn waits(n: u32) -> String {
    of(n, "wait")
}

pub fn conflicts(n: u32) -> String {
    of(n, "conflict")
}

fn of(n: u32, word: &str) -> String {
    format!("{} {}", count(n), plural(n, word))
}

// Under the headline of the first race, which the others are held against.

/// So many had read a seat before the one who is first to write it.
pub fn misled(readers: u32, user: User, seat: &str, step: u32) -> String {
    format!(
        "{} had read {seat} as free when {user} wrote it at step {step}.",
        capital(&count(readers))
    )
}

pub const HELD_AGAINST_IT: &str = "The others are held against it, step by step.";

// Under the headlines of the others: what happens in the first race, and what here. Both are sentences.

pub fn parts_from(strategy: &str, there: &str, here: &str) -> String {
    format!("Under {strategy}, {}; here {}.", within(there), within(here))
}

/// Where the first race is the mix.
pub fn parts_from_mix(there: &str, here: &str) -> String {
    format!("In the mix, {}; here {}.", within(there), within(here))
}

/// A sentence of a race that has no such step.
pub const RACE_IS_OVER: &str = "the race is over.";

/// A sentence as a part of another. They begin with a name, with a time, or with "The".
fn within(sentence: &str) -> String {
    let part = sentence.strip_suffix('.').unwrap_or(sentence);
    part.strip_prefix("The ").map_or(part.to_owned(), |rest| format!("the {rest}"))
}

// Read aloud: what happens at a step, race by race.

pub const BEFORE_FIRST_STEP: &str = "Before the first step.";

pub fn step_of(step: u32, steps: u32) -> String {
    format!("Step {step} of {steps}.")
}

/// Behind `step_of`, for each race.
pub fn in_race(race: &str, says: &str) -> String {
    format!(" {race}: {says}")
}

pub fn over_since(step: u32) -> String {
    format!("Over since step {step}.")
}

// The figures: what is counted, and how much of it there is.

pub const TICKETS: &str = "tickets";
pub const TURNED_AWAY: &str = "turned away";
pub const CONFLICTS: &str = "conflicts";
pub const RETRIES: &str = "retries";
pub const WAITS: &str = "waits";
pub const REFUNDS: &str = "refunds";
pub const HOLDS_EXPIRED: &str = "holds expired";
pub const UNTIL_ALL_ARE_DONE: &str = "until all are done";
pub const TIME_SO_FAR: &str = "time so far";
pub const ATTEMPTS_PER_SALE: &str = "attempts per sale";

/// Tickets, and for how many seats.
pub fn tickets_for(tickets: u32, seats: u32) -> String {
    format!("{} for {} {}", grouped(tickets), grouped(seats), plural(seats, "seat"))
}

/// Refunds that were made, and those that are due.
pub fn refunds_and_due(refunded: u32, due: u32) -> String {
    format!("{}, {} due", grouped(refunded), grouped(due))
}

pub fn time(ms: Ms) -> String {
    if ms < LONG_MS { format!("{} ms", grouped(ms)) } else { lapse(ms) }
}

pub const NO_SALE: &str = "no sale";

/// A ratio in tenths, to one decimal where there is one.
pub fn ratio(tenths: u64) -> String {
    match tenths % 10 {
        0 => grouped(tenths / 10),
        rest => format!("{}.{rest}", grouped(tenths / 10)),
    }
}

// When to use which, in the words of the textbooks: how it works, what it is good for, what it costs, when it fails.

pub const NAIVE_HOW: &str = "Look, think, write. Nobody looks twice.";
pub const NAIVE_GOOD_FOR: &str = "Nothing that is sold: it shows what the others are for.";
pub const NAIVE_COSTS: &str = "Nothing: no version, no lock, no hold.";
pub const NAIVE_FAILS: &str = "Two look before one of them writes.";

pub const OPTIMISTIC_HOW: &str = "Look, think, write only if nobody wrote since; else look again.";
pub const OPTIMISTIC_GOOD_FOR: &str = "Many people, few of whom want the same seat.";
pub const OPTIMISTIC_COSTS: &str = "Work that is thrown away: who meets a conflict begins again.";
pub const OPTIMISTIC_FAILS: &str = "Many want the same, or one version covers the whole show: some give up while seats are \
     free.";

pub const PESSIMISTIC_HOW: &str = "Take the lock, look, think, write, give the lock back.";
pub const PESSIMISTIC_GOOD_FOR: &str =
    "Many people who want the same seat, and little to do under the lock.";
pub const PESSIMISTIC_COSTS: &str = "Time: everybody else waits in line.";
pub const PESSIMISTIC_FAILS: &str =
    "A lock is kept long, its owner crashes, or two locks are taken in different order.";

pub const TWO_PHASE_HOW: &str = "Hold the seat for a while, pay, confirm.";
pub const TWO_PHASE_GOOD_FOR: &str = "People who pay before they own.";
pub const TWO_PHASE_COSTS: &str = "Seats that are held and not sold, and somebody who cleans up.";
pub const TWO_PHASE_FAILS: &str =
    "A payment outlives its hold, or holds that nobody pays for fill the house.";

pub const MIX_HOW: &str = "Each user has a strategy of its own, on one show.";
pub const MIX_GOOD_FOR: &str = "Moving from one strategy to another, if both keep the same rules.";
pub const MIX_COSTS: &str = "The protection of each that another does not look at.";
pub const MIX_FAILS: &str = "One strategy does not look at what another writes: locks, versions and holds protect only \
     those who ask.";

/// What one run cannot tell.
pub const CONCLUSIONS: &str = "Nothing about other races can be concluded from one run: with another seed, other delays \
     or one user more, the strategies may change places. Only “orders that fail” leaves nothing out, and it counts \
     orders, not chances.";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_time_is_told_by_its_two_largest_units() {
        assert_eq!([1_271, 600_044].map(time), ["1,271 ms", "10 min"]);
    }
}
