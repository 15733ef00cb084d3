//! Packed states: where in a few words of memory each part of a state is kept.

use super::TooLarge;

/// A state: the whole situation of a race, in `K` words.
pub(super) type State<const K: usize> = [u64; K];

/// The most words of a state. With its count table and its place in the index a state then takes at most 64 bytes.
pub(super) const WORDS_MAX: usize = 6;

/// A run of bits within one word.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub(super) struct Field {
    word: u8,
    shift: u8,
    /// As many ones as the field has bits; a field of no bits is always 0.
    mask: u64,
}

impl Field {
    #[inline]
    pub(super) fn get<const K: usize>(self, state: &State<K>) -> u64 {
        state[usize::from(self.word)] >> self.shift & self.mask
    }

    #[inline]
    pub(super) fn set<const K: usize>(self, state: &mut State<K>, value: u64) {
        debug_assert!(value <= self.mask, "{value} does not fit into {self:?}");
        let word = &mut state[usize::from(self.word)];
        *word = *word & !(self.mask << self.shift) | value << self.shift;
    }

    /// The part of this field that begins at this bit of it.
    pub(super) fn part(self, from: u32, bits: u32) -> Field {
        assert!(ones(from + bits) <= self.mask, "a part lies within");
        if bits == 0 {
            return Field::default();
        }
        Field { word: self.word, shift: self.shift + from as u8, mask: ones(bits) }
    }
}

/// Gives out bits, word after word; no field lies across two words.
#[derive(Default)]
pub(super) struct Layout {
    words: usize,
    used: u32,
}

impl Layout {
    /// The next free field of so many bits.
    pub(super) fn field(&mut self, bits: u32) -> Result<Field, TooLarge> {
        assert!(bits <= u64::BITS, "a field lies within a word");
        if bits == 0 {
            return Ok(Field::default());
        }
        if self.words == 0 || self.used + bits > u64::BITS {
            self.words += 1;
            self.used = 0;
        }
        if self.words > WORDS_MAX {
            return Err(TooLarge::State(WORDS_MAX * 8));
        }
        let field = Field { word: self.words as u8 - 1, shift: self.used as u8, mask: ones(bits) };
        self.used += bits;
        Ok(field)
    }

    /// How many words were begun.
    pub(super) fn words(&self) -> usize {
        self.words
    }
}

fn ones(bits: u32) -> u64 {
    if bits == 0 { 0 } else { u64::MAX >> (u64::BITS - bits) }
}

/// How many bits the numbers up to `max` take.
pub(super) fn bits(max: u64) -> u32 {
    u64::BITS - max.leading_zeros()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fields_keep_out_of_each_others_way() {
        let mut layout = Layout::default();
        let widths = [3, 1, 60, 7, 0, 64, 30, 33, 2];
        let fields: Vec<Field> = widths.iter().map(|w| layout.field(*w).expect("room")).collect();
        assert_eq!(layout.words(), 5);
        let mut state = [0; WORDS_MAX];
        fields.iter().for_each(|field| field.set(&mut state, field.mask));
        assert_eq!(
            state.iter().map(|word| word.count_ones()).sum::<u32>(),
            widths.iter().sum::<u32>()
        );
        for (at, field) in fields.iter().enumerate() {
            field.set(&mut state, 0);
            let others = fields.iter().enumerate().filter(|(other, _)| *other != at);
            assert!(others.into_iter().all(|(_, other)| other.get(&state) == other.mask));
            field.set(&mut state, field.mask);
        }
    }

    #[test]
    fn a_state_that_does_not_fit_is_refused() {
        let mut layout = Layout::default();
        assert!((0..WORDS_MAX).all(|_| layout.field(64).is_ok()));
        assert_eq!(layout.field(1), Err(TooLarge::State(48)));
        assert_eq!([0, 1, 2, 3, 4, u64::MAX].map(bits), [0, 1, 2, 2, 3, 64]);
    }
}
