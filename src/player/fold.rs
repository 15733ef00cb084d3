//! Folding the events of a step into a stage: what each event changes on the seats and in the users.
//!
//! The fold reads nothing but the trace and the few words of the scenario in [`Ground`]. It does not know the show, so
//! a test can hold one against the other.

use super::stage::{Belief, HoldView, LockView, SeatView, Stage, UserState, UserView};
use crate::lab::{self, Contest};
use crate::scenario::{Expiry, Scenario, Scope, Strategy};
use crate::trace::{Event, Intent, Op, Outcome, Trace};
use crate::units::{Ms, Seat, User};

/// What the fold must know of the scenario.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Ground {
    /// The seats that each user wants.
    pub(super) wants: Vec<Vec<Seat>>,
    /// Who compares the version of the show, so that any commit makes what it read stale.
    compares_show: Vec<User>,
    hold_ms: Option<Ms>,
    /// An expired hold goes on standing on its seat.
    hold_stays: bool,
}

impl Ground {
    /// The ground of one race of a scenario.
    pub fn new(scenario: &Scenario, contest: Contest) -> Ground {
        let by_show = |user: &User| {
            let strategy = lab::strategy_of(scenario, contest, *user);
            strategy == Strategy::Optimistic && scenario.version == Scope::Show
        };
        Ground {
            wants: lab::wants(scenario),
            compares_show: (0..scenario.users).map(User).filter(by_show).collect(),
            hold_ms: scenario.hold_ms,
            hold_stays: scenario.expiry != Expiry::Timer,
        }
    }
}

impl Ground {
    /// The same where nobody knows yet what a user wants: somebody is about to choose for it.
    pub(super) fn undecided(mut self, user: User) -> Ground {
        if let Some(wants) = self.wants.get_mut(user.0 as usize) {
            wants.clear();
        }
        self
    }
}

/// What a step changed beyond what its events say: the lanes draw these.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Change {
    /// The user read a seat as free, the first of its round.
    Believed(User),
    /// Somebody else's write made a belief false, for the first time.
    Spoiled { of: User, by: User },
    /// The user believes nothing any more: it acted, or was told.
    Forgot(User),
    /// A seat got tickets of one more user; `misled`: by a write on a belief that was spoiled.
    Doubled { by: User, seat: Seat, misled: bool },
}

impl Stage {
    /// How everything stands before the first step of a trace.
    pub fn start(ground: &Ground, trace: &Trace) -> Stage {
        let user = |intent: &Intent| UserView {
            state: UserState::About(*intent),
            round: 1,
            belief: None,
            locks: Vec::new(),
            holds: Vec::new(),
            last: None,
        };
        let first = trace.intents_to(0);
        assert_eq!(first.len(), ground.wants.len(), "every user is about to do something");
        let users = first.iter().map(user).collect();
        let mut stage = Stage { users, hold_ms: ground.hold_ms, ..Stage::default() };
        for (index, seats) in ground.wants.iter().enumerate() {
            for seat in seats {
                stage.seat(*seat).wanted.push(User(index as u32));
            }
        }
        stage
    }

    /// How everything stands after a step of a trace, folded from its start.
    pub fn at_step(ground: &Ground, trace: &Trace, step: u32) -> Stage {
        let mut stage = Stage::start(ground, trace);
        for _ in 0..step {
            stage.advance(ground, trace);
        }
        stage
    }

    /// Folds the next step of the trace.
    pub(super) fn advance(&mut self, ground: &Ground, trace: &Trace) -> Vec<Change> {
        self.step += 1;
        let events = events_of(trace, self.step);
        let mut fold = Fold { stage: self, ground, changes: Vec::new() };
        for (index, event) in events.iter().enumerate() {
            fold.stage.at = event.at;
            fold.event(event);
            // A commit of several seats is one commit.
            let first = events[..index].iter().all(|e| e.op != Op::Commit);
            if event.op == Op::Commit && event.outcome == Outcome::Ok && first {
                fold.commit(event);
            }
        }
        let changes = fold.changes;
        // What a user awaits next is known once its events have happened.
        let intents = trace.intents_to(self.step);
        for intent in &intents[intents.partition_point(|i| i.step < self.step)..] {
            self.intend(*intent, events);
        }
        changes
    }

    fn intend(&mut self, intent: Intent, events: &[Event]) {
        let at = self.at;
        let user = self.user(intent.user);
        let again = |e: &&Event| e.user() == Some(intent.user) && e.outcome == Outcome::Conflict;
        user.round += events.iter().filter(again).count() as u32;
        user.state = match intent.op {
            Op::Pay => UserState::Pays { intent, since: at },
            _ => UserState::About(intent),
        };
    }

    fn user(&mut self, user: User) -> &mut UserView {
        &mut self.users[user.0 as usize]
    }

    fn seat(&mut self, seat: Seat) -> &mut SeatView {
        self.seats.entry(seat).or_default()
    }
}

/// The events of one step.
pub(super) fn events_of(trace: &Trace, step: u32) -> &[Event] {
    let events = trace.events_to(step);
    &events[events.partition_point(|e| e.step < step)..]
}

struct Fold<'a> {
    stage: &'a mut Stage,
    ground: &'a Ground,
    changes: Vec<Change>,
}

impl Fold<'_> {
    fn event(&mut self, event: &Event) {
        if let Some(user) = event.user() {
            self.user_event(user, event);
        } else if let (Op::Sweep, Some(seat)) = (event.op, event.seat()) {
            self.drop_hold(seat, event.detail);
        }
        if let Some(seat) = event.seat() {
            self.tidy(seat);
        }
    }

    fn user_event(&mut self, user: User, event: &Event) {
        // Expiring and being told happen to a user; it does not do them.
        if !matches!(event.op, Op::Expire | Op::End) {
            self.stage.user(user).last = Some(*event);
        }
        match (event.op, event.seat(), event.outcome) {
            (Op::Read | Op::Check, Some(seat), Outcome::Free) => self.believe(user, seat),
            (Op::Read | Op::Check, ..) => self.forget(user),
            (Op::Commit, _, Outcome::Conflict) => {
                self.stage.conflicts += 1;
                self.forget(user);
            }
            (Op::Confirm, _, Outcome::Refused) => {}
            (Op::Commit, Some(seat), _) => {
                self.stage.seat(seat).version += 1;
                self.sell(user, seat);
            }
            (Op::Write | Op::Update, Some(seat), _) => self.sell(user, seat),
            (Op::Confirm, Some(seat), _) => {
                self.drop_hold(seat, event.detail);
                self.sell(user, seat);
            }
            (Op::Lock, seat, outcome) => self.lock(user, seat, outcome),
            (Op::Unlock, seat, _) if event.detail == 0 => self.unlock(user, seat),
            (Op::Reserve, Some(seat), Outcome::Ok) => self.hold(user, seat, event),
            (Op::Release | Op::Cancel, Some(seat), Outcome::Ok) => {
                self.drop_hold(seat, event.detail);
            }
            (Op::Expire, Some(seat), _) => self.expire(user, seat, event.detail),
            (Op::Crash, ..) => self.crash(user),
            (Op::End, _, result) => self.end(user, result),
            _ => {}
        }
    }

    /// The map holds only seats that something is going on with.
    fn tidy(&mut self, seat: Seat) {
        let idle = |view: &SeatView| *view == SeatView::default();
        if self.stage.seats.get(&seat).is_some_and(idle) {
            self.stage.seats.remove(&seat);
        }
    }

    fn believe(&mut self, user: User, seat: Seat) {
        let step = self.stage.step;
        self.stage.seat(seat).readers.push(user);
        let belief = &mut self.stage.user(user).belief;
        match belief {
            Some(belief) => belief.seats.push(seat),
            None => {
                *belief = Some(Belief { since: step, spoiled: None, seats: vec![seat] });
                self.changes.push(Change::Believed(user));
            }
        }
    }

    fn forget(&mut self, user: User) {
        let Some(belief) = self.stage.user(user).belief.take() else { return };
        for seat in belief.seats {
            self.stage.seat(seat).readers.retain(|reader| *reader != user);
            self.tidy(seat);
        }
        self.changes.push(Change::Forgot(user));
    }

    fn sell(&mut self, user: User, seat: Seat) {
        let step = self.stage.step;
        let view = self.stage.seat(seat);
        let others = view.tickets.iter().any(|ticket| ticket.0 != user);
        let again = view.tickets.iter().any(|ticket| ticket.0 == user);
        view.tickets.push((user, step));
        view.readers.retain(|reader| *reader != user);
        let readers = view.readers.clone();
        let belief = &mut self.stage.user(user).belief;
        if others && !again {
            let misled = belief.as_ref().is_some_and(|belief| belief.spoiled.is_some());
            self.changes.push(Change::Doubled { by: user, seat, misled });
        }
        if let Some(known) = belief {
            known.seats.retain(|read| *read != seat);
            if known.seats.is_empty() {
                *belief = None;
                self.changes.push(Change::Forgot(user));
            }
        }
        self.spoil(user, &readers);
    }

    fn spoil(&mut self, by: User, readers: &[User]) {
        let step = self.stage.step;
        for &of in readers.iter().filter(|of| **of != by) {
            if let Some(belief) = &mut self.stage.user(of).belief
                && belief.spoiled.is_none()
            {
                belief.spoiled = Some((step, by));
                self.changes.push(Change::Spoiled { of, by });
            }
        }
    }

    /// What a commit changes besides its seats, once however many they are.
    fn commit(&mut self, event: &Event) {
        self.stage.version += 1;
        if let Some(by) = event.user() {
            let ground = self.ground;
            self.spoil(by, &ground.compares_show);
        }
    }

    fn hold(&mut self, user: User, seat: Seat, event: &Event) {
        let expires = self.ground.hold_ms.map(|hold_ms| event.at + hold_ms);
        self.stage.seat(seat).hold =
            Some(HoldView { user, token: event.detail, since: event.at, expires, expired: false });
        self.stage.user(user).holds.push(seat);
    }

    /// Another hold may stand on the seat by now: only the token's own ends.
    fn drop_hold(&mut self, seat: Seat, token: u32) {
        let view = self.stage.seat(seat);
        if let Some(hold) = view.hold.take_if(|hold| hold.token == token) {
            self.stage.user(hold.user).holds.retain(|held| *held != seat);
        }
    }

    fn expire(&mut self, user: User, seat: Seat, token: u32) {
        if !self.ground.hold_stays {
            return self.drop_hold(seat, token);
        }
        if let Some(hold) = &mut self.stage.seat(seat).hold {
            hold.expired |= hold.token == token;
        }
        self.stage.user(user).holds.retain(|held| *held != seat);
    }

    fn lock_of(&mut self, seat: Option<Seat>) -> &mut Option<LockView> {
        match seat {
            Some(seat) => &mut self.stage.seat(seat).lock,
            None => &mut self.stage.show_lock,
        }
    }

    fn lock(&mut self, user: User, seat: Option<Seat>, outcome: Outcome) {
        let step = self.stage.step;
        let fresh = LockView { owner: user, since: step, queue: Vec::new() };
        let lock = self.lock_of(seat).get_or_insert(fresh);
        match outcome {
            Outcome::Queued => {
                lock.queue.push(user);
                let owner = Some(lock.owner);
                let UserState::About(intent) = self.stage.user(user).state else {
                    unreachable!("only a user that was about to lock can queue")
                };
                self.stage.user(user).state = UserState::Waits { intent, owner, since: step };
            }
            Outcome::Granted => {
                (lock.owner, lock.since) = (user, step);
                lock.queue.retain(|waiting| *waiting != user);
                for waiting in lock.queue.clone() {
                    if let UserState::Waits { owner, .. } = &mut self.stage.user(waiting).state {
                        *owner = Some(user);
                    }
                }
                self.stage.user(user).locks.push(seat);
            }
            _ if !self.stage.user(user).locks.contains(&seat) => {
                self.stage.user(user).locks.push(seat);
            }
            _ => {} // its own lock once more
        }
    }

    /// Where somebody waits, the grant follows in the same step and names the next owner.
    fn unlock(&mut self, user: User, seat: Option<Seat>) {
        self.lock_of(seat).take_if(|lock| lock.queue.is_empty());
        self.stage.user(user).locks.retain(|owned| *owned != seat);
    }

    /// What it owns stays owned; its place in a queue is given up.
    fn crash(&mut self, user: User) {
        if let UserState::Waits { intent, .. } = self.stage.user(user).state
            && let Some(lock) = self.lock_of(intent.seat)
        {
            lock.queue.retain(|waiting| *waiting != user);
        }
    }

    fn end(&mut self, user: User, result: Outcome) {
        self.forget(user);
        let step = self.stage.step;
        self.stage.user(user).state = UserState::Ended { result, step };
        let ground = self.ground;
        for seat in &ground.wants[user.0 as usize] {
            self.stage.seat(*seat).wanted.retain(|wanting| *wanting != user);
            self.tidy(*seat);
        }
    }
}
