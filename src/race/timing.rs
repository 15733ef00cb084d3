//! How long a user waits by itself before a step.

use super::buyer::Request;
use super::draw::{Purpose, below, draw, within};
use crate::trace::{Mark, Op};
use crate::units::{Answers, Backoff, Clock, Ms, Span, User};

/// The delays of a race, and the odds of its payments.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Timing {
    /// The seed of every draw.
    pub seed: u64,
    /// Whether delays count.
    pub clock: Clock,
    /// When a user comes.
    pub arrive: Span,
    /// What every step takes to reach the show.
    pub lat: Span,
    /// How long a thought takes.
    pub think: Span,
    /// How long a payment takes.
    pub pay: Span,
    /// How many payments of a hundred are declined.
    pub payfail_percent: u32,
    /// How many payments of a hundred are never answered.
    pub paylost_percent: u32,
    /// How long a user waits for the answer, in ms.
    pub pay_timeout_ms: Ms,
    /// The wait after a conflict.
    pub backoff: Backoff,
    /// The person at the page, if one has clicked: it waits as long as it likes, which its order says, so of the delays only
    /// the latency is its own.
    pub person: Option<User>,
}

/// The first wait after a conflict, in ms; the values are those of the published AWS model of back-off with jitter.
pub const BACKOFF_BASE_MS: Ms = 5;
/// The longest wait after a conflict, in ms.
pub const BACKOFF_CAP_MS: Ms = 2_000;

/// What a user remembers of its own delays.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Waited {
    steps: u32,
    thoughts: u32,
    backoff_ms: Ms,
}

impl Timing {
    /// How long the user waits before it makes the step, in ms. A payment's own time is not part of it.
    pub(super) fn delay_ms(&self, user: User, request: Request, waited: &mut Waited) -> Ms {
        if self.clock == Clock::Free {
            return 0;
        }
        let of = |purpose, index, span| within(draw(self.seed, user, purpose, index), span);
        let mut delay_ms = of(Purpose::Latency, u64::from(waited.steps), self.lat);
        let first = waited.steps == 0;
        waited.steps += 1;
        if self.person == Some(user) {
            return delay_ms;
        }
        if first {
            delay_ms += of(Purpose::Arrive, 0, self.arrive);
        }
        if request.delays.thinks {
            delay_ms += of(Purpose::Think, u64::from(waited.thoughts), self.think);
            waited.thoughts += 1;
        }
        if request.delays.conflicts > 0 {
            let random =
                draw(self.seed, user, Purpose::Backoff, u64::from(request.delays.conflicts));
            waited.backoff_ms =
                backoff_ms(self.backoff, request.delays.conflicts, waited.backoff_ms, random);
            delay_ms += waited.backoff_ms;
        }
        delay_ms
    }

    /// The answer that a payment takes without a mark, by draw.
    pub(super) fn answer(&self, user: User) -> Mark {
        let drawn = below(draw(self.seed, user, Purpose::Answer, 0), 100);
        let declined = u64::from(self.payfail_percent);
        let lost = declined + u64::from(self.paylost_percent);
        let answer = match drawn {
            n if n < declined => Mark::Declined,
            n if n < lost => Mark::NoAnswer,
            _ => Mark::Captured,
        };
        // An answer that takes longer than the user waits is none.
        if self.pay_ms(user) > self.pay_timeout_ms { Mark::NoAnswer } else { answer }
    }

    /// How long after it was asked for a payment has this answer, in ms.
    pub(super) fn answer_ms(&self, user: User, answer: Mark) -> Ms {
        match (self.clock, answer) {
            (Clock::Free, _) => 0,
            (Clock::Natural, Mark::NoAnswer) => self.pay_timeout_ms,
            // Which answers there can be is as for everybody; only how long a person takes is its own.
            (Clock::Natural, _) if self.person == Some(user) => 0,
            (Clock::Natural, _) => self.pay_ms(user).min(self.pay_timeout_ms),
        }
    }

    fn pay_ms(&self, user: User) -> Ms {
        match self.clock {
            Clock::Free => 0,
            Clock::Natural => within(draw(self.seed, user, Purpose::Pay, 0), self.pay),
        }
    }

    /// The answers that a payment can have at all.
    pub fn answers(&self) -> impl Iterator<Item = Mark> + use<> {
        let possible = Answers::possible(
            self.clock,
            self.pay,
            self.pay_timeout_ms,
            self.payfail_percent,
            self.paylost_percent,
        );
        [
            (possible.captured, Mark::Captured),
            (possible.declined, Mark::Declined),
            (possible.lost, Mark::NoAnswer),
        ]
        .into_iter()
        .filter_map(|(possible, answer)| possible.then_some(answer))
    }

    /// The largest time that the delays of one step can add up to, in ms.
    pub fn delay_ms_max(&self) -> Ms {
        let thinking = self.arrive.max_ms + self.lat.max_ms + self.think.max_ms;
        thinking + BACKOFF_CAP_MS + self.pay_timeout_ms
    }
}

/// The wait after the n-th conflict, n from 1, by the formulas of the AWS architecture blog, "Exponential Backoff And
/// Jitter" (2015): v = min(cap, base * 2^n), and what each kind makes of it.
fn backoff_ms(kind: Backoff, conflicts: u32, before_ms: Ms, random: u64) -> Ms {
    let doubled = BACKOFF_BASE_MS.checked_shl(conflicts).filter(|_| conflicts < 32);
    let expo_ms = doubled.unwrap_or(BACKOFF_CAP_MS).min(BACKOFF_CAP_MS);
    let from = |min_ms, max_ms| within(random, Span { min_ms, max_ms });
    match kind {
        Backoff::None => 0,
        Backoff::Fixed => BACKOFF_BASE_MS,
        Backoff::Expo => expo_ms,
        Backoff::Equal => expo_ms / 2 + from(0, expo_ms / 2),
        Backoff::Full => from(0, expo_ms),
        Backoff::Decorrelated => {
            let before_ms = before_ms.max(BACKOFF_BASE_MS);
            from(BACKOFF_BASE_MS, before_ms * 3).min(BACKOFF_CAP_MS)
        }
    }
}

/// Whether a user awaits the answer to a payment.
pub(super) fn is_payment(request: Request) -> bool {
    request.op == Op::Pay
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn backoff_grows_as_published_and_stops_at_the_cap() {
        let after = |kind, n, before| {
            (backoff_ms(kind, n, before, 0), backoff_ms(kind, n, before, u64::MAX))
        };
        assert_eq!(after(Backoff::None, 3, 0), (0, 0));
        assert_eq!(after(Backoff::Fixed, 3, 0), (5, 5));
        assert_eq!(after(Backoff::Expo, 1, 0), (10, 10));
        assert_eq!(after(Backoff::Expo, 20, 0), (2_000, 2_000));
        assert_eq!(after(Backoff::Expo, 70, 0), (2_000, 2_000));
        assert_eq!(after(Backoff::Equal, 2, 0), (10, 20));
        assert_eq!(after(Backoff::Full, 2, 0), (0, 20));
        assert_eq!(after(Backoff::Decorrelated, 1, 0), (5, 15));
        assert_eq!(after(Backoff::Decorrelated, 2, 15), (5, 45));
        assert_eq!(after(Backoff::Decorrelated, 9, 2_000), (5, 2_000));
    }
}
