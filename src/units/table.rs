//! An ordered table whose keys are numbers underneath.
//!
//! It does what a `BTreeMap` does. The reason for it is the page: the compiler writes a B-tree anew for each type of key and
//! value, about a kilobyte of compressed wasm each time, and the judge alone has a dozen of them. Here one tree from
//! numbers to places serves all, and what depends on the value is a vector.

use super::{Ms, SEATS_MAX, Seat, User};
use std::collections::BTreeMap;

/// What can be a key: something that is a number, in the order of that number.
pub trait Key: Copy {
    /// A number of its own for each key.
    fn number(self) -> u64;
}

impl Key for u32 {
    fn number(self) -> u64 {
        u64::from(self)
    }
}

impl Key for User {
    fn number(self) -> u64 {
        u64::from(self.0)
    }
}

impl Key for Seat {
    fn number(self) -> u64 {
        u64::from(self.0)
    }
}

/// None comes first.
impl Key for Option<Seat> {
    fn number(self) -> u64 {
        self.map_or(0, |seat| seat.number() + 1)
    }
}

impl Key for (User, Seat) {
    fn number(self) -> u64 {
        self.0.number() << 32 | self.1.number()
    }
}

impl Key for (u32, Seat) {
    fn number(self) -> u64 {
        self.0.number() << 32 | self.1.number()
    }
}

/// By time, then by seat. Times beyond 2^47 ms (four thousand years) would not fit; no run comes near.
impl Key for (Ms, Seat) {
    fn number(self) -> u64 {
        const SEAT_BITS: u32 = SEATS_MAX.next_power_of_two().trailing_zeros();
        self.0 << SEAT_BITS | self.1.number()
    }
}

/// An ordered table. O(log n) for each operation, iteration in the order of the keys.
#[derive(Clone, Debug)]
pub struct Table<K, V> {
    places: BTreeMap<u64, u32>,
    entries: Vec<(K, V)>,
}

impl<K, V> Default for Table<K, V> {
    fn default() -> Table<K, V> {
        Table { places: BTreeMap::new(), entries: Vec::new() }
    }
}

impl<K: Key, V> Table<K, V> {
    fn place(&self, key: K) -> Option<usize> {
        self.places.get(&key.number()).map(|place| *place as usize)
    }

    /// The value of a key.
    pub fn get(&self, key: K) -> Option<&V> {
        self.place(key).map(|place| &self.entries[place].1)
    }

    /// The value of a key, to be changed.
    pub fn get_mut(&mut self, key: K) -> Option<&mut V> {
        self.place(key).map(|place| &mut self.entries[place].1)
    }

    /// Whether there is such a key.
    pub fn contains(&self, key: K) -> bool {
        self.place(key).is_some()
    }

    /// Sets the value of a key; true if it is a new one.
    pub fn insert(&mut self, key: K, value: V) -> bool {
        match self.place(key) {
            Some(place) => {
                self.entries[place].1 = value;
                false
            }
            None => {
                self.push(key, value);
                true
            }
        }
    }

    fn push(&mut self, key: K, value: V) -> usize {
        let place = self.entries.len();
        self.places.insert(key.number(), u32::try_from(place).expect("fewer entries than numbers"));
        self.entries.push((key, value));
        place
    }

    /// Takes a key out, with its value.
    pub fn remove(&mut self, key: K) -> Option<V> {
        let place = self.places.remove(&key.number())?;
        let (_, value) = self.entries.swap_remove(place as usize);
        if let Some((moved, _)) = self.entries.get(place as usize) {
            self.places.insert(moved.number(), place);
        }
        Some(value)
    }

    /// The entry of the smallest key.
    pub fn first(&self) -> Option<(K, &V)> {
        self.iter().next()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    /// All entries, by key.
    pub fn iter(&self) -> impl Iterator<Item = (K, &V)> {
        self.places.values().map(|place| {
            let (key, value) = &self.entries[*place as usize];
            (*key, value)
        })
    }
}

impl<K: Key, V: Default> Table<K, V> {
    /// The value of a key, the default one if it is new.
    pub fn at(&mut self, key: K) -> &mut V {
        let place = self.place(key).unwrap_or_else(|| self.push(key, V::default()));
        &mut self.entries[place].1
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn a_table_is_a_map(steps in prop::collection::vec((0u32..20, 0u8..4, any::<u16>()), 0..200)) {
            let mut table: Table<User, u16> = Table::default();
            let mut map: BTreeMap<User, u16> = BTreeMap::new();
            for (key, step, value) in steps {
                let key = User(key);
                match step {
                    0 => prop_assert_eq!(table.insert(key, value), map.insert(key, value).is_none()),
                    1 => prop_assert_eq!(table.remove(key), map.remove(&key)),
                    2 => *table.at(key) = *map.entry(key).or_default(),
                    _ => prop_assert_eq!(table.get_mut(key), map.get_mut(&key)),
                }
                prop_assert_eq!(table.contains(key), map.contains_key(&key));
                prop_assert_eq!(table.get(key), map.get(&key));
                prop_assert_eq!(table.first(), map.first_key_value().map(|(k, v)| (*k, v)));
                prop_assert_eq!(table.is_empty(), map.is_empty());
                prop_assert!(table.iter().eq(map.iter().map(|(k, v)| (*k, v))));
            }
        }
    }

    #[test]
    fn keys_keep_their_order() {
        let last = Seat(SEATS_MAX - 1);
        assert!((7u64, last).number() < (8u64, Seat(0)).number());
        assert!((User(7), last).number() < (User(8), Seat(0)).number());
        assert!(None.number() < Some(Seat(0)).number());
    }
}
