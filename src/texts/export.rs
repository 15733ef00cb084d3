//! The formats of files, and why a file cannot be made or opened.

pub const RUN: &str = "Run file, to be opened again";
pub const JSON: &str = "Run as JSON";
pub const PERFETTO: &str = "Timeline for Perfetto (trace events)";
pub const MERMAID: &str = "Sequence diagram (Mermaid)";
pub const HISTORY: &str = "History for checkers (Jepsen, Porcupine)";
pub const SVG: &str = "Picture (SVG)";
pub const SVG_DARK: &str = "Picture, dark (SVG)";
pub const CSV: &str = "Events as a table (CSV)";
pub const RUST: &str = "Regression test (Rust)";
pub const POSTGRES: &str = "Script for PostgreSQL sessions (SQL)";
pub const TRANSCRIPT: &str = "Transcript";

/// `what` is one of those below.
pub fn too_large(count: usize, what: &str, max: usize) -> String {
    format!("the run has {count} {what}; this format takes at most {max}")
}

pub const EVENTS: &str = "events";
pub const USERS: &str = "users";
pub const STEPS: &str = "steps";

/// The title of a run, where the gallery has none: who wants one seat.
pub fn wants_seat(users: u32, seat: &str) -> String {
    match users {
        1 => format!("{users} user wants {seat}"),
        _ => format!("{users} users race for {seat}"),
    }
}

/// The same of several seats, or of none.
pub fn wants_seats(users: u32, seats: usize) -> String {
    match (users, seats) {
        (_, 0) => "Nobody wants a seat".to_owned(),
        (1, _) => format!("{users} user wants {seats} seats"),
        _ => format!("{users} users race for {seats} seats"),
    }
}

/// Why nothing is known of some seats of a history.
pub fn too_many_looks(max: u64) -> String {
    format!("stopped after {max} looks at operations: too many overlap")
}

// Why a run file cannot be opened.

pub fn file_too_long(bytes: usize, max: usize) -> String {
    format!("the file is {bytes} bytes long; run files have at most {max}")
}

/// `why` is what the reader of JSON says, in English.
pub fn no_json_object(why: &str) -> String {
    format!("the file is no JSON object: {why}")
}

pub fn newer_file(version: u64, known: u32) -> String {
    format!("the file has version {version}; this program reads version {known}")
}

pub fn other_digest(file: &str, run: &str) -> String {
    format!(
        "the field digest is {file}, but the run has {run}: the file was changed, or made by a program that runs otherwise"
    )
}

/// `is` is one of those below.
pub fn field(name: &str, is: &str) -> String {
    format!("the field {name} {is}")
}

pub const IS_MISSING: &str = "is missing";
pub const IS_NOT_A_TEXT: &str = "is not a text";
pub const HAS_CONTROL_CHARACTERS: &str = "has control characters";

pub fn has_more_characters(max: usize) -> String {
    format!("has more than {max} characters")
}

/// It can only be this.
pub fn is_not(value: &str) -> String {
    format!("is not {value}")
}

pub fn is_not_what_was_executed(order: &str) -> String {
    format!("is not what was executed, {order}")
}

/// Of the field `scenario`.
pub const IS_NOT_WHAT_QUERY_MEANS: &str = "is not what the field query means in this program";

/// Of the field `seed`.
pub fn is_not_that_of_query(seed: u64) -> String {
    format!("is not that of the field query, {seed}")
}

/// `why` begins with the place.
pub fn is_no_order(why: &str) -> String {
    format!("is no order {why}")
}

/// Of the field `strategy`.
pub const IS_NONE_OF_QUERY: &str = "is none of the field query";

pub fn cannot_be_used(problems: &[String]) -> String {
    format!("cannot be used: {}", problems.join("; "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_race_may_be_for_no_seat() {
        assert_eq!([1, 2].map(|users| wants_seats(users, 0)), ["Nobody wants a seat"; 2]);
        assert_eq!(wants_seats(1, 2), "1 user wants 2 seats");
        assert_eq!(wants_seats(2, 3), "2 users race for 3 seats");
    }
}
