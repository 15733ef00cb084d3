//! Count tables: how many schedules lead from a state to each ending, exactly.
//!
//! Many states have equal tables, so each table is kept once and known by its number. Sums of tables are remembered as well:
//! exploring adds numbers of tables, and the big integers are touched only when a sum is new.

use super::slots::{Slots, hash};
use num_bigint::BigUint;
use std::cmp::Ordering;

/// The number of a table.
pub(super) type TableId = u32;

/// The table without an entry.
pub(super) const EMPTY: TableId = 0;

/// What schedules are counted by.
pub(super) trait Key: Copy + Ord {
    /// What a step adds to it.
    type Gain: Copy + Into<u32>;
    /// The same ending reached with this step before.
    fn after(self, gain: Self::Gain) -> Self;
    fn hash(self) -> u64;
}

/// Schedules by what they lead to; sorted, none with a count of 0.
pub(super) type Table<K> = Box<[(K, BigUint)]>;

/// All tables there are.
pub(super) struct Counts<K: Key> {
    tables: Vec<Table<K>>,
    slots: Slots,
    sums: Memo,
    scaled: Memo,
    bytes: u64,
}

impl<K: Key> Counts<K> {
    pub(super) fn new() -> Counts<K> {
        let mut counts = Counts {
            tables: Vec::new(),
            slots: Slots::default(),
            sums: Memo::new(),
            scaled: Memo::new(),
            bytes: 0,
        };
        let empty = counts.keep(Box::new([]));
        assert_eq!(empty, EMPTY, "the first table is the empty one");
        counts
    }

    /// One schedule that ends so.
    pub(super) fn one(&mut self, key: K) -> TableId {
        self.keep(Box::new([(key, BigUint::from(1u32))]))
    }

    pub(super) fn table(&self, id: TableId) -> &Table<K> {
        &self.tables[id as usize]
    }

    /// All schedules of a table.
    pub(super) fn total(&self, id: TableId) -> BigUint {
        self.table(id).iter().map(|(_, count)| count).sum()
    }

    #[inline]
    pub(super) fn add(&mut self, a: TableId, b: TableId) -> TableId {
        if a == EMPTY || b == EMPTY {
            return a.max(b);
        }
        let pair = (a.min(b), a.max(b));
        if let Some(sum) = self.sums.get(pair) {
            return sum;
        }
        let sum = merged(self.table(a), self.table(b));
        let sum = self.keep(sum);
        self.sums.put(pair, sum);
        sum
    }

    /// The table of `times` ways to reach `a`, each with a step before that gains this.
    #[inline]
    pub(super) fn through(&mut self, a: TableId, times: u8, gain: K::Gain) -> TableId {
        let way = gain.into() << 8 | u32::from(times);
        if way == 1 || a == EMPTY {
            return a;
        }
        if let Some(known) = self.scaled.get((a, way)) {
            return known;
        }
        let entry = |(key, count): &(K, BigUint)| (key.after(gain), count * u32::from(times));
        let table = self.table(a).iter().map(entry).collect();
        let table = self.keep(table);
        self.scaled.put((a, way), table);
        table
    }

    fn keep(&mut self, table: Table<K>) -> TableId {
        let hash = hash_of(&table);
        let tables = &self.tables;
        if let Some(known) = self.slots.find(hash, |place| tables[place as usize] == table) {
            return known;
        }
        let id = u32::try_from(self.tables.len()).expect("the memory limit comes first");
        let digits = |(_, count): &(K, BigUint)| count.bits().div_ceil(64) * 8;
        let entries = size_of_val(&*table) as u64 + table.iter().map(digits).sum::<u64>();
        self.bytes += size_of::<Table<K>>() as u64 + entries;
        self.tables.push(table);
        self.slots.insert(id, hash);
        id
    }

    /// How many tables there are.
    pub(super) fn len(&self) -> usize {
        self.tables.len()
    }

    pub(super) fn bytes(&self) -> u64 {
        self.bytes + self.slots.bytes() + self.sums.bytes() + self.scaled.bytes()
    }
}

fn merged<K: Key>(a: &Table<K>, b: &Table<K>) -> Table<K> {
    let mut sum: Vec<(K, BigUint)> = Vec::with_capacity(a.len() + b.len());
    let (mut a, mut b) = (&**a, &**b);
    while let ([x, a_rest @ ..], [y, b_rest @ ..]) = (a, b) {
        match x.0.cmp(&y.0) {
            Ordering::Less => {
                sum.push(x.clone());
                a = a_rest;
            }
            Ordering::Greater => {
                sum.push(y.clone());
                b = b_rest;
            }
            Ordering::Equal => {
                sum.push((x.0, &x.1 + &y.1));
                (a, b) = (a_rest, b_rest);
            }
        }
    }
    sum.extend(a.iter().chain(b).cloned());
    sum.into_boxed_slice()
}

fn hash_of<K: Key>(table: &Table<K>) -> u64 {
    hash(
        table
            .iter()
            .flat_map(|(key, count)| [key.hash()].into_iter().chain(count.iter_u64_digits())),
    )
}

/// Results that are remembered until another takes their place: a bounded memory, because a result can be had again.
struct Memo {
    entries: Vec<((u32, u32), u32)>,
}

const MEMO_ENTRIES: usize = 1 << 15;

impl Memo {
    fn new() -> Memo {
        // Two empty tables are never added, so this is the entry of no pair.
        Memo { entries: vec![((EMPTY, EMPTY), EMPTY); MEMO_ENTRIES] }
    }

    #[inline]
    fn place((a, b): (u32, u32)) -> usize {
        hash([u64::from(a) << 32 | u64::from(b)]) as usize % MEMO_ENTRIES
    }

    #[inline]
    fn get(&self, pair: (u32, u32)) -> Option<u32> {
        let (known, result) = self.entries[Memo::place(pair)];
        (known == pair).then_some(result)
    }

    fn put(&mut self, pair: (u32, u32), result: u32) {
        self.entries[Memo::place(pair)] = (pair, result);
    }

    fn bytes(&self) -> u64 {
        size_of_val(&*self.entries) as u64
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A key that is told apart by its number alone.
    #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
    struct Ending(u32);

    impl Key for Ending {
        type Gain = u32;

        fn after(self, gain: u32) -> Ending {
            Ending(self.0 + gain)
        }

        fn hash(self) -> u64 {
            self.0.into()
        }
    }

    fn entries(counts: &Counts<Ending>, id: TableId) -> Vec<(u32, BigUint)> {
        counts.table(id).iter().map(|(ending, count)| (ending.0, count.clone())).collect()
    }

    /// More sums than are remembered, each asked for twice: what took the place of another is not taken for it.
    #[test]
    fn a_sum_is_never_that_of_another_pair() {
        const ENDINGS: u32 = 600;
        let mut counts = Counts::new();
        let ones: Vec<TableId> = (0..ENDINGS).map(|n| counts.one(Ending(n))).collect();
        let pairs = || (0..ENDINGS).flat_map(|a| (a..ENDINGS).map(move |b| (a, b)));
        assert!(pairs().count() > 5 * MEMO_ENTRIES);
        for (a, b) in pairs().chain(pairs()) {
            let sum = counts.add(ones[b as usize], ones[a as usize]);
            let expected = match a == b {
                true => vec![(a, BigUint::from(2u32))],
                false => vec![(a, BigUint::from(1u32)), (b, BigUint::from(1u32))],
            };
            assert_eq!(entries(&counts, sum), expected);
        }
    }

    /// The same for tables that are reached by several users, or with a gain.
    #[test]
    fn a_table_reached_by_several_steps_is_never_that_of_another() {
        let mut counts = Counts::new();
        let ones: Vec<TableId> = (0..600).map(|n| counts.one(Ending(n))).collect();
        let ways = || {
            (0..600u32).flat_map(|n| (1..11u8).flat_map(move |t| (0..10).map(move |g| (n, t, g))))
        };
        assert!(ways().count() > MEMO_ENTRIES);
        for (n, times, gain) in ways().chain(ways()) {
            let table = counts.through(ones[n as usize], times, gain);
            assert_eq!(entries(&counts, table), [(n + gain, BigUint::from(times))]);
        }
        assert_eq!(counts.through(EMPTY, 3, 1), EMPTY, "nothing is reached in no way");
    }
}
