//! The session: a live race, a cursor into its trace, and the pace at which it is played.

use super::{Lanes, Stage};
use crate::lab::Contest;
use crate::scenario::Scenario;
use crate::trace::{Event, Trace};
use crate::units::Ms;

/// A race of a scenario with a cursor into its trace.
///
/// The trace grows only by stepping the live race at its end; going back only moves the cursor and folds a prefix.
#[derive(Clone)]
pub struct Session {
    scenario: Scenario,
    contest: Contest,
}

/// How fast a race is played.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Pace {
    /// Speed: 1 is a step each 600 ms.
    pub speed: f64,
    /// The longest that idle virtual time is shown, in real ms.
    pub idle_ms: f64,
}

impl Pace {
    /// How long the next step is waited for, in real ms, if so much virtual time lies before it: one beat, stretched in
    /// proportion to the gap up to `idle_ms`.
    pub fn wait_ms(self, gap_ms: Ms) -> f64 {
        let beat_ms = 600.0 / self.speed;
        (gap_ms as f64 / self.speed).min(self.idle_ms).max(beat_ms)
    }
}

impl Session {
    /// A session at step 0.
    pub fn new(scenario: Scenario, contest: Contest) -> Session {
        Session { scenario, contest }
    }

    /// The scenario.
    pub fn scenario(&self) -> &Scenario {
        &self.scenario
    }

    /// Which of its races this is.
    pub fn contest(&self) -> Contest {
        self.contest
    }

    /// The trace so far: never beyond what was stepped.
    pub fn trace(&self) -> &Trace {
        unimplemented!("player helper")
    }

    /// The step that is shown; 0 before the first.
    pub fn cursor(&self) -> u32 {
        unimplemented!("player helper")
    }

    /// How many steps the live race has made.
    pub fn made(&self) -> u32 {
        unimplemented!("player helper")
    }

    /// How many steps the run will have if it goes on as scheduled (scouted by a second race that nobody sees).
    pub fn steps(&self) -> u32 {
        unimplemented!("player helper")
    }

    /// The cursor stands at the end of a finished run.
    pub fn is_over(&self) -> bool {
        unimplemented!("player helper")
    }

    /// How everything stands at the cursor.
    pub fn stage(&self) -> &Stage {
        unimplemented!("player helper")
    }

    /// How everything stood one step before the cursor; at step 0 the same as [`Session::stage`].
    pub fn stage_before(&self) -> &Stage {
        unimplemented!("player helper")
    }

    /// The lanes up to the cursor.
    pub fn lanes(&self) -> &Lanes {
        unimplemented!("player helper")
    }

    /// The events of the step at the cursor.
    pub fn step_events(&self) -> &[Event] {
        unimplemented!("player helper")
    }

    /// The choices of the order that were not possible so far.
    pub fn skipped(&self) -> &[usize] {
        unimplemented!("player helper")
    }

    /// Virtual time until the next step, in ms, and whether that step is a deadline; none at the end.
    pub fn gap(&self) -> Option<(Ms, bool)> {
        unimplemented!("player helper")
    }

    /// One step forward: by the recorded trace, or by stepping the live race. False at the end.
    pub fn forward(&mut self) -> bool {
        unimplemented!("player helper")
    }

    /// One step back. False at the start.
    pub fn back(&mut self) -> bool {
        unimplemented!("player helper")
    }

    /// To a step, stepping the live race as far as needed; to the end if there are fewer.
    pub fn seek(&mut self, step: u32) {
        let _ = step;
        unimplemented!("player helper")
    }
}

/// What the page's components receive: a session as it stood at one moment. Equal iff the stamp is.
#[derive(Clone)]
pub struct Shown {
    /// The session.
    pub session: std::rc::Rc<Session>,
    /// Changes with every change of the session.
    pub stamp: u64,
}

impl PartialEq for Shown {
    fn eq(&self, other: &Shown) -> bool {
        self.stamp == other.stamp
    }
}
