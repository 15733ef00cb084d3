//! Where the ways that were left are drawn: as twigs under the rail of the scrubber, each from the step at which it parts to
//! its last, in rows.
//!
//! The way on show is the rail. A way parts from what it has most in common with, the rail or another twig, and stands in a
//! row below it.

use super::Branches;
use super::branches::common;
use std::cmp::Reverse;

/// The width that a number takes at the end of its twig, in thousandths of a percent of the rail: 24 px and a gap on the
/// shortest, of 268 px in a window of 320.
const NUMBER: u32 = 10_000;

/// A way as it is drawn. Steps are those of the scrubber.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Twig {
    /// The row of what it parts from; none if that is the rail.
    pub parent: Option<usize>,
    /// The step after which it parts.
    pub from: u32,
    /// Its last step that was seen, or the end of the rail.
    pub to: u32,
    /// The row in which it is drawn, from the top.
    pub row: usize,
    /// It goes on behind the end of the rail.
    pub goes_on: bool,
}

/// The ways in the order of [`Branches::all`], and how many rows they take. That on show has only its number, at the end of
/// the rail.
pub fn twigs(branches: &Branches) -> (Vec<Twig>, usize) {
    let (all, now) = branches.all();
    let steps = branches.rail().0.len() as u32;
    let parents: Vec<_> = (0..all.len()).map(|way| parts_from(branches, way)).collect();
    let twig = |way: usize| {
        let seen = all[way].order.0.len() as u32;
        let (from, to) = (parents[way].1.min(steps), seen.min(steps));
        Twig { parent: None, from, to, row: 0, goes_on: seen > steps }
    };
    let mut twigs: Vec<_> = (0..all.len()).map(twig).collect();
    twigs[now] = Twig { parent: None, from: steps, to: steps, row: 0, goes_on: false };
    let mut rows = Rows { steps: steps.max(1), taken: Vec::new() };
    rows.take(&twigs[now]);
    // What parts late stands high, so that nothing crosses what parts before it; what parts from a twig comes right after it.
    let later = |of: Option<usize>, twigs: &[Twig]| {
        let mut ways: Vec<_> =
            (0..all.len()).filter(|way| *way != now && parents[*way].0 == of).collect();
        ways.sort_by_key(|way| (twigs[*way].from, Reverse(*way)));
        ways
    };
    let mut waiting = later(None, &twigs);
    while let Some(way) = waiting.pop() {
        twigs[way].parent = parents[way].0.map(|parent| twigs[parent].row);
        twigs[way].row = rows.row_for(&twigs[way]);
        rows.take(&twigs[way]);
        waiting.extend(later(Some(way), &twigs));
    }
    (twigs, rows.taken.len())
}

/// What a way parts from, none for the rail, and after how many steps. Of several the first.
fn parts_from(branches: &Branches, way: usize) -> (Option<usize>, u32) {
    let (all, now) = branches.all();
    let order = &all[way].order;
    let mut most = (None, common(order, branches.rail()));
    for (at, other) in all[..way].iter().enumerate().filter(|(at, _)| *at != now) {
        let shared = common(order, &other.order);
        if shared > most.1 {
            most = (Some(at), shared);
        }
    }
    (most.0, most.1 as u32)
}

/// What is taken of each row, in thousandths of a percent of the rail: twigs with their numbers, and lines that pass.
struct Rows {
    steps: u32,
    taken: Vec<Vec<(u32, u32)>>,
}

impl Rows {
    fn x(&self, step: u32) -> u32 {
        (u64::from(step) * 100_000 / u64::from(self.steps)) as u32
    }

    fn span(&self, twig: &Twig) -> (u32, u32) {
        (self.x(twig.from), self.x(twig.to) + NUMBER)
    }

    /// Twigs that part at the same step share a line, so lines may touch.
    fn is_free(&self, row: usize, (left, right): (u32, u32)) -> bool {
        let taken = self.taken.get(row).map_or(&[][..], Vec::as_slice);
        taken.iter().all(|(from, to)| *from >= right || left >= *to)
    }

    /// The first row in which a twig has room, and its line down to it, too; else a row of its own.
    fn row_for(&self, twig: &Twig) -> usize {
        let first = twig.parent.map_or(0, |row| row + 1);
        let x = self.x(twig.from);
        let reaches = |row: &usize| (first..*row).all(|passed| self.is_free(passed, (x, x)));
        let has_room = |row: &usize| self.is_free(*row, self.span(twig)) && reaches(row);
        (first..self.taken.len()).find(has_room).unwrap_or(self.taken.len().max(first))
    }

    fn take(&mut self, twig: &Twig) {
        let rows = self.taken.len().max(twig.row + 1);
        self.taken.resize(rows, Vec::new());
        let (span, x) = (self.span(twig), self.x(twig.from));
        for passed in twig.parent.map_or(0, |row| row + 1)..twig.row {
            self.taken[passed].push((x, x));
        }
        self.taken[twig.row].push(span);
    }
}
