//! What each step asks of the database, and what it must answer.

use super::{Script, quoted, session};
use crate::texts::forms::plural;
use crate::trace::{Event, Op, Outcome};
use crate::units::{Expiry, Scope, Seat, User};

impl Script<'_> {
    /// A block: who, in a comment, then the statements of the step.
    pub(super) fn step(&mut self, events: &[Event]) {
        let first = &events[0];
        // An expiring hold is nobody's doing.
        let actor = first.user().filter(|_| first.op != Op::Expire);
        let who = actor.map_or_else(|| "the clock".to_owned(), session);
        self.gap();
        self.comment(&format!("[{}] {who}: {}", first.step, first.op.name()));
        if matches!(first.op, Op::Commit | Op::Confirm) {
            self.transaction(events);
        } else {
            events.iter().for_each(|event| self.event(event));
        }
        for event in events {
            if let Some(user) = event.user() {
                self.books.see(user, event);
            }
            self.remark(event);
        }
    }

    /// What is said and not asked of the database.
    fn remark(&mut self, event: &Event) {
        let Some(user) = event.user() else {
            if event.op == Op::Wait {
                self.comment(&format!("{} ms pass", event.detail));
            }
            return;
        };
        let says = match (event.op, event.outcome) {
            (Op::Pay, Outcome::Asked) => "asks for the payment".to_owned(),
            (Op::Pay, outcome) => format!("hears of the payment: {}", outcome.name()),
            (Op::Refund, _) => "gets the money back".to_owned(),
            (Op::Crash, _) => {
                "crashes: type nothing more in this session, and leave it open".to_owned()
            }
            (Op::Lock, Outcome::Granted) => "goes on: the lock was granted".to_owned(),
            (Op::End, outcome) => format!("ends: {}", outcome.name()),
            _ => return,
        };
        self.comment(&format!("{user} {says}"));
    }

    fn event(&mut self, event: &Event) {
        let seat = event.seat();
        let user = event.user().map_or_else(String::new, |user| quoted(&user.to_string()));
        match (event.op, seat) {
            (Op::Read | Op::Check, Some(seat)) => self.look(seat, event),
            (Op::Write | Op::Update, Some(seat)) => {
                let seat = self.name(seat);
                self.sql(&format!(
                    "INSERT INTO seatrace_ticket (seat, owner) VALUES ({seat}, {user});"
                ));
            }
            (Op::Lock, _) if event.outcome != Outcome::Granted => {
                self.sql(&format!("SELECT pg_advisory_lock({});", lock(seat)));
                if event.outcome == Outcome::Queued {
                    self.comment("waits");
                }
            }
            (Op::Unlock, _) => self.sql(&format!("SELECT pg_advisory_unlock({});", lock(seat))),
            (Op::Reserve, Some(seat)) => self.reserve(seat, &user, event),
            (Op::Release | Op::Cancel | Op::Expire | Op::Sweep, Some(seat)) => {
                self.free(seat, event)
            }
            _ => {}
        }
    }

    fn answers(&mut self, rows: usize, outcome: Outcome) {
        self.comment(&format!(
            "answers: {rows} {} ({})",
            plural(rows as u32, "row"),
            outcome.name()
        ));
    }

    /// Whether a seat is booked, and its version or that of the show.
    fn look(&mut self, seat: Seat, event: &Event) {
        let scope = match self.run.scenario.version {
            Scope::Show => "'show'".to_owned(),
            Scope::Seat => self.name(seat),
        };
        let name = self.name(seat);
        self.sql(&format!(
            "SELECT version, ARRAY(SELECT owner FROM seatrace_ticket WHERE seat = {name}) AS owners FROM seatrace_version WHERE scope = {scope};"
        ));
        self.comment(&format!("answers: {}", event.outcome.name()));
    }

    fn reserve(&mut self, seat: Seat, user: &str, event: &Event) {
        let name = self.name(seat);
        let open = match self.run.scenario.expiry {
            Expiry::Lazy => "(held_by IS NULL OR expired)",
            Expiry::Timer | Expiry::Sweep(_) => "held_by IS NULL",
        };
        let token = if event.outcome == Outcome::Ok { event.detail } else { 0 };
        self.sql(&format!(
            "UPDATE seatrace_seat SET held_by = {user}, token = {token}, expired = false WHERE name = {name} AND {open} \
             AND NOT EXISTS (SELECT 1 FROM seatrace_ticket WHERE seat = {name});"
        ));
        self.answers(usize::from(event.outcome == Outcome::Ok), event.outcome);
    }

    /// A hold is given up, expires or is swept.
    fn free(&mut self, seat: Seat, event: &Event) {
        let (name, token) = (self.name(seat), event.detail);
        let stays = event.op == Op::Expire && self.run.scenario.expiry != Expiry::Timer;
        let change =
            if stays { "expired = true" } else { "held_by = NULL, token = NULL, expired = false" };
        self.sql(&format!(
            "UPDATE seatrace_seat SET {change} WHERE name = {name} AND token = {token};"
        ));
        if matches!(event.op, Op::Release | Op::Cancel) {
            self.comment(&format!("answers: {}", event.outcome.name()));
        }
    }

    /// A commit or a confirm: all its seats in one transaction, which is rolled back unless every row is as it must be.
    fn transaction(&mut self, events: &[Event]) {
        let first = &events[0];
        let Some(user) = first.user() else { return };
        let all = events.iter().filter(|event| event.op == first.op);
        let done = matches!(first.outcome, Outcome::Ok | Outcome::Late | Outcome::LateFree);
        self.sql("BEGIN;");
        let seats: Vec<Seat> = match first.op {
            Op::Commit => self.commit(user, first),
            _ => {
                all.clone().for_each(|event| self.confirm(event));
                all.filter_map(Event::seat).collect()
            }
        };
        if !done {
            self.sql("ROLLBACK;");
            self.comment(&format!("{user} is refused: {}", first.outcome.name()));
            return;
        }
        let owner = quoted(&user.to_string());
        let rows: Vec<String> =
            seats.iter().map(|seat| format!("({}, {owner})", self.name(*seat))).collect();
        self.sql(&format!("INSERT INTO seatrace_ticket (seat, owner) VALUES {};", rows.join(", ")));
        self.sql("COMMIT;");
    }

    /// Counts the versions up where they are still those that were read.
    fn commit(&mut self, user: User, event: &Event) -> Vec<Seat> {
        let seats = self.books.seats(user);
        let names: Vec<String> = seats.iter().map(|seat| self.name(*seat)).collect();
        let versions = self.books.versions(user, self.run.scenario.version);
        let same: Vec<String> = versions
            .iter()
            .map(|(seat, version)| {
                let scope = seat.map_or_else(|| "'show'".to_owned(), |seat| self.name(seat));
                format!("(scope = {scope} AND version = {version})")
            })
            .collect();
        self.sql(&format!(
            "UPDATE seatrace_version SET version = version + 1 WHERE ({}) AND NOT EXISTS (SELECT 1 FROM seatrace_ticket WHERE seat IN ({}));",
            same.join(" OR "),
            names.join(", ")
        ));
        if event.outcome == Outcome::Ok {
            self.answers(versions.len(), event.outcome);
        } else {
            self.comment(&format!("answers: fewer than {} (conflict)", versions.len()));
        }
        seats
    }

    /// Ends a hold that is still its own. A late confirm is accepted without asking, or after asking for the seat only.
    fn confirm(&mut self, event: &Event) {
        let Some(seat) = event.seat() else { return };
        let (name, token) = (self.name(seat), event.detail);
        self.sql(&format!(
            "UPDATE seatrace_seat SET held_by = NULL, token = NULL WHERE name = {name} AND token = {token} AND NOT expired;"
        ));
        match event.outcome {
            Outcome::Ok => self.answers(1, event.outcome),
            Outcome::Late => self.comment("whatever it answers: the payment is accepted (late)"),
            Outcome::LateFree => self.comment("the hold is dead, and the seat is free (late-free)"),
            _ => self.comment("the hold of one seat at least is dead (refused)"),
        }
    }
}

/// The number of a lock: 0 is the show's.
fn lock(seat: Option<Seat>) -> u32 {
    seat.map_or(0, |seat| seat.0 + 1)
}
