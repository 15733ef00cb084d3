//! The rules that a scenario chooses and a race obeys.

use super::Ms;

/// A uniform draw from `min..=max`, in ms.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct Span {
    /// The least, in ms.
    pub min_ms: Ms,
    /// The most, in ms; at least `min_ms`.
    pub max_ms: Ms,
}

/// How long an optimistic user waits after a conflict.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Backoff {
    /// Not at all.
    None,
    /// The base, always.
    Fixed,
    /// Doubling from the base up to the cap.
    Expo,
    /// Half of [`Backoff::Expo`] and a draw from the other half.
    Equal,
    /// A draw from 0 to [`Backoff::Expo`].
    Full,
    /// A draw from the base to three times the wait before, up to the cap.
    Decorrelated,
}

/// Whether delays count.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Clock {
    /// Delays count.
    Natural,
    /// Every delay is 0: only deadlines have a time.
    Free,
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

/// Which answers a payment can have at all.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Answers {
    /// The money is captured.
    pub captured: bool,
    /// The payment is declined.
    pub declined: bool,
    /// There is no answer in time.
    pub lost: bool,
}

impl Answers {
    /// By the odds, and by whether an answer can come in time: one that takes longer than the user waits is none.
    pub fn possible(
        clock: Clock,
        pay: Span,
        pay_timeout_ms: Ms,
        payfail_percent: u32,
        paylost_percent: u32,
    ) -> Answers {
        let natural = clock == Clock::Natural;
        let in_time = !natural || pay.min_ms <= pay_timeout_ms;
        let too_late = natural && pay.max_ms > pay_timeout_ms;
        Answers {
            captured: payfail_percent + paylost_percent < 100 && in_time,
            declined: payfail_percent > 0 && in_time,
            lost: paylost_percent > 0 || too_late,
        }
    }
}
