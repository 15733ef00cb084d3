//! The run as an SQL script for PostgreSQL: one psql session a user, the interleaving in comments.
//!
//! Every step is a statement or a short transaction that asks what the step asked, and the comment behind it says what it
//! must answer. A ticket is a row, so that a seat can be sold twice; only the strategy keeps it from happening. Locks are
//! advisory locks: like those of the show they are reentrant, given back one by one, and queued for. Time is not waited
//! for: an expiring hold is a statement of its own.

mod books;
mod steps;

use super::{Finished, TooLarge};
use crate::texts::export as texts;
use crate::texts::forms::plural;
use crate::trace::Outcome;
use crate::units::{Seat, User};
use books::Books;
use std::collections::BTreeSet;

/// The most users: each needs a psql session.
pub const SESSIONS_MAX: usize = 8;

/// The most steps: a person types them.
pub const SCRIPT_STEPS_MAX: usize = 500;

/// The run as a script.
///
/// # Errors
/// There are more users than anybody opens sessions for, or more steps than anybody types.
pub(super) fn postgres(run: &Finished) -> Result<String, TooLarge> {
    TooLarge::check(texts::USERS, run.scenario.users as usize, SESSIONS_MAX)?;
    TooLarge::check(texts::STEPS, run.steps() as usize, SCRIPT_STEPS_MAX)?;
    let mut script = Script { run, books: Books::default(), text: String::new() };
    script.head();
    script.setup();
    for events in run.run.trace.events.chunk_by(|a, b| a.step == b.step) {
        script.step(events);
    }
    script.end();
    Ok(script.text)
}

struct Script<'a> {
    run: &'a Finished,
    books: Books,
    text: String,
}

/// Comments are no wider than this, so that they can be read beside the code.
const WIDTH: usize = 110;

impl Script<'_> {
    fn comment(&mut self, text: &str) {
        let mut line = String::from("--");
        for word in text.split_whitespace() {
            if line.len() + 1 + word.len() > WIDTH && line.len() > 2 {
                self.text.push_str(&line);
                self.text.push('\n');
                line = String::from("--");
            }
            line = format!("{line} {word}");
        }
        self.text.push_str(&line);
        self.text.push('\n');
    }

    fn sql(&mut self, statement: &str) {
        self.text.push_str(statement);
        self.text.push('\n');
    }

    fn gap(&mut self) {
        self.text.push('\n');
    }

    fn head(&mut self) {
        let sessions: Vec<String> =
            (0..self.run.scenario.users).map(|user| session(User(user))).collect();
        self.comment(&format!("{}, {}. {}", self.run.title(), self.run.contest, self.run.says()));
        self.comment(&format!("The same run in seatrace: {}", self.run.query()));
        self.gap();
        self.comment(&format!(
            "Open psql once for each of {}, and once for the clock. Run each block in the session that stands before it, from top to bottom. \
             A session that waits for a lock gives no prompt: leave it and go on with the next block.",
            sessions.join(", ")
        ));
    }

    fn setup(&mut self) {
        let seats: BTreeSet<Seat> = self.run.wants.iter().flatten().copied().collect();
        let names: Vec<String> = seats.into_iter().map(|seat| self.name(seat)).collect();
        let rows = |names: &[String]| {
            names.iter().map(|name| format!("({name})")).collect::<Vec<_>>().join(", ")
        };
        self.gap();
        self.comment("[setup] the clock");
        self.sql("DROP TABLE IF EXISTS seatrace_ticket, seatrace_seat, seatrace_version;");
        self.sql("CREATE TABLE seatrace_ticket (seat text NOT NULL, owner text NOT NULL);");
        self.sql("CREATE TABLE seatrace_seat (name text PRIMARY KEY, held_by text, token integer, expired boolean NOT NULL DEFAULT false);");
        self.sql("CREATE TABLE seatrace_version (scope text PRIMARY KEY, version integer NOT NULL DEFAULT 0);");
        self.sql(&format!("INSERT INTO seatrace_seat (name) VALUES {};", rows(&names)));
        let scopes = [vec!["'show'".to_owned()], names].concat();
        self.sql(&format!("INSERT INTO seatrace_version (scope) VALUES {};", rows(&scopes)));
    }

    fn end(&mut self) {
        let doubles = self.run.figures.double_sold;
        let tickets = self.run.figures.tickets;
        let waits = self.run.figures.users.iter().any(|user| user.result == Some(Outcome::Waiting));
        self.gap();
        if waits {
            self.comment(
                "Here users wait for ever. After deadlock_timeout PostgreSQL notices a cycle and gives one of them an error; \
                 a session that was left with its lock is waited for until it is closed.",
            );
        }
        self.comment("[end] the clock");
        self.sql("SELECT seat, owner FROM seatrace_ticket ORDER BY seat, owner;");
        self.comment(&format!("answers: {tickets} {}", plural(tickets, "row")));
        self.sql("SELECT seat, count(DISTINCT owner) AS owners FROM seatrace_ticket GROUP BY seat HAVING count(DISTINCT owner) > 1;");
        self.comment(&format!(
            "answers: {doubles} {}: what was sold twice",
            plural(doubles, "row")
        ));
    }

    /// A seat's name as an SQL text.
    fn name(&self, seat: Seat) -> String {
        quoted(&self.run.scenario.hall.name(seat))
    }
}

/// `A (Alice)`.
fn session(user: User) -> String {
    user.letter().map_or_else(|| user.to_string(), |letter| format!("{letter} ({user})"))
}

/// A text of SQL.
fn quoted(text: &str) -> String {
    format!("'{}'", text.replace('\'', "''"))
}

#[cfg(test)]
mod tests;
