//! The judge's own books: who has which seat, as the events tell it.
//!
//! Every rule looks at the books as they are *before* an event; then the event is entered. Whatever the events say is
//! entered, possible or not: it is for the rules to object.

use super::facts::Facts;
use crate::trace::{Event, Op, Outcome};
use crate::units::{Ms, Seat, Table, User};

/// Somebody with a ticket, and since which step.
#[derive(Clone, Copy, Debug)]
pub(super) struct Owner {
    pub(super) user: User,
    pub(super) step: u32,
}

/// The last hold of a seat, dead or alive.
#[derive(Clone, Copy, Debug)]
pub(super) struct Hold {
    pub(super) user: User,
    pub(super) token: u32,
    /// The step of its reserve.
    pub(super) step: u32,
    pub(super) state: HoldState,
}

/// What has become of a hold.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum HoldState {
    /// Nobody else can have the seat; it expires then, if it does.
    Live { until: Option<Ms> },
    /// It expired at that step, and the seat is for nobody until it is swept.
    Unswept { step: u32, sweep_at: Ms },
    /// It expired at that step, and the seat can be had.
    Expired { step: u32 },
    /// It was given back or turned into a ticket at that step.
    Closed { step: u32 },
}

impl Hold {
    pub(super) fn is_live(&self) -> bool {
        matches!(self.state, HoldState::Live { .. })
    }

    /// Whether the seat is free for nobody, because of this hold.
    pub(super) fn blocks(&self) -> bool {
        matches!(self.state, HoldState::Live { .. } | HoldState::Unswept { .. })
    }

    /// Whether it is live, and held by this user under this token.
    pub(super) fn is(&self, user: User, token: u32) -> bool {
        self.is_live() && self.user == user && self.token == token
    }

    /// When the show must do something about it.
    fn deadline(&self) -> Option<Ms> {
        match self.state {
            HoldState::Live { until } => until,
            HoldState::Unswept { sweep_at, .. } => Some(sweep_at),
            HoldState::Expired { .. } | HoldState::Closed { .. } => None,
        }
    }
}

/// What is known of one seat.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Account {
    /// The first two users with a ticket; no rule asks for the third.
    owners: [Option<Owner>; 2],
    pub(super) hold: Option<Hold>,
}

impl Account {
    pub(super) fn owner(&self) -> Option<Owner> {
        self.owners[0]
    }

    pub(super) fn owner_other_than(&self, user: User) -> Option<Owner> {
        self.owners.into_iter().flatten().find(|owner| owner.user != user)
    }

    /// Whether two users have a ticket already.
    pub(super) fn is_double(&self) -> bool {
        self.owners[1].is_some()
    }
}

/// What is known of one user.
#[derive(Clone, Debug, Default)]
struct Person {
    /// The step of the last look at each seat in this round.
    looks: Vec<(Seat, u32)>,
    tickets: u32,
    end: Option<(Outcome, u32)>,
}

/// Only touched seats and users take room.
#[derive(Clone, Debug, Default)]
pub(super) struct Books {
    seats: Table<Seat, Account>,
    people: Table<User, Person>,
    tickets: Table<(User, Seat), ()>,
    deadlines: Table<(Ms, Seat), ()>,
}

impl Books {
    pub(super) fn account(&self, seat: Seat) -> Account {
        self.seats.get(seat).copied().unwrap_or_default()
    }

    pub(super) fn accounts(&self) -> impl Iterator<Item = (Seat, &Account)> {
        self.seats.iter()
    }

    pub(super) fn has_ticket(&self, user: User, seat: Seat) -> bool {
        self.tickets.contains((user, seat))
    }

    /// How many seats a user has a ticket of.
    pub(super) fn tickets(&self, user: User) -> u32 {
        self.people.get(user).map_or(0, |p| p.tickets)
    }

    /// How a user ended and at which step; a crash counts from the crash on.
    pub(super) fn end(&self, user: User) -> Option<(Outcome, u32)> {
        self.people.get(user).and_then(|p| p.end)
    }

    /// Everyone who was told a result, and which.
    pub(super) fn ends(&self) -> impl Iterator<Item = (User, Outcome)> {
        self.people.iter().filter_map(|(user, p)| Some((user, p.end?.0)))
    }

    /// Users who have tickets and were not told a result.
    pub(super) fn open_buyers(&self) -> impl Iterator<Item = User> {
        self.people.iter().filter(|(_, p)| p.end.is_none() && p.tickets > 0).map(|(user, _)| user)
    }

    /// The step of the user's last look at the seat since its last conflict.
    pub(super) fn looked_at(&self, user: User, seat: Seat) -> Option<u32> {
        self.looks(user).iter().find(|look| look.0 == seat).map(|look| look.1)
    }

    /// What the user has looked at since its last conflict, and at which step.
    pub(super) fn looks(&self, user: User) -> &[(Seat, u32)] {
        self.people.get(user).map_or(&[], |p| p.looks.as_slice())
    }

    /// The deadlines that are over when this event happens, though it is not they that happen.
    ///
    /// Nobody passes a deadline; expiries and sweeps happen exactly at theirs, several in one step.
    pub(super) fn passed(&self, event: &Event) -> impl Iterator<Item = (Ms, Seat)> {
        let of_time = matches!(event.op, Op::Expire | Op::Sweep);
        let at = event.at;
        let over = move |due: Ms| due < at || (due == at && !of_time);
        self.deadlines.iter().map(|(key, ())| key).take_while(move |(due, _)| over(*due))
    }

    /// Enters an event.
    pub(super) fn enter(&mut self, facts: &Facts, event: &Event) {
        // A deadline is reported once, not again with every event after it.
        let passed: Vec<_> = self.passed(event).collect();
        passed.into_iter().for_each(|deadline| _ = self.deadlines.remove(deadline));

        if let Some((user, seat)) = event.sale() {
            self.sell(user, seat, event.step);
        }
        if let Some(seat) = event.seat() {
            self.enter_hold(facts, seat, event);
        }
        if let Some(user) = event.user() {
            self.enter_person(user, event);
        }
    }

    fn sell(&mut self, user: User, seat: Seat, step: u32) {
        if !self.tickets.insert((user, seat), ()) {
            return;
        }
        self.people.at(user).tickets += 1;
        let owners = &mut self.seats.at(seat).owners;
        if let Some(place) = owners.iter_mut().find(|owner| owner.is_none()) {
            *place = Some(Owner { user, step });
        }
    }

    fn enter_hold(&mut self, facts: &Facts, seat: Seat, event: &Event) {
        let step = event.step;
        let state = match (event.op, event.outcome) {
            (Op::Reserve, Outcome::Ok) => {
                HoldState::Live { until: facts.hold_ms.map(|ms| event.at.saturating_add(ms)) }
            }
            (Op::Release | Op::Cancel, Outcome::Ok) => HoldState::Closed { step },
            (Op::Confirm, Outcome::Ok | Outcome::Late | Outcome::LateFree) => {
                HoldState::Closed { step }
            }
            (Op::Expire, _) => match facts.sweep_at(event.at) {
                Some(sweep_at) => HoldState::Unswept { step, sweep_at },
                None => HoldState::Expired { step },
            },
            (Op::Sweep, _) => HoldState::Expired { step },
            _ => return,
        };
        let account = self.seats.at(seat);
        if let Some(old) = account.hold.and_then(|hold| hold.deadline()) {
            self.deadlines.remove((old, seat));
        }
        match (&mut account.hold, event.user()) {
            (hold, Some(user)) if event.op == Op::Reserve => {
                *hold = Some(Hold { user, token: event.detail, step, state });
            }
            (Some(hold), _) if hold.token == event.detail && may_follow(hold.state, event.op) => {
                hold.state = state;
            }
            _ => {}
        }
        if let Some(due) = account.hold.and_then(|hold| hold.deadline()) {
            self.deadlines.insert((due, seat), ());
        }
    }

    fn enter_person(&mut self, user: User, event: &Event) {
        match (event.op, event.outcome) {
            (Op::Read | Op::Check, _) => {
                if let Some(seat) = event.seat() {
                    let looks = &mut self.people.at(user).looks;
                    looks.retain(|look| look.0 != seat);
                    looks.push((seat, event.step));
                }
            }
            (Op::Commit, Outcome::Conflict) => {
                self.people.at(user).looks = Vec::new();
            }
            (Op::Crash | Op::End, _) => {
                let crashed = event.op == Op::Crash;
                let result = if crashed { Outcome::Crashed } else { event.outcome };
                let person = self.people.at(user);
                person.end.get_or_insert((result, event.step));
                // Nobody asks for them any more, and a race may have a million users.
                person.looks = Vec::new();
            }
            _ => {}
        }
    }
}

/// Whether a hold can go over to what `op` makes of it: the dead stay dead, but an expired one is swept or sold late.
fn may_follow(state: HoldState, op: Op) -> bool {
    match state {
        HoldState::Live { .. } => op != Op::Sweep,
        HoldState::Unswept { .. } => op == Op::Sweep,
        HoldState::Expired { .. } | HoldState::Closed { .. } => false,
    }
}
