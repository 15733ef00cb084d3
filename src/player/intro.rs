//! What is said before the first step: who is about to do what, and what there is to find out.

use super::Ground;
use crate::lab::{self, Contest};
use crate::scenario::{LockOrder, Scenario, Scope, Strategy};
use crate::texts::player::intro as texts;
use crate::units::{Seat, User, ranked};

/// How the wants of the users meet.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Meeting {
    /// There is one user.
    Alone,
    /// All want the same seats.
    Same,
    /// Some seats are wanted by several.
    Some,
    /// Nobody wants what another wants.
    Apart,
}

/// A headline and a lead that ends in a question, for the page before the first step.
pub fn intro(scenario: &Scenario, contest: Contest) -> (String, String) {
    let wants = Ground::new(scenario, contest).wants;
    let meeting = meeting(&wants);
    let seats = &wants[0];
    let what = match (meeting, seats.as_slice()) {
        (Meeting::Same, [seat]) => scenario.hall.name(*seat),
        (_, [_]) => texts::A_SEAT.to_owned(),
        _ => texts::THE_SEATS.to_owned(),
    };
    let lead = match contest {
        _ if meeting == Meeting::Alone => alone(scenario, contest),
        Contest::Mix => mix(scenario),
        Contest::All(Strategy::Naive) => naive(&what, seats.len(), meeting),
        Contest::All(Strategy::Optimistic) => optimistic(scenario, &what, meeting),
        Contest::All(Strategy::Pessimistic) => pessimistic(scenario, &what, &wants),
        Contest::All(Strategy::TwoPhase) => two_phase(scenario, &what, meeting),
    };
    (headline(&wants, meeting), lead)
}

fn meeting(wants: &[Vec<Seat>]) -> Meeting {
    // No order asks for a seat twice, so two orders of the same seats are equal once they are sorted.
    let sorted = |seats: Vec<Seat>| ranked(seats, |seat| u64::from(seat.0));
    let sets: Vec<Vec<Seat>> = wants.iter().map(|seats| sorted(seats.clone())).collect();
    let mut different = sorted(wants.concat());
    different.dedup();
    match sets.as_slice() {
        [_] => Meeting::Alone,
        [first, rest @ ..] if rest.iter().all(|set| set == first) => Meeting::Same,
        _ if different.len() == sets.iter().map(Vec::len).sum::<usize>() => Meeting::Apart,
        _ => Meeting::Some,
    }
}

fn headline(wants: &[Vec<Seat>], meeting: Meeting) -> String {
    let (people, seats) = (wants.len() as u32, wants[0].len() as u32);
    match meeting {
        Meeting::Alone => texts::one_person(seats),
        Meeting::Same => texts::same(people, seats),
        Meeting::Some => texts::some(people),
        Meeting::Apart => texts::apart(people),
    }
}

fn alone(scenario: &Scenario, contest: Contest) -> String {
    let strategy = lab::strategy_of(scenario, contest, User(0));
    texts::alone(lab::about(strategy).says)
}

fn naive(what: &str, seats: usize, meeting: Meeting) -> String {
    let question = match meeting {
        Meeting::Same => texts::HOW_MANY_TICKETS,
        Meeting::Some => texts::SOLD_TWICE,
        _ => texts::DOES_IT_MATTER,
    };
    texts::naive(what, seats, question)
}

fn optimistic(scenario: &Scenario, what: &str, meeting: Meeting) -> String {
    let question = match (meeting, scenario.version) {
        (Meeting::Same, _) => texts::HOW_MUCH_WORK,
        (_, Scope::Show) => texts::WHO_IS_REFUSED,
        (_, Scope::Seat) => texts::WHO_BEGINS_AGAIN,
    };
    texts::optimistic(what, scenario.attempts, question)
}

fn pessimistic(scenario: &Scenario, what: &str, wants: &[Vec<Seat>]) -> String {
    let crossed = scenario.lock_order == LockOrder::Asked
        && wants.iter().any(|seats| seats.len() > 1 && *seats != wants[0]);
    match scenario.lock {
        Scope::Seat if crossed => texts::PESSIMISTIC_CROSSED.to_owned(),
        Scope::Seat => texts::pessimistic(what),
        Scope::Show => texts::PESSIMISTIC_SHOW.to_owned(),
    }
}

fn two_phase(scenario: &Scenario, what: &str, meeting: Meeting) -> String {
    let question = match (scenario.hold_ms, meeting) {
        // Where a payment can outlast the hold, that is the story.
        (Some(hold_ms), _) if hold_ms <= scenario.pay.max_ms.min(scenario.pay_timeout_ms) => {
            texts::PAYMENT_TOO_LATE
        }
        (Some(_), Meeting::Same | Meeting::Some) => texts::WHO_HOLDS_FIRST,
        (Some(_), _) => texts::WHAT_CAN_GO_WRONG,
        (None, _) => texts::NEVER_PAYS,
    };
    texts::two_phase(what, scenario.hold_ms, question)
}

fn mix(scenario: &Scenario) -> String {
    let mut names: Vec<String> = Vec::new();
    for user in (0..scenario.users).map(User) {
        let name = lab::about(lab::strategy_of(scenario, Contest::Mix, user)).name.to_owned();
        if !names.contains(&name) {
            names.push(name);
        }
    }
    texts::mix(&names)
}
