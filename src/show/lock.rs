//! Locks: one owner, reentrant, first come first served.

use crate::units::{Seat, Table, User};
use std::collections::VecDeque;

/// What came of asking for a lock.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Acquired {
    /// The user owns it, so many times over.
    Owned(u32),
    /// Somebody else owns it: the user waits at the end of the queue.
    Queued,
}

/// What came of giving a lock back.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Released {
    /// How many times over the user still owns it.
    pub depth: u32,
    /// Who owns it now, if it was handed over.
    pub heir: Option<User>,
}

/// Only the owner of a lock may give it back.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct NotOwner;

#[derive(Clone, Debug)]
struct Lock {
    owner: User,
    depth: u32,
    queue: VecDeque<User>,
}

/// The locks that have an owner; key none is the lock of the show. A seat's lock costs nothing while nobody wants it.
#[derive(Clone, Debug, Default)]
pub(super) struct Locks {
    owned: Table<Option<Seat>, Lock>,
}

impl Locks {
    pub(super) fn lock(&mut self, user: User, seat: Option<Seat>) -> Acquired {
        if !self.owned.contains(seat) {
            self.owned.insert(seat, Lock { owner: user, depth: 0, queue: VecDeque::new() });
        }
        let lock = self.owned.get_mut(seat).expect("it was entered");
        if lock.owner == user {
            lock.depth += 1;
            return Acquired::Owned(lock.depth);
        }
        let checked = lock.queue.len() <= QUEUE_CHECKED_MAX;
        assert!(!checked || !lock.queue.contains(&user), "nobody waits twice");
        lock.queue.push_back(user);
        Acquired::Queued
    }

    pub(super) fn unlock(&mut self, user: User, seat: Option<Seat>) -> Result<Released, NotOwner> {
        let lock = self.owned.get_mut(seat).filter(|lock| lock.owner == user).ok_or(NotOwner)?;
        lock.depth -= 1;
        if lock.depth > 0 {
            return Ok(Released { depth: lock.depth, heir: None });
        }
        let heir = lock.queue.pop_front();
        match heir {
            Some(heir) => (lock.owner, lock.depth) = (heir, 1),
            None => drop(self.owned.remove(seat)),
        }
        Ok(Released { depth: 0, heir })
    }

    pub(super) fn leave_queue(&mut self, user: User, seat: Option<Seat>) {
        if let Some(lock) = self.owned.get_mut(seat) {
            lock.queue.retain(|waiting| *waiting != user);
        }
    }

    pub(super) fn owner(&self, seat: Option<Seat>) -> Option<(User, u32)> {
        self.owned.get(seat).map(|lock| (lock.owner, lock.depth))
    }
}

/// Up to this queue length it is checked that nobody waits twice; the check is O(queue).
const QUEUE_CHECKED_MAX: usize = 64;

#[cfg(test)]
mod tests {
    use super::*;

    const A: User = User(0);
    const B: User = User(1);
    const C: User = User(2);

    #[test]
    fn the_owner_may_enter_again_and_must_leave_as_often() {
        let mut locks = Locks::default();
        assert_eq!(locks.lock(A, None), Acquired::Owned(1));
        assert_eq!(locks.lock(A, None), Acquired::Owned(2));
        assert_eq!(locks.unlock(A, None), Ok(Released { depth: 1, heir: None }));
        assert_eq!(locks.lock(B, None), Acquired::Queued);
        assert_eq!(locks.unlock(A, None), Ok(Released { depth: 0, heir: Some(B) }));
        assert_eq!(locks.owner(None), Some((B, 1)));
    }

    #[test]
    fn who_waits_first_is_served_first_and_who_leaves_is_forgotten() {
        let mut locks = Locks::default();
        let seat = Some(Seat(7));
        for user in [A, B, C] {
            locks.lock(user, seat);
        }
        locks.leave_queue(B, seat);
        assert_eq!(locks.unlock(A, seat), Ok(Released { depth: 0, heir: Some(C) }));
        assert_eq!(locks.unlock(C, seat), Ok(Released { depth: 0, heir: None }));
        assert_eq!(locks.owner(seat), None);
    }

    #[test]
    fn only_the_owner_releases_and_every_seat_has_a_lock_of_its_own() {
        let mut locks = Locks::default();
        locks.lock(A, Some(Seat(1)));
        assert_eq!(locks.unlock(B, Some(Seat(1))), Err(NotOwner));
        assert_eq!(locks.unlock(A, Some(Seat(2))), Err(NotOwner));
        assert_eq!(locks.lock(B, Some(Seat(2))), Acquired::Owned(1));
        assert_eq!(locks.owner(Some(Seat(1))), Some((A, 1)));
    }
}
