//! The digest of a run: eight characters that two runs share only if they are the same run.
//!
//! BLAKE3 over these bytes, all numbers little-endian:
//!
//! | part | layout |
//! |---|---|
//! | version | u32 |
//! | canonical scenario | u32 length in bytes, then UTF-8 |
//! | executed order | u32 count, then a choice as u8 kind and u64 value |
//! | core event fields | u32 count, then an event as u32 step, u64 at, u32 user, u32 seat, u8 op, u8 outcome |
//!
//! Kinds of choice: 0 a step without mark, 1 `p`, 2 `d`, 3 `n`, 4 `k` (value: the user's number), 5 `t` (value 0), 6 `w`
//! (value: ms). No user, no seat: 0xffffffff. Ops and outcomes by the numbers of [`Op`] and [`Outcome`]. The text is the
//! first 40 bits of the hash, most significant first, in Crockford's base 32.
//!
//! [`Op`]: crate::trace::Op
//! [`Outcome`]: crate::trace::Outcome

use crate::trace::{Choice, Event, Mark, Order};

/// The version of links, JSON and digests.
pub const VERSION: u32 = 1;

/// How many characters a digest has.
pub const DIGEST_CHARS: usize = 8;

const NOBODY: u32 = u32::MAX;

/// The digest of a run: its canonical scenario, what was chosen and what happened.
pub fn digest(canonical: &str, order: &Order, events: &[Event]) -> String {
    let mut hasher = blake3::Hasher::new();
    hasher.update(&VERSION.to_le_bytes());
    hasher.update(&count(canonical.len()));
    hasher.update(canonical.as_bytes());
    hasher.update(&count(order.0.len()));
    for choice in &order.0 {
        let (kind, value) = key(choice);
        hasher.update(&[kind]);
        hasher.update(&value.to_le_bytes());
    }
    hasher.update(&count(events.len()));
    for event in events {
        hasher.update(&event.step.to_le_bytes());
        hasher.update(&event.at.to_le_bytes());
        hasher.update(&event.user().map_or(NOBODY, |user| user.0).to_le_bytes());
        hasher.update(&event.seat().map_or(NOBODY, |seat| seat.0).to_le_bytes());
        hasher.update(&[event.op as u8, event.outcome as u8]);
    }
    let hash = hasher.finalize();
    let first = hash.as_bytes()[..DIGEST_CHARS * 5 / 8].iter();
    crockford(first.fold(0, |number, byte| number << 8 | u64::from(*byte)), DIGEST_CHARS)
}

fn count(len: usize) -> [u8; 4] {
    u32::try_from(len).expect("runs are bounded far below 2^32 events").to_le_bytes()
}

fn key(choice: &Choice) -> (u8, u64) {
    match choice {
        Choice::Step(user, mark) => {
            let kind = match mark {
                None => 0,
                Some(Mark::Captured) => 1,
                Some(Mark::Declined) => 2,
                Some(Mark::NoAnswer) => 3,
                Some(Mark::Crash) => 4,
            };
            (kind, u64::from(user.0))
        }
        Choice::Time => (5, 0),
        Choice::Wait(ms) => (6, *ms),
    }
}

/// So many digits of a number in Crockford's base 32: no I, L, O or U, so that it can be read out. A number is shorter than a
/// codec: encoding libraries would add 4 KB to the page for these few digits.
pub(super) fn crockford(number: u64, digits: usize) -> String {
    const DIGITS: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    let digit = |place: usize| DIGITS[(number >> (5 * place) & 31) as usize];
    (0..digits).rev().map(|place| char::from(digit(place))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::trace::{Op, Outcome};
    use crate::units::{Seat, User};

    fn event() -> Event {
        Event::new(1, 5, Some(User(0)), Op::Read, Some(Seat(30)), Outcome::Free)
    }

    /// Frozen with version 1.
    #[test]
    fn a_digest_is_what_it_has_always_been() {
        assert_eq!(crockford(31, 8), "0000000Z");
        let order = Order::parse("ABptw250Ak").expect("an order");
        assert_eq!(digest("users=5", &order, &[event()]), "ZBGMZAS3");
    }

    #[test]
    fn every_field_counts_but_the_detail_and_the_line() {
        let order = |text| Order::parse(text).expect("an order");
        let of = |event: Event| digest("s", &order("A"), &[event]);
        let base = of(event());
        assert_eq!(of(event().with(7, 7)), base);
        let others = [
            digest("t", &order("A"), &[event()]),
            digest("s", &order("B"), &[event()]),
            digest("s", &order("Ap"), &[event()]),
            digest("s", &order("A"), &[]),
            of(Event::new(2, 5, Some(User(0)), Op::Read, Some(Seat(30)), Outcome::Free)),
            of(Event::new(1, 6, Some(User(0)), Op::Read, Some(Seat(30)), Outcome::Free)),
            of(Event::new(1, 5, Some(User(0)), Op::Check, Some(Seat(30)), Outcome::Free)),
            of(Event::new(1, 5, Some(User(0)), Op::Read, Some(Seat(30)), Outcome::Taken)),
            of(Event::new(1, 5, Some(User(1)), Op::Read, Some(Seat(30)), Outcome::Free)),
            of(Event::new(1, 5, None, Op::Read, Some(Seat(30)), Outcome::Free)),
            of(Event::new(1, 5, Some(User(0)), Op::Read, None, Outcome::Free)),
        ];
        let distinct: std::collections::BTreeSet<&String> = others.iter().chain([&base]).collect();
        assert_eq!(distinct.len(), others.len() + 1);
    }
}
