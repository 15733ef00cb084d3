//! The hall as something to press: how many rows and columns, and who wants which seat.

use crate::lab;
use crate::player::Markup;
use crate::player::paint::{hue, initial};
use crate::scenario::Scenario;
use crate::texts::worker::editor as texts;
use crate::units::{Hall, Seat, User};

/// Larger halls are typed, not pressed, in seats: one button each has to be made again at every change.
pub const HALL_SEATS_MAX: u32 = 1_000;

/// So many users can be chosen one by one: they have a letter each.
const USERS_MAX: u32 = crate::units::LETTERS;

/// The hall, with the seats that a user wants pressed in; none: everybody.
pub fn wanted_hall(scenario: &Scenario, whose: Option<User>, says: &str) -> Markup {
    let mut out = Markup::new();
    let hall = scenario.hall;
    out.raw("<div class='shape'>");
    count(&mut out, "rows", texts::ROWS, hall.rows);
    count(&mut out, "columns", texts::SEATS_A_ROW, hall.cols);
    out.raw("</div>");
    if hall.seats() > HALL_SEATS_MAX {
        out.put("<p class='hint'>$</p>", &[], &[&texts::not_drawn(HALL_SEATS_MAX)]);
        return out;
    }
    let wants = lab::wants(scenario);
    whom(&mut out, scenario.users, whose);
    let name = whose.map_or(texts::EVERYBODY.to_owned(), |user| user.to_string());
    out.put(
        "<div class='hall-scroll' tabindex='-1'><div class='hall-grid' role='grid' aria-label='$'>",
        &[],
        &[&texts::wanted_seats(&name)],
    );
    let first = first_seat(&wants, whose);
    for row in 0..hall.rows {
        let letter = Hall::row_name(row);
        out.put("<div role='row'><span role='rowheader'>$</span>", &[], &[&letter]);
        for col in 0..hall.cols {
            seat(&mut out, hall, Seat(row * hall.cols + col), &wants, whose, first);
        }
        out.raw("</div>");
    }
    out.put("</div></div><p class='says' role='status'>$</p>", &[], &[says]);
    out
}

fn count(out: &mut Markup, what: &str, label: &str, n: u32) {
    out.put(
        "<span class='counter' role='group' aria-label='$'><span>$</span>\
         <button id='edit-$-less' class='btn' type='button' data-edit='$:less' aria-label='$'>−</button><b>%</b>\
         <button id='edit-$-more' class='btn' type='button' data-edit='$:more' aria-label='$'>+</button></span>",
        &[n as i32],
        &[label, label, what, what, &texts::one_less(label), what, what, &texts::one_more(label)],
    );
}

/// Whose seats are chosen.
fn whom(out: &mut Markup, users: u32, whose: Option<User>) {
    if users == 1 {
        return;
    }
    out.put("<fieldset class='whose'><legend>$</legend>", &[], &[texts::PRESS_THE_SEATS]);
    let mut one = |value: &str, label: &str, name: &str, class: &str, on: bool| {
        let checked = if on { "checked" } else { "" };
        out.put(
            "<label class='$' title='$'><input id='whose-$' type='radio' name='whose' value='$' data-edit='whose:' aria-label='$' $>\
             <span>$</span></label>",
            &[],
            &[class, name, value, value, name, checked, label],
        );
    };
    one("", texts::EVERYBODY, texts::EVERYBODY, "all", whose.is_none());
    for user in (0..users.min(USERS_MAX)).map(User) {
        let letter = initial(user);
        one(&letter, &letter, &user.to_string(), hue(user), whose == Some(user));
    }
    out.raw("</fieldset>");
}

/// Where the grid is entered.
fn first_seat(wants: &[Vec<Seat>], whose: Option<User>) -> Seat {
    let orders = whose.and_then(|user| wants.get(user.0 as usize)).or(wants.first());
    orders.and_then(|order| order.first()).copied().unwrap_or(Seat(0))
}

fn seat(
    out: &mut Markup,
    hall: Hall,
    seat: Seat,
    wants: &[Vec<Seat>],
    whose: Option<User>,
    first: Seat,
) {
    let wanting: Vec<User> = (0..)
        .map(User)
        .zip(wants)
        .filter(|(_, order)| order.contains(&seat))
        .map(|(user, _)| user)
        .collect();
    let all = wanting.len() == wants.len();
    let on = whose.map_or(all, |user| wanting.contains(&user));
    let who = match &wanting[..] {
        [] => texts::WANTED_BY_NOBODY.to_owned(),
        _ if all && wants.len() > 1 => texts::WANTED_BY_EVERYBODY.to_owned(),
        some if some.len() <= 4 => {
            let names: Vec<String> = some.iter().map(ToString::to_string).collect();
            texts::wanted_by(&names)
        }
        some => texts::wanted_by_many(some.len()),
    };
    let sign = match &wanting[..] {
        [] => String::new(),
        [one] => initial(*one),
        more => more.len().to_string(),
    };
    let (row, number) = (Hall::row_name(hall.row(seat)), hall.col(seat) + 1);
    let name = texts::seat(&row, number, &who);
    let pressed = if on { "true" } else { "false" };
    let tab = if seat == first { 0 } else { -1 };
    let id = hall.name(seat);
    out.put(
        "<button id='edit-$' type='button' role='gridcell' tabindex='%' aria-selected='$' class='$' data-edit='seat:$' aria-label='$'>$</button>",
        &[tab],
        &[&id, pressed, if wanting.is_empty() { "" } else { "some" }, &id, &name, &sign],
    );
}
