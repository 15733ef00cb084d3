//! The figures of a column, as they are printed.

use super::Column;
use crate::measure::Figures;
use crate::texts::compare as texts;
use crate::texts::forms::grouped;
use crate::trace::Outcome;
use crate::units::{Table, User};

/// A figure: what is counted, and how much of it there is.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Figure {
    /// What is counted.
    pub name: &'static str,
    /// How much, in words that fit behind it.
    pub value: String,
}

impl Column {
    /// The figures up to the cursor. Every column has the same ones, in the same order.
    pub fn list(&self) -> Vec<Figure> {
        let now = self.figures();
        let until = if self.is_over() { texts::UNTIL_ALL_ARE_DONE } else { texts::TIME_SO_FAR };
        let number = |name, n: u32| Figure { name, value: grouped(n) };
        vec![
            Figure { name: texts::TICKETS, value: tickets(now.tickets, now.seats_sold) },
            number(texts::TURNED_AWAY, turned_away(&now)),
            number(texts::CONFLICTS, now.conflicts),
            number(texts::RETRIES, now.retries),
            number(texts::WAITS, now.waits),
            Figure { name: texts::REFUNDS, value: refunds(&now) },
            number(texts::HOLDS_EXPIRED, now.expired),
            Figure { name: until, value: texts::time(now.virtual_ms) },
            Figure {
                name: texts::ATTEMPTS_PER_SALE,
                value: per_sale(self.attempts(&now), now.booked),
            },
        ]
    }

    /// The rounds that users have begun so far.
    pub fn attempts(&self, now: &Figures) -> u32 {
        let mut begun: Table<User, ()> = Table::default();
        let users = self.events().iter().filter_map(|event| event.user());
        users.for_each(|user| {
            begun.insert(user, ());
        });
        begun.iter().count() as u32 + now.retries
    }
}

/// What the table says of a whole race: tickets for the wanted seats, conflicts, waits, time, attempts per sale.
pub fn measured(column: &Column) -> [String; 5] {
    let whole = column.whole();
    let rounds = whole.users.iter().map(|user| user.attempts).sum();
    [
        texts::tickets_for(whole.tickets, column.wanted().len() as u32),
        grouped(whole.conflicts),
        grouped(whole.waits),
        texts::time(whole.virtual_ms),
        per_sale(rounds, whole.booked),
    ]
}

/// Users who ended without what they came for.
pub(super) fn turned_away(now: &Figures) -> u32 {
    let left = |result: &Outcome| *result != Outcome::Booked;
    now.users.iter().filter(|user| user.result.as_ref().is_some_and(left)).count() as u32
}

/// Tickets, and for how many seats where those are not as many.
fn tickets(tickets: u32, sold: u32) -> String {
    match tickets {
        0 => grouped(0),
        n if n == sold => grouped(n),
        n => texts::tickets_for(n, sold),
    }
}

fn refunds(now: &Figures) -> String {
    match now.refunds_due {
        0 => grouped(now.refunded),
        due => texts::refunds_and_due(now.refunded, due),
    }
}

/// Rounded half up, to one decimal where there is one.
fn per_sale(attempts: u32, sales: u32) -> String {
    if sales == 0 {
        return texts::NO_SALE.to_owned();
    }
    let tenths = (u64::from(attempts) * 20 + u64::from(sales)) / (u64::from(sales) * 2);
    texts::ratio(tenths)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_ratio_is_rounded_to_one_decimal() {
        let all = [(5, 1), (5, 2), (5, 3), (2, 3), (0, 4), (7, 0), (40_000, 1)];
        let all = all.map(|(attempts, sales)| per_sale(attempts, sales));
        assert_eq!(all, ["5", "2.5", "1.7", "0.7", "0", "no sale", "40,000"]);
    }

    #[test]
    fn tickets_name_their_seats_only_where_those_are_fewer() {
        assert_eq!([tickets(0, 0), tickets(3, 3)], ["0", "3"]);
        assert_eq!([tickets(5, 1), tickets(3, 2)], ["5 for 1 seat", "3 for 2 seats"]);
    }
}
