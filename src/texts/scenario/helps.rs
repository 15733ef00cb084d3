//! What each parameter is for, in one sentence.

pub const V: &str = "The version of the link.";
pub const S: &str = "The gallery scenario that everything else changes.";
pub const STRATEGY: &str = "The strategies that are compared side by side.";
pub const MIX: &str = "The strategies on one show: user i has the i-th, cyclically.";
pub const USERS: &str = "How many users race.";
pub const SEATS: &str = "The shape of the hall.";
pub const SEED: &str = "The seed of every draw.";
pub const WANT: &str = "Which seats the users want.";
pub const PARTY: &str = "How many seats each user wants to buy together.";
pub const ARRIVE: &str = "When a user arrives after the start.";
pub const LAT: &str = "How long each step takes to reach the show.";
pub const THINK: &str = "How long a user thinks between looking and booking.";
pub const ATTEMPTS: &str = "How often an optimistic user tries.";
pub const BACKOFF: &str = "How long a user waits after a conflict.";
pub const VERSION: &str = "Whether a version is the show's or a seat's.";
pub const LOCK: &str = "Whether a lock is the show's or a seat's.";
pub const LOCKORDER: &str = "In which order several locks are taken.";
pub const HOLD: &str = "How long a hold lives.";
pub const EXPIRY: &str = "What becomes of a seat whose hold has expired.";
pub const PAY: &str = "How long a payment takes.";
pub const PAYFAIL: &str = "How many payments are declined.";
pub const PAYLOST: &str = "How many payments get no answer.";
pub const PAYTIMEOUT: &str = "How long a user waits for the answer to a payment.";
pub const LATE: &str = "What becomes of a payment captured after its hold died.";
pub const CRASH: &str = "How many clients may crash.";
pub const CLOCK: &str = "Whether delays count, or only deadlines.";
pub const SCHED: &str = "Who chooses the steps that the order does not.";
pub const DEPTH: &str = "The bug depth that the scheduler pct aims at.";
pub const ORDER: &str = "The first choices: a user's letter (p, d or n after it answers a payment, k crashes the \
    client), t for the next deadline, w250 for 250 ms; a count repeats.";
pub const YOU: &str = "The user who is the person at the page.";
pub const CLICKS: &str = "The seats that this person clicks.";
