//! The steps of pessimistic users: lock, look, book, unlock.

use super::model::Place;
use super::state::{Lock, Next};
use super::step::Step;

impl Step<'_, '_> {
    pub(super) fn lock(&mut self, user: usize, at: usize) {
        let place: Place = self.state.model.locks_of(user)[at];
        if let Some(lock) = self.state.show.locks.get_mut(&place) {
            assert_ne!(lock.owner, user, "the locks of a user differ");
            lock.queue.push(user);
            self.user(user).next = Next::Queued(at);
            return self.tell(user, "lock", place, "queued");
        }
        self.state.show.locks.insert(place, Lock { owner: user, queue: Vec::new() });
        self.tell(user, "lock", place, "ok");
        self.after_lock(user, at);
    }

    fn after_lock(&mut self, user: usize, at: usize) {
        let locks = self.state.model.locks_of(user).len();
        self.user(user).next = if at + 1 < locks { Next::Lock(at + 1) } else { Next::Check(0) };
    }

    pub(super) fn check(&mut self, user: usize, at: usize) {
        let seat = self.seat(user, at);
        if self.state.show.is_booked(seat) {
            self.tell(user, "check", Some(seat), "taken");
            return self.clean_up(user, "taken");
        }
        self.tell(user, "check", Some(seat), "free");
        let last = at + 1 == self.count(user);
        self.user(user).next = if last { Next::Update(0) } else { Next::Check(at + 1) };
    }

    pub(super) fn update(&mut self, user: usize, at: usize) {
        let seat = self.seat(user, at);
        self.state.show.book(seat, user);
        self.tell(user, "update", Some(seat), "ok");
        if at + 1 < self.count(user) {
            self.user(user).next = Next::Update(at + 1);
        } else {
            self.clean_up(user, "booked");
        }
    }

    /// All locks were taken before the first look, so all are given back, the last one first.
    fn clean_up(&mut self, user: usize, result: &'static str) {
        let locks = self.state.model.locks_of(user).len();
        self.user(user).result = Some(result);
        self.user(user).next = Next::Unlock(locks - 1);
    }

    pub(super) fn unlock(&mut self, user: usize, at: usize) {
        let place: Place = self.state.model.locks_of(user)[at];
        // Every lock of the user was taken or granted before its first look.
        let lock = self.state.show.locks.remove(&place).expect("who unlocks has locked");
        assert_eq!(lock.owner, user, "only the owner releases");
        let mut queue = lock.queue;
        self.tell(user, "unlock", place, "ok");
        if !queue.is_empty() {
            let owner = queue.remove(0);
            self.state.show.locks.insert(place, Lock { owner, queue });
            self.grant(owner, place);
        }
        if at > 0 {
            self.user(user).next = Next::Unlock(at - 1);
            return;
        }
        // Set by `clean_up`, the only way here.
        let result = self.user(user).result.expect("who unlocks knows its result");
        self.end(user, result);
    }

    fn grant(&mut self, user: usize, place: Place) {
        let Next::Queued(at) = self.user(user).next else {
            panic!("user {user} is in a queue without waiting");
        };
        self.tell(user, "lock", place, "granted");
        self.after_lock(user, at);
    }
}
