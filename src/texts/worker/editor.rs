//! The scenario editor. The parameters and their words are those of the query.

// The groups of parameters, each with the labels of its fields.
pub const HALL_AND_USERS: &str = "Hall and users";
pub const USERS: &str = "Users";
pub const HALL: &str = "Hall";
pub const WANTED_SEATS: &str = "Wanted seats";
pub const SEATS_AN_ORDER: &str = "Seats each";
pub const SEED: &str = "Seed";

pub const STRATEGIES: &str = "Strategies";
pub const COMPARED: &str = "Compared";
pub const MIXED: &str = "Mixed";

pub const TIME: &str = "Time";
pub const CLOCK: &str = "Clock";
pub const ARRIVAL: &str = "Arrival";
pub const LATENCY: &str = "Latency";
pub const THINKING: &str = "Thinking";

pub const OPTIMISTIC: &str = "Optimistic locking";
pub const ATTEMPTS: &str = "Attempts";
pub const BACK_OFF: &str = "Back-off";
pub const VERSION: &str = "Version";

pub const PESSIMISTIC: &str = "Pessimistic locking";
pub const LOCK: &str = "Lock";
pub const LOCK_ORDER: &str = "Lock order";

pub const HOLDS_AND_PAYMENT: &str = "Holds and payment";
pub const HOLD: &str = "Hold";
pub const EXPIRY: &str = "Expiry";
pub const PAYMENT: &str = "Payment";
pub const DECLINED: &str = "Declined";
pub const UNANSWERED: &str = "Unanswered";
pub const PAYMENT_TIMEOUT: &str = "Payment timeout";
pub const LATE_PAYMENT: &str = "Late payment";

pub const ORDER: &str = "Order";
pub const SCHEDULER: &str = "Scheduler";
pub const DEPTH: &str = "Depth";
pub const FIRST_CHOICES: &str = "First choices";
pub const CRASHES: &str = "Crashes";

pub const YOU: &str = "You";
pub const YOUR_LETTER: &str = "Your letter";
pub const YOUR_CLICKS: &str = "Your clicks";

/// In place of the value of a parameter.
pub const NOT_IN_USE: &str = "not in use";
/// Below the groups.
pub const TIMES: &str =
    "Times are in ms, s or m; A..B is drawn anew for each user. A change starts the race again.";

pub const UNDO: &str = "Undo";
pub const REDO: &str = "Redo";
pub const RESET_ALL: &str = "Reset all";
pub const RESET_ALL_TITLE: &str = "Everything as the gallery has it";
pub const GALLERY: &str = "Gallery";

pub const ROWS: &str = "Rows";
pub const SEATS_A_ROW: &str = "Seats a row";
/// Before the users of whom one is to be chosen.
pub const PRESS_THE_SEATS: &str = "Press the seats wanted by";
pub const EVERYBODY: &str = "everybody";
pub const WANTED_BY_NOBODY: &str = "wanted by nobody";
pub const WANTED_BY_EVERYBODY: &str = "wanted by everybody";

/// The button beside a field, read aloud.
pub fn reset(label: &str) -> String {
    format!("Reset {label}")
}

/// What that button leads back to.
pub fn back_to(value: &str) -> String {
    format!("Back to {value}")
}

/// Below a field: its sentence, what it may be where its control does not show that, and the value of the gallery.
pub fn help(sentence: &str, allowed: Option<&str>, usual: &str) -> String {
    match allowed {
        None => format!("{sentence} Usually {usual}."),
        Some(allowed) => format!("{sentence} {allowed}. Usually {usual}."),
    }
}

/// How many changes a button can undo or redo.
pub fn changes(button: &str, n: usize) -> String {
    match n {
        0 => format!("{button}: nothing to do"),
        1 => format!("{button}: 1 change"),
        n => format!("{button}: {n} changes"),
    }
}

/// A hall of more seats than are drawn.
pub fn not_drawn(most: u32) -> String {
    format!("A hall of more than {most} seats is not drawn here: name the seats below.")
}

/// The seats, read aloud: what one of the users wants, or everybody.
pub fn wanted_seats(who: &str) -> String {
    format!("Seats that {who} wants. Press one to add or remove it.")
}

/// Rows, or seats a row.
pub fn one_less(label: &str) -> String {
    format!("One less: {label}")
}

/// Rows, or seats a row.
pub fn one_more(label: &str) -> String {
    format!("One more: {label}")
}

/// By these few.
pub fn wanted_by(users: &[String]) -> String {
    format!("wanted by {}", users.join(", "))
}

pub fn wanted_by_many(users: usize) -> String {
    format!("wanted by {users} users")
}

/// A seat by its place and by who wants it.
pub fn seat(row: &str, number: u32, wanted: &str) -> String {
    format!("Row {row}, seat {number}, {wanted}")
}
