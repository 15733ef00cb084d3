//! The session: a live race, a cursor into its trace, and the pace at which it is played.

use super::fold::{self, Ground};
use super::hand::Hand;
use super::live::{Ahead, Live};
use super::weave::Weave;
use super::{Lanes, Stage};
use crate::lab::Contest;
use crate::scenario::Scenario;
use crate::trace::{Choice, Event, Mark, Op, Order, Trace};
use crate::units::{Ms, Seat, User};
use std::cell::{OnceCell, RefCell};
use std::rc::Rc;

/// The most steps that a scout runs ahead; a longer run does not know its length before it has ended.
pub const SCOUT_STEPS_MAX: u32 = 20_000;

/// Steps from one keyframe to the next, at first. Not fewer than users: a keyframe's size grows with them.
const KEYFRAME_STEPS: u32 = 64;

/// With so many keyframes every second one is dropped and the rest stand twice as far apart, so that a long run keeps
/// few of them.
const KEYFRAMES_MAX: usize = 32;

/// A race of a scenario with a cursor into its trace.
///
/// The trace grows only by stepping the live race at its end; going back only moves the cursor and folds a prefix.
///
/// A clone is a snapshot that shares the live race: a page steps a clone and shows it in the place of the old one. What
/// is large is shared until it changes.
#[derive(Clone)]
pub struct Session {
    scenario: Rc<Scenario>,
    contest: Contest,
    ground: Rc<Ground>,
    live: Rc<RefCell<Live>>,
    trace: Rc<Trace>,
    skipped: Vec<usize>,
    /// What the live race does after `made` steps; none at its end, and while it waits for a hand.
    next: Option<Ahead>,
    /// The live race is over.
    over: bool,
    made: u32,
    /// How many steps the scout counted, and whether it came to the end.
    scouted: (u32, bool),
    /// The stage after `made` steps, and the one before.
    tip: Rc<Stage>,
    before_tip: Rc<Stage>,
    keyframes: Vec<Rc<Stage>>,
    keyframe_steps: u32,
    weave: Rc<Weave>,
    cursor: u32,
    stage: Rc<Stage>,
    before: Rc<Stage>,
    /// Drawn when somebody asks: not for the steps that a seek passes through.
    lanes: OnceCell<Rc<Lanes>>,
}

/// How fast a race is played.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Pace {
    /// Speed: 1 is a step each beat.
    pub speed: f64,
    /// The longest that idle virtual time is shown, in real ms.
    pub idle_ms: f64,
    /// The least time that a step takes at speed 1, in real ms.
    pub beat_ms: f64,
}

/// Fast enough to follow, slow enough to read.
pub const BEAT_MS: f64 = 600.0;

impl Pace {
    /// How long the next step is waited for, in real ms, if so much virtual time lies before it: one beat, stretched in
    /// proportion to the gap up to `idle_ms`.
    pub fn wait_ms(self, gap_ms: Ms) -> f64 {
        (gap_ms as f64 / self.speed).min(self.idle_ms).max(self.beat_ms / self.speed)
    }
}

impl Session {
    /// A session at step 0.
    pub fn new(scenario: Scenario, contest: Contest) -> Session {
        let scouted = scout(&scenario, contest);
        Session::begin(scenario, contest, scouted, None)
    }

    /// A session at step 0 in which the steps of a user wait until they are called for. Nobody knows how long it will be.
    pub fn with_hand(scenario: Scenario, contest: Contest, hand: Hand) -> Session {
        Session::begin(scenario, contest, (0, false), Some(hand))
    }

    fn begin(
        scenario: Scenario,
        contest: Contest,
        scouted: (u32, bool),
        hand: Option<Hand>,
    ) -> Session {
        let live = Live::new(&scenario, contest, hand);
        let ground = match hand {
            Some(hand) if scenario.clicks.is_empty() => {
                Ground::new(&scenario, contest).undecided(hand.user)
            }
            _ => Ground::new(&scenario, contest),
        };
        let trace = live.race().trace().clone();
        let start = Rc::new(Stage::start(&ground, &trace));
        Session {
            contest,
            trace: Rc::new(trace),
            skipped: live.skipped().to_vec(),
            next: live.next(),
            over: live.race().is_over(),
            made: 0,
            scouted,
            tip: Rc::clone(&start),
            before_tip: Rc::clone(&start),
            keyframes: vec![Rc::clone(&start)],
            keyframe_steps: KEYFRAME_STEPS.max(scenario.users),
            weave: Rc::new(Weave::new(&ground)),
            cursor: 0,
            before: Rc::clone(&start),
            stage: start,
            lanes: OnceCell::new(),
            ground: Rc::new(ground),
            scenario: Rc::new(scenario),
            live: Rc::new(RefCell::new(live)),
        }
    }

    /// The scenario.
    pub fn scenario(&self) -> &Scenario {
        &self.scenario
    }

    /// Which of its races this is.
    pub fn contest(&self) -> Contest {
        self.contest
    }

    /// The seats that each user wants.
    pub fn wants(&self) -> &[Vec<Seat>] {
        &self.ground.wants
    }

    /// Who wants a seat, finished or not, in order.
    pub fn wanting(&self, seat: Seat) -> Vec<User> {
        let all = (0..).map(User).zip(&self.ground.wants);
        all.filter(|(_, seats)| seats.contains(&seat)).map(|(user, _)| user).collect()
    }

    /// The trace so far: never beyond what was stepped.
    pub fn trace(&self) -> &Trace {
        &self.trace
    }

    /// The choices that were made so far, beyond the cursor too.
    pub fn made_order(&self) -> Order {
        self.live.borrow().race().order().clone()
    }

    /// The step that is shown; 0 before the first.
    pub fn cursor(&self) -> u32 {
        self.cursor
    }

    /// How many steps the live race has made.
    pub fn made(&self) -> u32 {
        self.made
    }

    /// How many steps the run will have if it goes on as scheduled (scouted by a second race that nobody sees). A run of
    /// more than [`SCOUT_STEPS_MAX`] steps has at least so many; see [`Session::steps_are_known`].
    pub fn steps(&self) -> u32 {
        self.scouted.0.max(self.made)
    }

    /// Whether [`Session::steps`] is the length of the whole run.
    pub fn steps_are_known(&self) -> bool {
        self.scouted.1 || self.over
    }

    /// The cursor stands at the end of a finished run.
    pub fn is_over(&self) -> bool {
        self.cursor == self.made && self.over
    }

    /// How everything stands at the cursor.
    pub fn stage(&self) -> &Stage {
        &self.stage
    }

    /// How everything stood one step before the cursor; at step 0 the same as [`Session::stage`].
    pub fn stage_before(&self) -> &Stage {
        &self.before
    }

    /// The lanes up to the cursor.
    pub fn lanes(&self) -> &Lanes {
        self.lanes.get_or_init(|| Rc::new(self.weave.lanes_to(self.cursor)))
    }

    /// The events of the step at the cursor.
    pub fn step_events(&self) -> &[Event] {
        fold::events_of(&self.trace, self.cursor)
    }

    /// Tells the steps from `first` up to the cursor again, each with the stage before it and its events.
    pub fn retell(&self, first: u32, mut tell: impl FnMut(&Stage, &[Event])) {
        let first = first.max(1);
        let frame = self.keyframes.partition_point(|frame| frame.step < first) - 1;
        let mut stage = Rc::clone(&self.keyframes[frame]);
        while stage.step < self.cursor {
            if stage.step + 1 >= first {
                tell(&stage, fold::events_of(&self.trace, stage.step + 1));
            }
            Rc::make_mut(&mut stage).advance(&self.ground, &self.trace);
        }
    }

    /// The choices made up to the cursor: as an order, they lead here again.
    pub fn order(&self) -> Order {
        let live = self.live.borrow();
        Order(live.race().order().0[..self.cursor as usize].to_vec())
    }

    /// The choices of the order that were not possible so far.
    pub fn skipped(&self) -> &[usize] {
        &self.skipped
    }

    /// A user whose steps wait, where one does: it may have been called since.
    pub fn hand(&self) -> Option<Hand> {
        self.live.borrow().hand()
    }

    /// The next step of the user whose steps wait is called for, with this answer if it is to a payment.
    pub fn call(&mut self, answer: Option<Mark>) {
        let mut live = self.live.borrow_mut();
        live.call(&self.scenario, answer);
        self.next = live.next();
    }

    /// Virtual time until the next step, in ms, and whether that step is a deadline; none at the end, and while everything
    /// waits for a hand.
    pub fn gap(&self) -> Option<(Ms, bool)> {
        let (at, is_deadline) = if self.cursor < self.made {
            let event = fold::events_of(&self.trace, self.cursor + 1).first()?;
            (event.at, matches!(event.op, Op::Expire | Op::Sweep))
        } else {
            let next = self.next?;
            (next.at, next.choice == Choice::Time)
        };
        Some((at - self.stage.at, is_deadline))
    }

    /// One step forward: by the recorded trace, or by stepping the live race. False at the end.
    pub fn forward(&mut self) -> bool {
        let cursor = self.cursor;
        self.seek(cursor + 1);
        self.cursor > cursor
    }

    /// One step back. False at the start.
    pub fn back(&mut self) -> bool {
        let Some(step) = self.cursor.checked_sub(1) else { return false };
        self.seek(step);
        true
    }

    /// To a step, stepping the live race as far as needed; to the end if there are fewer.
    pub fn seek(&mut self, step: u32) {
        if step > self.made {
            self.grow(step);
        }
        let step = step.min(self.made);
        if step == self.cursor {
            return;
        }
        if step == self.made {
            (self.stage, self.before) = (Rc::clone(&self.tip), Rc::clone(&self.before_tip));
        } else {
            self.recall(step);
        }
        self.cursor = step;
        self.lanes = OnceCell::new();
    }

    /// Steps the live race up to `step` or to its end, and takes over what it did; also what other clones made it do.
    fn grow(&mut self, step: u32) {
        let mut live = self.live.borrow_mut();
        while live.race().position() < step && live.step(&self.scenario) {}
        let trace = Rc::make_mut(&mut self.trace);
        let made = live.race().trace();
        trace.events.extend_from_slice(&made.events[trace.events.len()..]);
        trace.intents.extend_from_slice(&made.intents[trace.intents.len()..]);
        self.next = live.next();
        self.over = live.race().is_over();
        self.skipped = live.skipped().to_vec();
        let position = live.race().position();
        drop(live);
        while self.made < position {
            // Only the last two stages are kept: a copy for each step would cost users times steps.
            if self.made + 1 == position {
                self.before_tip = Rc::clone(&self.tip);
            }
            self.fold_step();
        }
    }

    fn fold_step(&mut self) {
        self.made += 1;
        let changes = Rc::make_mut(&mut self.tip).advance(&self.ground, &self.trace);
        let events = fold::events_of(&self.trace, self.made);
        Rc::make_mut(&mut self.weave).advance(self.made, events, &changes);
        if self.made.is_multiple_of(self.keyframe_steps) {
            self.keyframes.push(Rc::clone(&self.tip));
        }
        if self.keyframes.len() > KEYFRAMES_MAX {
            self.keyframe_steps *= 2;
            self.keyframes.retain(|frame| frame.step.is_multiple_of(self.keyframe_steps));
        }
    }

    /// Folds the stages of a step that was made before, from the nearest one that is still known.
    fn recall(&mut self, step: u32) {
        let before = step.saturating_sub(1);
        let frame = self.keyframes.partition_point(|frame| frame.step <= before) - 1;
        let near = if (self.keyframes[frame].step..=before).contains(&self.cursor) {
            &self.stage
        } else {
            &self.keyframes[frame]
        };
        let mut stage = Rc::clone(near);
        while stage.step < before {
            Rc::make_mut(&mut stage).advance(&self.ground, &self.trace);
        }
        self.before = Rc::clone(&stage);
        if stage.step < step {
            Rc::make_mut(&mut stage).advance(&self.ground, &self.trace);
        }
        self.stage = stage;
    }
}

/// Runs the race on its own to learn its length.
fn scout(scenario: &Scenario, contest: Contest) -> (u32, bool) {
    let mut live = Live::new(scenario, contest, None);
    while live.race().position() < SCOUT_STEPS_MAX && live.step(scenario) {}
    (live.race().position(), live.next().is_none())
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
