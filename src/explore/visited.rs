//! The visited set: every state that was finished, in the order in which it was, with what can still happen from it.

use super::counts::TableId;
use super::layout::State;
use super::slots::{Slots, hash};

/// States are numbered in the order in which they are finished: what a state leads to has smaller numbers, so that a loop
/// over all numbers meets every state after its successors.
pub(super) struct Visited<const K: usize> {
    /// In chunks of equal size, so that growing moves nothing.
    chunks: Vec<Vec<Entry<K>>>,
    slots: Slots,
    len: u32,
}

/// A state and its count table, without a gap behind: 4 bytes matter when there are millions.
#[derive(Clone, Copy)]
#[repr(Rust, packed(4))]
struct Entry<const K: usize> {
    state: State<K>,
    table: TableId,
}

const CHUNK: usize = 1 << 14;

impl<const K: usize> Default for Visited<K> {
    fn default() -> Self {
        Visited { chunks: Vec::new(), slots: Slots::default(), len: 0 }
    }
}

impl<const K: usize> Visited<K> {
    /// The number of a state that is finished.
    #[inline]
    pub(super) fn find(&self, state: &State<K>) -> Option<u32> {
        self.slots.find(hash(*state), |place| self.state(place) == *state)
    }

    #[inline]
    fn entry(&self, place: u32) -> Entry<K> {
        self.chunks[place as usize / CHUNK][place as usize % CHUNK]
    }

    /// The state of this number.
    #[inline]
    pub(super) fn state(&self, place: u32) -> State<K> {
        self.entry(place).state
    }

    /// The count table of a state that is finished.
    #[inline]
    pub(super) fn table(&self, state: &State<K>) -> Option<TableId> {
        self.find(state).map(|place| self.entry(place).table)
    }

    /// Enters a state that is not in yet.
    pub(super) fn insert(&mut self, state: State<K>, table: TableId) {
        let place = self.len;
        if (place as usize).is_multiple_of(CHUNK) {
            self.chunks.push(Vec::with_capacity(CHUNK));
        }
        self.chunks[place as usize / CHUNK].push(Entry { state, table });
        self.len += 1;
        self.slots.insert(place, hash(state));
    }

    pub(super) fn len(&self) -> u32 {
        self.len
    }

    pub(super) fn bytes(&self) -> u64 {
        let chunk = CHUNK * size_of::<Entry<K>>();
        self.chunks.len() as u64 * chunk as u64 + self.slots.bytes()
    }
}
