//! An index into a list that somebody else keeps: open addressing with linear probing, 8 bytes a slot.

/// Finds entries of a list by what they hold. Entries are known by their place in the list; none is ever taken out.
#[derive(Default)]
pub(super) struct Slots {
    /// Their number is a power of two.
    slots: Vec<Slot>,
    len: usize,
}

/// Half of a slot says what is meant: an entry lies anywhere in memory, and is fetched only when it is probably the one.
#[derive(Clone, Copy, Default)]
struct Slot {
    /// The lower half of the entry's hash: enough to move it, too.
    hash: u32,
    /// The place of the entry, plus 1; 0: free.
    place: u32,
}

const SLOTS_MIN: usize = 1 << 10;

impl Slots {
    /// The entry with this hash that `is` the one meant. O(1) on average.
    #[inline]
    pub(super) fn find(&self, hash: u64, is: impl Fn(u32) -> bool) -> Option<u32> {
        let mask = self.slots.len().checked_sub(1)?;
        let hash = hash as u32;
        let mut at = hash as usize & mask;
        // Ends at a free slot: at least a quarter of them are.
        loop {
            let slot = self.slots[at];
            let place = slot.place.checked_sub(1)?;
            if slot.hash == hash && is(place) {
                return Some(place);
            }
            at = (at + 1) & mask;
        }
    }

    /// Enters a place that is not in yet.
    pub(super) fn insert(&mut self, place: u32, hash: u64) {
        if (self.len + 1) * 4 > self.slots.len() * 3 {
            let size = (self.slots.len() * 2).max(SLOTS_MIN);
            let slots = std::mem::replace(&mut self.slots, vec![Slot::default(); size]);
            slots.into_iter().filter(|slot| slot.place > 0).for_each(|slot| self.put(slot));
        }
        self.put(Slot { hash: hash as u32, place: place + 1 });
        self.len += 1;
    }

    fn put(&mut self, slot: Slot) {
        let mask = self.slots.len() - 1;
        let mut at = slot.hash as usize & mask;
        while self.slots[at].place > 0 {
            at = (at + 1) & mask;
        }
        self.slots[at] = slot;
    }

    pub(super) fn bytes(&self) -> u64 {
        (self.slots.capacity() * size_of::<Slot>()) as u64
    }
}

/// A hash of some words: each is multiplied in and folded, so that its high bits reach the low ones that choose the slot.
///
/// It decides nothing: an entry is always compared as a whole.
#[inline]
pub(super) fn hash(words: impl IntoIterator<Item = u64>) -> u64 {
    words.into_iter().fold(0, |hash, word| {
        let product = u128::from(hash ^ word ^ 0x9e37_79b9_7f4a_7c15) * 0xd6e8_feb8_6659_fd93;
        product as u64 ^ (product >> 64) as u64
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_entry_is_found_and_no_other() {
        let list: Vec<u64> = (0..10_000).map(|n| n * n).collect();
        let mut slots = Slots::default();
        assert_eq!(slots.find(hash([0]), |_| true), None);
        for (place, entry) in list.iter().enumerate() {
            slots.insert(place as u32, hash([*entry]));
        }
        let find = |entry: u64| slots.find(hash([entry]), |p| list[p as usize] == entry);
        assert!(list.iter().enumerate().all(|(place, n)| find(*n) == Some(place as u32)));
        assert!((0..1_000).map(|n| n * n + 1).all(|n| n == 1 || find(n).is_none()));
        assert!(slots.bytes() <= 8 * 10_000 * 8 / 3);
    }
}
