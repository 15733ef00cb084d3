//! How long each step is waited for, on the page's clock, and how much of that has passed.

use crate::player::{BEAT_MS, Pace};
use crate::share::Settings;
use crate::units::Ms;

/// The speeds that can be chosen.
const SPEEDS: [f64; 7] = [0.25, 0.5, 1.0, 2.0, 4.0, 8.0, 16.0];
/// Their names.
const SPEED_NAMES: [&str; 7] = ["0.25×", "0.5×", "1×", "2×", "4×", "8×", "16×"];
/// The one to begin with.
const USUAL: usize = 2;
/// Within a wait that is longer than a beat, the shown time moves on this often, in ms.
const FRAME_MS: f64 = 100.0;
/// Timers and clocks are rounded differently, so a timer may seem this much too early, in ms.
const EARLY_MS: f64 = 1.0;
/// A step that comes later than it should, because it waits for the browser's next picture, takes this much of the next wait
/// at most, in ms: two pictures at 60 a second. Else every speed would be a little slower than it says.
const LATE_MS: f64 = 33.4;

/// The wait for the next step.
#[derive(Clone, Copy, Debug)]
pub(super) struct Pacing {
    speed: usize,
    /// Playing, and the page's clock when `waited_ms` was last counted.
    counted_at_ms: Option<f64>,
    /// How much of the wait has passed.
    waited_ms: f64,
    /// The longest that idle virtual time is shown, in ms.
    idle_ms: f64,
    /// A virtual second is a second: somebody takes part.
    real: bool,
    pulse: u64,
}

impl Pacing {
    /// At the pace that a link asks for.
    pub(super) fn new(settings: &Settings) -> Pacing {
        let asked = settings.speed.word();
        let named = |name: &&str| name.trim_end_matches('×') == asked;
        let speed = SPEED_NAMES.iter().position(named).unwrap_or(USUAL);
        let idle_ms = f64::from(settings.idle_s.0) * 1_000.0;
        Pacing { speed, counted_at_ms: None, waited_ms: 0.0, idle_ms, real: false, pulse: 0 }
    }

    /// Paused, nothing waited yet; the speed stays.
    pub(super) fn at_rest(self) -> Pacing {
        Pacing { counted_at_ms: None, waited_ms: 0.0, ..self }
    }

    /// The same, with a pulse that comes after another, so that no timer takes one for the other.
    pub(super) fn after(self, pulse: u64) -> Pacing {
        Pacing { pulse: pulse + 1, ..self }
    }

    pub(super) fn is_running(self) -> bool {
        self.counted_at_ms.is_some()
    }

    pub(super) fn pace(self) -> Pace {
        let speed = SPEEDS[self.speed];
        match self.real {
            true => Pace { speed, idle_ms: f64::INFINITY, beat_ms: 0.0 },
            false => Pace { speed, idle_ms: self.idle_ms, beat_ms: BEAT_MS },
        }
    }

    /// At rest, in real time or no more.
    pub(super) fn in_real_time(self, real: bool) -> Pacing {
        Pacing { real, ..self.at_rest() }
    }

    pub(super) fn speed_name(self) -> &'static str {
        SPEED_NAMES[self.speed]
    }

    pub(super) fn pulse(self) -> u64 {
        self.pulse
    }

    pub(super) fn run(&mut self, at_ms: f64) {
        self.counted_at_ms = Some(at_ms);
        self.pulse += 1;
    }

    /// Stops within the wait: what is left of it is waited for when it goes on, and at least a little is.
    pub(super) fn stop(&mut self, at_ms: f64, gap_ms: Ms) -> bool {
        let was = self.is_running();
        self.count(at_ms);
        self.waited_ms = self.waited_ms.min(self.pace().wait_ms(gap_ms) - EARLY_MS).max(0.0);
        self.counted_at_ms = None;
        was
    }

    /// Counts what has passed. True if the wait is over: then the next one has begun when this one should have ended.
    pub(super) fn tick(&mut self, at_ms: f64, gap_ms: Ms) -> bool {
        self.count(at_ms);
        self.pulse += 1;
        let over_ms = self.waited_ms - self.pace().wait_ms(gap_ms);
        let is_over = over_ms + EARLY_MS >= 0.0;
        if is_over {
            self.waited_ms = over_ms.clamp(0.0, LATE_MS);
        }
        is_over
    }

    pub(super) fn next_wait(&mut self) {
        self.waited_ms = 0.0;
    }

    /// The same part of the wait has passed at the new speed.
    pub(super) fn change_speed(&mut self, by: isize, at_ms: f64, gap_ms: Ms) -> bool {
        let Some(speed) = self.speed.checked_add_signed(by).filter(|at| *at < SPEEDS.len()) else {
            return false;
        };
        self.count(at_ms);
        let before_ms = self.pace().wait_ms(gap_ms);
        self.speed = speed;
        self.waited_ms *= self.pace().wait_ms(gap_ms) / before_ms;
        self.pulse += 1;
        true
    }

    /// How much of the virtual time before the step has passed: never all of it, for the step has not happened.
    pub(super) fn passed(self, gap_ms: Ms) -> Ms {
        let share = (self.waited_ms / self.pace().wait_ms(gap_ms)).clamp(0.0, 1.0);
        ((gap_ms as f64 * share) as Ms).min(gap_ms.saturating_sub(1))
    }

    /// Until the wait is over; if it is longer than a beat, until the shown time has to move on.
    pub(super) fn nap_ms(self, gap_ms: Ms) -> Option<f64> {
        self.counted_at_ms?;
        let wait_ms = self.pace().wait_ms(gap_ms);
        let left_ms = (wait_ms - self.waited_ms).max(0.0);
        let stretched = wait_ms > self.pace().wait_ms(0);
        Some(if stretched { left_ms.min(FRAME_MS) } else { left_ms })
    }

    /// Counts what has passed until now.
    pub(super) fn look_at(&mut self, at_ms: f64) {
        self.count(at_ms);
    }

    fn count(&mut self, at_ms: f64) {
        if let Some(counted_at_ms) = self.counted_at_ms {
            self.waited_ms += (at_ms - counted_at_ms).max(0.0);
            self.counted_at_ms = Some(at_ms);
        }
    }
}
