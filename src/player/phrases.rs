//! One sentence for one event, or for several that belong together.

use super::{Stage, told};
use crate::texts::forms::{clock, listed};
use crate::trace::{Event, Op, Outcome};
use crate::units::{Hall, Seat, User};

/// More owners than so many are counted and not named.
const NAMED_MAX: usize = 2;

/// The sentence of a group of events: of one op and outcome, on several seats.
pub(super) fn phrase(hall: Hall, before: &Stage, group: &[Event]) -> String {
    let event = &group[0];
    let seats: Vec<Seat> = group.iter().filter_map(Event::seat).collect();
    let tell = Tell { hall, before, event, seats };
    match event.user() {
        None => tell.nobody(),
        Some(_) if event.op == Op::End => tell.end(group),
        Some(user) => tell.of(user),
    }
}

/// The seats as a list of names: "D1 and D2".
pub(super) fn names(hall: Hall, seats: &[Seat]) -> String {
    listed(&seats.iter().map(|seat| hall.name(*seat)).collect::<Vec<_>>())
}

/// What a lock protects: "D1", or "the show".
pub(super) fn protected(hall: Hall, lock: Option<Seat>) -> String {
    lock.map_or_else(|| "the show".to_owned(), |seat| hall.name(seat))
}

struct Tell<'a> {
    hall: Hall,
    before: &'a Stage,
    event: &'a Event,
    seats: Vec<Seat>,
}

impl Tell<'_> {
    fn nobody(&self) -> String {
        match self.event.op {
            Op::Sweep => format!("The sweeper frees {}.", self.names()),
            _ => format!("{} pass.", crate::texts::forms::lapse(self.event.detail.into())),
        }
    }

    fn of(&self, user: User) -> String {
        let outcome = self.event.outcome;
        match self.event.op {
            Op::Read | Op::Check => self.look(user),
            Op::Write => format!("{user} writes {}{}.", self.names(), self.over(user)),
            Op::Update => format!("{user} updates {}{}.", self.names(), self.over(user)),
            Op::Commit if outcome == Outcome::Conflict => self.conflict(user),
            Op::Commit => format!(
                "{user} commits {}{}: version {}.",
                self.names(),
                self.over(user),
                self.event.detail
            ),
            Op::Lock => self.lock(user),
            Op::Unlock => format!("{user} unlocks {}.", self.protected()),
            Op::Reserve => self.reserve(user),
            Op::Release | Op::Cancel => self.give_up(user),
            Op::Pay => self.pay(user),
            Op::Confirm => self.confirm(user),
            Op::Refund => format!("{user} is refunded."),
            Op::Expire if self.seats.len() > 1 => {
                format!("{user}’s holds on {} expire.", self.names())
            }
            Op::Expire => format!("{user}’s hold on {} expires.", self.names()),
            Op::Crash => self.crash(user),
            Op::Sweep | Op::Wait | Op::End => unreachable!("told elsewhere"),
        }
    }

    fn names(&self) -> String {
        names(self.hall, &self.seats)
    }

    fn protected(&self) -> String {
        protected(self.hall, self.event.seat())
    }

    /// Who had a ticket of these seats before the step, each once.
    fn owners(&self) -> Vec<User> {
        let views = self.seats.iter().filter_map(|seat| self.before.seats.get(seat));
        let mut owners = Vec::new();
        for ticket in views.flat_map(|view| &view.tickets) {
            if !owners.contains(&ticket.0) {
                owners.push(ticket.0);
            }
        }
        owners
    }

    /// " over Alice": whom a write does not see.
    fn over(&self, user: User) -> String {
        let mut owners = self.owners();
        owners.retain(|owner| *owner != user);
        match owners.as_slice() {
            [] => String::new(),
            [first, rest @ ..] if owners.len() > NAMED_MAX => {
                format!(" over {first} and {} others", rest.len())
            }
            _ => {
                format!(" over {}", listed(&owners.iter().map(User::to_string).collect::<Vec<_>>()))
            }
        }
    }

    fn look(&self, user: User) -> String {
        let verb = if self.event.op == Op::Read { "reads" } else { "checks" };
        let name = self.names();
        match (self.event.outcome, self.owners().last()) {
            (Outcome::Free, _) => format!("{user} {verb} {name}: free."),
            (Outcome::Taken, Some(owner)) => format!("{user} {verb} {name}: {owner} has it."),
            (Outcome::Mine, _) => format!("{user} {verb} {name}: {user} has it already."),
            _ => format!("{user} {verb} {name}: taken."),
        }
    }

    fn conflict(&self, user: User) -> String {
        let belief = self.before.users[user.0 as usize].belief.as_ref();
        let since = belief.map_or(0, |belief| belief.since);
        // A seat read as free that has a ticket now has changed itself; else it was only the version of the show.
        let changed = if self.owners().is_empty() { "the show".to_owned() } else { self.names() };
        format!("{user}’s commit is refused: {changed} has changed since the read at step {since}.")
    }

    fn lock(&self, user: User) -> String {
        let protected = self.protected();
        let lock = match self.event.seat() {
            Some(seat) => self.before.seats.get(&seat).and_then(|view| view.lock.as_ref()),
            None => self.before.show_lock.as_ref(),
        };
        match (self.event.outcome, lock) {
            (Outcome::Queued, Some(lock)) => {
                format!("{user} waits for {}’s lock on {protected}.", lock.owner)
            }
            (Outcome::Queued, None) => format!("{user} waits for the lock on {protected}."),
            (Outcome::Granted, _) => format!("{user} is handed the lock on {protected}."),
            _ if self.event.detail > 1 => format!("{user} locks {protected} once more."),
            _ => format!("{user} locks {protected}."),
        }
    }

    fn reserve(&self, user: User) -> String {
        let name = self.names();
        let hold = self.event.seat().and_then(|seat| self.before.seats.get(&seat)?.hold);
        match (self.event.outcome, hold, self.owners().last()) {
            (Outcome::Ok, ..) => match self.before.hold_ms {
                Some(hold_ms) => {
                    format!("{user} reserves {name} until {}.", clock(self.event.at + hold_ms))
                }
                None => format!("{user} reserves {name}."),
            },
            (Outcome::Taken, _, Some(owner)) => {
                format!("{user} is refused {name}: {owner} has it.")
            }
            (_, Some(hold), _) if hold.expired => {
                format!("{user} is refused {name}: {}’s dead hold is not swept yet.", hold.user)
            }
            (_, Some(hold), _) => format!("{user} is refused {name}: {} holds it.", hold.user),
            _ => format!("{user} is refused {name}."),
        }
    }

    fn give_up(&self, user: User) -> String {
        let verb = if self.event.op == Op::Cancel { "cancels" } else { "releases" };
        match self.event.outcome {
            Outcome::Gone => format!("{user} {verb} {}: the hold was dead already.", self.names()),
            _ => format!("{user} {verb} {}.", self.names()),
        }
    }

    fn pay(&self, user: User) -> String {
        let live = self.before.users[user.0 as usize].holds.len();
        let wants = |view: &&super::SeatView| view.wanted.contains(&user);
        match self.event.outcome {
            Outcome::Asked => format!("{user}’s payment goes out."),
            Outcome::Captured if live < self.before.seats.values().filter(wants).count() => {
                format!("{user}’s payment is captured, too late.")
            }
            Outcome::Captured => format!("{user}’s payment is captured."),
            Outcome::Declined => format!("{user}’s payment is declined."),
            _ => format!("{user}’s payment has no answer."),
        }
    }

    fn confirm(&self, user: User) -> String {
        let (names, over) = (self.names(), self.over(user));
        match self.event.outcome {
            Outcome::Refused => {
                format!("{user}’s confirm is refused: the hold on {names} has expired. Refund due.")
            }
            Outcome::Late => format!("{user} confirms {names}{over}, too late and unchecked."),
            Outcome::LateFree => format!("{user} confirms {names}{over}, late but still free."),
            _ => format!("{user} confirms {names}{over}."),
        }
    }

    fn crash(&self, user: User) -> String {
        let view = &self.before.users[user.0 as usize];
        let locked: Vec<String> =
            view.locks.iter().map(|lock| protected(self.hall, *lock)).collect();
        if !locked.is_empty() {
            return format!("{user}’s client crashes and leaves {} locked.", listed(&locked));
        }
        match view.holds.as_slice() {
            [] => format!("{user}’s client crashes."),
            held => {
                format!("{user}’s client crashes and leaves {} held.", names(self.hall, held))
            }
        }
    }

    fn end(&self, group: &[Event]) -> String {
        let users: Vec<String> =
            group.iter().filter_map(Event::user).map(|user| user.to_string()).collect();
        let (who, rounds) = (listed(&users), self.event.detail);
        match self.event.outcome {
            Outcome::GaveUp if rounds == 1 => format!("{who} gives up after a conflict."),
            Outcome::GaveUp => format!("{who} gives up after {rounds} conflicts."),
            Outcome::Waiting if users.len() > 1 => format!("{who} wait for a lock for ever."),
            Outcome::Waiting => format!("{who} waits for a lock for ever."),
            Outcome::Crashed => format!("{who} is gone."),
            result => format!("{who} is told: {}.", told(result)),
        }
    }
}
