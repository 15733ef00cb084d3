//! version-step: a commit adds exactly 1 to the version, nothing else changes it, and a commit succeeds only if nothing
//! that it had read has changed.

use super::judge::Scene;
use super::report::Findings;
use super::rule::Rule;
use crate::texts::verdict::version as texts;
use crate::trace::{Event, Op, Outcome};
use crate::units::{Scope, Seat, Table, User};

/// A version, 0 at first, and the step that made it.
#[derive(Clone, Copy, Debug, Default)]
struct Version {
    number: u32,
    step: u32,
}

/// The version of the show (under no seat), or those of the seats.
#[derive(Clone, Debug, Default)]
pub(super) struct Versions {
    now: Table<Option<Seat>, Version>,
    /// The commit that the last event belonged to, and the version of the show before it.
    commit: Option<(u32, User, Version)>,
}

impl Versions {
    pub(super) fn see(&mut self, scene: &Scene<'_>, event: &Event, findings: &mut Findings) {
        let Some((user, seat)) = event.user().zip(event.seat()) else { return };
        let complaint = match (event.op, event.outcome) {
            (Op::Read, _) => self.misread(scene, user, seat, event),
            (Op::Commit, Outcome::Ok) => self.commit(scene, user, seat, event),
            (Op::Commit, Outcome::Conflict) => self.false_conflict(scene, user, seat, event),
            _ => None,
        };
        if let Some(says) = complaint {
            findings.add(Rule::VersionStep, event.step, Some(seat), vec![user], says);
        }
    }

    fn current(&self, scene: &Scene<'_>, seat: Seat) -> Version {
        self.now.get(subject(scene, seat)).copied().unwrap_or_default()
    }

    fn misread(&self, scene: &Scene<'_>, user: User, seat: Seat, event: &Event) -> Option<String> {
        let now = self.current(scene, seat).number;
        let what = scene.place(subject(scene, seat));
        (event.detail != now).then(|| texts::misread(user, event.detail, what, event.step, now))
    }

    fn commit(
        &mut self,
        scene: &Scene<'_>,
        user: User,
        seat: Seat,
        event: &Event,
    ) -> Option<String> {
        let subject = subject(scene, seat);
        let step = event.step;
        // The later seats of an order see the version that the first one has already raised.
        let before = match self.commit {
            Some((s, u, before)) if subject.is_none() && (s, u) == (step, user) => before,
            _ => self.current(scene, seat),
        };
        self.commit = Some((step, user, before));
        // What the show says is taken on, so that one wrong number is reported once.
        self.now.insert(subject, Version { number: event.detail, step });

        let name = scene.seat(seat);
        let what = scene.place(subject);
        let Some(look) = scene.books.looked_at(user, seat) else {
            return Some(texts::commits_unread(user, name, step));
        };
        if before.step > look {
            return Some(texts::commits_changed(user, name, step, look, what, before.step));
        }
        if let Some(owner) = scene.books.account(seat).owner() {
            return Some(texts::commits_booked(user, name, step, owner.user, owner.step));
        }
        (event.detail != before.number.wrapping_add(1))
            .then(|| texts::jumps(user, step, what, before.number, event.detail))
    }

    fn false_conflict(
        &self,
        scene: &Scene<'_>,
        user: User,
        seat: Seat,
        event: &Event,
    ) -> Option<String> {
        let now = self.current(scene, seat).number;
        let step = event.step;
        if event.detail != now {
            let what = scene.place(subject(scene, seat));
            return Some(texts::finds_wrong(user, event.detail, what, step, now));
        }
        let spoiled = |(seat, look): &(Seat, u32)| {
            self.current(scene, *seat).step > *look || scene.books.account(*seat).owner().is_some()
        };
        (!scene.books.looks(user).iter().any(spoiled)).then(|| texts::false_conflict(user, step))
    }
}

/// What the version of a seat is kept for.
fn subject(scene: &Scene<'_>, seat: Seat) -> Option<Seat> {
    match scene.facts.version {
        Scope::Show => None,
        Scope::Seat => Some(seat),
    }
}
