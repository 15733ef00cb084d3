//! Sorting by a number: one sort for all types, because each costs the page a kilobyte of compressed wasm.

/// The items by rank, those of equal rank as they stood.
pub fn ranked<T>(items: Vec<T>, rank: impl Fn(&T) -> u64) -> Vec<T> {
    let mut places: Vec<(u64, usize)> = items.iter().map(rank).zip(0..).collect();
    places.sort_unstable(); // no two are equal, so this is as good as a stable sort
    let mut items: Vec<Option<T>> = items.into_iter().map(Some).collect();
    places.into_iter().filter_map(|(_, place)| items[place].take()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn ranked_is_a_stable_sort(items in prop::collection::vec((0u64..5, any::<u8>()), 0..50)) {
            let mut sorted = items.clone();
            sorted.sort_by_key(|(rank, _)| *rank);
            prop_assert_eq!(ranked(items, |(rank, _)| *rank), sorted);
        }
    }
}
