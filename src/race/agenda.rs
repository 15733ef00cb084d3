//! Who may step, and from when: the users that await a step, by the time at which they are ready.

use crate::units::{Ms, User};
use std::cmp::Reverse;
use std::collections::BinaryHeap;

/// Every operation is O(log users).
///
/// Users whose time has come stand in `ready`, in order of their numbers; the others wait in `later`. When nobody's time
/// has come, those who are ready next are moved over, so `ready` always holds exactly the earliest.
#[derive(Clone, Debug)]
pub(super) struct Agenda {
    /// When each user is ready; [`NEVER`] while it awaits nothing.
    ready_at: Vec<Ms>,
    ready: Ranks,
    /// May hold entries that are out of date: an entry counts only if `ready_at` still says the same.
    later: BinaryHeap<Reverse<(Ms, User)>>,
    waiting: usize,
}

const NEVER: Ms = Ms::MAX;

impl Agenda {
    pub(super) fn new(users: usize) -> Agenda {
        Agenda {
            ready_at: vec![NEVER; users],
            ready: Ranks::new(users),
            later: BinaryHeap::new(),
            waiting: 0,
        }
    }

    pub(super) fn insert(&mut self, user: User, ready_at: Ms) {
        assert_eq!(self.ready_at[user.0 as usize], NEVER, "{user} awaits one step at a time");
        self.ready_at[user.0 as usize] = ready_at;
        self.waiting += 1;
        self.later.push(Reverse((ready_at, user)));
    }

    pub(super) fn remove(&mut self, user: User) {
        if self.ready_at[user.0 as usize] == NEVER {
            return;
        }
        self.ready_at[user.0 as usize] = NEVER;
        self.waiting -= 1;
        self.ready.set(user, false);
    }

    /// Moves everybody who is ready at `now`, or else those who are ready next, over to `ready`.
    pub(super) fn settle(&mut self, now: Ms) {
        let mut horizon = now;
        while let Some(&Reverse((ready_at, user))) = self.later.peek() {
            let current = self.ready_at[user.0 as usize] == ready_at && !self.ready.has(user);
            if current {
                if self.ready.len() == 0 {
                    horizon = horizon.max(ready_at);
                }
                if ready_at > horizon {
                    break;
                }
                self.ready.set(user, true);
            }
            self.later.pop();
        }
    }

    pub(super) fn is_empty(&self) -> bool {
        self.waiting == 0
    }

    /// How many are ready first.
    pub(super) fn first_len(&self) -> usize {
        self.ready.len()
    }

    /// The n-th of those, in order of their numbers, from 0.
    pub(super) fn first(&self, n: usize) -> User {
        self.ready.nth(n)
    }

    pub(super) fn ready_at(&self, user: User) -> Option<Ms> {
        Some(self.ready_at[user.0 as usize]).filter(|at| *at != NEVER)
    }
}

/// A set of users that knows its n-th member: a Fenwick tree of counts (P. Fenwick, "A New Data Structure for Cumulative
/// Frequency Tables", 1994).
#[derive(Clone, Debug)]
struct Ranks {
    /// `tree[i]` counts the members among the `i & -i` users that end with user i - 1.
    tree: Vec<u32>,
    members: Vec<bool>,
    len: usize,
}

impl Ranks {
    fn new(users: usize) -> Ranks {
        Ranks { tree: vec![0; users + 1], members: vec![false; users], len: 0 }
    }

    fn len(&self) -> usize {
        self.len
    }

    fn has(&self, user: User) -> bool {
        self.members[user.0 as usize]
    }

    fn set(&mut self, user: User, member: bool) {
        if self.has(user) == member {
            return;
        }
        self.members[user.0 as usize] = member;
        let step = if member { 1 } else { u32::MAX }; // adding u32::MAX takes one away
        self.len = if member { self.len + 1 } else { self.len - 1 };
        let mut i = user.0 as usize + 1;
        while i < self.tree.len() {
            self.tree[i] = self.tree[i].wrapping_add(step);
            i += i & i.wrapping_neg();
        }
    }

    fn nth(&self, n: usize) -> User {
        assert!(n < self.len, "there are {} members, no {n}-th", self.len);
        let mut left = n;
        let mut at = 0;
        let mut span = self.tree.len().next_power_of_two();
        while span > 0 {
            let next = at + span;
            if next < self.tree.len() && self.tree[next] as usize <= left {
                left -= self.tree[next] as usize;
                at = next;
            }
            span /= 2;
        }
        User(at as u32)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ranks_agree_with_a_sorted_set() {
        let mut ranks = Ranks::new(100);
        let mut set = std::collections::BTreeSet::new();
        for i in 0..1_000u32 {
            let user = User(i * i % 97);
            let member = i % 3 != 0;
            ranks.set(user, member);
            if member {
                set.insert(user)
            } else {
                set.remove(&user)
            };
            assert_eq!(ranks.len(), set.len());
            assert!(set.iter().enumerate().all(|(n, user)| ranks.nth(n) == *user));
        }
    }

    #[test]
    fn the_first_are_those_whose_time_has_come_or_else_the_next() {
        let mut agenda = Agenda::new(4);
        for (user, at) in [(0, 30), (1, 10), (2, 10), (3, 20)] {
            agenda.insert(User(user), at);
        }
        let first = |agenda: &Agenda| -> Vec<u32> {
            (0..agenda.first_len()).map(|n| agenda.first(n).0).collect()
        };
        agenda.settle(0);
        assert_eq!(first(&agenda), [1, 2]);
        agenda.remove(User(1));
        agenda.settle(25);
        assert_eq!(first(&agenda), [2, 3]);
        agenda.remove(User(0));
        agenda.insert(User(0), 25);
        agenda.settle(25);
        assert_eq!(first(&agenda), [0, 2, 3]);
        for user in [0, 2, 3] {
            agenda.remove(User(user));
        }
        agenda.settle(25);
        assert!(agenda.is_empty() && first(&agenda).is_empty());
    }
}
