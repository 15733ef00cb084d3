//! lock-owner: a lock has one owner, who alone works under it and gives it back, to whoever has waited longest.

use super::books::Books;
use super::judge::Scene;
use super::report::Findings;
use super::rule::Rule;
use crate::texts::verdict::{deadlock, lock as texts};
use crate::trace::{Event, Op, Outcome};
use crate::units::{Seat, Table, User};

/// The lock of a seat, or without one that of the show.
pub(super) type Key = Option<Seat>;

#[derive(Clone, Debug, Default)]
pub(super) struct Lock {
    pub(super) owner: Option<User>,
    depth: u32,
    /// By place in the queue, so that a crashed waiter is taken out of the middle quickly.
    queue: Table<u32, User>,
    next_place: u32,
}

/// Every lock that was ever touched.
#[derive(Clone, Debug, Default)]
pub(super) struct Locks {
    locks: Table<Key, Lock>,
    waiting: Table<User, (Key, u32)>,
    owned: Table<User, Vec<Key>>,
    /// A lock given up in this step that somebody waits for: to be granted before the step is over.
    handover: Option<(Key, u32)>,
}

impl Locks {
    /// Everyone who waits, and for which lock.
    pub(super) fn waiting(&self) -> impl Iterator<Item = (User, Key)> {
        self.waiting.iter().map(|(user, (key, _))| (user, *key))
    }

    pub(super) fn awaited_by(&self, user: User) -> Option<Key> {
        self.waiting.get(user).map(|(key, _)| *key)
    }

    pub(super) fn owner(&self, key: Key) -> Option<User> {
        self.locks.get(key).and_then(|lock| lock.owner)
    }

    pub(super) fn see(&mut self, scene: &Scene<'_>, event: &Event, findings: &mut Findings) {
        self.close_handover(scene, event.step, findings);
        let Some(user) = event.user() else { return };
        let key = event.seat();
        let complaint = self.acts_while_waiting(scene, user, event).or_else(|| match event.op {
            Op::Lock | Op::Unlock => self.object(scene, user, key, event),
            Op::Check | Op::Update => self.not_under_lock(scene, user, event),
            Op::End => self.ends_wrongly(scene, user, event),
            _ => None,
        });
        if let Some((seat, other, says)) = complaint {
            let users = [user].into_iter().chain(other).collect();
            findings.add(Rule::LockOwner, event.step, seat, users, says);
        }
        match event.op {
            Op::Lock => self.lock(user, key, event),
            Op::Unlock => self.unlock(user, key, event),
            Op::Crash => self.leave_queue(user),
            _ => {}
        }
    }

    /// Objects to a lock that was given up in an earlier step and not handed to the first waiter.
    pub(super) fn close_handover(
        &mut self,
        scene: &Scene<'_>,
        step_now: u32,
        findings: &mut Findings,
    ) {
        let Some((key, step)) = self.handover.take_if(|(_, step)| *step != step_now) else {
            return;
        };
        let Some(first) = self.first_waiter(key) else { return };
        let says = texts::not_handed_over(step, scene.place(key), first);
        findings.add(Rule::LockOwner, step, key, vec![first], says);
    }

    fn first_waiter(&self, key: Key) -> Option<User> {
        self.locks.get(key)?.queue.first().map(|(_, user)| *user)
    }

    fn lock(&mut self, user: User, key: Key, event: &Event) {
        if event.outcome == Outcome::Queued {
            self.leave_queue(user);
            let lock = self.locks.at(key);
            let place = lock.next_place;
            lock.next_place += 1;
            lock.queue.insert(place, user);
            self.waiting.insert(user, (key, place));
            return;
        }
        self.leave_queue(user);
        if self.handover.is_some_and(|(given_up, _)| given_up == key) {
            self.handover = None;
        }
        let lock = self.locks.at(key);
        let before = lock.owner.replace(user);
        lock.depth = event.detail;
        if before != Some(user) {
            self.owned.at(user).push(key);
            if let Some(before) = before {
                self.disown(before, key);
            }
        }
    }

    fn unlock(&mut self, user: User, key: Key, event: &Event) {
        let lock = self.locks.at(key);
        lock.depth = event.detail;
        if event.detail > 0 {
            return;
        }
        let owner = lock.owner.take().unwrap_or(user);
        if !lock.queue.is_empty() {
            self.handover = Some((key, event.step));
        }
        self.disown(owner, key);
    }

    fn disown(&mut self, user: User, key: Key) {
        if let Some(keys) = self.owned.get_mut(user) {
            keys.retain(|k| *k != key);
            if keys.is_empty() {
                self.owned.remove(user);
            }
        }
    }

    fn leave_queue(&mut self, user: User) {
        if let Some((key, place)) = self.waiting.remove(user)
            && let Some(lock) = self.locks.get_mut(key)
        {
            lock.queue.remove(place);
        }
    }
}

/// The lock's seat, the other user it is about, and the sentence.
type Complaint = (Key, Option<User>, String);

impl Locks {
    /// A user in a queue does nothing until the lock is granted, unless it crashes or the run ends.
    fn acts_while_waiting(
        &self,
        scene: &Scene<'_>,
        user: User,
        event: &Event,
    ) -> Option<Complaint> {
        let key = self.awaited_by(user)?;
        let allowed = match event.op {
            Op::Lock => event.outcome == Outcome::Granted,
            Op::End => matches!(event.outcome, Outcome::Waiting | Outcome::Crashed),
            // An expiry happens to a user, who does nothing.
            Op::Crash | Op::Expire => true,
            _ => false,
        };
        let (lock, step) = (scene.place(key), event.step);
        (!allowed).then(|| (key, None, texts::acts_while_waiting(user, step, lock)))
    }

    fn object(&self, scene: &Scene<'_>, user: User, key: Key, event: &Event) -> Option<Complaint> {
        let name = scene.place(key);
        let step = event.step;
        let none = Lock::default();
        let lock = self.locks.get(key).unwrap_or(&none);
        let first = self.first_waiter(key);
        let (from, to) = (lock.depth, event.detail);
        let says = match (event.op, event.outcome, lock.owner, first) {
            (Op::Lock, Outcome::Ok | Outcome::Granted, Some(owner), _) if owner != user => {
                texts::takes_owned(user, name, step, owner)
            }
            (Op::Lock, Outcome::Ok, None, Some(first)) => {
                texts::takes_before(user, name, step, first)
            }
            (Op::Lock, Outcome::Granted, _, _) if first != Some(user) => {
                texts::granted_out_of_turn(user, name, step)
            }
            (Op::Lock, Outcome::Queued, None, _) => texts::waits_for_nobodys(user, name, step),
            (Op::Lock, Outcome::Queued, Some(owner), _) if owner == user => {
                texts::waits_for_its_own(user, name, step)
            }
            (Op::Lock, Outcome::Ok | Outcome::Granted, _, _) if to.checked_sub(1) != Some(from) => {
                texts::takes_to_depth(user, name, step, from, to)
            }
            (Op::Unlock, _, Some(owner), _) if owner != user => {
                texts::gives_back_owned(user, name, step, owner)
            }
            (Op::Unlock, _, None, _) => texts::gives_back_nobodys(user, name, step),
            (Op::Unlock, _, Some(_), _) if from.checked_sub(1) != Some(to) => {
                texts::gives_back_to_depth(user, name, step, from, to)
            }
            _ => return None,
        };
        let other = lock.owner.or(first).filter(|other| *other != user);
        Some((key, other, says))
    }

    fn not_under_lock(&self, scene: &Scene<'_>, user: User, event: &Event) -> Option<Complaint> {
        let seat = event.seat()?;
        let owns = |key| self.owner(key) == Some(user);
        let (name, step) = (scene.seat(seat), event.step);
        (!owns(Some(seat)) && !owns(None)).then(|| {
            let says = match event.op {
                Op::Check => texts::checks_without(user, name, step),
                _ => texts::books_without(user, name, step),
            };
            (Some(seat), None, says)
        })
    }

    /// Who ends has given every lock back; who is told that it waits does wait.
    fn ends_wrongly(&self, scene: &Scene<'_>, user: User, event: &Event) -> Option<Complaint> {
        let step = event.step;
        match (event.outcome, self.owned.get(user)) {
            (Outcome::Crashed, _) => None,
            (Outcome::Waiting, _) => self
                .awaited_by(user)
                .is_none()
                .then(|| (None, None, texts::waits_in_no_queue(user, step))),
            (_, None) => None,
            (_, Some(keys)) => {
                let key = keys[0];
                Some((key, None, texts::ends_and_owns(user, step, scene.place(key))))
            }
        }
    }
}

/// Why a lock that somebody waits for is never given back.
pub(super) fn fate(books: &Books, owner: Option<User>) -> String {
    match owner.map(|owner| (owner, books.end(owner))) {
        None => deadlock::NOBODY_OWNS_IT.into(),
        Some((owner, Some((Outcome::Crashed, step)))) => deadlock::owner_crashed(owner, step),
        Some((owner, Some((_, step)))) => deadlock::owner_ended(owner, step),
        Some((owner, None)) => deadlock::owner_keeps_it(owner),
    }
}
