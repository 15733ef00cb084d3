//! What is said before the first step: who is about to do what, and what there is to find out.

use super::Ground;
use crate::lab::{self, Contest};
use crate::scenario::{LockOrder, Scenario, Scope, Strategy};
use crate::texts::forms::{capital, count, lapse, listed};
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
        (_, [_]) => "a seat".to_owned(),
        _ => "the seats".to_owned(),
    };
    let lead = match contest {
        _ if meeting == Meeting::Alone => alone(scenario, contest),
        Contest::Mix => mix(scenario),
        Contest::All(Strategy::Naive) => naive(&what, seats, meeting),
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
    let people = capital(&count(wants.len() as u32));
    let several = wants[0].len() as u32;
    match (meeting, several) {
        (Meeting::Alone, 1) => "One person is about to press a seat.".to_owned(),
        (Meeting::Alone, _) => format!("One person is about to press {} seats.", count(several)),
        (Meeting::Same, 1) => format!("{people} people are about to press the same seat."),
        (Meeting::Same, _) => {
            format!("{people} people are about to press the same {} seats.", count(several))
        }
        (Meeting::Some, _) => {
            format!("{people} people are about to book, and some want the same seat.")
        }
        (Meeting::Apart, _) => {
            format!("{people} people are about to book, and no two want the same seat.")
        }
    }
}

fn alone(scenario: &Scenario, contest: Contest) -> String {
    let strategy = lab::strategy_of(scenario, contest, User(0));
    format!("{} Does it matter how, with nobody else there?", lab::about(strategy).says)
}

fn naive(what: &str, seats: &[Seat], meeting: Meeting) -> String {
    let (are, it) = if seats.len() == 1 { ("is", "it") } else { ("are", "them") };
    let question = match meeting {
        Meeting::Same => "How many tickets will be sold for one seat?",
        Meeting::Some => "Will a seat be sold twice?",
        _ => "Does it matter, if nobody else wants the same?",
    };
    format!(
        "Each looks whether {what} {are} free, thinks for a moment, and books {it}. \
         Nobody looks twice. {question}"
    )
}

fn optimistic(scenario: &Scenario, what: &str, meeting: Meeting) -> String {
    let again = match scenario.attempts {
        1 => "whoever is too late gives up".to_owned(),
        n => format!("whoever is too late begins again, {} times in all", count(n)),
    };
    let question = match (meeting, scenario.version) {
        (Meeting::Same, _) => "How much work will be thrown away for one sale?",
        (_, Scope::Show) => {
            "One version counts for the whole show: who will be refused a seat that is free?"
        }
        (_, Scope::Seat) => "Who will have to begin again?",
    };
    format!(
        "Each looks at {what}, thinks, and books only if nothing has changed since; {again}. \
         {question}"
    )
}

fn pessimistic(scenario: &Scenario, what: &str, wants: &[Vec<Seat>]) -> String {
    let crossed = scenario.lock_order == LockOrder::Asked
        && wants.iter().any(|seats| seats.len() > 1 && *seats != wants[0]);
    match scenario.lock {
        Scope::Seat if crossed => "Each locks one seat after the other, then looks, thinks and \
             books. A lock is given back only at the end. Will everybody ever get past?"
            .to_owned(),
        Scope::Seat => format!(
            "Each locks {what} first, then looks, thinks and books, while the others stand in \
             line. How long will the last one wait?"
        ),
        Scope::Show => "Each locks the whole show first, then looks, thinks and books, while the \
             others stand in line. How long will the last one wait?"
            .to_owned(),
    }
}

fn two_phase(scenario: &Scenario, what: &str, meeting: Meeting) -> String {
    let (hold, question) = match scenario.hold_ms {
        // Where a payment can outlast the hold, that is the story.
        Some(hold_ms) if hold_ms <= scenario.pay.max_ms.min(scenario.pay_timeout_ms) => {
            (format!("for {}", lapse(hold_ms)), "What happens to a payment that comes too late?")
        }
        Some(hold_ms) => (format!("for {}", lapse(hold_ms)), asks(meeting)),
        None => ("for as long as it takes".to_owned(), "What if somebody never pays?"),
    };
    format!("Each has {what} held {hold}, pays, and confirms. {question}")
}

fn asks(meeting: Meeting) -> &'static str {
    match meeting {
        Meeting::Same | Meeting::Some => {
            "Who will hold it first, and will the others get a second chance?"
        }
        _ => "What can still go wrong?",
    }
}

fn mix(scenario: &Scenario) -> String {
    let mut names: Vec<String> = Vec::new();
    for user in (0..scenario.users).map(User) {
        let name = lab::about(lab::strategy_of(scenario, Contest::Mix, user)).name.to_owned();
        if !names.contains(&name) {
            names.push(name);
        }
    }
    if let [name] = names.as_slice() {
        return format!("Each books by {name}, on one show. Who will get a seat?");
    }
    format!(
        "They book by different rules on one show: {}. Are rules that are safe alone still safe \
         together?",
        listed(&names)
    )
}
