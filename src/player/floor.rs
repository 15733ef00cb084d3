//! The floor of a hall: which part of it is drawn, and where each seat stands. Whole units of the drawing, no web types.

use crate::lab;
use crate::scenario::Scenario;
use crate::texts::player::floor as texts;
use crate::units::{Hall, Seat};
use std::ops::Range;

/// The most seats that are drawn at once.
pub const SEATS_DRAWN_MAX: u32 = 1200;

/// The most rows of a block, and the most seats in a row of it.
const BLOCK: (u32, u32) = (30, 40);
/// What is shown around the wanted seats, in rows and in seats.
const MARGIN: u32 = 3;
/// From seat to seat, and from row to row.
const PITCH: i32 = 32;
/// Room for the letters at both ends of a row.
const SIDE: i32 = 24;
const AISLE: i32 = 12;
/// The least width: a hall of two seats is not drawn as two armchairs.
const WIDTH_MIN: i32 = 380;
/// How far the middle of a long row bends away from the screen.
const BEND_MAX: i32 = 28;
/// From this width on changed seats are drawn larger.
const WIDE: i32 = 520;

/// The drawn part of a hall.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Floor {
    /// The whole hall.
    pub hall: Hall,
    /// The rows that are drawn.
    pub rows: Range<u32>,
    /// The places of each row that are drawn.
    pub cols: Range<u32>,
}

impl Floor {
    /// What is shown of a scenario's hall: where not all that is wanted fits, what the person at the page chose last.
    pub fn of(scenario: &Scenario) -> Floor {
        let mut seats: Vec<Seat> = scenario.clicks.iter().rev().copied().collect();
        seats.extend(lab::wants(scenario).into_iter().flatten());
        Floor::new(scenario.hall, &seats)
    }

    /// The whole hall if it is small enough, else a block of it around the wanted seats.
    pub fn new(hall: Hall, wanted: &[Seat]) -> Floor {
        let wide = hall.cols > BLOCK.1 || hall.seats() > SEATS_DRAWN_MAX;
        let long = hall.rows > SEATS_DRAWN_MAX / BLOCK.0 || hall.seats() > SEATS_DRAWN_MAX;
        let part = |all: u32, most: u32, cut: bool, place: &dyn Fn(Seat) -> u32| {
            if cut { around(all, most, &mut wanted.iter().map(|s| place(*s))) } else { 0..all }
        };
        Floor {
            hall,
            rows: part(hall.rows, BLOCK.0, long, &|seat| hall.row(seat)),
            cols: part(hall.cols, BLOCK.1, wide, &|seat| hall.col(seat)),
        }
    }

    /// Every seat of the hall is drawn.
    pub fn is_whole(&self) -> bool {
        self.rows == (0..self.hall.rows) && self.cols == (0..self.hall.cols)
    }

    /// Says that only a part of the hall is drawn, and which.
    pub fn part(&self) -> String {
        let (hall, rows, cols) = (self.hall, &self.rows, &self.cols);
        let (first, last) = (Hall::row_name(rows.start), Hall::row_name(rows.end - 1));
        texts::part([&first, &last], [cols.start + 1, cols.end], hall.rows, hall.cols)
    }

    /// The seat is drawn.
    pub fn has(&self, seat: Seat) -> bool {
        self.rows.contains(&self.hall.row(seat)) && self.cols.contains(&self.hall.col(seat))
    }

    /// The drawn seats of a row.
    pub fn seats(&self, row: u32) -> impl Iterator<Item = Seat> + '_ {
        self.cols.clone().map(move |col| Seat(row * self.hall.cols + col))
    }

    /// The upper left corner of a seat.
    pub fn at(&self, seat: Seat) -> (i32, i32) {
        let (row, col) = (self.hall.row(seat), self.hall.col(seat));
        (self.col_x(col), self.row_y(row) + self.bend(col))
    }

    /// The drawn seat at a point of the drawing, if one is there.
    pub fn seat_at(&self, x: i32, y: i32) -> Option<Seat> {
        let half = PITCH / 2;
        let is_there = |seat: &Seat| {
            let (left, top) = self.at(*seat);
            (x - left - 14).abs() <= half && (y - top - 13).abs() <= half
        };
        self.rows.clone().flat_map(|row| self.seats(row)).find(is_there)
    }

    /// The left edge of a place in its row.
    pub fn col_x(&self, col: u32) -> i32 {
        let before = (col - self.cols.start) as i32;
        self.left() + SIDE + before * PITCH + self.aisles(before) * AISLE
    }

    /// The upper edge of a row where it is nearest to the screen.
    pub fn row_y(&self, row: u32) -> i32 {
        2 + (row - self.rows.start) as i32 * PITCH
    }

    /// How far a place stands back from the ends of its row: half the square of its distance, flattened in long rows.
    pub fn bend(&self, col: u32) -> i32 {
        // In half places: the length of the row, and how far the place is from its middle. Then rounded.
        let long = self.cols.len() as i32 - 1;
        let off = 2 * (col - self.cols.start) as i32 - long;
        let deepest_8 = (long * long).min(8 * BEND_MAX);
        let square = (long * long).max(1);
        (deepest_8 * (square - off * off) + 4 * square) / (8 * square)
    }

    /// Width of the drawing.
    pub fn width(&self) -> i32 {
        self.inner().max(WIDTH_MIN)
    }

    /// Height of the drawing.
    pub fn height(&self) -> i32 {
        let middle = self.cols.start + (self.cols.len() as u32 - 1) / 2;
        self.rows.len() as i32 * PITCH + self.bend(middle) + 16
    }

    /// The left edge of the rows, letters included.
    pub fn left(&self) -> i32 {
        (self.width() - self.inner()) / 2
    }

    /// The right edge of the rows, letters included.
    pub fn right(&self) -> i32 {
        self.left() + self.inner()
    }

    fn inner(&self) -> i32 {
        let seats = self.cols.len() as i32;
        2 * SIDE + seats * PITCH + self.aisles(seats - 1) * AISLE
    }

    /// Aisles to the left of a place: none in short rows, one in the middle, two in long rows.
    fn aisles(&self, before: i32) -> i32 {
        let seats = self.cols.len() as i32;
        match seats {
            ..6 => 0,
            6..24 => i32::from(before >= (seats + 1) / 2),
            _ => i32::from(before >= seats / 4) + i32::from(before >= seats - seats / 4),
        }
    }

    /// How much larger what must be read is drawn in a wide hall, in hundredths.
    pub fn grown(&self) -> i32 {
        (self.width() * 100 / WIDE).clamp(100, 300)
    }

    /// How much larger one of the changed seats may be drawn, in hundredths: hardly over its changed neighbours.
    pub fn zoom(&self, seat: Seat, changed: &[Seat]) -> i32 {
        let mut zoom = self.grown();
        for other in changed.iter().filter(|other| **other != seat) {
            let rows = self.hall.row(seat).abs_diff(self.hall.row(*other));
            let places = rows.max(self.hall.col(seat).abs_diff(self.hall.col(*other)));
            zoom = zoom.min(places.max(1) as i32 * 120);
        }
        zoom
    }
}

/// At most `most` of `0..all`, as far as possible around the places, which may be none.
fn around(all: u32, most: u32, places: &mut dyn Iterator<Item = u32>) -> Range<u32> {
    let first = places.next().unwrap_or(0);
    let (low, high) = places.fold((first, first), |(low, high), p| (low.min(p), high.max(p)));
    let (low, high) = (low.saturating_sub(MARGIN), (high + MARGIN + 1).min(all));
    if high - low >= most {
        // Too far apart for one block: around the first, which the first user wants.
        let low = first.saturating_sub(most / 2).min(all - most.min(all));
        return low..(low + most).min(all);
    }
    let more = (most - (high - low)) / 2;
    let low = low.saturating_sub(more).min(all - most.min(all));
    low..(low + most).min(all)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_default_hall_stands_as_it_was_drawn() {
        let floor = Floor::new(Hall { rows: 10, cols: 10 }, &[Seat(30)]);
        assert!(floor.is_whole());
        assert_eq!((floor.width(), floor.height()), (380, 346));
        let ys: Vec<i32> = floor.seats(0).map(|seat| floor.at(seat).1).collect();
        assert_eq!(ys, [2, 6, 9, 11, 12, 12, 11, 9, 6, 2]);
        assert_eq!(floor.at(Seat(30)), (24, 98));
        assert_eq!(floor.at(Seat(35)), (196, 108));
    }

    #[test]
    fn a_large_hall_is_cut_to_a_block_with_the_wanted_seat_in_it() {
        for (rows, cols) in [(400, 250), (1, 100_000), (100_000, 1), (41, 30), (35, 35)] {
            let hall = Hall { rows, cols };
            for seat in [0, 30, hall.seats() / 2, hall.seats() - 1].map(Seat) {
                let floor = Floor::new(hall, &[seat]);
                assert!(floor.has(seat), "{hall:?} {seat:?} {floor:?}");
                assert!(floor.rows.len() * floor.cols.len() <= SEATS_DRAWN_MAX as usize);
                assert!(floor.rows.end <= rows && floor.cols.end <= cols);
            }
        }
    }

    #[test]
    fn every_shape_of_hall_has_a_floor() {
        for (rows, cols) in [(1, 1), (1, 2), (2, 3), (3, 7), (40, 30), (25, 40), (10, 24)] {
            let floor = Floor::new(Hall { rows, cols }, &[]);
            assert!(floor.is_whole(), "{rows}x{cols}");
            let bends = floor.cols.clone().map(|col| floor.bend(col));
            assert!(bends.clone().eq(bends.rev()), "{rows}x{cols}");
            assert!(floor.right() <= floor.width() && floor.height() > 0);
            let last = Seat(rows * cols - 1);
            assert!(floor.at(last).0 + PITCH <= floor.right());
        }
    }

    #[test]
    fn every_drawn_seat_is_found_where_it_stands() {
        for (rows, cols) in [(1, 1), (10, 10), (25, 40), (400, 250)] {
            let hall = Hall { rows, cols };
            let floor = Floor::new(hall, &[Seat(hall.seats() / 2)]);
            for seat in floor.rows.clone().flat_map(|row| floor.seats(row)) {
                let (x, y) = floor.at(seat);
                assert_eq!(floor.seat_at(x + 20, y + 20), Some(seat), "{hall:?}");
            }
            assert_eq!(floor.seat_at(-50, 10), None);
        }
    }

    #[test]
    fn changed_seats_grow_only_where_there_is_room() {
        let floor = Floor::new(Hall { rows: 25, cols: 40 }, &[]);
        assert!(floor.zoom(Seat(0), &[Seat(0)]) > 200);
        assert!(floor.zoom(Seat(0), &[Seat(0), Seat(1)]) < 150);
        let small = Floor::new(Hall { rows: 10, cols: 10 }, &[]);
        assert_eq!(small.zoom(Seat(0), &[Seat(0)]), 100);
    }
}
