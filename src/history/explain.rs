//! Says in words what a history shows.

use super::check::{Contradiction, Reason, Report};
use super::operation::{Claim, Operation};
use super::record::{Action, History};
use crate::units::User;

/// A contradiction in words.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Explanation {
    /// What it comes to, in one sentence.
    pub says: String,
    /// Each fact that it needs, in a sentence.
    pub because: Vec<String>,
}

impl Report {
    /// Who did what, such as "Alice booked D1".
    pub fn phrase(&self, place: u32) -> String {
        phrase(&self.history, &self.operations[place as usize])
    }

    /// The lines in which an operation begins and ends, such as "lines 3 to 7".
    pub fn lines_of(&self, place: u32) -> String {
        let operation = &self.operations[place as usize];
        let begins = self.line(operation.begins);
        match operation.ends {
            Some(end) if self.line(end) == begins + 1 => {
                format!("lines {begins} and {}", begins + 1)
            }
            Some(end) => format!("lines {begins} to {}", self.line(end)),
            None => format!("from line {begins} on"),
        }
    }

    /// The line of a record.
    pub fn line(&self, record: u32) -> usize {
        self.history.records[record as usize].line
    }

    /// The names of these seats, as in "D1 and D2".
    pub fn seats(&self, seats: &[u32]) -> String {
        names(&self.history, seats, "and")
    }

    /// Why there is no order.
    pub fn explain(&self, contradiction: &Contradiction) -> Explanation {
        let told: Vec<u32> = contradiction
            .because
            .iter()
            .filter_map(|reason| match reason {
                Reason::Happened(place) => Some(*place),
                _ => None,
            })
            .collect();
        let edges = self.edges(contradiction);
        let mut because: Vec<String> = told.iter().map(|place| self.needs(*place)).collect();
        because.extend(edges.iter().map(|(first, then)| self.edge(*first, *then)));
        Explanation { says: self.says(&told, &edges, contradiction), because }
    }

    fn says(&self, told: &[u32], edges: &[(u32, u32)], of: &Contradiction) -> String {
        let operation = |place: u32| &self.operations[place as usize];
        if !of.minimal && told.len() == 1 {
            return format!(
                "Up to line {} there is an order; with it there is none: {}.",
                self.line(of.at),
                self.phrase(told[0])
            );
        }
        match told {
            [a, b] if edges.is_empty() && [a, b].iter().all(|p| takes(operation(**p))) => {
                format!(
                    "{} and {}, and nobody gave it back in between: whoever came second cannot have found it free.",
                    self.phrase(*a),
                    self.phrase(*b)
                )
            }
            [look] if is_refusal(operation(*look)) => self.unfounded(*look, of),
            [one] => format!("{}, but at no moment could that be.", self.phrase(*one)),
            _ => match edges {
                [(first, then)] => format!(
                    "{} comes before {}, because it had ended when that began; but in that order they \
                     cannot both be answered so.",
                    self.deed(*first),
                    self.deed(*then)
                ),
                _ => "No order agrees with all of this.".into(),
            },
        }
    }

    /// A refusal that nothing explains.
    fn unfounded(&self, look: u32, of: &Contradiction) -> String {
        let operation = &self.operations[look as usize];
        let could = match operation.claim {
            Claim::Held => "held",
            _ => "booked",
        };
        let later: Vec<String> = of
            .because
            .iter()
            .filter_map(|reason| match reason {
                Reason::Began(place) if *place != look => {
                    Some(format!("{} ({})", self.deed(*place), self.lines_of(*place)))
                }
                _ => None,
            })
            .collect();
        let phrase = self.phrase(look);
        match operation.ends.filter(|_| !later.is_empty()) {
            Some(end) => format!(
                "{phrase}, and had that answer in line {}. Nobody can have {could} it by then: {} began only afterwards.",
                self.line(end),
                listed(&later, "and")
            ),
            None => format!("{phrase}, but nobody can have {could} it before."),
        }
    }

    /// Pairs of which the first ended before the second began, where both are among the reasons. What follows from two
    /// others is left out.
    fn edges(&self, of: &Contradiction) -> Vec<(u32, u32)> {
        let mut edges: Vec<(u32, u32)> = Vec::new();
        for reason in &of.because {
            let Reason::Ended(first) = reason else { continue };
            let end = self.operations[*first as usize].ends;
            for other in &of.because {
                match other {
                    Reason::Began(then)
                        if end.is_some_and(|e| e < self.operations[*then as usize].begins) =>
                    {
                        edges.push((*first, *then));
                    }
                    _ => {}
                }
            }
        }
        let follows = |(first, then): &(u32, u32)| {
            edges.iter().any(|(a, between)| a == first && edges.contains(&(*between, *then)))
        };
        edges.iter().filter(|edge| !follows(edge)).copied().collect()
    }

    fn edge(&self, first: u32, then: u32) -> String {
        let ends = self.operations[first as usize].ends.map_or(0, |end| self.line(end));
        let begins = self.line(self.operations[then as usize].begins);
        format!(
            "{} comes before {}, because it had ended (line {ends}) when that began (line {begins}).",
            self.deed(first),
            self.deed(then)
        )
    }

    /// What an answer asks of the moment at which it was true.
    fn needs(&self, place: u32) -> String {
        let operation = &self.operations[place as usize];
        let (is, it) = match operation.seats.len() {
            1 => ("was", "it"),
            _ => ("were", "they"),
        };
        let then = match (operation.claim, operation.action) {
            (Claim::Taken | Claim::Held, _) => "so somebody had it then".into(),
            (Claim::Late, _) => format!("so nobody else had {it} then"),
            (_, Action::Book) => format!("so {it} {is} not booked just before"),
            (_, Action::Reserve) => format!("so {it} {is} free just before"),
            (_, Action::Confirm) => format!("so {it} {is} still held for {}", who(operation)),
            _ => format!("so {it} {is} not held just after"),
        };
        format!("{}, {then} ({}).", self.phrase(place), self.lines_of(place))
    }

    /// An operation as a thing, such as "Alice's booking of D1".
    fn deed(&self, place: u32) -> String {
        let operation = &self.operations[place as usize];
        let seats = self.seats(&operation.seats);
        let what = match (operation.claim, operation.action) {
            (Claim::Taken | Claim::Held, _) => "refusal for",
            (_, Action::Book) => "booking of",
            (_, Action::Reserve) => "reservation of",
            (_, Action::Confirm) => "confirmation of",
            (_, Action::Cancel) => "cancellation of",
            (_, Action::Expire) => return format!("the end of the hold on {seats}"),
        };
        format!("{}'s {what} {seats}", who(operation))
    }
}

fn takes(operation: &Operation) -> bool {
    matches!(operation.action, Action::Book | Action::Reserve | Action::Confirm)
        && matches!(operation.claim, Claim::Done | Claim::Late)
}

fn is_refusal(operation: &Operation) -> bool {
    matches!(operation.claim, Claim::Taken | Claim::Held)
}

/// The name of a process: that of the user with this number.
pub fn who(operation: &Operation) -> String {
    match u32::try_from(operation.process) {
        Ok(user) => User(user).to_string(),
        Err(_) if operation.process == -1 => "the clock".into(),
        Err(_) => format!("process {}", operation.process),
    }
}

fn phrase(history: &History, operation: &Operation) -> String {
    let who = who(operation);
    let seats = names(history, &operation.seats, "and");
    let (one, be) = match operation.seats.len() {
        1 => ("", "was"),
        _ => ("one of ", "was"),
    };
    match (operation.claim, operation.action) {
        (Claim::Taken, _) => format!("{who} was told that {one}{seats} {be} taken"),
        (Claim::Held, _) => format!("{who} was told that {one}{seats} {be} held"),
        (Claim::Nothing, action) => format!("{who} failed to {} {seats}", action.name()),
        (Claim::Unknown, action) => {
            format!("{who} asked to {} {seats} and may have done so", action.name())
        }
        (Claim::Late, _) => format!("{who} booked {seats} after the hold had ended"),
        (Claim::Done, Action::Book) => format!("{who} booked {seats}"),
        (Claim::Done, Action::Reserve) => format!("{who} reserved {seats}"),
        (Claim::Done, Action::Confirm) => format!("{who} confirmed {seats}"),
        (Claim::Done, Action::Cancel) => format!("{who} gave {seats} up"),
        (Claim::Done, Action::Expire) => format!("the hold on {seats} ended"),
    }
}

fn names(history: &History, seats: &[u32], and: &str) -> String {
    let names: Vec<String> =
        seats.iter().map(|seat| history.seats[*seat as usize].clone()).collect();
    listed(&names, and)
}

/// "a", "a and b", "a, b and c".
fn listed(items: &[String], and: &str) -> String {
    match items {
        [] => String::new(),
        [one] => one.clone(),
        [rest @ .., last] => format!("{} {and} {last}", rest.join(", ")),
    }
}
