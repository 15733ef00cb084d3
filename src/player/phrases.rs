//! One sentence for one event, or for several that belong together.

use super::{Stage, told};
use crate::texts::forms::listed;
use crate::texts::player::phrases as texts;
use crate::trace::{Event, Op, Outcome};
use crate::units::{Hall, Seat, User};

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
    lock.map_or_else(|| texts::THE_SHOW.to_owned(), |seat| hall.name(seat))
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
            Op::Sweep => texts::sweeper_frees(&self.names()),
            _ => texts::passes(self.event.detail.into()),
        }
    }

    fn of(&self, user: User) -> String {
        match self.event.op {
            Op::Read | Op::Check => self.look(user),
            Op::Write => texts::writes(user, &self.names(), &self.others(user)),
            Op::Update => texts::updates(user, &self.names(), &self.others(user)),
            Op::Commit => self.commit(user),
            Op::Lock => self.lock(user),
            Op::Unlock => texts::unlocks(user, &self.protected()),
            Op::Reserve => self.reserve(user),
            Op::Release | Op::Cancel => self.give_up(user),
            Op::Pay => self.pay(user),
            Op::Confirm => self.confirm(user),
            Op::Refund => texts::is_refunded(user),
            Op::Expire => texts::expires(user, &self.names(), self.seats.len()),
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

    /// Whom a write of this user does not see.
    fn others(&self, user: User) -> Vec<User> {
        let mut owners = self.owners();
        owners.retain(|owner| *owner != user);
        owners
    }

    fn look(&self, user: User) -> String {
        let sees = match (self.event.outcome, self.owners().last()) {
            (Outcome::Free, _) => texts::FREE.to_owned(),
            (Outcome::Taken, Some(owner)) => texts::has_it(*owner),
            (Outcome::Mine, _) => texts::has_it_already(user),
            _ => texts::TAKEN.to_owned(),
        };
        match self.event.op {
            Op::Read => texts::reads(user, &self.names(), &sees),
            _ => texts::checks(user, &self.names(), &sees),
        }
    }

    fn commit(&self, user: User) -> String {
        if self.event.outcome != Outcome::Conflict {
            return texts::commits(user, &self.names(), &self.others(user), self.event.detail);
        }
        let belief = self.before.users[user.0 as usize].belief.as_ref();
        let since = belief.map_or(0, |belief| belief.since);
        // A seat read as free that has a ticket now has changed itself; else it was only the version of the show.
        if self.owners().is_empty() {
            return texts::commit_is_refused(user, texts::THE_SHOW, since);
        }
        texts::commit_is_refused(user, &self.names(), since)
    }

    fn lock(&self, user: User) -> String {
        let protected = self.protected();
        let lock = match self.event.seat() {
            Some(seat) => self.before.seats.get(&seat).and_then(|view| view.lock.as_ref()),
            None => self.before.show_lock.as_ref(),
        };
        match (self.event.outcome, lock) {
            (Outcome::Queued, Some(lock)) => texts::waits_for_lock_of(user, lock.owner, &protected),
            (Outcome::Queued, None) => texts::waits_for_lock(user, &protected),
            (Outcome::Granted, _) => texts::is_handed_lock(user, &protected),
            _ if self.event.detail > 1 => texts::locks_once_more(user, &protected),
            _ => texts::locks(user, &protected),
        }
    }

    fn reserve(&self, user: User) -> String {
        let name = self.names();
        let hold = self.event.seat().and_then(|seat| self.before.seats.get(&seat)?.hold);
        match (self.event.outcome, hold, self.owners().last()) {
            (Outcome::Ok, ..) => match self.before.hold_ms {
                Some(hold_ms) => texts::reserves_until(user, &name, self.event.at + hold_ms),
                None => texts::reserves(user, &name),
            },
            (Outcome::Taken, _, Some(owner)) => texts::is_refused_as_sold(user, &name, *owner),
            (_, Some(hold), _) if hold.expired => {
                texts::is_refused_as_not_swept(user, &name, hold.user)
            }
            (_, Some(hold), _) => texts::is_refused_as_held(user, &name, hold.user),
            _ => texts::is_refused(user, &name),
        }
    }

    fn give_up(&self, user: User) -> String {
        let say = match (self.event.op, self.event.outcome) {
            (Op::Cancel, Outcome::Gone) => texts::cancels_dead,
            (Op::Cancel, _) => texts::cancels,
            (_, Outcome::Gone) => texts::releases_dead,
            _ => texts::releases,
        };
        say(user, &self.names())
    }

    fn pay(&self, user: User) -> String {
        let live = self.before.users[user.0 as usize].holds.len();
        let wants = |view: &&super::SeatView| view.wanted.contains(&user);
        match self.event.outcome {
            Outcome::Asked => texts::payment_goes_out(user),
            Outcome::Captured if live < self.before.seats.values().filter(wants).count() => {
                texts::payment_is_captured_too_late(user)
            }
            Outcome::Captured => texts::payment_is_captured(user),
            Outcome::Declined => texts::payment_is_declined(user),
            _ => texts::payment_has_no_answer(user),
        }
    }

    fn confirm(&self, user: User) -> String {
        let (names, over) = (self.names(), self.others(user));
        match self.event.outcome {
            Outcome::Refused => texts::confirm_is_refused(user, &names),
            Outcome::Late => texts::confirms_too_late(user, &names, &over),
            Outcome::LateFree => texts::confirms_late_but_free(user, &names, &over),
            _ => texts::confirms(user, &names, &over),
        }
    }

    fn crash(&self, user: User) -> String {
        let view = &self.before.users[user.0 as usize];
        let locked: Vec<String> =
            view.locks.iter().map(|lock| protected(self.hall, *lock)).collect();
        if !locked.is_empty() {
            return texts::crashes_with_locks(user, &listed(&locked));
        }
        match view.holds.as_slice() {
            [] => texts::crashes(user),
            held => texts::crashes_with_holds(user, &names(self.hall, held)),
        }
    }

    fn end(&self, group: &[Event]) -> String {
        let users: Vec<String> =
            group.iter().filter_map(Event::user).map(|user| user.to_string()).collect();
        let who = listed(&users);
        match self.event.outcome {
            Outcome::GaveUp => texts::gives_up(&who, self.event.detail),
            Outcome::Waiting => texts::wait_for_ever(&who, users.len()),
            Outcome::Crashed => texts::is_gone(&who),
            result => texts::is_told(&who, told(result)),
        }
    }
}
