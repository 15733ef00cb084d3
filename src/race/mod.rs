//! The race: users as cooperative async tasks that step over one show, one choice at a time.
//!
//! A [`Race`] is a pure function of its [`Setup`] and the choices made: no clock but its own, no randomness but keyed
//! draws. Nothing happens between two choices. A [`Scheduler`] makes choices; a person may make them as well, through
//! [`Race::step`], and the two may alternate.
//!
//! Read on in [`buyer`](Buyer) (what a strategy sees), `act` (what each step does to the show) and `schedule`.

mod act;
mod agenda;
mod buyer;
mod choices;
mod draw;
mod schedule;
mod timing;

pub use buyer::{
    Buyer, Conflict, Delays, Look, Next, Payment, Plan, Puppet, Request, SLOTS_MAX, Slot, Start,
    Step, Task, Told, TooLate,
};
pub use choices::Awaits;
pub use draw::{NO_USER, Purpose, below, draw, within};
pub use schedule::{Pct, Random, RoundRobin, Scheduler, TimeOrder};
pub use timing::{BACKOFF_BASE_MS, BACKOFF_CAP_MS, Timing};

use crate::show::{Policy, Show};
use crate::trace::{Choice, Event, Intent, Mark, Op, Order, Outcome, Trace};
use crate::units::{Hall, Ms, Seat, User};
use agenda::Agenda;
use std::rc::Rc;
use timing::Waited;

/// Everything a race is made of.
#[derive(Clone, Debug)]
pub struct Setup {
    /// The shape of the hall.
    pub hall: Hall,
    /// The rules of the show.
    pub policy: Policy,
    /// The delays and the odds.
    pub timing: Timing,
    /// What each user does. Equal plans are best shared.
    pub plans: Vec<Rc<Plan>>,
    /// At most so many crashes.
    pub crash: u32,
}

/// A choice that is not possible now.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct NotEnabled;

/// A run in progress.
pub struct Race {
    setup: Setup,
    show: Show,
    runners: Vec<Runner>,
    agenda: Agenda,
    now: Ms,
    crashes_left: u32,
    order: Order,
    trace: Trace,
    /// A bound on the steps of any run, to notice one that does not end.
    steps_max: u64,
}

struct Runner {
    plan: Rc<Plan>,
    /// None once the user is finished: dropping the task is all that ending it takes.
    puppet: Option<Puppet>,
    state: State,
    /// The version read, or the token held, for each seat of the order.
    kept: Vec<u32>,
    /// When the payment under way was asked for, in ms.
    asked_at: Ms,
    waited: Waited,
    rounds: u32,
}

#[derive(Clone, Copy)]
enum State {
    /// Awaits a step that it can make from the agenda's time on.
    Ready(Request),
    /// Waits in the queue of a lock.
    Queued(Request),
    Finished(Outcome),
}

impl Race {
    /// A race at its start: every user is about to make its first step.
    pub fn new(setup: Setup) -> Race {
        let users = setup.plans.len();
        assert!(users > 0, "a race has users");
        let seats = setup.hall.seats();
        let inside = |plan: &Rc<Plan>| plan.seats.iter().all(|seat| seat.0 < seats);
        assert!(setup.plans.iter().all(inside), "every wanted seat is in the hall");
        let steps: u64 = setup.plans.iter().map(|plan| plan.steps_max()).sum();
        let mut race = Race {
            show: Show::new(setup.hall, users as u32, setup.policy),
            runners: Vec::with_capacity(users),
            agenda: Agenda::new(users),
            now: 0,
            crashes_left: setup.crash,
            order: Order::default(),
            trace: Trace::default(),
            // Each reserve, which is one step of a user, brings at most an expiry and a sweep.
            steps_max: steps * 3 + u64::from(setup.crash),
            setup,
        };
        for user in (0..users as u32).map(User) {
            race.enter(user);
        }
        race.agenda.settle(0);
        race
    }

    fn enter(&mut self, user: User) {
        let plan = Rc::clone(&self.setup.plans[user.0 as usize]);
        let (puppet, next) = Puppet::start(&plan);
        let state = State::Finished(Outcome::Waiting); // replaced at once
        self.runners.push(Runner {
            plan,
            puppet: Some(puppet),
            state,
            kept: Vec::new(),
            asked_at: 0,
            waited: Waited::default(),
            rounds: 1,
        });
        self.go_on(user, next);
    }

    /// Makes one choice.
    ///
    /// # Errors
    /// The choice is not possible now; nothing has changed.
    pub fn step(&mut self, choice: Choice) -> Result<(), NotEnabled> {
        let (at, choice) = self.enabled(choice).ok_or(NotEnabled)?;
        assert!(at >= self.now, "the clock never goes back");
        self.now = at;
        self.order.0.push(choice);
        match choice {
            Choice::Time => self.lapse(),
            Choice::Wait(ms) => self.record(None, Op::Wait, None, Outcome::Ok, ms as u32, 0),
            Choice::Step(user, Some(Mark::Crash)) => self.crash(user),
            Choice::Step(user, answer) => self.act(user, answer),
        }
        self.agenda.settle(self.now);
        if self.is_over() {
            self.close();
        }
        Ok(())
    }

    /// Makes the choices of an order as far as they are possible, and returns the positions of those that were not, from 0.
    pub fn follow(&mut self, order: &Order) -> Vec<usize> {
        let skipped = |(at, choice): (usize, &Choice)| self.step(*choice).is_err().then_some(at);
        order.0.iter().enumerate().filter_map(skipped).collect()
    }

    /// Lets a scheduler choose until the run is over.
    pub fn run(&mut self, scheduler: &mut dyn Scheduler) {
        let waits = self.order.0.iter().filter(|c| matches!(c, Choice::Wait(_))).count() as u64;
        while !self.is_over() {
            assert!(u64::from(self.position()) <= self.steps_max + waits, "every run ends");
            let choice = scheduler.choose(self);
            self.step(choice).expect("a scheduler chooses what is enabled");
        }
    }

    /// Nobody can step and no deadline is left.
    pub fn is_over(&self) -> bool {
        self.agenda.is_empty() && self.show.deadline().is_none()
    }

    /// The virtual time, in ms.
    pub fn now(&self) -> Ms {
        self.now
    }

    /// How many choices were made.
    pub fn position(&self) -> u32 {
        self.order.0.len() as u32
    }

    /// The choices made, each payment with its answer.
    pub fn order(&self) -> &Order {
        &self.order
    }

    /// What has happened.
    pub fn trace(&self) -> &Trace {
        &self.trace
    }

    /// The trace and the order, without the race.
    pub fn into_parts(mut self) -> (Trace, Order) {
        (std::mem::take(&mut self.trace), std::mem::take(&mut self.order))
    }

    /// The show as it is now.
    pub fn show(&self) -> &Show {
        &self.show
    }

    /// What the race is made of.
    pub fn setup(&self) -> &Setup {
        &self.setup
    }

    /// A strategy went on to `next`.
    fn go_on(&mut self, user: User, next: Next) {
        match next {
            Next::Await(request) => self.await_step(user, request),
            Next::End(told) => self.end(user, result(told)),
        }
    }

    fn await_step(&mut self, user: User, request: Request) {
        let runner = &mut self.runners[user.0 as usize];
        if request.delays.conflicts > 0 {
            runner.rounds += 1;
        }
        let mut ready_at = self.now + self.setup.timing.delay_ms(user, request, &mut runner.waited);
        if timing::is_payment(request) {
            runner.asked_at = ready_at;
            let answer = self.setup.timing.answer(user);
            ready_at += self.setup.timing.answer_ms(user, answer);
            self.ask_for_payment(user, request);
        }
        self.runners[user.0 as usize].state = State::Ready(request);
        self.agenda.insert(user, ready_at);
        let Request { op, line, .. } = request;
        let seat = self.seat_of(user, request);
        self.trace.intents.push(Intent { step: self.position(), user, op, seat, line, ready_at });
    }

    fn seat_of(&self, user: User, request: Request) -> Option<Seat> {
        request.slot.map(|slot| self.runners[user.0 as usize].plan.seats[slot.0 as usize])
    }

    fn end(&mut self, user: User, result: Outcome) {
        let runner = &mut self.runners[user.0 as usize];
        runner.state = State::Finished(result);
        runner.puppet = None;
        runner.kept = Vec::new();
        let rounds = runner.rounds;
        self.record(Some(user), Op::End, None, result, rounds, 0);
    }

    fn close(&mut self) {
        for user in (0..self.runners.len() as u32).map(User) {
            if matches!(self.runners[user.0 as usize].state, State::Queued(_)) {
                self.end(user, Outcome::Waiting);
            }
        }
    }

    fn record(
        &mut self,
        user: Option<User>,
        op: Op,
        seat: Option<Seat>,
        outcome: Outcome,
        detail: u32,
        line: u16,
    ) {
        let event = Event::new(self.position(), self.now, user, op, seat, outcome);
        self.trace.events.push(event.with(detail, line));
    }
}

/// A panic in a strategy or in the show is a defect of ours: whoever sees it is told how to see it again.
impl Drop for Race {
    fn drop(&mut self) {
        if std::thread::panicking() {
            let (seed, order) = (self.setup.timing.seed, &self.order);
            eprintln!("the race that panicked: seed={seed}&order={order}");
        }
    }
}

fn result(told: Told) -> Outcome {
    match told {
        Told::Booked => Outcome::Booked,
        Told::Taken => Outcome::Taken,
        Told::Held => Outcome::Held,
        Told::GaveUp => Outcome::GaveUp,
        Told::Declined => Outcome::Declined,
        Told::Unpaid => Outcome::Unpaid,
        Told::Refunded => Outcome::Refunded,
    }
}
