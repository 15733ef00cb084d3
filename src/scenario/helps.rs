//! What each parameter is for, in one sentence. Apart from the table: what only reads and prints queries does without.

use super::Param;
use crate::texts::scenario::helps as texts;

/// In the order of the table, under its names.
const HELPS: [(&str, &str); 31] = [
    ("v", texts::V),
    ("s", texts::S),
    ("strategy", texts::STRATEGY),
    ("mix", texts::MIX),
    ("users", texts::USERS),
    ("seats", texts::SEATS),
    ("seed", texts::SEED),
    ("want", texts::WANT),
    ("party", texts::PARTY),
    ("arrive", texts::ARRIVE),
    ("lat", texts::LAT),
    ("think", texts::THINK),
    ("attempts", texts::ATTEMPTS),
    ("backoff", texts::BACKOFF),
    ("version", texts::VERSION),
    ("lock", texts::LOCK),
    ("lockorder", texts::LOCKORDER),
    ("hold", texts::HOLD),
    ("expiry", texts::EXPIRY),
    ("pay", texts::PAY),
    ("payfail", texts::PAYFAIL),
    ("paylost", texts::PAYLOST),
    ("paytimeout", texts::PAYTIMEOUT),
    ("late", texts::LATE),
    ("crash", texts::CRASH),
    ("clock", texts::CLOCK),
    ("sched", texts::SCHED),
    ("depth", texts::DEPTH),
    ("order", texts::ORDER),
    ("you", texts::YOU),
    ("clicks", texts::CLICKS),
];

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
