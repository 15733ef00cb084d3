//! The table of every parameter, as data: error texts, help and the editor come from it, so they cannot drift.

use super::params::{Field, Param};
use super::words::Word;
use super::{
    ATTEMPTS_MAX, Backoff, CRASHES_MAX, Clock, DEPTH_MAX, LockOrder, PARTY_MAX, Sched, USERS_MAX,
    Want, gallery, grammar,
};
use crate::texts::scenario::problems as texts;
use crate::units::{Late, Scope};

/// The version of the query's wire format.
pub const VERSION: &str = "1";

/// In the order of printing. `seats` stands before everything that names seats, because it is read first.
pub(super) static TABLE: &[Param] = &[
    row("v", "", VERSION_FIELD),
    row("s", "", SLUG_FIELD),
    row("strategy", "", STRATEGY_FIELD),
    row("mix", "", MIX_FIELD).rule(texts::NOT_WITH_STRATEGY),
    row("users", texts::USERS, number!(users: u32, 1, USERS_MAX))
        .rule(texts::LETTERS_WITH_AN_ORDER),
    row("seats", "", text!(hall_allowed, read_hall, print_hall)),
    row("seed", "", number!(seed: u64, 0, u64::MAX)),
    row("want", "", text!(want_allowed, read_want, print_want)),
    row("party", texts::SEATS, PARTY_FIELD).rule(texts::SEATS_OF_THE_HALL),
    row("arrive", "ms", span!(arrive)),
    row("lat", "ms", span!(lat)),
    row("think", "ms", span!(think)),
    row("attempts", texts::ROUNDS, ATTEMPTS_FIELD),
    row("backoff", "", words!(backoff: Backoff)),
    row("version", "", words!(version: Scope)),
    row("lock", "", words!(lock: Scope)),
    row("lockorder", "", words!(lock_order: LockOrder)),
    row("hold", "ms", HOLD_FIELD),
    row("expiry", "", EXPIRY_FIELD),
    row("pay", "ms", span!(pay)),
    row("payfail", texts::PERCENT, percent!(payfail_percent)),
    row("paylost", texts::PERCENT, percent!(paylost_percent)).rule(texts::PERCENT_WITH_PAYFAIL),
    row("paytimeout", "ms", TIMEOUT_FIELD),
    row("late", "", words!(late: Late)),
    row("crash", texts::CRASHES, number!(crash: u32, 0, CRASHES_MAX)),
    row("clock", "", words!(clock: Clock)),
    row("sched", "", words!(sched: Sched)),
    row("depth", "", DEPTH_FIELD),
    row("order", "", ORDER_FIELD).rule(texts::POSSIBLE_CHOICES),
    row("you", "", YOU_FIELD),
    row("clicks", "", CLICKS_FIELD).rule(texts::ONLY_WITH_YOU),
];

const fn row(name: &'static str, unit: &'static str, field: Field) -> Param {
    Param { name, unit, rule: "", field }
}

impl Param {
    const fn rule(mut self, rule: &'static str) -> Param {
        self.rule = rule;
        self
    }
}

macro_rules! number {
    ($field:ident: $type:ty, $min:expr, $max:expr) => {
        Field::Number {
            min: $min,
            max: $max as u64,
            get: |s| Some(s.$field.into()),
            set: |s, n| s.$field = n as $type, // within the limits, which fit
        }
    };
}

macro_rules! percent {
    ($field:ident) => {
        number!($field: u32, 0, 100)
    };
}

macro_rules! span {
    ($field:ident) => {
        Field::Span { get: |s| s.$field, set: |s, span| s.$field = span }
    };
}

macro_rules! words {
    ($field:ident: $type:ty) => {
        Field::Words {
            words: <$type>::WORDS,
            get: |s| s.$field.word(),
            set: |s, text| <$type>::from_word(text).map(|value| s.$field = value),
        }
    };
}

macro_rules! text {
    ($allowed:ident, $read:ident, $print:ident) => {
        Field::Text { allowed: grammar::$allowed, read: grammar::$read, print: grammar::$print }
    };
}

use {number, percent, span, text, words};

const VERSION_FIELD: Field = Field::Words {
    words: &[VERSION],
    get: |_| VERSION,
    set: |_, text| (text == VERSION).then_some(()),
};

const SLUG_FIELD: Field = Field::Words {
    words: gallery::SLUGS,
    get: |s| s.slug,
    set: |s, text| gallery::find(text).map(|entry| s.slug = entry.slug),
};

const STRATEGY_FIELD: Field = text!(strategy_allowed, read_strategy, print_strategy);
const MIX_FIELD: Field = text!(mix_allowed, read_mix, print_mix);
const EXPIRY_FIELD: Field = text!(expiry_allowed, read_expiry, print_expiry);
const ORDER_FIELD: Field = text!(order_allowed, read_order, print_order);
const YOU_FIELD: Field = text!(you_allowed, read_you, print_you);
const CLICKS_FIELD: Field = text!(clicks_allowed, read_clicks, print_clicks);
const ATTEMPTS_FIELD: Field = number!(attempts: u32, 1, ATTEMPTS_MAX);
const DEPTH_FIELD: Field = number!(depth: u32, 1, DEPTH_MAX);

/// Seats named in `want` come in orders of their own sizes, so then there is no such number.
const PARTY_FIELD: Field = Field::Number {
    min: 1,
    max: PARTY_MAX as u64,
    get: |s| (!matches!(s.want, Want::Seats(_))).then(|| s.party.into()),
    set: |s, n| s.party = n as u32, // within the limits, which fit
};

const HOLD_FIELD: Field =
    Field::Time { off: true, get: |s| s.hold_ms, set: |s, hold_ms| s.hold_ms = hold_ms };

const TIMEOUT_FIELD: Field = Field::Time {
    off: false,
    get: |s| Some(s.pay_timeout_ms),
    set: |s, ms| s.pay_timeout_ms = ms.unwrap_or(s.pay_timeout_ms), // never none: not `off`
};
