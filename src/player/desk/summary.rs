//! The scenario as a sentence with words that can be changed.

use crate::lab::{self, Contest, about};
use crate::scenario::{Cast, Clock, Scenario, Sched, Scope, Strategy, Want, gallery};
use crate::texts::player::desk as texts;
use crate::units::{User, ranked};

/// A part of the sentence.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Part {
    /// Plain text.
    Text(&'static str),
    /// A word that a parameter decides: pressing it opens the form there.
    Word(&'static str, String),
}

/// The most seats of `want` that the sentence lists.
const LISTED_MAX: usize = 3;

/// The title of the gallery's scenario, and whether something of it was changed.
pub fn title(scenario: &Scenario) -> (&'static str, bool) {
    let entry = gallery().iter().find(|entry| entry.slug == scenario.slug);
    let entry = entry.unwrap_or(&gallery()[0]);
    (entry.title, entry.scenario() != *scenario)
}

/// The sentence: who wants what, and by which rules.
pub fn summary(scenario: &Scenario, contest: Contest) -> Vec<Part> {
    let mut says = Sentence(Vec::new());
    let users = texts::users(scenario.users);
    says.clause(texts::want(scenario.users), vec![("users", users), ("want", wanted(scenario))]);
    if scenario.party > 1 {
        says.clause(texts::ALSO, vec![("party", texts::seats_an_order(scenario.party))]);
    }
    let hall = texts::rows_by_cols(scenario.hall.rows, scenario.hall.cols);
    says.clause(texts::OF_SEATS, vec![("seats", hall)]);
    if let Cast::Mix(strategies) = &scenario.cast {
        let names: Vec<&str> = strategies.iter().map(|strategy| about(*strategy).name).collect();
        says.clause(texts::BOOK_BY, vec![("mix", texts::strategies(&names))]);
    }
    if scenario.clock == Clock::Free {
        says.clause(texts::CLOCK, vec![("clock", texts::NO_DELAYS.to_owned())]);
    } else {
        let think = texts::span(scenario.think.min_ms, scenario.think.max_ms);
        says.clause(texts::EACH_THINKS, vec![("think", think)]);
    }
    says.rules(scenario, contest);
    if scenario.crash > 0 {
        says.clause(texts::MAY_CRASH, vec![("crash", texts::clients(scenario.crash))]);
    }
    says.chooser(scenario);
    says.clause(texts::END, vec![]);
    says.0
}

struct Sentence(Vec<Part>);

impl Sentence {
    /// Adds a text and words, each of which takes the place of a `$`.
    fn clause(&mut self, text: &'static str, words: Vec<(&'static str, String)>) {
        let mut words = words.into_iter();
        for text in text.split('$') {
            if !text.is_empty() {
                self.0.push(Part::Text(text));
            }
            self.0.extend(words.next().map(|(name, word)| Part::Word(name, word)));
        }
    }

    /// What the strategies in this race depend on.
    fn rules(&mut self, scenario: &Scenario, contest: Contest) {
        let each = |user| lab::strategy_of(scenario, contest, User(user));
        let uses = |strategy| (0..scenario.users).any(|user| each(user) == strategy);
        if uses(Strategy::Optimistic) {
            let version = match scenario.version {
                Scope::Show => texts::VERSION_OF_SHOW,
                Scope::Seat => texts::VERSION_OF_SEAT,
            };
            let times = texts::times(scenario.attempts);
            self.clause(texts::TRIES, vec![("attempts", times), ("version", version.to_owned())]);
        }
        if uses(Strategy::Pessimistic) {
            let lock = match scenario.lock {
                Scope::Show => texts::LOCK_OF_SHOW,
                Scope::Seat => texts::LOCK_OF_SEAT,
            };
            self.clause(texts::ALSO, vec![("lock", lock.to_owned())]);
        }
        if uses(Strategy::TwoPhase) {
            let hold = scenario.hold_ms.map_or(texts::DO_NOT_EXPIRE.to_owned(), texts::last);
            self.clause(texts::HOLDS, vec![("hold", hold)]);
        }
    }

    fn chooser(&mut self, scenario: &Scenario) {
        if !scenario.order.0.is_empty() {
            return self.clause(texts::ALSO, vec![("order", texts::ORDER_GIVEN.to_owned())]);
        }
        let sched = match scenario.sched {
            Sched::Time => texts::TIMED,
            Sched::Random => texts::RANDOM,
            Sched::Rr => texts::ROUND_ROBIN,
            Sched::Pct => texts::CONTRARY,
        };
        self.clause(texts::IN_ORDER, vec![("sched", sched.to_owned())]);
    }
}

fn wanted(scenario: &Scenario) -> String {
    let name = |seat| scenario.hall.name(seat);
    match &scenario.want {
        Want::Same if scenario.party == 1 => {
            let first = lab::wants(scenario).into_iter().flatten().next();
            first.map_or(texts::SAME_SEAT.to_owned(), name)
        }
        Want::Same => texts::SAME_SEATS.to_owned(),
        Want::Each => texts::SEATS_OF_THEIR_OWN.to_owned(),
        Want::Random => texts::RANDOM_SEATS.to_owned(),
        Want::Zipf => texts::FIRST_SEATS.to_owned(),
        Want::Seats(orders) => {
            let mut seats = ranked(orders.concat(), |seat| u64::from(seat.0));
            seats.dedup();
            if seats.len() > LISTED_MAX {
                return texts::chosen_seats(seats.len());
            }
            texts::chosen(&seats.into_iter().map(name).collect::<Vec<_>>())
        }
    }
}
