//! `check`: whether one show could have answered as a history says.

use super::file::read;
use super::{Answer, BAD_INPUT, STOPPED};
use crate::export::{CheckObject, PartObject, check_object};
use crate::history::{BYTES_MAX, Broken, Checking, History};
use crate::texts::forms::plural;
use std::ffi::OsStr;
use std::fmt::Write;

/// No show could have answered so.
const VIOLATION: u8 = 1;

/// So many operations of an order are printed; `--json` prints all.
const SHOWN_MAX: usize = 20;

/// So many parts in which all is well are printed one by one.
const WELL_MAX: usize = 10;

/// `-` is standard input.
pub(super) fn answer(file: &OsStr, json: bool) -> Answer {
    let shown = file.to_string_lossy();
    let bytes = match read(file, BYTES_MAX) {
        Ok(bytes) => bytes,
        Err(error) => return Answer::bad_input(format!("seatrace: {shown}: {error}\n")),
    };
    let object = match checked(&bytes) {
        Ok(object) => object,
        Err(broken) => return Answer::bad_input(format!("seatrace: {shown}: {broken}\n")),
    };
    let code = match object.ok {
        Some(true) => 0,
        Some(false) => VIOLATION,
        None => STOPPED,
    };
    let out = if json {
        serde_json::to_string(&object).expect("a report has no value that JSON has not") + "\n"
    } else {
        text(&object)
    };
    debug_assert_ne!(code, BAD_INPUT);
    Answer { code, ..Answer::good(out) }
}

fn checked(bytes: &[u8]) -> Result<CheckObject, Broken> {
    Ok(check_object(&Checking::new(History::parse(bytes)?)?.finish()))
}

fn text(object: &CheckObject) -> String {
    let mut out = String::new();
    let verdict = match object.ok {
        Some(true) => {
            "Linearizable: one show, doing one thing after the other, could have answered so."
        }
        Some(false) => "Not linearizable: no show could have answered so.",
        None => "Undecided: a limit was met.",
    };
    let CheckObject { operations, unknown, parts, .. } = object;
    put(&mut out, verdict);
    let of = |n: usize, word| format!("{n} {}", plural(u32::try_from(n).unwrap_or(u32::MAX), word));
    let counted = [of(*operations, "operation"), of(parts.len(), "independent part")].join(" in ");
    put(&mut out, &format!("{counted}; {unknown} of unknown end."));
    let (well, not): (Vec<&PartObject>, Vec<&PartObject>) =
        parts.iter().partition(|part| part.ok == Some(true));
    for part in not {
        bad(&mut out, part);
    }
    for part in well.iter().take(WELL_MAX) {
        good(&mut out, part);
    }
    if well.len() > WELL_MAX {
        put(&mut out, &format!("\nand {} more parts in which all is well", well.len() - WELL_MAX));
    }
    out
}

fn bad(out: &mut String, part: &PartObject) {
    put(out, &format!("\n{}", part.seats.join(", ")));
    if let Some(stopped) = &part.stopped {
        put(out, &format!("  {stopped}"));
    }
    let Some(why) = &part.contradiction else { return };
    put(out, &format!("  {} (line {})", why.says, why.line));
    for because in &why.because {
        put(out, &format!("  - {because}"));
    }
    if !why.minimal {
        put(out, "  There may be a smaller reason; a limit was met while looking for it.");
    }
}

fn good(out: &mut String, part: &PartObject) {
    put(out, &format!("\n{}", part.seats.join(", ")));
    let order = part.linearization.as_deref().unwrap_or_default();
    for (operation, n) in order.iter().take(SHOWN_MAX).zip(1..) {
        let end = operation.result.as_ref().map_or("may have happened", String::as_str);
        let seats = operation.seats.join(", ");
        put(out, &format!("  {n:>3}. {}: {} {seats}, {end}", operation.user, operation.f.name()));
    }
    if order.len() > SHOWN_MAX {
        put(out, &format!("       and {} more", order.len() - SHOWN_MAX));
    }
}

fn put(out: &mut String, line: &str) {
    writeln!(out, "{line}").expect("a string takes everything");
}
