//! The packed steps against the polled futures, along random orders: also of races that nobody could explore, because they
//! have too many users.

use super::counts::Key;
use super::layout::{State, WORDS_MAX};
use super::model::Model;
use super::outcome::{Gain, Outcome};
use super::step::{Code, Step};
use crate::lab::{self, Contest};
use crate::measure::measure;
use crate::race::{NO_USER, Purpose, Race, below, draw};
use crate::scenario::{Cast, LockOrder, Query, Scenario, Strategy, Want};
use crate::trace::Choice;
use crate::units::{Clock, Expiry, LETTERS, Late, Scope, Seat};

const SCENARIOS: u64 = 1_050;
const ORDERS_EACH: u64 = 10;

type Words = State<WORDS_MAX>;

/// Draws that depend on a seed and on how many were drawn before.
struct Draws {
    seed: u64,
    drawn: u64,
}

impl Draws {
    fn below(&mut self, n: usize) -> usize {
        self.drawn += 1;
        below(draw(self.seed, NO_USER, Purpose::Sched, self.drawn), n as u64) as usize
    }

    fn one<T: Clone>(&mut self, of: &[T]) -> T {
        of[self.below(of.len())].clone()
    }
}

/// One to six users, in some races up to one for every letter, who want one to three of four seats, under any rules.
fn scenario(draws: &mut Draws) -> Scenario {
    use Strategy::{Naive, Optimistic, Pessimistic, TwoPhase};
    let most = draws.one(&[2, 4, 6, LETTERS as usize]);
    let wants = |draws: &mut Draws| {
        let first = draws.below(4) as u32;
        let stride = draws.one(&[1, 3]); // up or down the row
        (0..draws.one(&[1, 1, 2, 3])).map(|i| Seat((first + i * stride) % 4)).collect()
    };
    let payfail_percent = draws.one(&[0, 10, 100]);
    let mix = draws.below(4) + 1;
    let parties = draws.below(3) + 1;
    Scenario {
        cast: Cast::Mix(
            (0..mix).map(|_| draws.one(&[Naive, Optimistic, Pessimistic, TwoPhase])).collect(),
        ),
        users: 1 + draws.below(most) as u32,
        want: Want::Seats((0..parties).map(|_| wants(draws)).collect()),
        attempts: 1 + draws.below(3) as u32,
        version: draws.one(&[Scope::Show, Scope::Seat]),
        lock: draws.one(&[Scope::Show, Scope::Seat]),
        lock_order: draws.one(&[LockOrder::Asked, LockOrder::Sorted]),
        hold_ms: draws.one(&[None, Some(1_000), Some(600_000)]),
        expiry: draws.one(&[Expiry::Timer, Expiry::Lazy, Expiry::Sweep(60_000), Expiry::Sweep(7)]),
        late: draws.one(&[Late::Refund, Late::AcceptIfFree, Late::Accept]),
        payfail_percent,
        paylost_percent: if payfail_percent == 100 { 0 } else { draws.one(&[0, 5]) },
        crash: draws.below(4) as u32,
        clock: Clock::Free,
        ..Query::parse("seats=1x4").expect("a query")
    }
}

fn steps(model: &Model, state: &Words, merge: bool) -> Option<Vec<Step<WORDS_MAX>>> {
    let mut steps = Vec::new();
    model.expand(state, merge, &mut steps).ok().map(|()| steps)
}

/// What the race offers, in letter order.
fn offered(race: &Race) -> Vec<Choice> {
    let mut choices = race.choices();
    choices.sort_by_key(|choice| Code::of(*choice));
    choices
}

/// The states that follow, each as often as there are choices that lead there.
fn after(model: &Model, steps: &[Step<WORDS_MAX>]) -> Vec<Words> {
    let merged = |step: &Step<WORDS_MAX>| {
        let mut after = step.after;
        model.merge(&mut after);
        std::iter::repeat_n(after, step.times.into())
    };
    let mut after: Vec<Words> = steps.iter().flat_map(merged).collect();
    after.sort_unstable();
    after
}

/// Choosing for one of several users who are alike must lead where choosing for each of them does.
fn check_merged(model: &Model, state: &Words, each: &[Step<WORDS_MAX>]) {
    let mut canonical = *state;
    model.merge(&mut canonical);
    let Some(merged) = steps(model, &canonical, true) else { return };
    assert_eq!(after(model, &merged), after(model, each));
}

/// Follows one random order in both; whether it came to its end.
fn follow(scenario: &Scenario, model: &Model, draws: &mut Draws) -> bool {
    let mut race = lab::race(scenario, Contest::Mix);
    let mut state: Words = model.start();
    let mut gain = Gain::default();
    loop {
        // A race of many different deadlines is one that the explorer says it cannot explore.
        let Some(steps) = steps(model, &state, false) else { return false };
        let choices: Vec<Choice> = steps.iter().map(|step| step.code.choice()).collect();
        assert_eq!(choices, offered(&race), "after {} of {}", race.order(), scenario.query());
        check_merged(model, &state, &steps);
        if steps.is_empty() {
            break;
        }
        let step = &steps[draws.below(steps.len())];
        race.step(step.code.choice()).expect("both offer it");
        (state, gain) = (step.after, gain.and(step.gain));
    }
    assert!(race.is_over());
    let figures = measure(&lab::wants(scenario), race.trace());
    let found = Outcome {
        class: figures.class,
        tickets: figures.tickets,
        booked: figures.booked,
        gave_up: figures.gave_up,
        expired: figures.expired,
    };
    let told = model.ending(&state).after(gain);
    assert_eq!(told, found, "{} of {}", race.order(), scenario.query());
    true
}

#[test]
fn tree_and_polled_futures_agree_on_random_orders() {
    let (mut ended, mut widest) = (0, 0);
    for seed in 0..SCENARIOS {
        let mut draws = Draws { seed, drawn: 0 };
        let scenario = scenario(&mut draws);
        let setup = lab::setup(&scenario, Contest::Mix);
        // A race that does not fit into a state is refused; few are so large.
        let Ok(model) = Model::new(&setup) else { continue };
        widest = widest.max(model.words());
        ended += (0..ORDERS_EACH).filter(|_| follow(&scenario, &model, &mut draws)).count();
    }
    assert!(ended >= 10_000, "only {ended} orders came to their end");
    assert!(widest >= 5, "states of at most {widest} words");
}
