//! How many seats are free, held and sold after each event.

use crate::trace::{Event, Op, Outcome};
use crate::units::{Seat, User};
use serde::Serialize;
use std::collections::BTreeMap;

/// Counts of seats. A seat that is sold while somebody holds it counts in both; free is neither.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
pub(super) struct Counts {
    pub(super) free: u32,
    pub(super) held: u32,
    pub(super) sold: u32,
    pub(super) double_sold: u32,
}

/// Counts while events pass.
pub(super) struct Tally {
    counts: Counts,
    places: BTreeMap<Seat, Place>,
}

#[derive(Clone, Copy, Default)]
struct Place {
    /// The first who has a ticket.
    owner: Option<User>,
    /// Somebody else has one too.
    twice: bool,
    /// The token of the live hold.
    hold: Option<u32>,
}

impl Place {
    fn see(&mut self, event: &Event) {
        match (event.op, event.outcome) {
            (Op::Reserve, Outcome::Ok) => self.hold = Some(event.detail),
            (Op::Release | Op::Cancel, Outcome::Ok) | (Op::Expire, _) => self.drop(event.detail),
            (Op::Confirm, _) if event.sale().is_some() => self.drop(event.detail),
            _ => {}
        }
        if let Some((user, _)) = event.sale() {
            self.twice |= self.owner.is_some_and(|owner| owner != user);
            self.owner.get_or_insert(user);
        }
    }

    /// A late confirm leaves the hold that somebody else has got meanwhile.
    fn drop(&mut self, token: u32) {
        self.hold.take_if(|live| *live == token);
    }

    fn add_to(self, counts: &mut Counts) {
        counts.free += u32::from(self.owner.is_none() && self.hold.is_none());
        counts.held += u32::from(self.hold.is_some());
        counts.sold += u32::from(self.owner.is_some());
        counts.double_sold += u32::from(self.twice);
    }

    fn take_from(self, counts: &mut Counts) {
        let mut mine = Counts { free: 0, held: 0, sold: 0, double_sold: 0 };
        self.add_to(&mut mine);
        counts.free -= mine.free;
        counts.held -= mine.held;
        counts.sold -= mine.sold;
        counts.double_sold -= mine.double_sold;
    }
}

impl Tally {
    /// Every seat is free.
    pub(super) fn new(seats: u32) -> Tally {
        let counts = Counts { free: seats, held: 0, sold: 0, double_sold: 0 };
        Tally { counts, places: BTreeMap::new() }
    }

    /// The counts, if this event changes them.
    pub(super) fn see(&mut self, event: &Event) -> Option<Counts> {
        let before = self.counts;
        let place = self.places.entry(event.seat()?).or_default();
        place.take_from(&mut self.counts);
        place.see(event);
        place.add_to(&mut self.counts);
        (self.counts != before).then_some(self.counts)
    }

    pub(super) fn counts(&self) -> Counts {
        self.counts
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::export::tests::runs;

    #[test]
    fn the_last_counts_are_those_of_the_figures() {
        for run in runs() {
            let mut tally = Tally::new(run.scenario.hall.seats());
            for event in &run.run.trace.events {
                tally.see(event);
            }
            let Counts { held, sold, double_sold, .. } = tally.counts();
            let figures = &run.figures;
            assert_eq!(
                (held, sold, double_sold),
                (figures.held, figures.seats_sold, figures.double_sold)
            );
        }
    }
}
