//! The hall: where seats stand and what they are called.

use super::Seat;

/// The shape of a hall: how many rows, and how many seats in each.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct Hall {
    /// Rows, named A to Z, then AA, AB, …
    pub rows: u32,
    /// Seats in a row, numbered from 1.
    pub cols: u32,
}

impl Hall {
    /// How many seats the hall has.
    pub fn seats(self) -> u32 {
        self.rows * self.cols
    }

    /// The row of a seat, from 0.
    pub fn row(self, seat: Seat) -> u32 {
        seat.0 / self.cols
    }

    /// The place of a seat in its row, from 0.
    pub fn col(self, seat: Seat) -> u32 {
        seat.0 % self.cols
    }

    /// The name of a row: `A` to `Z`, then `AA`, `AB`, …
    pub fn row_name(row: u32) -> String {
        let mut name = Vec::new();
        let mut left = u64::from(row) + 1;
        while left > 0 {
            left -= 1;
            name.push(b'A' + (left % 26) as u8);
            left /= 26;
        }
        name.iter().rev().copied().map(char::from).collect()
    }

    /// The name of a seat, such as `D1`.
    pub fn name(self, seat: Seat) -> String {
        format!("{}{}", Hall::row_name(self.row(seat)), self.col(seat) + 1)
    }

    /// The seat of this name, if the hall has it. Row letters are upper case.
    pub fn seat(self, name: &str) -> Option<Seat> {
        let digits = name.find(|c: char| c.is_ascii_digit())?;
        let (row_name, number) = name.split_at(digits);
        // Four letters already name more rows than the largest hall has.
        let plausible = (1..=4).contains(&row_name.len()) && !number.starts_with('0');
        if !plausible || !number.bytes().all(|b| b.is_ascii_digit()) {
            return None;
        }
        let mut row = 0u32;
        for letter in row_name.bytes() {
            if !letter.is_ascii_uppercase() {
                return None;
            }
            row = row * 26 + u32::from(letter - b'A') + 1;
        }
        let col: u32 = number.parse().ok()?;
        let inside = row <= self.rows && col <= self.cols;
        inside.then(|| Seat((row - 1) * self.cols + col - 1))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn seats_have_the_names_of_their_places() {
        let hall = Hall { rows: 10, cols: 10 };
        assert_eq!(hall.name(Seat(30)), "D1");
        assert_eq!(hall.seat("D1"), Some(Seat(30)));
        assert_eq!(hall.seat("J10"), Some(Seat(99)));
        for bad in ["", "D", "1", "K1", "D11", "D0", "D01", "d1", "D1x", "DÄ1", "AAAAA1"] {
            assert_eq!(hall.seat(bad), None, "{bad:?}");
        }
    }

    #[test]
    fn every_seat_of_a_long_hall_is_found_by_its_name() {
        let hall = Hall { rows: 800, cols: 3 };
        assert_eq!(Hall::row_name(25), "Z");
        assert_eq!(Hall::row_name(26), "AA");
        assert_eq!(Hall::row_name(702), "AAA");
        for seat in (0..hall.seats()).map(Seat) {
            assert_eq!(hall.seat(&hall.name(seat)), Some(seat));
        }
    }
}
