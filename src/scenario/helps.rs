//! What each parameter is for, in one sentence. Apart from the table: what only reads and prints queries does without.

use super::Param;

/// In the order of the table, under its names.
const HELPS: [(&str, &str); 31] = [
    ("v", "The version of the link."),
    ("s", "The gallery scenario that everything else changes."),
    ("strategy", "The strategies that are compared side by side."),
    ("mix", "The strategies on one show: user i has the i-th, cyclically."),
    ("users", "How many users race."),
    ("seats", "The shape of the hall."),
    ("seed", "The seed of every draw."),
    ("want", "Which seats the users want."),
    ("party", "How many seats an order has."),
    ("arrive", "When a user arrives after the start."),
    ("lat", "How long each step takes to reach the show."),
    ("think", "How long a user thinks between looking and booking."),
    ("attempts", "How often an optimistic user tries."),
    ("backoff", "How long a user waits after a conflict."),
    ("version", "Whether a version is the show's or a seat's."),
    ("lock", "Whether a lock is the show's or a seat's."),
    ("lockorder", "In which order several locks are taken."),
    ("hold", "How long a hold lives."),
    ("expiry", "What becomes of a seat whose hold has expired."),
    ("pay", "How long a payment takes."),
    ("payfail", "How many payments are declined."),
    ("paylost", "How many payments get no answer."),
    ("paytimeout", "How long a user waits for the answer to a payment."),
    ("late", "What becomes of a payment captured after its hold died."),
    ("crash", "How many clients may crash."),
    ("clock", "Whether delays count, or only deadlines."),
    ("sched", "Who chooses the steps that the order does not."),
    ("depth", "The bug depth that the scheduler pct aims at."),
    ("order", ORDER_HELP),
    ("you", "The user who is the person at the page."),
    ("clicks", "The seats that this person clicks."),
];

const ORDER_HELP: &str = "The first choices: a user's letter (p, d or n after it answers a payment, k crashes the \
    client), t for the next deadline, w250 for 250 ms; a count repeats.";

impl Param {
    /// One sentence of help.
    ///
    /// # Example
    /// ```
    /// let users = seatrace::scenario::params().iter().find(|p| p.name == "users").unwrap();
    /// assert_eq!(users.help(), "How many users race.");
    /// ```
    pub fn help(&self) -> &'static str {
        let row = HELPS.iter().find(|(name, _)| *name == self.name);
        row.map_or("", |(_, help)| *help)
    }
}
