//! Steps at which a viewer may want to stop.

use crate::trace::{Event, Op, Outcome};

/// What makes a step worth a stop.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Marker {
    /// What a user wanted to do was refused, because somebody had been there before.
    Conflict,
    /// A hold reached its deadline.
    Expiry,
    /// A safety rule broke.
    Anomaly,
}

impl Marker {
    /// What the events of a step make of it; rules are the judge's business.
    pub fn of(events: &[Event]) -> Option<Marker> {
        let kind = |event: &Event| match (event.op, event.outcome) {
            (_, Outcome::Conflict | Outcome::Refused) => Some(Marker::Conflict),
            (Op::Expire, _) => Some(Marker::Expiry),
            _ => None,
        };
        events.iter().find_map(kind)
    }

    /// As messages have it.
    pub fn name(self) -> &'static str {
        match self {
            Marker::Conflict => "conflict",
            Marker::Expiry => "expiry",
            Marker::Anomaly => "anomaly",
        }
    }
}
