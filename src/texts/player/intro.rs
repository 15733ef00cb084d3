//! What is said before the first step: a headline, and a lead that ends in a question.
//!
//! `what` is what all are about to look at: the name of a seat, or one of the two nouns.

use crate::texts::forms::{capital, count, lapse, listed};
use crate::units::Ms;

pub const A_SEAT: &str = "a seat";
pub const THE_SEATS: &str = "the seats";

/// The headline for somebody who has nobody in the way.
pub fn one_person(seats: u32) -> String {
    match seats {
        1 => "One person is about to press a seat.".to_owned(),
        _ => format!("One person is about to press {} seats.", count(seats)),
    }
}

/// The headline where all want the same.
pub fn same(people: u32, seats: u32) -> String {
    let people = capital(&count(people));
    match seats {
        1 => format!("{people} people are about to press the same seat."),
        _ => format!("{people} people are about to press the same {} seats.", count(seats)),
    }
}

/// The headline where some want the same.
pub fn some(people: u32) -> String {
    let people = capital(&count(people));
    format!("{people} people are about to book, and some want the same seat.")
}

/// The headline where nobody wants what another wants.
pub fn apart(people: u32) -> String {
    let people = capital(&count(people));
    format!("{people} people are about to book, and no two want the same seat.")
}

/// `says` is what a strategy says of itself.
pub fn alone(says: &str) -> String {
    format!("{says} Does it matter how, with nobody else there?")
}

/// `seats` is how many an order has.
pub fn naive(what: &str, seats: usize, question: &str) -> String {
    let (are, it) = if seats == 1 { ("is", "it") } else { ("are", "them") };
    format!(
        "Each looks whether {what} {are} free, thinks for a moment, and books {it}. \
         Nobody looks twice. {question}"
    )
}

pub const HOW_MANY_TICKETS: &str = "How many tickets will be sold for one seat?";
pub const SOLD_TWICE: &str = "Will a seat be sold twice?";
pub const DOES_IT_MATTER: &str = "Does it matter, if nobody else wants the same?";

pub fn optimistic(what: &str, attempts: u32, question: &str) -> String {
    let again = match attempts {
        1 => "whoever is too late gives up".to_owned(),
        n => format!("whoever is too late begins again, {} times in all", count(n)),
    };
    format!(
        "Each looks at {what}, thinks, and books only if nothing has changed since; {again}. \
         {question}"
    )
}

pub const HOW_MUCH_WORK: &str = "How much work will be thrown away for one sale?";
pub const WHO_IS_REFUSED: &str =
    "One version counts for the whole show: who will be refused a seat that is free?";
pub const WHO_BEGINS_AGAIN: &str = "Who will have to begin again?";

pub fn pessimistic(what: &str) -> String {
    format!(
        "Each locks {what} first, then looks, thinks and books, while the others stand in \
         line. How long will the last one wait?"
    )
}

/// Seats are locked in different orders.
pub const PESSIMISTIC_CROSSED: &str = "Each locks one seat after the other, then looks, thinks and \
     books. A lock is given back only at the end. Will everybody ever get past?";
pub const PESSIMISTIC_SHOW: &str = "Each locks the whole show first, then looks, thinks and books, \
     while the others stand in line. How long will the last one wait?";

/// `hold` is how long a seat is held; none for as long as it takes.
pub fn two_phase(what: &str, hold: Option<Ms>, question: &str) -> String {
    match hold {
        Some(ms) => {
            format!("Each has {what} held for {}, pays, and confirms. {question}", lapse(ms))
        }
        None => {
            format!("Each has {what} held for as long as it takes, pays, and confirms. {question}")
        }
    }
}

pub const PAYMENT_TOO_LATE: &str = "What happens to a payment that comes too late?";
pub const NEVER_PAYS: &str = "What if somebody never pays?";
pub const WHO_HOLDS_FIRST: &str =
    "Who will hold it first, and will the others get a second chance?";
pub const WHAT_CAN_GO_WRONG: &str = "What can still go wrong?";

/// A mix: everybody by its own strategy, of these.
pub fn mix(strategies: &[String]) -> String {
    match strategies {
        [strategy] => format!("Each books by {strategy}, on one show. Who will get a seat?"),
        _ => format!(
            "They book by different rules on one show: {}. Are rules that are safe alone still safe \
             together?",
            listed(strategies)
        ),
    }
}
