//! What the judge hands out: violations, and the verdict they add up to.

use super::rule::Rule;
use crate::units::{Key, Seat, Table, User, ranked};

/// A broken rule: which, when, where, by whom, and in words.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Violation {
    /// The rule.
    pub rule: Rule,
    /// The first step at which it fails; for a liveness rule the last step of the run.
    pub step: u32,
    /// The seat it is about, if it is about one.
    pub seat: Option<Seat>,
    /// The users it is about, in the order of the sentence.
    pub users: Vec<User>,
    /// One or two sentences of plain English.
    pub says: String,
    /// Whether the rule is about the end of the run; such a finding leaves the verdict `ok`.
    pub liveness: bool,
}

/// What the judge says of a finished run.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Verdict {
    /// Safety first, each kind by step. Only the first for a rule and seat, or for a rule and user where no seat is meant.
    pub violations: Vec<Violation>,
}

impl Verdict {
    /// Whether no safety rule is broken. Liveness findings are listed and do not make it false.
    pub fn ok(&self) -> bool {
        self.violations.iter().all(|v| v.liveness)
    }

    /// The first violation of a rule, if it is broken.
    pub fn first(&self, rule: Rule) -> Option<&Violation> {
        self.violations.iter().find(|v| v.rule == rule)
    }
}

/// What counts as the same violation.
#[derive(Clone, Copy, Debug)]
struct Kind(Rule, Option<Seat>, Option<User>);

impl Key for Kind {
    fn number(self) -> u64 {
        // Users and seats stay below 2^28 by far; a violation is of one or the other.
        let of = self.1.number() | self.2.map_or(0, |user| 1 << 28 | user.number());
        u64::from(self.0 as u8) << 32 | of
    }
}

/// Collects violations and keeps the first of each kind.
#[derive(Clone, Debug, Default)]
pub(super) struct Findings {
    pub(super) violations: Vec<Violation>,
    seen: Table<Kind, ()>,
}

impl Findings {
    /// Adds a violation unless its rule is already broken for the same seat, or, without a seat, for the same first user.
    pub(super) fn add(
        &mut self,
        rule: Rule,
        step: u32,
        seat: Option<Seat>,
        users: Vec<User>,
        says: String,
    ) {
        let whom = if seat.is_none() { users.first().copied() } else { None };
        if self.seen.insert(Kind(rule, seat, whom), ()) {
            let liveness = rule.is_liveness();
            self.violations.push(Violation { rule, step, seat, users, says, liveness });
        }
    }

    pub(super) fn into_verdict(self) -> Verdict {
        let rank = |v: &Violation| u64::from(v.liveness) << 32 | u64::from(v.step);
        Verdict { violations: ranked(self.violations, rank) }
    }
}
