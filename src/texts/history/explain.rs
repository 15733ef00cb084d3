//! A contradiction in words. `who` is the name of a process, `seats` are names as in "D1 and D2".
//!
//! Phrases say who did what and stand in sentences, mostly at their beginning; deeds are the same as things.

/// The process that is none: the clock.
pub const THE_CLOCK: &str = "the clock";

pub fn process(number: i64) -> String {
    format!("process {number}")
}

pub fn lines_and(begins: usize, ends: usize) -> String {
    format!("lines {begins} and {ends}")
}

pub fn lines_to(begins: usize, ends: usize) -> String {
    format!("lines {begins} to {ends}")
}

pub fn from_line_on(begins: usize) -> String {
    format!("from line {begins} on")
}

// Phrases.

pub fn was_told_taken(who: &str, seats: &str, count: usize) -> String {
    match count {
        1 => format!("{who} was told that {seats} was taken"),
        _ => format!("{who} was told that one of {seats} was taken"),
    }
}

pub fn was_told_held(who: &str, seats: &str, count: usize) -> String {
    match count {
        1 => format!("{who} was told that {seats} was held"),
        _ => format!("{who} was told that one of {seats} was held"),
    }
}

/// `action` is the name of the format, such as `book`.
pub fn failed_to(who: &str, action: &str, seats: &str) -> String {
    format!("{who} failed to {action} {seats}")
}

pub fn may_have(who: &str, action: &str, seats: &str) -> String {
    format!("{who} asked to {action} {seats} and may have done so")
}

pub fn booked_late(who: &str, seats: &str) -> String {
    format!("{who} booked {seats} after the hold had ended")
}

pub fn booked(who: &str, seats: &str) -> String {
    format!("{who} booked {seats}")
}

pub fn reserved(who: &str, seats: &str) -> String {
    format!("{who} reserved {seats}")
}

pub fn confirmed(who: &str, seats: &str) -> String {
    format!("{who} confirmed {seats}")
}

pub fn gave_up(who: &str, seats: &str) -> String {
    format!("{who} gave {seats} up")
}

pub fn hold_ended(seats: &str) -> String {
    format!("the hold on {seats} ended")
}

// Deeds.

pub fn refusal(who: &str, seats: &str) -> String {
    format!("{who}'s refusal for {seats}")
}

pub fn booking(who: &str, seats: &str) -> String {
    format!("{who}'s booking of {seats}")
}

pub fn reservation(who: &str, seats: &str) -> String {
    format!("{who}'s reservation of {seats}")
}

pub fn confirmation(who: &str, seats: &str) -> String {
    format!("{who}'s confirmation of {seats}")
}

pub fn cancellation(who: &str, seats: &str) -> String {
    format!("{who}'s cancellation of {seats}")
}

pub fn end_of_hold(seats: &str) -> String {
    format!("the end of the hold on {seats}")
}

/// A deed with its lines, in a list.
pub fn deed_in(deed: &str, lines: &str) -> String {
    format!("{deed} ({lines})")
}

// What it comes to.

pub fn up_to_line(line: usize, phrase: &str) -> String {
    format!("Up to line {line} there is an order; with it there is none: {phrase}.")
}

/// `shared` are the seats, so many, that are in both phrases.
pub fn taken_twice(first: &str, second: &str, shared: &str, count: usize) -> String {
    match count {
        1 => format!(
            "{first} and {second}, and nobody gave {shared} back in between: whoever came second cannot have found it free."
        ),
        _ => format!(
            "{first} and {second}, and nobody gave all of {shared} back in between: whoever came second cannot have found \
             all of them free."
        ),
    }
}

pub fn at_no_moment(phrase: &str) -> String {
    format!("{phrase}, but at no moment could that be.")
}

pub fn not_both_answered_so(first: &str, then: &str) -> String {
    format!(
        "{first} comes before {then}, because it had ended when that began; but in that order they cannot both be \
         answered so."
    )
}

pub const NO_ORDER_AGREES: &str = "No order agrees with all of this.";

/// A refusal that nothing explains; `later` are deeds with their lines.
pub fn cannot_be_booked_by_then(phrase: &str, line: usize, later: &str) -> String {
    format!(
        "{phrase}, and had that answer in line {line}. Nobody can have booked it by then: {later} began only afterwards."
    )
}

pub fn cannot_be_held_by_then(phrase: &str, line: usize, later: &str) -> String {
    format!(
        "{phrase}, and had that answer in line {line}. Nobody can have held it by then: {later} began only afterwards."
    )
}

pub fn cannot_be_booked(phrase: &str) -> String {
    format!("{phrase}, but nobody can have booked it before.")
}

pub fn cannot_be_held(phrase: &str) -> String {
    format!("{phrase}, but nobody can have held it before.")
}

// What it needs: a phrase, what was so if it is true, and its lines.

pub fn comes_before(first: &str, then: &str, ends: usize, begins: usize) -> String {
    format!(
        "{first} comes before {then}, because it had ended (line {ends}) when that began (line {begins})."
    )
}

pub fn so_somebody_had_it(phrase: &str, lines: &str) -> String {
    format!("{phrase}, so somebody had it then ({lines}).")
}

pub fn so_nobody_else_had_it(phrase: &str, lines: &str, count: usize) -> String {
    match count {
        1 => format!("{phrase}, so nobody else had it then ({lines})."),
        _ => format!("{phrase}, so nobody else had them then ({lines})."),
    }
}

pub fn so_it_was_not_booked(phrase: &str, lines: &str, count: usize) -> String {
    match count {
        1 => format!("{phrase}, so it was not booked just before ({lines})."),
        _ => format!("{phrase}, so they were not booked just before ({lines})."),
    }
}

pub fn so_it_was_free(phrase: &str, lines: &str, count: usize) -> String {
    match count {
        1 => format!("{phrase}, so it was free just before ({lines})."),
        _ => format!("{phrase}, so they were free just before ({lines})."),
    }
}

pub fn so_it_was_held_for(phrase: &str, lines: &str, count: usize, who: &str) -> String {
    match count {
        1 => format!("{phrase}, so it was still held for {who} ({lines})."),
        _ => format!("{phrase}, so they were still held for {who} ({lines})."),
    }
}

pub fn so_it_was_not_held(phrase: &str, lines: &str, count: usize) -> String {
    match count {
        1 => format!("{phrase}, so it was not held just after ({lines})."),
        _ => format!("{phrase}, so they were not held just after ({lines})."),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn several_seats_are_they() {
        assert_eq!(
            so_nobody_else_had_it("Alice booked A1 late", "lines 1 and 2", 1),
            "Alice booked A1 late, so nobody else had it then (lines 1 and 2)."
        );
        assert_eq!(
            so_nobody_else_had_it("Alice booked A1 and A2 late", "lines 1 and 2", 2),
            "Alice booked A1 and A2 late, so nobody else had them then (lines 1 and 2)."
        );
        assert_eq!(
            taken_twice("Alice booked A1 and A2", "Bob booked A2 and A3", "A2", 1),
            "Alice booked A1 and A2 and Bob booked A2 and A3, and nobody gave A2 back in between: whoever came second \
             cannot have found it free."
        );
        assert_eq!(
            taken_twice("Alice booked A1 and A2", "Bob booked A1 and A2", "A1 and A2", 2),
            "Alice booked A1 and A2 and Bob booked A1 and A2, and nobody gave all of A1 and A2 back in between: whoever \
             came second cannot have found all of them free."
        );
    }
}
