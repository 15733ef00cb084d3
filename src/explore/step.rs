//! What each choice does to a packed state: the steps of the show once more, on bits.
//!
//! Tests compare every step with the race and with a brute-force model, outcome by outcome.

use super::layout::State;
use super::model::{Kind, LIVE, Model, UNSWEPT};
use super::outcome::Gain;
use super::tree::{Node, RESULTS, Standing};
use crate::trace::{Choice, Mark, Op, Outcome};
use crate::units::{Expiry, Late, Scope, User};

/// A choice and what it leads to.
#[derive(Clone, Copy, Debug)]
pub(super) struct Step<const K: usize> {
    pub(super) after: State<K>,
    pub(super) code: Code,
    /// How many interchangeable users could make it.
    pub(super) times: u8,
    pub(super) gain: Gain,
}

/// A choice in one byte; the order of the bytes is the letter order: by user, the mark `k` before and `d`, `n`, `p` in the
/// order of the alphabet, and `t` after all users.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(super) struct Code(u8);

const MARKS: [Option<Mark>; 5] =
    [None, Some(Mark::Declined), Some(Mark::Crash), Some(Mark::NoAnswer), Some(Mark::Captured)];

impl Code {
    pub(super) const TIME: Code = Code(u8::MAX);

    pub(super) fn of(choice: Choice) -> Option<Code> {
        match choice {
            Choice::Time => Some(Code::TIME),
            Choice::Wait(_) => None,
            Choice::Step(user, mark) => {
                let mark = MARKS.iter().position(|m| *m == mark)?;
                Some(Code::step(user.0 as usize, mark as u8))
            }
        }
    }

    fn step(user: usize, mark: u8) -> Code {
        Code(user as u8 * 8 + mark)
    }

    fn marked(user: usize, mark: Mark) -> Code {
        Code::step(user, MARKS.iter().position(|m| *m == Some(mark)).unwrap_or(0) as u8)
    }

    pub(super) fn user(self) -> Option<usize> {
        (self != Code::TIME).then_some(usize::from(self.0 / 8))
    }

    pub(super) fn choice(self) -> Choice {
        match self.user() {
            None => Choice::Time,
            Some(user) => Choice::Step(User(user as u32), MARKS[usize::from(self.0 % 8)]),
        }
    }

    /// Whether a user's client crashes.
    pub(super) fn is_crash(self) -> bool {
        self != Code::TIME && MARKS[usize::from(self.0 % 8)] == Some(Mark::Crash)
    }
}

/// Too many different stretches of time: see [`super::model::REMAINDERS_MAX`].
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct TooManyDeadlines;

impl Model {
    /// Whether a user could make its step.
    pub(super) fn is_ready<const K: usize>(&self, state: &State<K>, user: usize) -> bool {
        self.node(state, user) >= RESULTS && self.users[user].queue.get(state) == 0
    }

    /// Adds every choice, in letter order. With `merge`, of interchangeable users that are alike only the first, for all of
    /// them. A run that is over has none.
    pub(super) fn expand<const K: usize>(
        &self,
        state: &State<K>,
        merge: bool,
        steps: &mut Vec<Step<K>>,
    ) -> Result<(), TooManyDeadlines> {
        let from = steps.len();
        let crashes = self.crashes_left.get(state) > 0;
        let mut over = true;
        // Where the steps of each user begin and end in the list.
        let mut ranges = [(0, 0); crate::units::LETTERS as usize];
        for user in 0..self.users.len() {
            if self.node(state, user) < RESULTS {
                continue;
            }
            let alike =
                self.users[user].alike.filter(|other| merge && self.alike(state, user, *other));
            if let Some(other) = alike {
                ranges[user] = ranges[other];
                steps[ranges[user].0..ranges[user].1].iter_mut().for_each(|step| step.times += 1);
                continue;
            }
            ranges[user].0 = steps.len();
            if self.is_ready(state, user) {
                over = false;
                self.act(state, user, steps);
            }
            if crashes {
                steps.push(self.crash(state, user));
                // Of the answers of a payment only `d` comes before `k`.
                let crash = steps.len() - 1;
                let later =
                    steps[ranges[user].0..crash].iter().position(|s| s.code > steps[crash].code);
                if let Some(later) = later {
                    steps[ranges[user].0 + later..].rotate_right(1);
                }
            }
            ranges[user].1 = steps.len();
        }
        match self.lapse(state)? {
            Some(step) => steps.push(step),
            None if over => steps.truncate(from),
            None => {}
        }
        Ok(())
    }

    fn alike<const K: usize>(&self, state: &State<K>, user: usize, other: usize) -> bool {
        self.users[user].whole.get(state) == self.users[other].whole.get(state)
    }

    /// The steps that a ready user could make: one, or one for each answer of a payment.
    fn act<const K: usize>(&self, state: &State<K>, user: usize, steps: &mut Vec<Step<K>>) {
        let kind = self.kind(user);
        let standing = kind.tree.at(self.node(state, user));
        if standing.op == Op::Pay {
            for (mark, answer) in &self.payments {
                let mut after = *state;
                self.go(&mut after, user, standing.child(*answer));
                let code = Code::marked(user, *mark);
                steps.push(Step { after, code, times: 1, gain: Gain::default() });
            }
            return;
        }
        let mut after = *state;
        if let Some(answer) = self.access(&mut after, user, kind, standing) {
            self.go(&mut after, user, standing.child(answer));
        }
        steps.push(Step { after, code: Code::step(user, 0), times: 1, gain: Gain::default() });
    }

    /// One access to the show; none where the user joined a queue and has no answer yet.
    fn access<const K: usize>(
        &self,
        state: &mut State<K>,
        user: usize,
        kind: &Kind,
        standing: &Standing,
    ) -> Option<Outcome> {
        let slot = usize::from(standing.slot.unwrap_or(0));
        match standing.op {
            Op::Read | Op::Check => return Some(self.look(state, kind, slot)),
            Op::Write | Op::Update => self.sell(state, kind.seats[slot]),
            Op::Commit => return Some(self.commit(state, user, kind)),
            Op::Lock => return self.lock(state, user, kind.locks[slot]),
            Op::Unlock => self.unlock(state, kind.locks[slot]),
            Op::Reserve => return Some(self.reserve(state, user, kind, slot)),
            Op::Release => self.release(state, user, kind, slot),
            Op::Cancel => (0..kind.seats.len()).for_each(|s| self.release(state, user, kind, s)),
            Op::Confirm => return Some(self.confirm(state, user, kind)),
            Op::Refund => {}
            Op::Pay | Op::Expire | Op::Sweep | Op::Crash | Op::Wait | Op::End => {
                unreachable!("{:?} is no access to the show", standing.op)
            }
        }
        Some(Outcome::Ok)
    }

    /// The strategy goes on. What can never matter again is forgotten, so that states that behave alike are equal.
    fn go<const K: usize>(&self, state: &mut State<K>, user: usize, node: Node) {
        let place = &self.users[user];
        if node < RESULTS {
            return place.whole.set(state, node.into());
        }
        place.node.set(state, node.into());
        if self.kind(user).tree.at(node).read == 0 {
            place.stale.set(state, 0);
        }
    }

    fn look<const K: usize>(&self, state: &State<K>, kind: &Kind, slot: usize) -> Outcome {
        match self.seats[kind.seats[slot]].booked.get(state) {
            0 => Outcome::Free,
            _ => Outcome::Taken,
        }
    }

    fn sell<const K: usize>(&self, state: &mut State<K>, seat: usize) {
        let booked = self.seats[seat].booked;
        // Nobody sells a seat to itself twice, so this is a second user.
        let twice = self.sold_twice.get(state) | booked.get(state);
        self.sold_twice.set(state, twice);
        booked.set(state, 1);
    }

    fn commit<const K: usize>(&self, state: &mut State<K>, user: usize, kind: &Kind) -> Outcome {
        let booked = |seat: &usize| self.seats[*seat].booked.get(state) > 0;
        if self.users[user].stale.get(state) > 0 || kind.seats.iter().any(booked) {
            return Outcome::Conflict;
        }
        kind.seats.iter().for_each(|seat| self.sell(state, *seat));
        for (other, place) in self.users.iter().enumerate() {
            let node = self.node(state, other);
            if other == user || node < RESULTS {
                continue;
            }
            let read = self.kind(other).tree.at(node).read;
            let spoiled = match self.version {
                Scope::Show => read,
                Scope::Seat => read & kind.spoils[place.kind],
            };
            if spoiled > 0 {
                place.stale.set(state, 1);
            }
        }
        Outcome::Ok
    }

    /// The users who wait for a lock.
    fn waiters<'a, const K: usize>(
        &'a self,
        state: &State<K>,
        lock: usize,
    ) -> impl Iterator<Item = usize> + use<'a, K> {
        let state = *state;
        (0..self.users.len()).filter(move |&user| {
            self.users[user].queue.get(&state) > 0 && self.awaited(&state, user) == lock
        })
    }

    /// The lock that a queued user awaits.
    fn awaited<const K: usize>(&self, state: &State<K>, user: usize) -> usize {
        let kind = self.kind(user);
        let standing = kind.tree.at(self.node(state, user));
        kind.locks[usize::from(standing.slot.unwrap_or(0))]
    }

    fn lock<const K: usize>(
        &self,
        state: &mut State<K>,
        user: usize,
        lock: usize,
    ) -> Option<Outcome> {
        if self.locks[lock].get(state) == 0 {
            self.locks[lock].set(state, 1);
            return Some(Outcome::Ok);
        }
        let place = self.waiters(state, lock).count() as u64 + 1;
        self.users[user].queue.set(state, place);
        None
    }

    /// The first waiter owns the lock in the same step.
    fn unlock<const K: usize>(&self, state: &mut State<K>, lock: usize) {
        let heir = self.waiters(state, lock).find(|user| self.users[*user].queue.get(state) == 1);
        let Some(heir) = heir else { return self.locks[lock].set(state, 0) };
        self.close_ranks(state, heir, lock);
        let granted = self.kind(heir).tree.at(self.node(state, heir)).child(Outcome::Ok);
        self.go(state, heir, granted);
    }

    /// A user leaves the queue of a lock, and those behind it move up.
    fn close_ranks<const K: usize>(&self, state: &mut State<K>, user: usize, lock: usize) {
        let left = self.users[user].queue.get(state);
        for waiter in self.waiters(state, lock) {
            let queue = self.users[waiter].queue;
            let at = queue.get(state);
            queue.set(state, if waiter == user { 0 } else { at - u64::from(at > left) });
        }
    }

    fn reserve<const K: usize>(
        &self,
        state: &mut State<K>,
        user: usize,
        kind: &Kind,
        slot: usize,
    ) -> Outcome {
        let seat = &self.seats[kind.seats[slot]];
        if seat.booked.get(state) > 0 {
            return Outcome::Taken;
        }
        if seat.hold.get(state) > 0 {
            return Outcome::Held;
        }
        seat.hold.set(state, LIVE);
        if let (Some(hold_ms), Expiry::Sweep(_)) = (self.time.hold_ms, self.time.expiry) {
            let whole = self.time.number(hold_ms);
            seat.left.set(state, whole.expect("the time of a new hold is one of the first"));
        }
        let mine = self.users[user].mine;
        mine.set(state, mine.get(state) | 1 << slot);
        Outcome::Ok
    }

    fn is_mine<const K: usize>(&self, state: &State<K>, user: usize, slot: usize) -> bool {
        self.users[user].mine.get(state) & 1 << slot > 0
    }

    /// Whether a user's token is current and live.
    fn is_live<const K: usize>(
        &self,
        state: &State<K>,
        user: usize,
        kind: &Kind,
        slot: usize,
    ) -> bool {
        let hold = self.seats[kind.seats[slot]].hold;
        self.is_mine(state, user, slot) && hold.get(state) == LIVE
    }

    fn release<const K: usize>(&self, state: &mut State<K>, user: usize, kind: &Kind, slot: usize) {
        if self.is_live(state, user, kind, slot) {
            self.end_hold(state, user, kind, slot);
        }
    }

    /// A hold ends, live or not.
    fn end_hold<const K: usize>(
        &self,
        state: &mut State<K>,
        user: usize,
        kind: &Kind,
        slot: usize,
    ) {
        let seat = &self.seats[kind.seats[slot]];
        seat.hold.set(state, 0);
        seat.left.set(state, 0);
        let mine = self.users[user].mine;
        mine.set(state, mine.get(state) & !(1 << slot));
    }

    fn confirm<const K: usize>(&self, state: &mut State<K>, user: usize, kind: &Kind) -> Outcome {
        let slots = 0..kind.seats.len();
        let live = |slot| self.is_live(state, user, kind, slot);
        let still_free = |slot: usize| {
            let seat = &self.seats[kind.seats[slot]];
            seat.booked.get(state) == 0 && (live(slot) || seat.hold.get(state) == 0)
        };
        let accepted = slots.clone().all(live)
            || match self.late {
                Late::Refund => false,
                Late::AcceptIfFree => slots.clone().all(still_free),
                Late::Accept => true,
            };
        if !accepted {
            return Outcome::Refused;
        }
        for slot in slots {
            // Another user's hold may stand on the seat by now: it is not ours to end.
            if self.is_mine(state, user, slot) {
                self.end_hold(state, user, kind, slot);
            }
            self.sell(state, kind.seats[slot]);
        }
        Outcome::Ok
    }

    /// The user's client is gone; what it owns stays owned.
    fn crash<const K: usize>(&self, state: &State<K>, user: usize) -> Step<K> {
        let mut after = *state;
        self.crashes_left.set(&mut after, self.crashes_left.get(state) - 1);
        if self.users[user].queue.get(state) > 0 {
            self.close_ranks(&mut after, user, self.awaited(state, user));
        }
        let standing = self.kind(user).tree.at(self.node(state, user));
        self.go(&mut after, user, standing.if_crashed as Node);
        let gain = Gain { expired: 0, tickets: standing.sold.count_ones() as u8 };
        Step { after, code: Code::marked(user, Mark::Crash), times: 1, gain }
    }

    /// The clock moves to the earliest deadline, and everything that is due then happens; none if there is no deadline.
    fn lapse<const K: usize>(&self, state: &State<K>) -> Result<Option<Step<K>>, TooManyDeadlines> {
        let Some(hold_ms) = self.time.hold_ms else { return Ok(None) };
        let holds = || self.seats.iter().map(|seat| (seat, seat.hold.get(state)));
        if holds().all(|(_, hold)| hold == 0) {
            return Ok(None);
        }
        let mut after = *state;
        let Expiry::Sweep(period_ms) = self.time.expiry else {
            // All live holds were made since the last deadline, so all end at the next. Who may ask next finds the seat
            // free, whether the timer freed it or nobody has yet (`lazy`): one state for both.
            let expired = holds().filter(|(_, hold)| *hold == LIVE).count() as u8;
            (0..self.seats.len()).for_each(|seat| self.free(&mut after, seat));
            return Ok(Some(time(after, expired)));
        };
        let phase_ms = self.time.ms(self.time.phase.get(state));
        let left = holds().filter(|(_, hold)| *hold == LIVE);
        let left = left.map(|(seat, _)| self.time.ms(seat.left.get(state)));
        let waiting = holds().any(|(_, hold)| hold == UNSWEPT);
        let passes_ms =
            left.chain(waiting.then_some(period_ms - phase_ms)).min().unwrap_or(hold_ms);
        let mut expired = 0;
        for (seat, hold) in holds() {
            if hold != LIVE {
                continue;
            }
            let left_ms = self.time.ms(seat.left.get(state)) - passes_ms;
            if left_ms == 0 {
                expired += 1;
                seat.hold.set(&mut after, UNSWEPT);
                seat.left.set(&mut after, 0);
            } else {
                seat.left.set(&mut after, self.time.number(left_ms).ok_or(TooManyDeadlines)?);
            }
        }
        let phase_ms = (phase_ms + passes_ms) % period_ms;
        self.time.phase.set(&mut after, self.time.number(phase_ms).ok_or(TooManyDeadlines)?);
        if phase_ms == 0 {
            let swept =
                (0..self.seats.len()).filter(|s| self.seats[*s].hold.get(&after) == UNSWEPT);
            swept.collect::<Vec<_>>().into_iter().for_each(|seat| self.free(&mut after, seat));
        }
        Ok(Some(time(after, expired)))
    }

    /// A seat's hold is gone, whoever had it.
    fn free<const K: usize>(&self, state: &mut State<K>, seat: usize) {
        self.seats[seat].hold.set(state, 0);
        self.seats[seat].left.set(state, 0);
        for (user, place) in self.users.iter().enumerate() {
            let slot = self.kind(user).seats.iter().position(|s| *s == seat);
            if let Some(slot) = slot {
                let mine = place.mine.get(state) & !(1 << slot);
                place.mine.set(state, mine);
            }
        }
    }
}

fn time<const K: usize>(after: State<K>, expired: u8) -> Step<K> {
    Step { after, code: Code::TIME, times: 1, gain: Gain { expired, tickets: 0 } }
}
