//! How much is read aloud: each person's own choice, so it is kept, and no link says it.

use super::kept::{keep, kept};
use crate::player::desk::Aloud;
use yew::prelude::*;

const KEPT: &str = "seatrace.aloud";

/// What was chosen, and a way to choose again, by the word of a choice.
#[hook]
pub(in crate::page) fn use_aloud() -> (Aloud, Callback<String>) {
    let of = |word: String| Aloud::ALL.into_iter().find(|aloud| aloud.word() == word);
    let aloud = use_state_eq(|| kept(KEPT).and_then(of).unwrap_or_default());
    let set = aloud.setter();
    let choose = move |word| {
        let aloud = of(word).unwrap_or_default();
        keep(KEPT, (aloud != Aloud::default()).then_some(aloud.word()));
        set.set(aloud);
    };
    (*aloud, Callback::from(choose))
}
