//! What a finished run amounts to, read from its last state.

use super::layout::State;
use super::model::Model;
use super::outcome::Outcome;
use super::tree::{End, RESULTS};
use crate::measure::Class;

impl Model {
    /// The outcome of a run that ends here, but for what its steps gained.
    pub(super) fn ending<const K: usize>(&self, state: &State<K>) -> Outcome {
        let sold = (0..self.users.len()).map(|user| self.tickets(state, user));
        Outcome {
            class: self.class(state),
            tickets: sold.sum(),
            booked: self.count(state, End::Booked),
            gave_up: self.count(state, End::GaveUp),
            expired: 0,
        }
    }

    fn tickets<const K: usize>(&self, state: &State<K>, user: usize) -> u32 {
        let node = self.node(state, user);
        match node {
            _ if node == End::Booked as u16 => self.kind(user).seats.len() as u32,
            0..RESULTS => 0,
            _ => self.kind(user).tree.at(node).sold.count_ones(),
        }
    }

    fn count<const K: usize>(&self, state: &State<K>, end: End) -> u32 {
        (0..self.users.len()).filter(|user| self.has(state, *user, end)).count() as u32
    }

    fn has<const K: usize>(&self, state: &State<K>, user: usize, end: End) -> bool {
        self.node(state, user) == end as u16
    }

    /// The first class that applies: what `measure` says of the trace, said of the state.
    fn class<const K: usize>(&self, state: &State<K>) -> Class {
        let unsold = |seat: &usize| self.seats[*seat].booked.get(state) == 0;
        let wants_unsold = |user: usize| self.kind(user).seats.iter().any(unsold);
        let mut users = 0..self.users.len();
        if self.sold_twice.get(state) > 0 {
            Class::DoubleBooking
        } else if users.clone().any(|user| self.node(state, user) >= RESULTS) {
            Class::Deadlock
        } else if self.count(state, End::CrashedPaid) > 0 {
            Class::PaidNoSeat
        } else if self.count(state, End::CrashedDue) > 0 {
            Class::RefundDue
        } else if users.clone().any(|u| self.has(state, u, End::GaveUp) && wants_unsold(u)) {
            Class::LostSale
        } else if users.any(wants_unsold) {
            Class::Unsold
        } else {
            Class::Fine
        }
    }
}
