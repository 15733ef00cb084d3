//! The parameters whose values have a grammar of their own: what is allowed, reading, printing.

use super::duration::{print_ms, read_ms, read_number};
use super::params::Misfit;
use super::problem::shorten;
use super::{
    Cast, MIX_MAX, PARTY_MAX, Scenario, Strategy, TIME_MS_MAX, WANT_ORDERS_MAX, Want, Word,
};
use crate::texts::scenario::problems as texts;
use crate::trace::{CHOICES_MAX, Order};
use crate::units::{Expiry, Hall, SEATS_MAX, Seat, User};

/// The word for "there is none", which takes away what a gallery scenario has.
const NONE: &str = "none";

pub(super) fn strategy_allowed() -> String {
    texts::strategies(Strategy::WORDS)
}

pub(super) fn read_strategy(s: &mut Scenario, text: &str) -> Result<(), Misfit> {
    let strategies = read_strategies(text, Strategy::ALL.len())?;
    if let Some(twice) = first_twice(&strategies) {
        return Err(Some(texts::listed_twice(twice.word())));
    }
    s.cast = Cast::Compare(strategies);
    Ok(())
}

pub(super) fn print_strategy(s: &Scenario) -> Option<String> {
    match &s.cast {
        Cast::Compare(strategies) => Some(print_strategies(strategies)),
        Cast::Mix(_) => None,
    }
}

pub(super) fn mix_allowed() -> String {
    texts::mixed_strategies(MIX_MAX, Strategy::WORDS)
}

pub(super) fn read_mix(s: &mut Scenario, text: &str) -> Result<(), Misfit> {
    s.cast = Cast::Mix(read_strategies(text, MIX_MAX)?);
    Ok(())
}

pub(super) fn print_mix(s: &Scenario) -> Option<String> {
    match &s.cast {
        Cast::Mix(strategies) => Some(print_strategies(strategies)),
        Cast::Compare(_) => None,
    }
}

fn read_strategies(text: &str, max: usize) -> Result<Vec<Strategy>, Misfit> {
    limited(text, ',', max).ok_or(None)?.map(|word| Strategy::from_word(word).ok_or(None)).collect()
}

fn print_strategies(strategies: &[Strategy]) -> String {
    let words: Vec<&str> = strategies.iter().map(|strategy| strategy.word()).collect();
    words.join(",")
}

pub(super) fn hall_allowed() -> String {
    texts::a_hall(SEATS_MAX)
}

pub(super) fn read_hall(s: &mut Scenario, text: &str) -> Result<(), Misfit> {
    let (rows, cols) = text.split_once(['x', 'X']).ok_or(None)?;
    let side = |text| read_number(text).and_then(|n| u32::try_from(n).ok()).ok_or(None);
    let hall = Hall { rows: side(rows)?, cols: side(cols)? };
    let seats = u64::from(hall.rows) * u64::from(hall.cols);
    if seats == 0 || seats > u64::from(SEATS_MAX) {
        return Err(Some(texts::that_makes(seats)));
    }
    s.hall = hall;
    Ok(())
}

pub(super) fn print_hall(s: &Scenario) -> Option<String> {
    Some(format!("{}x{}", s.hall.rows, s.hall.cols))
}

pub(super) fn want_allowed() -> String {
    texts::wants(WANT_ORDERS_MAX, PARTY_MAX)
}

pub(super) fn read_want(s: &mut Scenario, text: &str) -> Result<(), Misfit> {
    s.want = match text.to_ascii_lowercase().as_str() {
        "same" => Want::Same,
        "each" => Want::Each,
        "random" => Want::Random,
        "zipf" => Want::Zipf,
        _ => {
            let orders = limited(text, ',', WANT_ORDERS_MAX).ok_or(None)?;
            Want::Seats(orders.map(|order| read_seats(s.hall, order)).collect::<Result<_, _>>()?)
        }
    };
    Ok(())
}

pub(super) fn print_want(s: &Scenario) -> Option<String> {
    Some(match &s.want {
        Want::Same => "same".to_owned(),
        Want::Each => "each".to_owned(),
        Want::Random => "random".to_owned(),
        Want::Zipf => "zipf".to_owned(),
        Want::Seats(orders) => {
            let orders: Vec<String> = orders.iter().map(|o| print_seats(s.hall, o)).collect();
            orders.join(",")
        }
    })
}

/// Reads the seats of one order, which are separated by dots.
fn read_seats(hall: Hall, text: &str) -> Result<Vec<Seat>, Misfit> {
    let names = limited(text, '.', PARTY_MAX as usize)
        .ok_or_else(|| Some(texts::order_of_at_most(PARTY_MAX)))?;
    let mut seats = Vec::new();
    for name in names {
        if name.is_empty() {
            return Err(None);
        }
        let seat =
            hall.seat(name).ok_or_else(|| Some(texts::no_such_seat(&shorten(name), hall)))?;
        if seats.contains(&seat) {
            return Err(Some(texts::seat_twice(name)));
        }
        seats.push(seat);
    }
    Ok(seats)
}

fn print_seats(hall: Hall, seats: &[Seat]) -> String {
    let names: Vec<String> = seats.iter().map(|seat| hall.name(*seat)).collect();
    names.join(".")
}

pub(super) fn expiry_allowed() -> String {
    texts::an_expiry(&print_ms(TIME_MS_MAX))
}

pub(super) fn read_expiry(s: &mut Scenario, text: &str) -> Result<(), Misfit> {
    let lower = text.to_ascii_lowercase();
    s.expiry = match (lower.as_str(), lower.strip_prefix("sweep:")) {
        ("timer", _) => Expiry::Timer,
        ("lazy", _) => Expiry::Lazy,
        (_, Some(period)) => {
            Expiry::Sweep(read_ms(period).filter(|period_ms| *period_ms > 0).ok_or(None)?)
        }
        _ => return Err(None),
    };
    Ok(())
}

pub(super) fn print_expiry(s: &Scenario) -> Option<String> {
    Some(match s.expiry {
        Expiry::Timer => "timer".to_owned(),
        Expiry::Lazy => "lazy".to_owned(),
        Expiry::Sweep(period_ms) => format!("sweep:{}", print_ms(period_ms)),
    })
}

pub(super) fn order_allowed() -> String {
    texts::an_order(CHOICES_MAX)
}

/// The empty text is an order by the grammar; `none` is what is printed, because a link should not end in `=`.
pub(super) fn read_order(s: &mut Scenario, text: &str) -> Result<(), Misfit> {
    let text = if text.eq_ignore_ascii_case(NONE) { "" } else { text };
    s.order = Order::parse(text).map_err(|error| Some(error.to_string()))?;
    Ok(())
}

pub(super) fn print_order(s: &Scenario) -> Option<String> {
    Some(if s.order.0.is_empty() { NONE.to_owned() } else { s.order.to_string() })
}

pub(super) fn you_allowed() -> String {
    texts::A_USER.to_owned()
}

pub(super) fn read_you(s: &mut Scenario, text: &str) -> Result<(), Misfit> {
    let mut letters = text.chars();
    s.you = match (letters.next(), letters.next()) {
        (Some(letter), None) => Some(User::from_letter(letter.to_ascii_uppercase()).ok_or(None)?),
        _ if text.eq_ignore_ascii_case(NONE) => None,
        _ => return Err(None),
    };
    Ok(())
}

pub(super) fn print_you(s: &Scenario) -> Option<String> {
    Some(s.you.and_then(User::letter).map_or(NONE.to_owned(), |letter| letter.to_string()))
}

pub(super) fn clicks_allowed() -> String {
    texts::clicks(PARTY_MAX)
}

pub(super) fn read_clicks(s: &mut Scenario, text: &str) -> Result<(), Misfit> {
    let none = text.eq_ignore_ascii_case(NONE);
    s.clicks = if none { Vec::new() } else { read_seats(s.hall, text)? };
    Ok(())
}

pub(super) fn print_clicks(s: &Scenario) -> Option<String> {
    Some(if s.clicks.is_empty() { NONE.to_owned() } else { print_seats(s.hall, &s.clicks) })
}

/// The parts of a list, if there are no more than `max`: nothing is read of a longer one.
fn limited(text: &str, separator: char, max: usize) -> Option<std::str::Split<'_, char>> {
    let parts = text.split(separator);
    (parts.clone().take(max + 1).count() <= max).then_some(parts)
}

fn first_twice(strategies: &[Strategy]) -> Option<Strategy> {
    let again = |(at, strategy): (usize, &Strategy)| strategies[..at].contains(strategy);
    strategies.iter().enumerate().find(|seen| again(*seen)).map(|(_, strategy)| *strategy)
}
