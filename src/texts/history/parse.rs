//! Why a text is no history: sentences without a full stop. Names of actions and results are those of the format.

pub fn in_line(line: usize, says: &str) -> String {
    format!("line {line}: {says}")
}

pub fn longer_than(mib_max: usize) -> String {
    format!("the file is longer than {mib_max} MiB, the limit")
}

pub const NO_RECORDS: &str = "the history has no records";

pub fn lines_at_most(max: usize) -> String {
    format!("a history has at most {max} lines")
}

pub fn bytes_at_most(max: usize) -> String {
    format!("a line has at most {max} bytes")
}

pub const NOT_UTF_8: &str = "this is not UTF-8";

/// `what` is what the reader of JSON says, in English.
pub fn not_json(what: &str, column: usize) -> String {
    format!("this is not JSON: {what} at column {column}")
}

pub fn seats_at_most(max: usize) -> String {
    format!("an operation has at most {max} seats")
}

pub fn index_goes_back(index: u64, last: u64) -> String {
    format!("index {index} comes after index {last}: they must grow")
}

pub fn time_goes_back(from_ns: u64, to_ns: u64) -> String {
    format!("time goes back, from {from_ns} to {to_ns} ns")
}

pub fn name_of_a_seat(chars_max: usize) -> String {
    format!("the name of a seat has 1 to {chars_max} characters")
}

pub fn begins_too_early(process: i64) -> String {
    format!("process {process} begins an operation before its last one has ended")
}

pub fn goes_on_after_info(process: i64) -> String {
    format!("process {process} goes on after an operation that ended with `info`")
}

pub const BEGINS_WITH_SEATS: &str = "an operation begins with a list of seats";
pub const SEAT_TWICE: &str = "an operation names a seat twice";
pub const BEGINS_WITH_RESULT: &str = "an operation that begins has no result yet";

pub fn ends_unbegun(process: i64) -> String {
    format!("process {process} ends an operation that it has not begun")
}

pub fn ends_another(process: i64, ends: &str, begun: &str) -> String {
    format!("process {process} ends `{ends}`, but had begun `{begun}`")
}

pub fn ends_on_other_seats(process: i64) -> String {
    format!("process {process} ends an operation on other seats than it had begun")
}

pub fn ok_without_result(action: &str) -> String {
    format!("`{action}` ends with `ok` but without a result")
}

pub fn cannot_end_with(action: &str, result: &str, known: &[&str]) -> String {
    let known: Vec<String> = known.iter().map(|word| format!("`{word}`")).collect();
    format!("`{action}` cannot end with `{result}`, only with {}", known.join(" or "))
}
