//! How a column stands, as a headline.

use super::Column;
use super::figures::turned_away;
use crate::lab::Contest;
use crate::measure::{Class, Figures};
use crate::scenario::Strategy;
use crate::texts::forms::{capital, count, plural};
use crate::units::User;

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
            () if now.double_sold > 0 => doubled(&now),
            () if self.step() == 0 => "Nobody has stepped".to_owned(),
            () if self.is_over() => self.ended(&now),
            () => so_far(&now),
        };
        Headline { says, bad: self.is_bad() }
    }

    fn ended(&self, now: &Figures) -> String {
        let tickets =
            if now.tickets == 0 { "no ticket".to_owned() } else { of(now.tickets, "ticket") };
        let trouble = match now.class {
            Class::Deadlock => waits(now.deadlocked),
            Class::PaidNoSeat => "somebody paid for nothing".to_owned(),
            Class::RefundDue => format!("{} due", of(now.refunds_due, "refund")),
            Class::LostSale => "a sale is lost".to_owned(),
            _ => self.trouble(now),
        };
        capital(&format!("{tickets}, {trouble}"))
    }

    /// What it took; what stands in the way comes first.
    fn trouble(&self, now: &Figures) -> String {
        match (now.conflicts, now.waits, now.refunded, now.expired) {
            (0, 0, 0, 0) if now.tickets > 0 && self.contest() == PAYS => "paid for".to_owned(),
            (0, 0, 0, 0) => match turned_away(now) {
                0 => "nobody in the way".to_owned(),
                n => format!("{} turned away", count(n)),
            },
            (0, 0, 0, expired) => format!("{} expired", of(expired, "hold")),
            (0, 0, refunded, _) => of(refunded, "refund"),
            (0, waits, ..) => of(waits, "wait"),
            (conflicts, ..) => of(conflicts, "conflict"),
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
            (readers > 1).then(|| misled(readers, user, &name, at))
        });
        misled.unwrap_or("The others are held against it, step by step.".to_owned())
    }
}

fn misled(readers: u32, user: User, seat: &str, step: u32) -> String {
    format!(
        "{} had read {seat} as free when {user} wrote it at step {step}.",
        capital(&count(readers))
    )
}

fn of(n: u32, word: &str) -> String {
    format!("{} {}", count(n), plural(n, word))
}

fn doubled(now: &Figures) -> String {
    capital(&format!("{} for {}", of(now.tickets, "ticket"), of(now.seats_sold, "seat")))
}

fn waits(n: u32) -> String {
    match n {
        1 => "one user waits for ever".to_owned(),
        n => format!("{} wait for ever", count(n)),
    }
}

fn so_far(now: &Figures) -> String {
    let tickets = if now.tickets == 0 {
        "no ticket yet".to_owned()
    } else {
        format!("{} so far", of(now.tickets, "ticket"))
    };
    let says = match (now.conflicts, now.waits, now.held) {
        (0, 0, 0) => tickets,
        (0, 0, held) => format!("{tickets}, {}", of(held, "hold")),
        (0, ..) => format!("{tickets}, {}", of(now.waits, "wait")),
        _ => format!("{tickets}, {}", of(now.conflicts, "conflict")),
    };
    capital(&says)
}
