//! The look of a seat: which one of its states is drawn, and the hall in one sentence.

use super::{HoldView, SeatView, Stage};
use crate::texts::player::look as texts;
use crate::units::{Hall, Seat, User};

/// What a seat looks like. A lock and a version are drawn on top of it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Look {
    /// Nobody is at it.
    Free,
    /// These are on their way to it.
    Wanted(Vec<User>),
    /// These have read it as free and have not acted on that yet.
    Read(Vec<User>),
    /// Somebody holds it.
    Held(HoldView),
    /// A hold on it has expired and nobody has cleaned up.
    Spent(HoldView),
    /// It has one owner.
    Booked(User),
    /// It has several.
    Sold(Vec<User>),
}

impl Look {
    /// The first that applies, the hardest fact first.
    pub fn of(seat: &SeatView) -> Look {
        let mut owners: Vec<User> = Vec::new();
        for (user, _) in &seat.tickets {
            if !owners.contains(user) {
                owners.push(*user);
            }
        }
        match (owners.as_slice(), seat.hold) {
            ([_, _, ..], _) => Look::Sold(owners),
            ([owner], _) => Look::Booked(*owner),
            ([], Some(hold)) if hold.expired => Look::Spent(hold),
            ([], Some(hold)) => Look::Held(hold),
            _ if !seat.readers.is_empty() => Look::Read(seat.readers.clone()),
            _ if !seat.wanted.is_empty() => Look::Wanted(seat.wanted.clone()),
            _ => Look::Free,
        }
    }
}

/// The hall as one who cannot see it is told: its shape, then every seat with which something is going on.
pub fn hall_sentence(hall: Hall, stage: &Stage) -> String {
    let last_row = Hall::row_name(hall.rows - 1);
    let told = stage.seats.iter().filter_map(|(seat, view)| says(hall, *seat, view));
    texts::hall(hall.rows, &last_row, hall.cols, &told.collect::<Vec<_>>())
}

fn says(hall: Hall, seat: Seat, view: &SeatView) -> Option<String> {
    let name = hall.name(seat);
    let says = match Look::of(view) {
        Look::Free => return view.lock.as_ref().map(|lock| texts::is_locked(&name, lock.owner)),
        Look::Wanted(users) => texts::is_wanted(&name, &users),
        Look::Read(users) => texts::is_being_read(&name, &users),
        Look::Held(hold) => texts::is_held(&name, hold.user),
        Look::Spent(hold) => texts::is_not_freed(&name, hold.user),
        Look::Booked(owner) => texts::is_booked(&name, owner),
        Look::Sold(owners) => texts::is_sold(&name, &owners),
    };
    Some(match &view.lock {
        Some(lock) => texts::and_locked(&says, lock.owner),
        None => says,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::player::LockView;

    #[test]
    fn the_hardest_fact_is_the_look() {
        let mut seat = SeatView { wanted: vec![User(0), User(1)], ..SeatView::default() };
        assert_eq!(Look::of(&seat), Look::Wanted(vec![User(0), User(1)]));
        seat.readers = vec![User(1)];
        assert_eq!(Look::of(&seat), Look::Read(vec![User(1)]));
        seat.tickets = vec![(User(0), 3), (User(0), 4)];
        assert_eq!(Look::of(&seat), Look::Booked(User(0)));
        seat.tickets.push((User(1), 5));
        assert_eq!(Look::of(&seat), Look::Sold(vec![User(0), User(1)]));
    }

    #[test]
    fn the_hall_is_told_in_one_sentence_a_seat() {
        let hall = Hall { rows: 10, cols: 10 };
        let mut stage = Stage::default();
        assert_eq!(hall_sentence(hall, &stage), "Hall, ten rows A to J of ten seats, all free.");
        let sold = SeatView { tickets: vec![(User(0), 3), (User(1), 5)], ..SeatView::default() };
        let lock = LockView { owner: User(2), since: 1, queue: Vec::new() };
        let read = SeatView { readers: vec![User(2)], lock: Some(lock), ..SeatView::default() };
        stage.seats.insert(Seat(30), sold);
        stage.seats.insert(Seat(53), read);
        assert_eq!(
            hall_sentence(hall, &stage),
            "Hall, ten rows A to J of ten seats. D1 is sold to Alice and to Bob. \
             F4 is being read by Carol and locked by Carol."
        );
    }
}
