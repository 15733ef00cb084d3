//! The shop: what the person at the page is asked and told, and the names of the seats that can be pressed.
//!
//! Seats are told by their names, as a list; a sentence agrees with their number.

use crate::texts::forms::{lapse, listed};
use crate::units::{Ms, User};

/// The grid of the seats.
pub const SEATS: &str = "Seats";
pub const FREE: &str = "free";

pub const RACE_AGAIN: &str = "Race again";
pub const TAKE_IT: &str = "Take it";
pub const SEE_HOW_IT_WENT: &str = "See how it went";
pub const LOOK_AGAIN: &str = "Look again";
pub const PAY: &str = "Pay";
pub const PAY_EMPTY: &str = "Pay with an empty card";
pub const LOSE_CONNECTION: &str = "Lose the connection";

pub const OTHERS_GO_ON: &str = "The others go on at the speed of people.";
pub const SENDING: &str = "Sending…";
pub const ON_ITS_WAY: &str = "What you pressed is on its way to the show.";
pub const CHOOSE: &str = "Choose a seat.";
pub const LOCK_MORE: &str = "With the lock you look and book alone; the others wait.";
pub const HOLD_MORE: &str = "A seat that you hold is yours while you pay.";
pub const LOOK_MORE: &str = "This shop keeps nothing for you until you book.";
pub const QUICKER: &str = "Sorry, somebody was quicker.";
pub const ONE_MOMENT: &str = "One moment…";
pub const AT_WORK: &str = "The shop is at work for you.";
pub const HOLD_HAS_ENDED: &str = "Your hold has ended.";
pub const HOLD_DOES_NOT_END: &str = "The hold does not end.";
pub const PAY_BEFORE: &str = "Pay before the hold ends.";
pub const ALWAYS_QUICKER: &str = "Somebody was quicker every time.";
pub const PAID_LATE: &str = "Your payment came after your hold had ended.";

/// The payment form.
pub const PAYMENT: &str = "Payment, simulated";
pub const TIME_LEFT: &str = "Time left";
/// In place of the time that is left.
pub const NO_TIME_LEFT: &str = "none";
pub const NO_LIMIT: &str = "no limit";
pub const NO_CARD: &str = "No card is asked for: choose the bank’s answer.";
pub const BANK_PAYS: &str = "The bank pays.";
pub const BANK_DECLINES: &str = "The bank says no.";
pub const NO_ANSWER: &str = "No answer comes.";

/// The field for the name of a seat, and the button behind it while there is no such seat.
pub const SEAT: &str = "Seat";
pub const CHOOSE_IT: &str = "Choose";
/// The list of the seats that are chosen.
pub const YOUR_SEATS: &str = "Your seats";
/// A seat outside the block that is drawn.
pub const NOT_DRAWN: &str = "not in the picture";

/// Under “Choose a seat”.
pub fn choose_more(user: User) -> String {
    format!(
        "You are {user}. Press seats in the hall or type their names. “Let it run” lets the others in."
    )
}

pub fn choose(seat: &str) -> String {
    format!("Choose {seat}")
}

/// Of those that are chosen.
pub fn remove(seat: &str) -> String {
    format!("Remove {seat}")
}

/// Nothing is typed yet.
pub fn any_seat(last: &str) -> String {
    match last {
        "A1" => "This hall has one seat, A1.".to_owned(),
        last => format!("Any from A1 to {last}."),
    }
}

pub fn row_has(row: &str, cols: u32) -> String {
    match cols {
        1 => format!("Row {row} has one seat, {row}1."),
        _ => format!("Row {row} has the seats {row}1 to {row}{cols}."),
    }
}

pub fn no_row(row: &str, last: &str) -> String {
    match last {
        "A" => format!("There is no row {row}: this hall has row A alone."),
        last => format!("There is no row {row}: the rows are A to {last}."),
    }
}

pub fn no_name(typed: &str) -> String {
    format!("“{typed}” names no seat. Write row and number, such as A1.")
}

/// How it stands.
pub fn seat_is(seat: &str, state: &str) -> String {
    format!("{seat} is {state}.")
}

pub fn already_chosen(seat: &str) -> String {
    format!("You have chosen {seat} already.")
}

pub fn no_more_than(most: u32) -> String {
    format!("You have chosen {most} seats, the most for one purchase. Remove one first.")
}

pub fn tickets(n: usize) -> String {
    if n == 1 { "1 ticket".to_owned() } else { format!("{n} tickets") }
}

pub fn all(seats: &[String]) -> String {
    listed(seats)
}

/// A seat of the hall by its place, how it stands, and whether the person has chosen it.
pub fn seat(row: &str, number: u32, state: &str, is_chosen: bool) -> String {
    let chosen = if is_chosen { ", chosen by you" } else { "" };
    format!("Row {row}, seat {number}, {state}{chosen}")
}

/// How a seat stands, and who has locked it.
pub fn and_locked(state: &str, user: User) -> String {
    format!("{state}, locked by {user}")
}

pub fn held_by(user: User) -> String {
    format!("held by {user}")
}

pub fn free_after_hold(user: User) -> String {
    format!("free, after a hold of {user}")
}

pub fn sold_to(user: User) -> String {
    format!("sold to {user}")
}

pub fn double_sold_to(users: &[User]) -> String {
    format!("double-sold to {}", names(users))
}

pub fn place_is_yours(user: User) -> String {
    format!("{user}’s place is yours.")
}

pub fn leave_it_to(user: User) -> String {
    format!("Give {user} the place back")
}

pub fn these(seats: &[String]) -> String {
    format!("You have chosen {}.", listed(seats))
}

pub fn lock(seats: &[String]) -> String {
    format!("Lock {}", listed(seats))
}

pub fn hold(seats: &[String]) -> String {
    format!("Hold {}", listed(seats))
}

pub fn look_at(seats: &[String]) -> String {
    format!("Look at {}", listed(seats))
}

pub fn book(seats: &[String]) -> String {
    format!("Book {}", listed(seats))
}

pub fn out_of_date(seats: &[String], attempt: u32, attempts: u32) -> String {
    let seats = listed(seats);
    format!("What you saw of {seats} is out of date: look again. Try {attempt} of {attempts}.")
}

pub fn free(seats: &[String]) -> String {
    format!("{} {} free.", listed(seats), be(seats))
}

/// At which step the person saw that.
pub fn was_free(seats: &[String], since_step: Option<u32>) -> String {
    let since =
        since_step.map_or(String::new(), |step| format!(" when you looked, at step {step}"));
    match seats {
        [_] => format!("It was{since}. Others may be looking at it now."),
        _ => format!("They were{since}. Others may be looking at them now."),
    }
}

pub fn locked_for_you(seats: &[String]) -> String {
    format!("{} {} free, and locked for you.", listed(seats), be(seats))
}

/// Who waits for the seats that the person has locked.
pub fn waiting(seats: &[String], users: &[User]) -> String {
    match users {
        [] if seats.len() == 1 => "Nobody else can book it now.".to_owned(),
        [] => "Nobody else can book them now.".to_owned(),
        [one] => format!("{one} waits until you are done."),
        all => format!("{} wait until you are done.", names(all)),
    }
}

/// From 1.
pub fn number_in_queue(n: usize) -> String {
    format!("You are number {n} in the queue.")
}

/// Who has the lock, if that is known, and of which seat; none: of the show.
pub fn has_the_lock(owner: Option<User>, seat: Option<&str>) -> String {
    let owner = owner.map_or("Somebody".to_owned(), |owner| owner.to_string());
    let what = seat.unwrap_or("the show");
    format!("{owner} has the lock of {what}. Nothing to press: you get it when it is your turn.")
}

pub fn held_for_you(seats: &[String]) -> String {
    format!("{} {} held for you.", listed(seats), be(seats))
}

pub fn form_still_open(seats: &[String]) -> String {
    format!("{} may be somebody else’s by now. The payment form is still open.", listed(seats))
}

/// What the person was told.
pub fn shop_said(told: &str) -> String {
    format!("The shop said: “{told}”.")
}

/// What the person was told, and when.
pub fn shop_said_after(told: &str, after: Ms) -> String {
    format!("After {}, the shop said: “{told}”.", lapse(after))
}

/// What the person was told and others, too.
pub fn shop_said_to_both(told: &str, others: &[User]) -> String {
    format!("The shop said: “{told}”. It said the same to {}.", names(others))
}

pub fn shop_said_refund(told: &str) -> String {
    format!("The shop said: “{told}”. You get your money back.")
}

/// Of these seats the others were told that they have `shared`.
pub fn yours_and_theirs(seats: &[String], shared: &[String], others: &[User]) -> String {
    let theirs = match seats {
        [_] => "It is".to_owned(),
        _ if seats == shared => "They are".to_owned(),
        _ => format!("{} {}", listed(shared), be(shared)),
    };
    format!("{} {} yours. {theirs} {}’s, too.", listed(seats), be(seats), names(others))
}

pub fn yours(seats: &[String]) -> String {
    format!("{} {} yours.", listed(seats), be(seats))
}

pub fn went_to_somebody_else(seats: &[String]) -> String {
    format!("{} went to somebody else.", listed(seats))
}

pub fn somebody_else_pays(seats: &[String]) -> String {
    format!("Somebody else is paying for {}.", listed(seats))
}

pub fn no_ticket(seats: &[String]) -> String {
    format!("No ticket for {}.", listed(seats))
}

fn be(seats: &[String]) -> &'static str {
    if seats.len() == 1 { "is" } else { "are" }
}

fn names(users: &[User]) -> String {
    let names: Vec<String> = users.iter().map(ToString::to_string).collect();
    listed(&names)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn several_seats_are_they() {
        let [one, both] = [&["A1".to_owned()][..], &["A1".to_owned(), "A2".to_owned()]];
        assert_eq!(was_free(one, None), "It was. Others may be looking at it now.");
        assert_eq!(
            was_free(both, Some(3)),
            "They were when you looked, at step 3. Others may be looking at them now."
        );
        assert_eq!(waiting(one, &[]), "Nobody else can book it now.");
        assert_eq!(waiting(both, &[]), "Nobody else can book them now.");
        let bob = &[User(1)];
        assert_eq!(yours_and_theirs(one, one, bob), "A1 is yours. It is Bob’s, too.");
        assert_eq!(yours_and_theirs(both, both, bob), "A1 and A2 are yours. They are Bob’s, too.");
        assert_eq!(yours_and_theirs(both, one, bob), "A1 and A2 are yours. A1 is Bob’s, too.");
    }

    #[test]
    fn whoever_has_the_lock_is_one() {
        assert_eq!(
            has_the_lock(Some(User(0)), Some("A1")),
            "Alice has the lock of A1. Nothing to press: you get it when it is your turn."
        );
    }
}
