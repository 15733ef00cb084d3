//! The line at the foot: what the judge says of the race as far as it is shown.

use super::Desk;
use crate::player::listed;

/// What the foot says: its first sentence stands out.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Review {
    /// What is wrong, or how it ended; empty until there is something to say.
    pub says: String,
    /// Which rule fails, and where.
    pub rule: String,
    /// A safety rule is broken.
    pub bad: bool,
}

impl Desk {
    /// The review at the cursor.
    pub fn review(&self) -> Review {
        let stage = self.session().stage();
        let hall = self.scenario().hall;
        if self.is_bad() {
            let sold = |(seat, view): (_, &crate::player::SeatView)| {
                let owners: Vec<String> = view
                    .tickets
                    .iter()
                    .map(|(user, step)| format!("{user} at step {step}"))
                    .collect();
                let (name, times) = (hall.name(seat), view.owners());
                let times = if times == 2 { "twice".to_owned() } else { format!("{times} times") };
                format!("{name} is sold {times}. {}.", crate::player::capital(&listed(&owners)))
            };
            let seats = stage.seats.iter().map(|(seat, view)| (*seat, view));
            let says = seats.filter(|(_, view)| view.owners() > 1).map(sold).next();
            let first = self.anomalies().first().copied().unwrap_or_default();
            let rule = format!("no-double-booking fails at step {first}");
            return Review { says: says.unwrap_or_default(), rule, bad: true };
        }
        Review::default()
    }
}
