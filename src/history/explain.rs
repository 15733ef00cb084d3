//! Says in words what a history shows.

use super::check::{Contradiction, Reason, Report};
use super::operation::{Claim, Operation};
use super::record::{Action, History};
use crate::texts::forms::listed;
use crate::texts::history::explain as texts;
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
            Some(end) if self.line(end) == begins + 1 => texts::lines_and(begins, begins + 1),
            Some(end) => texts::lines_to(begins, self.line(end)),
            None => texts::from_line_on(begins),
        }
    }

    /// The line of a record.
    pub fn line(&self, record: u32) -> usize {
        self.history.records[record as usize].line
    }

    /// The names of these seats, as in "D1 and D2".
    pub fn seats(&self, seats: &[u32]) -> String {
        names(&self.history, seats)
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
            return texts::up_to_line(self.line(of.at), &self.phrase(told[0]));
        }
        match told {
            [a, b] if edges.is_empty() && [a, b].iter().all(|p| takes(operation(**p))) => {
                let second = &operation(*b).seats;
                let shared: Vec<u32> = operation(*a)
                    .seats
                    .iter()
                    .copied()
                    .filter(|seat| second.contains(seat))
                    .collect();
                let seats = self.seats(&shared);
                texts::taken_twice(&self.phrase(*a), &self.phrase(*b), &seats, shared.len())
            }
            [look] if is_refusal(operation(*look)) => self.unfounded(*look, of),
            [one] => texts::at_no_moment(&self.phrase(*one)),
            _ => match edges {
                [(first, then)] => {
                    texts::not_both_answered_so(&self.deed(*first), &self.deed(*then))
                }
                _ => texts::NO_ORDER_AGREES.into(),
            },
        }
    }

    /// A refusal that nothing explains.
    fn unfounded(&self, look: u32, of: &Contradiction) -> String {
        let operation = &self.operations[look as usize];
        let held = operation.claim == Claim::Held;
        let later: Vec<String> = of
            .because
            .iter()
            .filter_map(|reason| match reason {
                Reason::Began(place) if *place != look => {
                    Some(texts::deed_in(&self.deed(*place), &self.lines_of(*place)))
                }
                _ => None,
            })
            .collect();
        let phrase = self.phrase(look);
        match operation.ends.filter(|_| !later.is_empty()) {
            Some(end) => {
                let (line, later) = (self.line(end), listed(&later));
                if held {
                    texts::cannot_be_held_by_then(&phrase, line, &later)
                } else {
                    texts::cannot_be_booked_by_then(&phrase, line, &later)
                }
            }
            None if held => texts::cannot_be_held(&phrase),
            None => texts::cannot_be_booked(&phrase),
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
        texts::comes_before(&self.deed(first), &self.deed(then), ends, begins)
    }

    /// What an answer asks of the moment at which it was true.
    fn needs(&self, place: u32) -> String {
        let operation = &self.operations[place as usize];
        let count = operation.seats.len();
        let (phrase, lines) = (&self.phrase(place), &self.lines_of(place));
        match (operation.claim, operation.action) {
            (Claim::Taken | Claim::Held, _) => texts::so_somebody_had_it(phrase, lines),
            (Claim::Late, _) => texts::so_nobody_else_had_it(phrase, lines, count),
            (_, Action::Book) => texts::so_it_was_not_booked(phrase, lines, count),
            (_, Action::Reserve) => texts::so_it_was_free(phrase, lines, count),
            (_, Action::Confirm) => {
                texts::so_it_was_held_for(phrase, lines, count, &who(operation))
            }
            _ => texts::so_it_was_not_held(phrase, lines, count),
        }
    }

    /// An operation as a thing, such as "Alice's booking of D1".
    fn deed(&self, place: u32) -> String {
        let operation = &self.operations[place as usize];
        let (who, seats) = (&who(operation), &self.seats(&operation.seats));
        match (operation.claim, operation.action) {
            (Claim::Taken | Claim::Held, _) => texts::refusal(who, seats),
            (_, Action::Book) => texts::booking(who, seats),
            (_, Action::Reserve) => texts::reservation(who, seats),
            (_, Action::Confirm) => texts::confirmation(who, seats),
            (_, Action::Cancel) => texts::cancellation(who, seats),
            (_, Action::Expire) => texts::end_of_hold(seats),
        }
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
        Err(_) if operation.process == -1 => texts::THE_CLOCK.into(),
        Err(_) => texts::process(operation.process),
    }
}

fn phrase(history: &History, operation: &Operation) -> String {
    let (who, seats) = (&who(operation), &names(history, &operation.seats));
    let count = operation.seats.len();
    match (operation.claim, operation.action) {
        (Claim::Taken, _) => texts::was_told_taken(who, seats, count),
        (Claim::Held, _) => texts::was_told_held(who, seats, count),
        (Claim::Nothing, action) => texts::failed_to(who, action.name(), seats),
        (Claim::Unknown, action) => texts::may_have(who, action.name(), seats),
        (Claim::Late, _) => texts::booked_late(who, seats),
        (Claim::Done, Action::Book) => texts::booked(who, seats),
        (Claim::Done, Action::Reserve) => texts::reserved(who, seats),
        (Claim::Done, Action::Confirm) => texts::confirmed(who, seats),
        (Claim::Done, Action::Cancel) => texts::gave_up(who, seats),
        (Claim::Done, Action::Expire) => texts::hold_ended(seats),
    }
}

fn names(history: &History, seats: &[u32]) -> String {
    let names: Vec<String> =
        seats.iter().map(|seat| history.seats[*seat as usize].clone()).collect();
    listed(&names)
}
