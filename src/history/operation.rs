//! Operations: the two ends of each brought together.

use super::parse::Broken;
use super::record::{Action, History, Kind, Record};
use crate::texts::history::parse as texts;
use std::collections::BTreeMap;

/// What an operation is known to have done or seen.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Claim {
    /// It was done.
    Done,
    /// A confirm that was accepted after its hold had ended, because the seats were still free.
    Late,
    /// It was refused: one of its seats was booked.
    Taken,
    /// It was refused: one of its seats was held.
    Held,
    /// It did nothing and says nothing.
    Nothing,
    /// Nobody knows whether it was done.
    Unknown,
}

/// Something that a process asked for.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Operation {
    /// Who asked; -1 is the clock.
    pub process: i64,
    /// What for.
    pub action: Action,
    /// Which seats, by their places in [`History::seats`].
    pub seats: Vec<u32>,
    /// What is known of it.
    pub claim: Claim,
    /// The place of the record in which it begins.
    pub begins: u32,
    /// The place of the record in which it ends; none if it is not known to have ended.
    pub ends: Option<u32>,
}

/// Brings the two ends of each operation together, in the order in which they begin.
///
/// # Errors
/// The first record that fits to no operation, or whose result its operation cannot have.
pub(super) fn operations(history: &History) -> Result<Vec<Operation>, Broken> {
    let mut pairs = Pairs::default();
    for (place, record) in history.records.iter().enumerate() {
        let place = u32::try_from(place).expect("there are at most so many lines");
        let paired = match record.kind {
            Kind::Invoke => pairs.begin(place, record),
            Kind::Ok | Kind::Fail | Kind::Info => pairs.end(place, record),
        };
        paired.map_err(|says| Broken::at(record.line, says))?;
    }
    Ok(pairs.operations)
}

#[derive(Default)]
struct Pairs {
    operations: Vec<Operation>,
    /// What each process does now, by its place in `operations`.
    busy: BTreeMap<i64, Busy>,
}

#[derive(Clone, Copy)]
enum Busy {
    With(usize),
    /// Its last operation may still happen, so it cannot ask for anything else.
    Lost,
}

impl Pairs {
    fn begin(&mut self, place: u32, record: &Record) -> Result<(), String> {
        let Record { process, action, seats, .. } = record;
        match self.busy.get(process) {
            Some(Busy::With(_)) => {
                return Err(texts::begins_too_early(*process));
            }
            Some(Busy::Lost) => {
                return Err(texts::goes_on_after_info(*process));
            }
            None => {}
        }
        if seats.is_empty() {
            return Err(texts::BEGINS_WITH_SEATS.into());
        }
        if (1..seats.len()).any(|n| seats[..n].contains(&seats[n])) {
            return Err(texts::SEAT_TWICE.into());
        }
        if record.result.is_some() {
            return Err(texts::BEGINS_WITH_RESULT.into());
        }
        self.busy.insert(*process, Busy::With(self.operations.len()));
        self.operations.push(Operation {
            process: *process,
            action: *action,
            seats: seats.clone(),
            claim: Claim::Unknown,
            begins: place,
            ends: None,
        });
        Ok(())
    }

    fn end(&mut self, place: u32, record: &Record) -> Result<(), String> {
        let process = record.process;
        let Some(Busy::With(n)) = self.busy.remove(&process) else {
            return Err(texts::ends_unbegun(process));
        };
        let operation = &mut self.operations[n];
        if record.action != operation.action {
            let (ends, begun) = (record.action.name(), operation.action.name());
            return Err(texts::ends_another(process, ends, begun));
        }
        if !record.seats.is_empty() && record.seats != operation.seats {
            return Err(texts::ends_on_other_seats(process));
        }
        operation.claim = match record.kind {
            Kind::Info => Claim::Unknown,
            Kind::Fail => Claim::Nothing,
            Kind::Ok | Kind::Invoke => claim(record)?,
        };
        match record.kind {
            Kind::Info => {
                self.busy.insert(process, Busy::Lost);
            }
            _ => operation.ends = Some(place),
        }
        Ok(())
    }
}

/// What an `ok` says, by its result.
fn claim(record: &Record) -> Result<Claim, String> {
    let name = record.action.name();
    let Some(result) = &record.result else {
        return Err(texts::ok_without_result(name));
    };
    let known = results(record.action);
    match known.iter().find(|(word, _)| word == result) {
        Some((_, claim)) => Ok(*claim),
        None => {
            let words: Vec<&str> = known.iter().map(|(word, _)| *word).collect();
            Err(texts::cannot_end_with(name, result, &words))
        }
    }
}

/// The results of an `ok`, and what they say.
pub(super) fn results(action: Action) -> &'static [(&'static str, Claim)] {
    match action {
        Action::Book => &[("booked", Claim::Done), ("taken", Claim::Taken)],
        Action::Reserve => {
            &[("reserved", Claim::Done), ("taken", Claim::Taken), ("held", Claim::Held)]
        }
        Action::Confirm => &[("booked", Claim::Done), ("booked-late", Claim::Late)],
        Action::Cancel => &[("cancelled", Claim::Done)],
        Action::Expire => &[("expired", Claim::Done)],
    }
}
