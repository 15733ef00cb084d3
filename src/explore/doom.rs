//! The point of no return: how much of what can still happen is bad, before and after each step of a run.

use super::counts::Table;
use super::outcome::{Outcome, is_bad};
use super::path::Point;
use super::walk::Walk;
use crate::trace::Order;
use num_bigint::BigUint;

/// A share of schedules, exactly.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Share {
    /// So many end badly: in a double booking, a deadlock, a payment for nothing, a refund due or a lost sale.
    pub bad: BigUint,
    /// Of so many.
    pub all: BigUint,
}

/// The doom curve of an order.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Doom {
    /// The share of continuations that end badly, before the first choice and after each.
    pub shares: Vec<Share>,
    /// The choice, from 1, after which every continuation is bad: it sealed the end. None: the end is not bad, or nothing
    /// else was ever possible.
    pub sealed: Option<u32>,
    /// The last choice, from 1, before which nothing bad was certain and after which a good end was still possible; 0: only
    /// the start. None where nothing was sealed.
    pub last_safe: Option<u32>,
}

impl Share {
    /// In millionths, rounded down, but never 0 for something nor all for less: for drawing.
    pub fn millionths(&self) -> u32 {
        const ALL: u32 = 1_000_000;
        let share = &self.bad * ALL / self.all.clone().max(BigUint::from(1u32));
        let share = u32::try_from(share).unwrap_or(ALL);
        share.max(u32::from(self.bad > BigUint::ZERO)).min(if self.is_certain() {
            ALL
        } else {
            ALL - 1
        })
    }

    /// Every continuation is bad.
    pub fn is_certain(&self) -> bool {
        self.bad == self.all
    }

    fn of(table: &Table<Outcome>) -> Share {
        let bad = table.iter().filter(|(outcome, _)| is_bad(outcome.class));
        Share {
            bad: bad.map(|(_, count)| count).sum(),
            all: table.iter().map(|(_, count)| count).sum(),
        }
    }
}

impl<const K: usize> Walk<K> {
    /// The curve along an order; none if one of its choices is not possible.
    pub(super) fn doom(&self, order: &Order) -> Option<Doom> {
        let points = self.follow(order)?;
        let share = |point: &Point<K>| Share::of(self.ahead(&point.state));
        let shares: Vec<Share> = points.iter().map(share).collect();
        // Once all is bad it stays so: what follows is a part of it.
        let sealed = shares.iter().position(Share::is_certain).filter(|at| *at > 0);
        Some(Doom {
            shares,
            sealed: sealed.map(|at| at as u32),
            last_safe: sealed.map(|at| at as u32 - 1),
        })
    }
}
