//! The gallery: scenarios worth a link of their own. Each is the plain scenario and what it changes, as a query.

use super::query::Given;
use super::{Backoff, Cast, Clock, LockOrder, Scenario, Sched, Span, Strategy, Want, Word};
use crate::texts::scenario::gallery as texts;
use crate::trace::Order;
use crate::units::{Expiry, Hall, Late, Scope};

/// A scenario of the gallery.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Entry {
    /// Its name in links (`s=`). It never changes.
    pub slug: &'static str,
    /// A few words.
    pub title: &'static str,
    /// What it changes of [`Scenario::plain`], as a canonical query.
    pub changes: &'static str,
}

/// The slugs of the gallery, in its order; the first is the default.
pub(super) const SLUGS: &[&str] = &[
    "five-users",
    "deadlock",
    "coarse-version",
    "late-payment",
    "orphaned-lock",
    "mixed",
    "your-turn",
];

const ENTRIES: [Entry; SLUGS.len()] = [
    Entry { slug: SLUGS[0], title: texts::FIVE_USERS, changes: "seed=45&arrive=0..60" },
    Entry {
        slug: SLUGS[1],
        title: texts::DEADLOCK,
        changes: "strategy=pessimistic&users=2&seed=2&want=D1.D2,D2.D1&lock=seat",
    },
    Entry {
        slug: SLUGS[2],
        title: texts::COARSE_VERSION,
        changes: "strategy=optimistic&users=12&want=each&arrive=0..60",
    },
    Entry {
        slug: SLUGS[3],
        title: texts::LATE_PAYMENT,
        changes: "strategy=two-phase&users=6&seed=10&arrive=0..4s&hold=1s&payfail=0",
    },
    Entry {
        slug: SLUGS[4],
        title: texts::ORPHANED_LOCK,
        changes: "strategy=pessimistic&users=3&crash=1&order=ABAk",
    },
    Entry { slug: SLUGS[5], title: texts::MIXED, changes: "mix=two-phase,naive&users=2&payfail=0" },
    Entry {
        slug: SLUGS[6],
        title: texts::YOUR_TURN,
        changes: "users=6&seats=5x8&seed=3&want=zipf&arrive=1..5s&lat=100..400&think=2..6s&hold=20s&pay=3..6s&you=F",
    },
];

/// What happens in each, in one sentence. Apart from the entries: what only draws and plays them does without.
const SENTENCES: [&str; SLUGS.len()] = [
    texts::FIVE_USERS_SENTENCE,
    texts::DEADLOCK_SENTENCE,
    texts::COARSE_VERSION_SENTENCE,
    texts::LATE_PAYMENT_SENTENCE,
    texts::ORPHANED_LOCK_SENTENCE,
    texts::MIXED_SENTENCE,
    texts::YOUR_TURN_SENTENCE,
];

/// The scenarios of the gallery; the first is what an empty query means.
///
/// # Example
/// ```
/// use seatrace::scenario::{gallery, Query};
/// for entry in gallery() {
///     assert_eq!(Query::parse(&format!("s={}", entry.slug)), Ok(entry.scenario()));
/// }
/// ```
pub fn gallery() -> &'static [Entry] {
    &ENTRIES
}

/// The entry of this slug, in upper or lower case.
pub(super) fn find(slug: &str) -> Option<&'static Entry> {
    ENTRIES.iter().find(|entry| entry.slug.eq_ignore_ascii_case(slug))
}

impl Entry {
    /// What happens in it, in one sentence.
    pub fn sentence(&self) -> &'static str {
        let place = SLUGS.iter().position(|slug| *slug == self.slug);
        place.map_or("", |place| SENTENCES[place])
    }

    /// The scenario itself.
    pub fn scenario(&self) -> Scenario {
        let (scenario, problems) = Given::default().scenario(self);
        assert!(problems.is_empty(), "the gallery breaks its own rules: {problems:?}");
        scenario
    }
}

impl Scenario {
    /// The plain scenario: every parameter at the default of the table, without what a gallery scenario changes.
    pub fn plain() -> Scenario {
        let span = |min_ms, max_ms| Span { min_ms, max_ms };
        Scenario {
            slug: SLUGS[0],
            cast: Cast::Compare(Strategy::ALL.to_vec()),
            users: 5,
            hall: Hall { rows: 10, cols: 10 },
            seed: 1,
            want: Want::Same,
            party: 1,
            arrive: span(0, 0),
            lat: span(0, 0),
            think: span(10, 50),
            attempts: 3,
            backoff: Backoff::None,
            version: Scope::Show,
            lock: Scope::Show,
            lock_order: LockOrder::Asked,
            hold_ms: Some(600_000),
            expiry: Expiry::Timer,
            pay: span(500, 2_000),
            payfail_percent: 10,
            paylost_percent: 0,
            pay_timeout_ms: 30_000,
            late: Late::Refund,
            crash: 0,
            clock: Clock::Natural,
            sched: Sched::Time,
            depth: 3,
            order: Order::default(),
            you: None,
            clicks: Vec::new(),
        }
    }
}

/// The first scenario of the gallery: what an empty query means.
impl Default for Scenario {
    fn default() -> Scenario {
        ENTRIES[0].scenario()
    }
}
