//! The desk: the sentence of a scenario, the tabs, what can be chosen by hand, and what the judge says at the foot.

use crate::texts::forms::{capital, listed};
use crate::units::{Ms, User, cut};

// The sentence: clause by clause, in this order. Words that can be pressed take the places of `$`, in order.

/// First the users, then what they want.
pub fn want(users: u32) -> &'static str {
    if users == 1 { "$ wants $" } else { "$ want $" }
}

/// Something else that can be pressed: seats of an order, a rule about locks, an order.
pub const ALSO: &str = ", $";
/// The hall, as rows × columns.
pub const OF_SEATS: &str = " of $ seats";
pub const BOOK_BY: &str = " and book by $";
/// Before `NO_DELAYS`.
pub const CLOCK: &str = "; $";
pub const EACH_THINKS: &str = "; each thinks $";
pub const TRIES: &str = ", tries $, $";
pub const HOLDS: &str = ", holds $";
pub const MAY_CRASH: &str = ", $ may crash";
pub const IN_ORDER: &str = ", in $ order";
pub const END: &str = ".";

// Its words.

pub fn users(n: u32) -> String {
    if n == 1 { "1 user".to_owned() } else { format!("{n} users") }
}

pub const SAME_SEAT: &str = "the same seat";
pub const SAME_SEATS: &str = "the same seats";
pub const SEATS_OF_THEIR_OWN: &str = "seats of their own";
pub const RANDOM_SEATS: &str = "random seats";
pub const FIRST_SEATS: &str = "mostly the first seats";

pub fn chosen_seats(n: usize) -> String {
    format!("{n} chosen seats")
}

/// A few seats by name.
pub fn chosen(names: &[String]) -> String {
    names.join(" and ")
}

pub fn seats_an_order(n: u32) -> String {
    format!("{n} seats each")
}

pub fn rows_by_cols(rows: u32, cols: u32) -> String {
    format!("{rows} × {cols}")
}

/// Strategies in the order of the users.
pub fn strategies(names: &[&str]) -> String {
    names.join(", ")
}

pub const NO_DELAYS: &str = "no delays count";

/// Behind `TRIES`.
pub fn times(n: u32) -> String {
    if n == 1 { "once".to_owned() } else { format!("{n} times") }
}

pub const VERSION_OF_SHOW: &str = "one version for the show";
pub const VERSION_OF_SEAT: &str = "a version for each seat";
pub const LOCK_OF_SHOW: &str = "one lock for the show";
pub const LOCK_OF_SEAT: &str = "a lock for each seat";

/// Behind `HOLDS`.
pub const DO_NOT_EXPIRE: &str = "do not expire";

/// Behind `HOLDS`.
pub fn last(ms: Ms) -> String {
    format!("last {}", time(ms))
}

/// Before `MAY_CRASH`.
pub fn clients(n: u32) -> String {
    if n == 1 { "1 client".to_owned() } else { format!("{n} clients") }
}

pub const ORDER_GIVEN: &str = "order given";

// Behind "in": by whom the next step is chosen.

pub const TIMED: &str = "timed";
pub const RANDOM: &str = "random";
pub const ROUND_ROBIN: &str = "round-robin";
pub const CONTRARY: &str = "contrary";

/// Between two times: `10–50 ms`, `500 ms–2 s`.
pub fn span(min_ms: Ms, max_ms: Ms) -> String {
    if min_ms == max_ms {
        return time(min_ms);
    }
    let (min, min_unit) = unit(min_ms);
    let (max, max_unit) = unit(max_ms);
    if min_ms == 0 || min_unit == max_unit {
        format!("{min}–{max} {max_unit}")
    } else {
        format!("{min} {min_unit}–{max} {max_unit}")
    }
}

/// A time in words, in the largest unit that is exact: `10 min`.
fn time(ms: Ms) -> String {
    let (count, name) = unit(ms);
    format!("{count} {name}")
}

fn unit(ms: Ms) -> (Ms, &'static str) {
    match ms {
        0 => (0, "ms"),
        _ if ms.is_multiple_of(60_000) => (ms / 60_000, "min"),
        _ if ms.is_multiple_of(1_000) => (ms / 1_000, "s"),
        _ => (ms, "ms"),
    }
}

// The tabs of the inspector.

// How much is read aloud.
pub const EVERY_STEP: &str = "every step";
pub const MILESTONES: &str = "milestones";
pub const NOTHING_ALOUD: &str = "nothing";

pub const CODE: &str = "Code";
pub const LOG: &str = "Log";
pub const TABLE: &str = "Table";
pub const JUDGE: &str = "Judge";
pub const SEAT: &str = "Seat";
pub const FIGURES: &str = "Figures";

// The languages of its code.

pub const RUST: &str = "Rust";
pub const PSEUDO_CODE: &str = "Pseudo-code";
pub const SQL: &str = "SQL";

// What pressing a key cap does.

pub fn let_step(user: User) -> String {
    format!("Let {user} step")
}

pub fn payment_is_captured(user: User) -> String {
    format!("{user}’s payment is captured")
}

pub fn payment_is_declined(user: User) -> String {
    format!("{user}’s payment is declined")
}

pub fn payment_is_never_answered(user: User) -> String {
    format!("{user}’s payment is never answered")
}

pub const LET_TIME_PASS: &str = "Let time pass until a hold ends";

// The line at the foot: what is wrong, or how it ended; and the rule.

/// Of a rule that is only known to be broken in the end: its title.
pub fn fails(rule: &str) -> String {
    format!("{rule}: fails")
}

pub fn fails_here(rule: &str) -> String {
    format!("{rule} fails here")
}

pub fn fails_at(rule: &str, step: u32) -> String {
    format!("{rule} fails at step {step}")
}

/// One of these three, and how many more findings there are.
pub fn and_more_findings(fails: &str, more: usize) -> String {
    match more {
        0 => fails.to_owned(),
        1 => format!("{fails}; 1 more finding"),
        n => format!("{fails}; {n} more findings"),
    }
}

/// What the judge says, the claim as a sentence of its own, which the line prints bold: "D1 is sold twice. To Alice at
/// step 3 and …"
pub fn claim_first(says: &str) -> String {
    match cut(says, ": ") {
        Some((claim, rest)) if cut(claim, ". ").is_none() => format!("{claim}. {}", capital(rest)),
        _ => says.to_owned(),
    }
}

/// Behind the claim that a seat is sold twice, where nobody looks again before writing.
pub fn lost_update(before: User, after: User) -> String {
    format!(" {after}’s write undoes {before}’s: a lost update.")
}

pub const NO_RULE_IS_BROKEN: &str = "no rule is broken";
pub const NO_SEAT_IS_SOLD: &str = "No seat is sold.";

pub fn is_sold_once(seat: &str, owners: &[String]) -> String {
    format!("{seat} is sold once, to {}.", listed(owners))
}

pub fn are_sold_once(seats: usize) -> String {
    format!("{seats} seats are sold, each once.")
}

/// Of a link that wants to open at the first anomaly.
pub const NO_ANOMALY: &str = "at=first-anomaly leads nowhere: no rule is broken in this run";
