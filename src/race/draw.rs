//! Draws: every random number is looked up by what it is for, never taken from a stream.
//!
//! draw(seed, user, purpose, index) depends on nothing that happened before, so a run continued from any prefix draws what
//! it would have drawn, and one user's luck does not change when another steps first. The mixing comes from a PCG
//! generator (M. E. O'Neill, "PCG: A Family of Simple Fast Space-Efficient Statistically Good Algorithms for Random Number
//! Generation", 2014); how the key enters it and how ranges are sampled is ours, and frozen by the tests below, because
//! shared links must replay for years.

use crate::units::{Span, User};
use rand_core::Rng;
use rand_pcg::Lcg128Xsl64;

/// What a draw is for. The numbers are part of the frozen key.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[repr(u8)]
pub enum Purpose {
    /// When a user comes.
    Arrive = 1,
    /// What a step takes to reach the show; by the number of the user's step.
    Latency = 2,
    /// How long a user thinks; by the number of the thought.
    Think = 3,
    /// How long a payment takes.
    Pay = 4,
    /// What the answer to a payment is.
    Answer = 5,
    /// How long to wait after a conflict; by the number of the conflict.
    Backoff = 6,
    /// Which seats a user wants.
    Want = 7,
    /// What a scheduler chooses; by the position in the order.
    Sched = 8,
    /// The priorities and change points of the `pct` scheduler.
    Pct = 9,
    /// Which of the schedules with an outcome is shown; by the position in the order.
    Witness = 10,
}

/// The user of draws that belong to nobody.
pub const NO_USER: User = User(u32::MAX);

const STREAM: u128 = 0x5ea7_4ace;

/// A uniform draw from all 64-bit numbers.
pub fn draw(seed: u64, user: User, purpose: Purpose, index: u64) -> u64 {
    let who = u64::from(user.0) << 8 | u64::from(purpose as u8);
    mix(mix(mix(seed) ^ who) ^ index)
}

/// The third output of a PCG generator that starts at `key`: by then every bit of the key has reached every bit of it.
fn mix(key: u64) -> u64 {
    let mut pcg = Lcg128Xsl64::new(u128::from(key), STREAM);
    pcg.next_u64();
    pcg.next_u64();
    pcg.next_u64()
}

/// Maps a draw to `0..n` by the high half of a product: no rejection, so one draw gives one number. The bias is below
/// n / 2^64.
pub fn below(draw: u64, n: u64) -> u64 {
    assert!(n > 0, "nothing to draw from");
    ((u128::from(draw) * u128::from(n)) >> 64) as u64
}

/// Maps a draw to a duration of the span, both ends included, in ms.
pub fn within(draw: u64, span: Span) -> u64 {
    assert!(span.min_ms <= span.max_ms, "a span runs forward");
    span.min_ms + below(draw, span.max_ms - span.min_ms + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Frozen: a change here breaks every link ever shared.
    #[test]
    fn draws_are_what_they_have_always_been() {
        let frozen = [
            (draw(0, User(0), Purpose::Arrive, 0), FROZEN[0]),
            (draw(1, User(0), Purpose::Arrive, 0), FROZEN[1]),
            (draw(1, User(4), Purpose::Think, 2), FROZEN[2]),
            (draw(u64::MAX, NO_USER, Purpose::Sched, u64::MAX), FROZEN[3]),
        ];
        for (now, then) in frozen {
            assert_eq!(now, then, "0x{now:016x}");
        }
    }

    const FROZEN: [u64; 4] = [
        0xe6ac_d3c1_6b2b_1e16,
        0xa7dd_7775_8c46_7a72,
        0xfdb9_885e_7258_1a83,
        0xf00e_1252_12e7_f58f,
    ];

    #[test]
    fn every_number_of_a_range_comes_about_equally_often() {
        let mut counts = [0u32; 10];
        for index in 0..100_000 {
            counts[below(draw(7, User(3), Purpose::Think, index), 10) as usize] += 1;
        }
        // Ten cells of 10,000 expected, standard deviation 95: five of these.
        assert!(counts.iter().all(|n| (9_525..=10_475).contains(n)), "{counts:?}");
    }

    /// Neighbouring keys give unrelated draws: flipping one bit of the key flips about half the bits of the draw.
    #[test]
    fn every_bit_of_the_key_matters() {
        for bit in 0..64 {
            let flipped: u32 = (0..256u64)
                .map(|seed| {
                    let key = seed.wrapping_mul(0x9e37_79b9_7f4a_7c15);
                    (draw(key, User(0), Purpose::Want, 0)
                        ^ draw(key ^ 1 << bit, User(0), Purpose::Want, 0))
                    .count_ones()
                })
                .sum();
            assert!((7_500..=8_900).contains(&flipped), "bit {bit}: {flipped} of 16384");
        }
    }

    #[test]
    fn a_span_includes_both_ends() {
        let span = Span { min_ms: 10, max_ms: 12 };
        let drawn: std::collections::BTreeSet<u64> =
            (0..100).map(|i| within(draw(1, User(0), Purpose::Think, i), span)).collect();
        assert_eq!(drawn.into_iter().collect::<Vec<_>>(), [10, 11, 12]);
        assert_eq!(within(u64::MAX, Span { min_ms: 5, max_ms: 5 }), 5);
    }
}
