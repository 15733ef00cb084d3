//! The steps of naive and optimistic users: look, then book.

use super::model::Strategy;
use super::state::Next;
use super::step::Step;

impl Step<'_, '_> {
    pub(super) fn read(&mut self, user: usize, at: usize) {
        let seat = self.seat(user, at);
        if self.state.show.is_booked(seat) {
            self.tell(user, "read", Some(seat), "taken");
            return self.end(user, "taken");
        }
        self.tell(user, "read", Some(seat), "free");
        let optimistic = self.strategy(user) == Strategy::Optimistic;
        if optimistic {
            let version = self.state.show.version(self.state.model.version_of(seat));
            self.user(user).seen.push(version);
        }
        self.user(user).next = if at + 1 < self.count(user) {
            Next::Read(at + 1)
        } else if optimistic {
            Next::Commit
        } else {
            Next::Write(0)
        };
    }

    pub(super) fn write(&mut self, user: usize, at: usize) {
        let seat = self.seat(user, at);
        self.state.show.book(seat, user);
        self.tell(user, "write", Some(seat), "ok");
        if at + 1 < self.count(user) {
            self.user(user).next = Next::Write(at + 1);
        } else {
            self.end(user, "booked");
        }
    }

    pub(super) fn commit(&mut self, user: usize) {
        let seats = self.seats(user);
        let seen = std::mem::take(&mut self.user(user).seen);
        let show = &self.state.show;
        let model = self.state.model;
        let fresh = seats.iter().zip(&seen).all(|(&s, &v)| show.version(model.version_of(s)) == v);
        if !fresh || seats.iter().any(|&seat| show.is_booked(seat)) {
            return self.conflict(user);
        }
        // One commit counts the version of the show up once, however many seats it books.
        let mut places: Vec<_> = seats.iter().map(|&seat| model.version_of(seat)).collect();
        places.dedup();
        for place in places {
            *self.state.show.versions.entry(place).or_insert(0) += 1;
        }
        for seat in seats {
            self.state.show.book(seat, user);
            self.tell(user, "commit", Some(seat), "ok");
        }
        self.end(user, "booked");
    }

    fn conflict(&mut self, user: usize) {
        for seat in self.seats(user) {
            self.tell(user, "commit", Some(seat), "conflict");
        }
        if self.user(user).round == self.state.model.attempts {
            return self.end(user, "gave-up");
        }
        self.user(user).round += 1;
        self.user(user).next = Next::Read(0);
    }
}
