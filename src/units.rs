//! The few words that every other module shares: who, where and when. Data without behaviour; it imports nothing.

use std::fmt;

/// Virtual time in whole milliseconds since the start of a run.
pub type Ms = u64;

/// A user by number, in the order of the scenario, from 0.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct User(pub u32);

/// A seat by number: row by row, seat by seat, from 0.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct Seat(pub u32);

/// The most users that have a letter of their own in an order: A to Z.
pub const LETTERS: u32 = 26;

/// The most seats a hall may have.
pub const SEATS_MAX: u32 = 100_000;

const NAMES: [&str; LETTERS as usize] = [
    "Alice", "Bob", "Carol", "Dave", "Eve", "Frank", "Grace", "Heidi", "Ivan", "Judy", "Kim",
    "Leo", "Mallory", "Nina", "Olivia", "Peggy", "Quinn", "Rupert", "Sybil", "Trent", "Uma",
    "Victor", "Walter", "Xavier", "Yara", "Zoe",
];

impl User {
    /// The user whose letter this is, if it is one of `A` to `Z`.
    pub fn from_letter(letter: char) -> Option<User> {
        letter.is_ascii_uppercase().then(|| User(letter as u32 - 'A' as u32))
    }

    /// The letter of the order grammar: that of the first 26 users only.
    pub fn letter(self) -> Option<char> {
        (self.0 < LETTERS).then(|| char::from(b'A' + self.0 as u8))
    }
}

/// `Alice`, `Bob`, … `Zoe`, then `User 27` and so on.
impl fmt::Display for User {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match NAMES.get(self.0 as usize) {
            Some(name) => f.write_str(name),
            None => write!(f, "User {}", u64::from(self.0) + 1),
        }
    }
}

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

/// Whether something is kept once for the whole show or once a seat.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Scope {
    /// One for the show.
    Show,
    /// One for each seat.
    Seat,
}

/// What becomes of a seat whose hold has expired.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Expiry {
    /// It is free at once.
    Timer,
    /// It is free for whoever asks next.
    Lazy,
    /// It is free for nobody until the sweeper passes, at every multiple of so many ms.
    Sweep(Ms),
}

/// What happens to a payment that is captured after its hold has died.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Late {
    /// The confirm is refused and the money given back.
    Refund,
    /// The confirm is accepted if every seat is still free, else refused and refunded.
    AcceptIfFree,
    /// The confirm is accepted without looking: the classic mistake.
    Accept,
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

    #[test]
    fn a_users_initial_is_the_letter_of_the_order_grammar() {
        for user in (0..LETTERS).map(User) {
            assert_eq!(user.to_string().chars().next(), user.letter());
            assert_eq!(user.letter().and_then(User::from_letter), Some(user));
        }
        assert_eq!(User(26).to_string(), "User 27");
        assert_eq!(User(26).letter(), None);
    }
}
