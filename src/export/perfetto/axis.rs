//! Where a step stands on the time axis of a trace viewer.

use crate::export::Finished;
use crate::scenario::Clock;
use crate::units::Ms;

/// Steps in µs. Each stands behind the one before, also where both happen in the same virtual millisecond.
pub(super) struct Axis {
    free: bool,
    /// For each step from 0 on: its µs, and its virtual time in ms.
    steps: Vec<(u64, Ms)>,
}

/// With `clock=free` nothing takes time: every step is drawn this wide, in µs.
const STEP_US: u64 = 1_000;

impl Axis {
    pub(super) fn new(run: &Finished) -> Axis {
        let free = run.scenario.clock == Clock::Free;
        let mut steps = vec![(0, 0)];
        for event in &run.run.trace.events {
            while steps.len() <= event.step as usize {
                let last = steps[steps.len() - 1].0;
                let ts = if free { last + STEP_US } else { (event.at * 1_000).max(last + 1) };
                steps.push((ts, event.at));
            }
        }
        Axis { free, steps }
    }

    /// The µs at which a step happens.
    pub(super) fn ts(&self, step: u32) -> u64 {
        self.steps[step as usize].0
    }

    /// The virtual time of a step, in ms.
    pub(super) fn at(&self, step: u32) -> Ms {
        self.steps[step as usize].1
    }

    /// How long a step is drawn, in µs: never into the next.
    pub(super) fn width(&self) -> u64 {
        if self.free { STEP_US } else { 1 }
    }

    /// Where what follows a step begins.
    pub(super) fn after(&self, step: u32) -> u64 {
        if step == 0 { 0 } else { self.ts(step) + self.width() }
    }

    /// The end of the run.
    pub(super) fn end(&self) -> u64 {
        self.after(self.steps.len() as u32 - 1)
    }

    /// What the axis shows.
    pub(super) fn says(&self) -> &'static str {
        if self.free {
            "clock=free: nothing takes time, each step is drawn as 1 ms"
        } else {
            "virtual time; steps of one millisecond are drawn 1 µs apart"
        }
    }
}
