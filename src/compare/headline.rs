//! How a column stands, as a headline.

use super::Column;
use super::figures::turned_away;
use crate::lab::Contest;
use crate::measure::{Class, Figures};
use crate::scenario::Strategy;
use crate::texts::compare as texts;

/// Only here a ticket was paid for.
const PAYS: Contest = Contest::All(Strategy::TwoPhase);

/// One short sentence, without its point.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Headline {
    /// The sentence.
    pub says: String,
    /// A safety rule is broken at the cursor or before.
    pub bad: bool,
}

impl Column {
    /// How it stands at the cursor.
    pub fn headline(&self) -> Headline {
        let now = self.figures();
        let says = match () {
            () if now.double_sold > 0 => texts::doubled(now.tickets, now.seats_sold),
            () if self.step() == 0 => texts::NOBODY_HAS_STEPPED.to_owned(),
            () if self.is_over() => self.ended(&now),
            () => so_far(&now),
        };
        Headline { says, bad: self.is_bad() }
    }

    fn ended(&self, now: &Figures) -> String {
        let trouble = match now.class {
            Class::Deadlock => texts::wait_for_ever(now.deadlocked),
            Class::PaidNoSeat => texts::PAID_FOR_NOTHING.to_owned(),
            Class::RefundDue => texts::refunds_due(now.refunds_due),
            Class::LostSale => texts::SALE_IS_LOST.to_owned(),
            _ => self.trouble(now),
        };
        texts::ended(now.tickets, &trouble)
    }

    /// What it took; what stands in the way comes first.
    fn trouble(&self, now: &Figures) -> String {
        match (now.conflicts, now.waits, now.refunded, now.expired) {
            (0, 0, 0, 0) if now.tickets > 0 && self.contest() == PAYS => texts::PAID_FOR.to_owned(),
            (0, 0, 0, 0) => match turned_away(now) {
                0 => texts::NOBODY_IN_THE_WAY.to_owned(),
                n => texts::turned_away(n),
            },
            (0, 0, 0, expired) => texts::holds_expired(expired),
            (0, 0, refunded, _) => texts::refunds(refunded),
            (0, waits, ..) => texts::waits(waits),
            (conflicts, ..) => texts::conflicts(conflicts),
        }
    }

    /// What the others are held against: where it first sells, and who is misled by then.
    pub fn yardstick(&self) -> String {
        let sale =
            self.session().trace().events.iter().find_map(|event| Some((event, event.sale()?)));
        let misled = sale.and_then(|(event, (user, seat))| {
            let mut session = self.session().clone();
            session.seek(event.step);
            let readers = session.stage_before().seats.get(&seat)?.readers.len() as u32;
            let name = session.scenario().hall.name(seat);
            let at = event.step;
            (readers > 1).then(|| texts::misled(readers, user, &name, at))
        });
        misled.unwrap_or(texts::HELD_AGAINST_IT.to_owned())
    }
}

fn so_far(now: &Figures) -> String {
    let tickets = texts::so_far(now.tickets);
    let trouble = match (now.conflicts, now.waits, now.held) {
        (0, 0, 0) => return tickets,
        (0, 0, held) => texts::holds(held),
        (0, waits, _) => texts::waits(waits),
        (conflicts, ..) => texts::conflicts(conflicts),
    };
    texts::and(&tickets, &trouble)
}
