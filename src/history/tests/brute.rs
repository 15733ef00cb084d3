//! A second checker, as plain as can be: it tries every order of every subset. It shares no code with the first.

use std::collections::BTreeMap;

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Did {
    Booked,
    Reserved,
    Confirmed,
    ConfirmedLate,
    Cancelled,
    Expired,
    SawTaken,
    SawHeld,
}

/// An operation; times are places of records.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Job {
    pub(super) who: i64,
    pub(super) did: Did,
    pub(super) seats: Vec<&'static str>,
    pub(super) begins: i64,
    pub(super) ends: i64,
    pub(super) certain: bool,
}

/// Never.
pub(super) const OPEN: i64 = i64::MAX;

#[derive(Clone, Copy, PartialEq, Eq)]
enum Owner {
    Holder(i64),
    Booker(i64),
}

type Hall = BTreeMap<&'static str, Owner>;

/// There is an order that a show could have gone through.
pub(super) fn possible(jobs: &[Job]) -> bool {
    go(jobs, &mut Vec::new(), &Hall::new())
}

/// This order is one.
pub(super) fn works(jobs: &[Job], order: &[usize]) -> bool {
    let mut hall = Hall::new();
    let all = jobs.iter().enumerate().all(|(i, job)| !job.certain || order.contains(&i));
    let timely = |i: usize| order[i + 1..].iter().all(|j| jobs[*j].ends >= jobs[order[i]].begins);
    let mut once = order.to_vec();
    once.sort_unstable();
    once.dedup();
    once.len() == order.len()
        && all
        && (0..order.len()).all(timely)
        && order.iter().all(|i| match after(&jobs[*i], &hall) {
            Some(next) => {
                hall = next;
                true
            }
            None => false,
        })
}

fn go(jobs: &[Job], order: &mut Vec<usize>, hall: &Hall) -> bool {
    let left = || (0..jobs.len()).filter(|i| !order.contains(i));
    if left().all(|i| !jobs[i].certain) {
        return true;
    }
    let candidates: Vec<usize> = left()
        .filter(|i| left().all(|j| !jobs[j].certain || jobs[j].ends >= jobs[*i].begins))
        .filter(|i| order.iter().all(|j| jobs[*i].ends >= jobs[*j].begins))
        .collect();
    candidates.into_iter().any(|i| {
        let Some(next) = after(&jobs[i], hall) else { return false };
        order.push(i);
        let found = go(jobs, order, &next);
        order.pop();
        found
    })
}

fn after(job: &Job, hall: &Hall) -> Option<Hall> {
    let mut next = hall.clone();
    let owners = || job.seats.iter().map(|seat| hall.get(seat).copied());
    let own = Some(Owner::Holder(job.who));
    let fits = match job.did {
        Did::Booked => !owners().any(|owner| matches!(owner, Some(Owner::Booker(_)))),
        Did::Reserved => owners().all(|owner| owner.is_none()),
        Did::Confirmed => owners().all(|owner| owner == own),
        Did::ConfirmedLate => owners().all(|owner| owner.is_none() || owner == own),
        Did::Cancelled | Did::Expired => true,
        Did::SawTaken => owners().any(|owner| matches!(owner, Some(Owner::Booker(_)))),
        Did::SawHeld => owners().any(|owner| matches!(owner, Some(Owner::Holder(_)))),
    };
    for seat in &job.seats {
        let owner = hall.get(seat).copied();
        match job.did {
            Did::Booked | Did::Confirmed | Did::ConfirmedLate => {
                next.insert(seat, Owner::Booker(job.who));
            }
            Did::Reserved => {
                next.insert(seat, Owner::Holder(job.who));
            }
            Did::Cancelled if owner == own => {
                next.remove(seat);
            }
            Did::Expired if matches!(owner, Some(Owner::Holder(_))) => {
                next.remove(seat);
            }
            _ => {}
        }
    }
    fits.then_some(next)
}
