//! The scenario as a sentence with words that can be changed.

use crate::lab::{self, Contest, about};
use crate::scenario::{Cast, Clock, Scenario, Sched, Scope, Strategy, Want, gallery};
use crate::units::{Ms, Span, User, ranked};

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
    use Part::{Text, Word};
    let users = count(scenario.users, "1 user", "users");
    let verb = if scenario.users == 1 { " wants " } else { " want " };
    let mut parts = vec![Word("users", users), Text(verb), Word("want", wanted(scenario))];
    if scenario.party > 1 {
        parts.extend([Text(", "), Word("party", format!("{} seats an order", scenario.party))]);
    }
    let hall = format!("{} × {}", scenario.hall.rows, scenario.hall.cols);
    parts.extend([Text(" of "), Word("seats", hall), Text(" seats")]);
    if let Cast::Mix(strategies) = &scenario.cast {
        let names: Vec<&str> = strategies.iter().map(|strategy| about(*strategy).name).collect();
        parts.extend([Text(" and book by "), Word("mix", names.join(", "))]);
    }
    parts.push(Text("; "));
    if scenario.clock == Clock::Free {
        parts.extend([Word("clock", "no delays count".to_owned())]);
    } else {
        parts.extend([Text("each thinks "), Word("think", span(scenario.think))]);
    }
    parts.extend(rules(scenario, contest));
    if scenario.crash > 0 {
        let clients = count(scenario.crash, "1 client", "clients");
        parts.extend([Text(", "), Word("crash", clients), Text(" may crash")]);
    }
    parts.extend(chooser(scenario));
    parts.push(Text("."));
    parts
}

/// What the strategies in this race depend on.
fn rules(scenario: &Scenario, contest: Contest) -> Vec<Part> {
    use Part::{Text, Word};
    let each = |user| lab::strategy_of(scenario, contest, User(user));
    let uses = |strategy| (0..scenario.users).any(|user| each(user) == strategy);
    let mut parts = Vec::new();
    if uses(Strategy::Optimistic) {
        let times = count(scenario.attempts, "once", "times");
        let version =
            scope(scenario.version, "one version for the show", "a version for each seat");
        parts.extend([
            Text(", tries "),
            Word("attempts", times),
            Text(", "),
            Word("version", version),
        ]);
    }
    if uses(Strategy::Pessimistic) {
        let lock = scope(scenario.lock, "one lock for the show", "a lock for each seat");
        parts.extend([Text(", "), Word("lock", lock)]);
    }
    if uses(Strategy::TwoPhase) {
        let hold =
            scenario.hold_ms.map_or("do not expire".to_owned(), |ms| format!("last {}", time(ms)));
        parts.extend([Text(", holds "), Word("hold", hold)]);
    }
    parts
}

fn chooser(scenario: &Scenario) -> [Part; 3] {
    use Part::{Text, Word};
    if !scenario.order.0.is_empty() {
        return [Text(", "), Word("order", "order given".to_owned()), Text("")];
    }
    let sched = match scenario.sched {
        Sched::Time => "timed",
        Sched::Random => "random",
        Sched::Rr => "round-robin",
        Sched::Pct => "contrary",
    };
    [Text(", in "), Word("sched", sched.to_owned()), Text(" order")]
}

fn wanted(scenario: &Scenario) -> String {
    let name = |seat| scenario.hall.name(seat);
    match &scenario.want {
        Want::Same if scenario.party == 1 => {
            let first = lab::wants(scenario).into_iter().flatten().next();
            first.map_or("the same seat".to_owned(), name)
        }
        Want::Same => "the same seats".to_owned(),
        Want::Each => "seats of their own".to_owned(),
        Want::Random => "random seats".to_owned(),
        Want::Zipf => "mostly the first seats".to_owned(),
        Want::Seats(orders) => {
            let mut seats = ranked(orders.concat(), |seat| u64::from(seat.0));
            seats.dedup();
            if seats.len() > LISTED_MAX {
                return format!("{} chosen seats", seats.len());
            }
            let names: Vec<String> = seats.into_iter().map(name).collect();
            names.join(" and ")
        }
    }
}

fn count(n: u32, one: &str, many: &str) -> String {
    if n == 1 { one.to_owned() } else { format!("{n} {many}") }
}

fn scope(scope: Scope, show: &str, seat: &str) -> String {
    if scope == Scope::Show { show } else { seat }.to_owned()
}

fn span(span: Span) -> String {
    if span.min_ms == span.max_ms {
        return time(span.min_ms);
    }
    let (min, min_unit) = unit(span.min_ms);
    let (max, max_unit) = unit(span.max_ms);
    if span.min_ms == 0 || min_unit == max_unit {
        format!("{min}–{max} {max_unit}")
    } else {
        format!("{min} {min_unit}–{max} {max_unit}")
    }
}

/// A time in words, in the largest unit that is exact: `10 min`.
pub fn time(ms: Ms) -> String {
    let (count, name) = unit(ms);
    format!("{count} {name}")
}

fn unit(ms: Ms) -> (Ms, &'static str) {
    match ms {
        0 => (0, "ms"),
        _ if ms.is_multiple_of(60_000) => (ms / 60_000, "min"),
        _ if ms.is_multiple_of(1_000) => (ms / 1_000, "s"),
        _ => (ms, "ms"),
    }
}
