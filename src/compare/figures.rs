//! The figures of a column, as they are printed.

use super::Column;
use crate::measure::Figures;
use crate::texts::forms::{figures, lapse, plural};
use crate::trace::Outcome;
use crate::units::{Ms, Table, User};

/// From here on a time is told by its two largest units, in ms.
const LONG_MS: Ms = 60_000;

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
        let until = if self.is_over() { "until all are done" } else { "time so far" };
        let number = |name, n: u32| Figure { name, value: figures(n.into()) };
        vec![
            Figure { name: "tickets", value: tickets(now.tickets, now.seats_sold) },
            number("turned away", turned_away(&now)),
            number("conflicts", now.conflicts),
            number("retries", now.retries),
            number("waits", now.waits),
            Figure { name: "refunds", value: refunds(&now) },
            number("holds expired", now.expired),
            Figure { name: until, value: time(now.virtual_ms) },
            Figure { name: "attempts per sale", value: per_sale(self.attempts(&now), now.booked) },
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
        format!("{} for {}", figures(whole.tickets.into()), seats(column.wanted().len() as u32)),
        figures(whole.conflicts.into()),
        figures(whole.waits.into()),
        time(whole.virtual_ms),
        per_sale(rounds, whole.booked),
    ]
}

/// Users who ended without what they came for.
pub(super) fn turned_away(now: &Figures) -> u32 {
    let left = |result: &Outcome| *result != Outcome::Booked;
    now.users.iter().filter(|user| user.result.as_ref().is_some_and(left)).count() as u32
}

fn seats(n: u32) -> String {
    format!("{} {}", figures(n.into()), plural(n, "seat"))
}

/// Tickets, and for how many seats where those are not as many.
fn tickets(tickets: u32, sold: u32) -> String {
    match tickets {
        0 => "0".to_owned(),
        n if n == sold => figures(n.into()),
        n => format!("{} for {}", figures(n.into()), seats(sold)),
    }
}

fn refunds(now: &Figures) -> String {
    match now.refunds_due {
        0 => figures(now.refunded.into()),
        due => format!("{}, {} due", figures(now.refunded.into()), figures(due.into())),
    }
}

fn time(ms: Ms) -> String {
    if ms < LONG_MS { format!("{} ms", figures(ms)) } else { lapse(ms) }
}

/// Rounded half up, to one decimal where there is one.
fn per_sale(attempts: u32, sales: u32) -> String {
    if sales == 0 {
        return "no sale".to_owned();
    }
    let tenths = (u64::from(attempts) * 20 + u64::from(sales)) / (u64::from(sales) * 2);
    match tenths % 10 {
        0 => figures(tenths / 10),
        rest => format!("{}.{rest}", figures(tenths / 10)),
    }
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
        assert_eq!([time(1_271), time(600_044)], ["1,271 ms", "10 min"]);
    }
}
