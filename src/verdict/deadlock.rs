//! deadlock: when the run ends, nobody is still waiting for a lock.
//!
//! Each waiter waits for one lock, and each lock has one owner: following them leads into a circle, or to a lock whose
//! owner will never give it back.

use super::judge::Scene;
use super::lock::{Key, Locks, fate};
use super::report::Findings;
use super::rule::Rule;
use crate::texts::verdict::{NAMES_MAX, deadlock as texts};
use crate::units::{Key as Number, Table, User};

/// What a waiter is stuck behind.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Root {
    /// A circle of waiters, known by its smallest user.
    Circle(User),
    /// A lock that its owner does not wait for another one with.
    Lock(Key),
}

/// Circles first.
impl Number for Root {
    fn number(self) -> u64 {
        match self {
            Root::Circle(user) => user.number(),
            Root::Lock(key) => 1 << 40 | key.number(),
        }
    }
}

pub(super) fn finish(scene: &Scene<'_>, locks: &Locks, step: u32, findings: &mut Findings) {
    for (root, waiters) in waiters_by_root(locks).iter() {
        match root {
            Root::Circle(smallest) => {
                circle(scene, locks, &members(locks, smallest), waiters, step, findings);
            }
            Root::Lock(key) => behind(scene, locks, key, waiters, step, findings),
        }
    }
}

/// For whom a waiter waits, if that user waits too.
fn next(locks: &Locks, user: User) -> Result<User, Key> {
    let key = locks.awaited_by(user).flatten();
    locks.owner(key).filter(|owner| locks.awaited_by(*owner).is_some()).ok_or(key)
}

fn waiters_by_root(locks: &Locks) -> Table<Root, Vec<User>> {
    let mut root_of: Table<User, Root> = Table::default();
    let mut groups: Table<Root, Vec<User>> = Table::default();
    for (start, _) in locks.waiting() {
        let mut path: Table<User, ()> = Table::default();
        let mut user = start;
        let root = loop {
            if let Some(root) = root_of.get(user) {
                break *root;
            }
            if !path.insert(user, ()) {
                let smallest = members(locks, user).into_iter().min().unwrap_or(user);
                break Root::Circle(smallest);
            }
            match next(locks, user) {
                Ok(owner) => user = owner,
                Err(key) => break Root::Lock(key),
            }
        };
        path.iter().for_each(|(user, ())| _ = root_of.insert(user, root));
        groups.at(root).push(start);
    }
    groups
}

/// The circle through a user, from that user on.
fn members(locks: &Locks, first: User) -> Vec<User> {
    let after = |user: &User| next(locks, *user).ok().filter(|next| *next != first);
    std::iter::successors(Some(first), after).collect()
}

fn circle(
    scene: &Scene<'_>,
    locks: &Locks,
    members: &[User],
    waiters: &[User],
    step: u32,
    findings: &mut Findings,
) {
    let mut links: Vec<String> = Vec::new();
    for user in members.iter().take(NAMES_MAX) {
        let key = locks.awaited_by(*user).flatten();
        links.push(texts::waits_for(*user, scene.place(key), locks.owner(key)));
    }
    let mut inside: Table<User, ()> = Table::default();
    members.iter().for_each(|member| _ = inside.insert(*member, ()));
    let behind: Vec<User> = waiters.iter().copied().filter(|w| !inside.contains(*w)).collect();
    let says = texts::circle(&links, members.len(), &behind);
    let users = members.iter().copied().chain(behind).collect();
    findings.add(Rule::Deadlock, step, None, users, says);
}

fn behind(
    scene: &Scene<'_>,
    locks: &Locks,
    key: Key,
    waiters: &[User],
    step: u32,
    findings: &mut Findings,
) {
    let (first, rest): (Vec<User>, Vec<User>) =
        waiters.iter().partition(|w| locks.awaited_by(**w) == Some(key));
    let because = fate(scene.books, locks.owner(key));
    let says = texts::wait_for_ever(&first, scene.place(key), &because, &rest);
    let users = first.into_iter().chain(rest).collect();
    findings.add(Rule::Deadlock, step, key, users, says);
}
