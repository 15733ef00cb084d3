//! The field for the name of a seat, and the seats that are chosen: another way to what pressing a seat of the hall does, for
//! seats that are too small to be pressed, or not drawn at all.

use super::Counter;
use super::seats::standing;
use crate::player::{Floor, Markup};
use crate::scenario::PARTY_MAX;
use crate::texts::worker::shop as texts;
use crate::units::{Hall, Seat};

/// What was typed.
#[derive(PartialEq, Eq, Debug)]
enum Typed {
    Nothing,
    /// A row of the hall, and no number yet.
    Row(String),
    Seat(Seat),
    /// A seat that this row does not have.
    NotInRow(String),
    NoRow(String),
    NoName,
}

impl Typed {
    /// However it is written: `d6`, `D 6`, `D-06`.
    fn read(hall: Hall, typed: &str) -> Typed {
        let name: String =
            typed.chars().filter(|c| !c.is_whitespace() && *c != '-').collect::<String>();
        let name = name.to_ascii_uppercase();
        let letters = name.chars().take_while(char::is_ascii_uppercase).count();
        let (row, number) = name.split_at(letters);
        if name.is_empty() {
            Typed::Nothing
        } else if row.is_empty() || !number.bytes().all(|b| b.is_ascii_digit()) {
            Typed::NoName
        } else if hall.seat(&format!("{row}1")).is_none() {
            Typed::NoRow(row.to_owned())
        } else if number.is_empty() {
            Typed::Row(row.to_owned())
        } else {
            let found = hall.seat(&format!("{row}{}", number.trim_start_matches('0')));
            found.map_or_else(|| Typed::NotInRow(row.to_owned()), Typed::Seat)
        }
    }
}

/// What is said of what was typed, and what can be done with it.
struct Answer {
    says: String,
    /// It cannot be had.
    refused: bool,
    name: String,
    seat: Option<Seat>,
}

fn answer(counter: &Counter<'_>, typed: &str) -> Answer {
    let hall = counter.scenario.hall;
    let last = Seat(hall.seats() - 1);
    let (says, refused) = match Typed::read(hall, typed) {
        Typed::Nothing => (texts::any_seat(&hall.name(last)), false),
        Typed::Row(row) => (texts::row_has(&row, hall.cols), false),
        Typed::NotInRow(row) => (texts::row_has(&row, hall.cols), true),
        Typed::NoRow(row) => (texts::no_row(&row, &Hall::row_name(hall.row(last))), true),
        Typed::NoName => (texts::no_name(typed.trim()), true),
        Typed::Seat(seat) => return about(counter, seat),
    };
    Answer { says, refused, name: texts::CHOOSE_IT.to_owned(), seat: None }
}

fn about(counter: &Counter<'_>, seat: Seat) -> Answer {
    let (clicks, name) = (&counter.scenario.clicks, counter.scenario.hall.name(seat));
    if clicks.contains(&seat) {
        let says = texts::already_chosen(&name);
        return Answer { says, refused: false, name: texts::remove(&name), seat: Some(seat) };
    }
    if clicks.len() >= PARTY_MAX as usize {
        let says = texts::no_more_than(PARTY_MAX);
        return Answer { says, refused: true, name: texts::choose(&name), seat: None };
    }
    let says = texts::seat_is(&name, &standing(counter, seat));
    Answer { says, refused: false, name: texts::choose(&name), seat: Some(seat) }
}

/// The field, and what [`pick`] says below it.
pub(super) fn field(counter: &Counter<'_>, typed: &str) -> Markup {
    let mut out = Markup::new();
    out.put(
        "<div class='pick'><label for='shop-seat'>$</label> \
         <input id='shop-seat' data-do='pick:' data-enter='shop-take' value='$' size='7' maxlength='12' autocomplete='off' \
         autocapitalize='characters' spellcheck='false' enterkeyhint='done' aria-describedby='shop-answer'> \
         <div id='shop-pick'>",
        &[],
        &[texts::SEAT, typed],
    );
    out.append(pick(counter, typed));
    out.raw("</div><div id='shop-chosen' aria-live='off'>");
    out.append(chosen(counter));
    out.raw("</div></div>");
    out
}

/// What is said of the name that was typed, and the button for that seat.
pub(super) fn pick(counter: &Counter<'_>, typed: &str) -> Markup {
    let mut out = Markup::new();
    let Answer { says, refused, name, seat } = answer(counter, typed);
    let (does, can) = match seat {
        Some(seat) => (format!("click:{}", seat.0), "data-do"),
        None => ("true".to_owned(), "aria-disabled"),
    };
    // Enter in the field waits until this is about what stands there.
    out.put(
        "<button id='shop-take' class='btn' type='button' aria-live='off' data-for='$' $='$'>$</button> \
         <p id='shop-answer' class='$'>$</p>",
        &[],
        &[typed, can, &does, &name, if refused { "refused" } else { "" }, &says],
    );
    out
}

/// The seats that are chosen. What the shop says of them is read aloud, not this too.
pub(super) fn chosen(counter: &Counter<'_>) -> Markup {
    let scenario = counter.scenario;
    let mut out = Markup::new();
    if scenario.clicks.is_empty() {
        return out;
    }
    let floor = Floor::of(scenario);
    out.put("<ul class='chosen' aria-label='$'>", &[], &[texts::YOUR_SEATS]);
    for seat in &scenario.clicks {
        let name = scenario.hall.name(*seat);
        let mut notes = Vec::new();
        let state = standing(counter, *seat);
        if state != texts::FREE {
            notes.push(state);
        }
        if !floor.has(*seat) {
            notes.push(texts::NOT_DRAWN.to_owned());
        }
        out.put("<li><b>$</b> <small>$</small>", &[], &[&name, &notes.join(", ")]);
        out.put(
            "<button type='button' data-do='click:%' aria-label='$'><span aria-hidden='true'>×</span></button></li>",
            &[seat.0 as i32],
            &[&texts::remove(&name)],
        );
    }
    out.raw("</ul>");
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_read_however_it_is_written() {
        let hall = Hall { rows: 40, cols: 60 };
        for name in ["D6", "d6", " D 6 ", "d-06", "D006"] {
            assert_eq!(Typed::read(hall, name), Typed::Seat(Seat(3 * 60 + 5)), "{name}");
        }
        assert_eq!(Typed::read(hall, "an60"), Typed::Seat(Seat(2399)));
        assert_eq!(Typed::read(hall, " "), Typed::Nothing);
        assert_eq!(Typed::read(hall, "an"), Typed::Row("AN".to_owned()));
        for name in ["D0", "D61", "D99999999999"] {
            assert_eq!(Typed::read(hall, name), Typed::NotInRow("D".to_owned()), "{name}");
        }
        for name in ["AO1", "ZZZZZZZZ", "AO"] {
            assert!(matches!(Typed::read(hall, name), Typed::NoRow(_)), "{name}");
        }
        for name in ["6", "6D", "D6x", "Ä1", "D6.5", "<b>"] {
            assert_eq!(Typed::read(hall, name), Typed::NoName, "{name}");
        }
    }
}
