//! The ribbons below the lanes: who had a seat when.

use super::{Ribbon, RibbonKind, RibbonPart};
use crate::trace::{Event, Op, Outcome};
use crate::units::{Seat, Table, User, ranked};

/// The most ribbons that are drawn: of the seats sold twice, then of those that most users want.
pub const RIBBONS_MAX: usize = 8;

/// The ribbons of everything that was stepped; see [`super::weave`].
#[derive(Clone, Debug)]
pub(super) struct Ribbons {
    strands: Table<Seat, Strand>,
}

#[derive(Clone, Debug, Default)]
struct Strand {
    /// How many users want the seat.
    wanted: u32,
    pieces: Vec<Piece>,
    /// The step at which it was sold to a second user.
    doubled: Option<u32>,
}

#[derive(Clone, Copy, Debug)]
struct Piece {
    user: User,
    from: u32,
    to: Option<u32>,
    kind: RibbonKind,
}

impl Strand {
    fn open(&mut self, user: User, from: u32, kind: RibbonKind) {
        self.pieces.push(Piece { user, from, to: None, kind });
    }

    fn close(&mut self, user: User, to: u32, kind: RibbonKind) {
        let same = |p: &&mut Piece| p.user == user && p.kind == kind && p.to.is_none();
        if let Some(piece) = self.pieces.iter_mut().rev().find(same) {
            piece.to = Some(to);
        }
    }

    fn is_doubled(&self, cursor: u32) -> bool {
        self.doubled.is_some_and(|step| step <= cursor)
    }

    fn to(&self, seat: Seat, cursor: u32) -> Ribbon {
        let part = |piece: &Piece| {
            let to = piece.to.filter(|to| *to <= cursor).unwrap_or(cursor);
            RibbonPart { user: piece.user, from: piece.from, to, kind: piece.kind }
        };
        let pieces = self.pieces.partition_point(|piece| piece.from <= cursor);
        Ribbon { seat, parts: self.pieces[..pieces].iter().map(part).collect() }
    }
}

impl Ribbons {
    pub(super) fn new(wants: &[Vec<Seat>]) -> Ribbons {
        let mut strands: Table<Seat, Strand> = Table::default();
        for seat in wants.iter().flatten() {
            strands.at(*seat).wanted += 1;
        }
        Ribbons { strands }
    }

    pub(super) fn event(&mut self, user: User, event: &Event) {
        let Some(seat) = event.seat() else { return };
        let strand = self.strands.at(seat);
        let step = event.step;
        match (event.op, event.outcome) {
            (Op::Lock, Outcome::Ok | Outcome::Granted) if event.detail == 1 => {
                strand.open(user, step, RibbonKind::Locked);
            }
            (Op::Unlock, _) if event.detail == 0 => strand.close(user, step, RibbonKind::Locked),
            (Op::Reserve, Outcome::Ok) => strand.open(user, step, RibbonKind::Held),
            (Op::Release | Op::Cancel | Op::Expire, _) => {
                strand.close(user, step, RibbonKind::Held);
            }
            (Op::Commit, Outcome::Conflict) | (Op::Confirm, Outcome::Refused) => {}
            (Op::Write | Op::Update | Op::Commit | Op::Confirm, _) => {
                strand.close(user, step, RibbonKind::Held);
                strand.open(user, step, RibbonKind::Booked);
            }
            _ => {}
        }
    }

    /// The seat was sold to one more user at this step.
    pub(super) fn double(&mut self, by: User, seat: Seat, step: u32) {
        let strand = self.strands.at(seat);
        strand.doubled.get_or_insert(step);
        let sold = |p: &&mut Piece| p.user == by && p.from == step && p.kind == RibbonKind::Booked;
        if let Some(piece) = strand.pieces.iter_mut().rev().find(sold) {
            piece.kind = RibbonKind::Twice;
        }
    }

    /// The ribbons as they stand at a step: chosen by what went wrong, then by how many want the seat; but those with a
    /// place keep it, so that a seat sold twice does not move the others.
    pub(super) fn to(&self, cursor: u32) -> Vec<Ribbon> {
        let shown = |(_, strand): &(Seat, &Strand)| {
            strand.wanted > 1 || strand.pieces.first().is_some_and(|piece| piece.from <= cursor)
        };
        // The most wanted first; seats that are wanted equally stand in the order of the table, which is theirs.
        let place = |(_, strand): &(Seat, &Strand)| u64::from(u32::MAX - strand.wanted);
        let importance =
            |entry: &(Seat, &Strand)| u64::from(!entry.1.is_doubled(cursor)) << 32 | place(entry);
        let mut strands = ranked(self.strands.iter().filter(shown).collect(), importance);
        strands.truncate(RIBBONS_MAX);
        let by_seat = ranked(strands, |(seat, _)| u64::from(seat.0));
        let strands = ranked(by_seat, place);
        strands.into_iter().map(|(seat, strand)| strand.to(seat, cursor)).collect()
    }
}
